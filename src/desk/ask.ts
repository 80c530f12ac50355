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
    return { screens: await answer(desk, reader, intention, mentions), language };
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
  mentions: readonly RememberedMention[],
): Promise<readonly Screen[]> {
  switch (intention.intent) {
    case 'help_device':
      return [await askForDevice(desk, caller, intention)];
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
    case 'ask_for_help':
    case 'my_requests':
    case 'queue':
    case 'use_this_channel':
    case 'none':
      return [note({ code: 'not-understood' })];
  }
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
