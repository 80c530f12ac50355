import { understand } from '../understand/understand';
import type { Intention } from '../understand/intention';
import { actor, asTechnician } from './access';
import {
  appsNamed,
  devicesOfPerson,
  helpWithDevice,
  helpWithSeveral,
  peopleNamed,
  personMentioned,
} from './ask-for-help';
import { bare, isComplaint, wishOf } from './case/ask-in-public';
import { myRequests, queue } from './case/case-lists';
import { isKnownTechnician, standingOf } from './case/people';
import { raiseCase } from './case/raise-case';
import { useThisChannel } from './case/use-channel';
import { REMEMBERED_FOR, type Desk } from './desk';
import type { DeviceQuery } from './find-devices';
import type { Caller, Reply } from './help-desk';
import { chooseLanguage, languageOfReply } from './languages';
import { cancelByWord, history, status, type Named } from './own-requests';
import type { RememberedMention } from './ports';
import { note, type Screen } from './screens';
import { SignInNeeded } from './troubles';

type Of<I extends Intention['intent']> = Extract<Intention, { readonly intent: I }>;

/**
 * What somebody wrote, understood and answered. Text never acts: its strongest outcome is the confirm card.
 * @throws {SignInNeeded} after remembering the message. @throws {Trouble}
 */
export async function ask(
  desk: Desk,
  caller: Caller,
  text: string,
  mentions: readonly RememberedMention[],
): Promise<Reply> {
  const addressed = caller.place.kind === 'personal';
  const intention = understand({ text, mentions, addressed, locale: caller.language });
  desk.log.info('asked', { code: intention.intent, because: intention.reason });
  const language = await languageOfReply(desk, caller, intention.language);
  const reader = { ...caller, language };
  try {
    return { screens: await answer(desk, reader, intention, { text, mentions }), language };
  } catch (error) {
    if (error instanceof SignInNeeded) {
      const message = { kind: 'message', text, mentions, place: caller.place, language } as const;
      await desk.memory.remember(caller.tenant, caller.person, message, desk.clock.now() + REMEMBERED_FOR);
    }
    throw error;
  }
}

async function answer(
  desk: Desk,
  caller: Caller,
  intention: Intention,
  { text, mentions }: Said,
): Promise<readonly Screen[]> {
  switch (intention.intent) {
    case 'help_device':
      return (await mayRaise(desk, caller, intention))
        ? raiseCase(desk, caller, wishOf(intention, bare(text, mentions)))
        : [await askForDevice(desk, caller, intention)];
    case 'ask_for_help':
      return raiseCase(desk, caller, { text: bare(text, mentions) });
    case 'use_this_channel':
      return [await useThisChannel(desk, caller)];
    case 'queue':
      return [await queue(desk, caller)];
    case 'my_requests':
      return [await myRequests(desk, caller)];
    case 'help_user':
      return [await askForPerson(desk, caller, intention, mentions)];
    case 'help_app':
      return [await asTechnician(desk, caller, (access) => appsNamed(desk, caller, access, intention.query))];
    case 'list_my_devices':
      return [await asTechnician(desk, caller, (access) => devicesOfPerson(desk, caller, access, 'self'))];
    case 'status':
      return [await status(desk, caller, namedBy(intention))];
    case 'history':
      return [await history(desk, caller, namedBy(intention))];
    case 'cancel':
      return cancelByWord(desk, caller, namedBy(intention));
    case 'sign_out':
      await desk.signIns.signOut(caller.person);
      await desk.acts.record({ ...actor(desk, caller), type: 'signed-out' });
      return [note({ code: 'signed-out' })];
    case 'help_menu':
      return [{ kind: 'help', greeting: false }];
    case 'language':
      return [await chooseLanguage(desk, caller, intention.query)];
    case 'none':
      return [note({ code: 'not-understood' })];
  }
}

type Said = { readonly text: string; readonly mentions: readonly RememberedMention[] };

/**
 * Whether somebody in need of help speaks, rather than a technician at work. Without roles a device that is named
 * opens the confirm card, which has a button for the other case.
 * @throws {SignInNeeded} where only a sign-in can tell.
 */
async function mayRaise(desk: Desk, caller: Caller, intention: Of<'help_device'>): Promise<boolean> {
  // Without a place for requests nothing has changed: who is no technician is told so.
  if (!(await desk.helpChannels.find(caller.tenant))) return false;
  if (desk.rules.technicianRoles.length === 0) return intention.queryKind === null && isComplaint(intention);
  const standing = await standingOf(desk, caller);
  if (standing === 'not-a-technician') return true;
  // A complaint is nobody's work; who was never seen as a technician need not sign in to make one.
  const person = await desk.people.find(caller.tenant, caller.person);
  return standing === 'sign-in-again' && isComplaint(intention) && !isKnownTechnician(desk, person);
}

async function askForDevice(desk: Desk, caller: Caller, intention: Of<'help_device'>): Promise<Screen> {
  if (intention.queryKind === null) return note({ code: 'which-device' });
  const { query, queryKind, candidates } = intention;
  return asTechnician(desk, caller, (access) =>
    queryKind === 'multi'
      ? helpWithSeveral(desk, caller, access, candidates.map(asName))
      : helpWithDevice(desk, caller, access, [{ kind: queryKind, text: query }, ...candidates.map(asName)]),
  );
}

const asName = (text: string): DeviceQuery => ({ kind: 'device_name', text });

/** A mention names a person for certain only where Teams told who it is; a name alone is looked up. */
async function askForPerson(
  desk: Desk,
  caller: Caller,
  intention: Of<'help_user'>,
  mentions: readonly RememberedMention[],
): Promise<Screen> {
  const { query: name, queryKind } = intention;
  if (queryKind === 'mention') {
    const key = mentions.find(({ id }) => id === intention.personId)?.person;
    return asTechnician(desk, caller, (access) =>
      key
        ? devicesOfPerson(desk, caller, access, { key, name })
        : personMentioned(desk, caller, access, name),
    );
  }
  return asTechnician(desk, caller, (access) =>
    queryKind === 'upn'
      ? devicesOfPerson(desk, caller, access, { key: name, name })
      : peopleNamed(desk, caller, access, name),
  );
}

function namedBy(intention: Of<'status' | 'cancel' | 'history'>): Named | undefined {
  const { query, queryKind } = intention;
  if (query === null) return undefined;
  return { kind: queryKind === 'request_id' ? 'request_id' : 'device_name', text: query };
}
