import type { Desk } from './desk';
import type { Caller } from './help-desk';
import { issuePick } from './pick';
import type { Choice } from './ports';
import { note, type Screen } from './screens';
import { languages } from '../understand/intention';

/** "language": one that was named, or the card with all of them and "Same as Teams". */
export async function chooseLanguage(desk: Desk, caller: Caller, language: string | null): Promise<Screen> {
  if (language !== null) return setLanguage(desk, caller, language);
  const choices = [...languages, undefined].map((one): Choice => ({ kind: 'language', language: one }));
  return { kind: 'languages', ticket: await issuePick(desk, caller, choices) };
}

/**
 * The language of the reader: chosen, else that of the utterance, else the client's. What somebody wrote in stays
 * with them, so that a word which is the same everywhere ("status") does not change it.
 */
export async function languageOfReply(
  desk: Desk,
  caller: Caller,
  spoken: string | undefined,
): Promise<string> {
  if (spoken === undefined || spoken === caller.language) return caller.language;
  const known = await desk.people.find(caller.tenant, caller.person);
  if (known?.chosenLanguage) return caller.language;
  await desk.people.learn(caller.tenant, caller.person, { spokenLanguage: spoken });
  return spoken;
}

/** Undefined: the same as Teams. */
export async function setLanguage(desk: Desk, caller: Caller, language: string | undefined): Promise<Screen> {
  await desk.people.learn(caller.tenant, caller.person, {
    chosenLanguage: language ?? '',
    spokenLanguage: '',
  });
  return note({ code: language === undefined ? 'language-as-in-teams' : 'language-changed' });
}
