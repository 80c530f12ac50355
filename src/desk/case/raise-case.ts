import type { Participant } from '../../request/case/case';
import { openCase } from '../../request/case/evolve-case';
import type { Desk } from '../desk';
import type { Caller } from '../help-desk';
import type { Place } from '../ports';
import { note, type Screen } from '../screens';
import { participantOf, readerOf } from './people';
import type { CaseCardWish, StoredCase } from './ports';
import { showCase } from './show-case';

export type Wish = {
  readonly text: string;
  /** As it was named; nobody looks it up. */
  readonly deviceName?: string;
  /** For whom, where a message of somebody else is made a request. */
  readonly requester?: Participant;
  /** The bot need not be where this comes from. */
  readonly isElsewhere?: boolean;
};

/** Characters of what somebody wrote that are kept. */
const LONGEST_WISH = 1000;
/** The same words within this are the same wish: Teams delivers again, and people press twice. */
const SAME_WISH_WITHIN = 2 * 60 * 1000;

/** Raises it where it was asked for; whoever asked in a personal chat is told its number. */
export async function raiseCase(desk: Desk, caller: Caller, wish: Wish): Promise<readonly Screen[]> {
  const raised = await raise(desk, caller, wish);
  return raised.ok && raised.isNew && caller.place.kind !== 'personal' ? [] : [answerTo(raised)];
}

/** Makes a request of somebody's message; whoever chose that is told its number. */
export async function makeRequest(desk: Desk, caller: Caller, wish: Wish): Promise<Screen> {
  return answerTo(await raise(desk, caller, wish));
}

type Raised =
  | { readonly ok: true; readonly stored: StoredCase; readonly isNew: boolean }
  | { readonly ok: false; readonly why: 'guest' | 'no-help-channel' };

const answerTo = (raised: Raised): Screen =>
  raised.ok ? note({ code: 'case-raised', number: raised.stored.case.number }) : note({ code: raised.why });

/**
 * Its card hangs where it was asked for, or in the help channel when that was a personal chat. Nothing is looked up,
 * and Graph is not called.
 */
async function raise(desk: Desk, caller: Caller, wish: Wish): Promise<Raised> {
  if (await isGuest(desk, caller)) return { ok: false, why: 'guest' };
  const home = await homeFor(desk, caller, wish);
  if (!home) return { ok: false, why: 'no-help-channel' };
  const text = wish.text.trim().slice(0, LONGEST_WISH);
  const requester = wish.requester ?? participantOf(caller);
  const known = await sameWish(desk, caller, { requester, text });
  const stored = known ?? (await open(desk, caller, { ...wish, text, requester }, home));
  showCase(desk, stored.case);
  return { ok: true, stored, isNew: !known };
}

/** The sign-in tells for certain; who never signed in is looked up among the members of the conversation. */
async function isGuest(desk: Desk, { tenant, person, place, account }: Caller): Promise<boolean> {
  const known = await desk.people.find(tenant, person);
  if (known && known.rolesSeenAt > 0) return known.isGuest;
  return account !== undefined && desk.roster.isGuest(place, account);
}

type Home = { readonly place: Place; readonly language: string };

async function homeFor(
  desk: Desk,
  { tenant, place, language }: Caller,
  { isElsewhere }: Wish,
): Promise<Home | undefined> {
  const bound = await desk.helpChannels.find(tenant);
  if (place.kind === 'personal') return bound;
  if (bound && isElsewhere && !isWithin(place, bound.place)) return bound;
  if (!bound || !isWithin(place, bound.place)) return { place, language };
  await learnPlace(desk, bound.place, place);
  // The language of a channel is that in which it was bound; elsewhere everybody reads the requester's.
  return { place, language: bound.language };
}

/** Whether a place is a channel or a thread of it. */
export const isWithin = (place: Place, channel: Place): boolean =>
  place.tenant === channel.tenant && channelOf(place) === channelOf(channel);

/** Teams may reach a conversation under another address than before; the newest one counts, for all that hangs there. */
export async function learnPlace(desk: Desk, known: Place, { serviceUrl }: Place): Promise<void> {
  if (known.serviceUrl !== serviceUrl) await desk.places.moved(known, serviceUrl);
}

/** The id of a channel as a whole: threads carry the id of their first message besides. */
export const channelOf = ({ conversation }: Place): string => conversation.split(';messageid=', 1)[0] ?? '';

async function open(
  desk: Desk,
  caller: Caller,
  wish: Wish & { readonly requester: Participant },
  home: Home,
): Promise<StoredCase> {
  const { requester, text, deviceName } = wish;
  const raiser = participantOf(caller);
  const id = desk.newCaseId();
  return desk.cases.open(
    (number) =>
      openCase(
        {
          ...{ id, number, tenant: caller.tenant, requester, text, urgency: 'normal' },
          ...(raiser.id !== requester.id && { raisedBy: raiser }),
          ...(deviceName !== undefined && { deviceName }),
        },
        desk.clock.now(),
        desk.caseRules.limits,
      ),
    { home: home.place, language: home.language, cards: await firstCards(desk, caller, requester, home) },
  );
}

async function firstCards(
  desk: Desk,
  caller: Caller,
  requester: Participant,
  home: Home,
): Promise<readonly CaseCardWish[]> {
  const forAll: CaseCardWish = { audience: 'channel', ...home };
  const reader = await readerOf(desk, caller.tenant, requester.id);
  // Who asked in a channel finds the card there.
  if (!reader || caller.place.kind !== 'personal') return [forAll];
  const { place, language } = reader;
  return [forAll, { audience: 'requester', place, language, person: requester.id }];
}

async function sameWish(
  desk: Desk,
  { tenant }: Caller,
  { requester, text }: { readonly requester: Participant; readonly text: string },
): Promise<StoredCase | undefined> {
  const own = await desk.cases.list(tenant, { kind: 'of', person: requester.id }, { offset: 0, most: 50 });
  const since = desk.clock.now() - SAME_WISH_WITHIN;
  return own.cases.find(
    ({ case: seen }) => seen.requester.id === requester.id && seen.text === text && seen.raisedAt > since,
  );
}
