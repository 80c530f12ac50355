import { addressesAnother } from './addressed';
import { readExactCommand, readLonePerson, readQuestion } from './ask-about';
import { readDeviceRequest, vetoIn } from './ask-for-device';
import type { VetoName } from './cues/cues';
import type { Intention, Language, Utterance } from './intention';
import type { Lexicon } from './lexicon';
import { none, type Outcome } from './outcomes';
import { readUtterance, reread, type Reading } from './reading';
import { otherLayout, repairVerbs } from './repair';

const FORWARDED =
  /^(?:>|\||(?:fwd?|wg|rv|enc|tr|aw|re|rm|转发|転送|пересл\p{L}{0,10}|forwarded|weitergeleitet\p{L}{0,3}|reenviado|encaminhad[ao]|von|from|от|de)\.? ?: )|\n ?>|^> ?|(?<!-)-{3,9} ?(?:original|forwarded|ursprüng|mensaje|mensagem|исходн|пересл|元の)/iu;
/** What also takes back a command or a question. Negation is the commands' own affair: "never mind" cancels. */
const QUESTION_VETOES: readonly VetoName[] = [
  'injection',
  'thanks',
  'metalanguage',
  'reported',
  'conditional',
];

/**
 * What a text asks for: entities, exact commands, vetoes, then the cues of all six languages at once, and one decision that
 * names its rule. Deterministic; never throws; its strongest outcome opens a confirm card.
 */
export function understand(utterance: Utterance): Intention {
  const reading = readUtterance(utterance);
  const { languages, candidates, ...outcome } = decide(reading);
  return {
    ...outcome,
    candidates: candidates ?? [],
    language: oneLanguage(languages ?? [], utterance.locale),
    botMentioned: reading.botMentioned,
  };
}

/** The language that spoke, if it was one; of several the client's. */
function oneLanguage(spoken: readonly Language[], locale = ''): Language | undefined {
  if (spoken.length === 1) return spoken[0];
  const client = locale.slice(0, 2).toLocaleLowerCase('en');
  return spoken.find((language) => language.slice(0, 2) === client);
}

function decide(reading: Reading): Outcome {
  const first = decideAsWritten(reading);
  if (first.intent !== 'none' || !UNMATCHED.has(first.reason)) return first;
  const repaired = repairVerbs(reading.skeleton);
  const second = repaired ? decideAsWritten(reread(reading, repaired)) : first;
  if (second.intent === 'help_device') return { ...second, reason: `${second.reason}+spelling` };
  const swapped = otherLayout(reading.skeleton);
  const third = swapped ? decideAsWritten(reread(reading, swapped)) : first;
  return third.intent === 'none' ? first : { ...third, reason: `${third.reason}+layout` };
}
/** Reasons that only say that nothing matched: a repaired text may be tried. A veto is final. */
const UNMATCHED: ReadonlySet<string> = new Set(['no-device', 'device-without-request']);

function decideAsWritten(reading: Reading): Outcome {
  const { raw, polite, skeleton, entities, sentences } = reading;
  if (raw.cue === '') return none('empty');
  const exact = readExactCommand(reading) ?? readLonePerson(reading);
  if (exact) return exact;
  if (FORWARDED.test(raw.cue)) return none('forwarded');
  if (entities.quotedCommand) return none('quoted-command');
  if (!reading.botMentioned && addressesAnother(raw, polite, skeleton.cue))
    return none('addressed-to-another');
  const vetoed = (lexicon: Lexicon): string | undefined =>
    sentences.map((sentence) => vetoIn(sentence, [lexicon], QUESTION_VETOES)).find(Boolean);
  return readQuestion(reading, vetoed) ?? readDeviceRequest(reading);
}
