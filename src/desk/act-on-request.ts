import { decide } from '../request/decide';
import type { Command } from '../request/help-request';
import { openAgain } from './open-draft';
import { asTechnician } from './access';
import { carryOut } from './carry-out';
import { cardVersion } from './card-version';
import { cardSubject } from './cards';
import { whyNoDevice } from './case/case-device';
import { isCaseBusy } from './case/follow-case';
import { act, actOn, type Acted } from './commit';
import { REMEMBERED_FOR, type Desk } from './desk';
import { followNow } from './follow-sessions';
import type { Answered, Caller, Press } from './help-desk';
import type { Stored } from './ports';
import { note, type Screen } from './screens';
import { VersionConflict } from './troubles';

/** The buttons of a request's card. */
export type RequestVerb = (typeof requestVerbs)[number];
export const requestVerbs = [
  'request-assistance',
  'another-device',
  'cancel',
  'check-again',
  'send-again',
  'close',
  'try-again',
] as const;

/** What the person had before their eyes: a request, as of one version of its card. */
type Seen = { readonly stored: Stored; readonly version: string };

/** Someone pressed a button on a request's card: load, decide, commit; what is slow comes later. */
export async function actOnRequest(
  desk: Desk,
  press: Press,
  verb: RequestVerb,
  { stored, version }: Seen,
): Promise<Answered> {
  const { caller } = press;
  const asks = verb === 'request-assistance' || verb === 'send-again';
  if (asks && (await isCaseBusy(desk, stored.request))) return refused(desk, stored, 'session-under-way');
  if (verb === 'try-again') {
    const why = await whyNotForCase(desk, caller, stored);
    if (why) return refused(desk, stored, why);
    // It changes nothing here, so nothing but the ticket tells a second press from the first.
    const isFirst = await desk.tickets.spend(press.ticket);
    return isFirst ? tryAgain(desk, caller, stored) : answerOldCard(desk, press, verb, stored);
  }
  if (asks) {
    const refusal = await ensureTechnician(desk, caller, stored);
    if (refusal) return { now: refusal };
  }
  const acted = await actOnVersion(desk, stored, version, commandFor(verb, press, desk.clock.now()));
  if (acted.kind === 'outdated') return answerOldCard(desk, press, verb, acted.stored);
  if (!acted.ok) return refused(desk, acted.stored, acted.why);
  // Both were confirmed at the same moment, and the other one got the case.
  if (asks && (await isCaseBusy(desk, stored.request)))
    return refused(desk, acted.stored, 'session-under-way');
  return { now: screenOf(desk, acted.stored), later: () => afterwards(desk, verb, acted.stored) };
}

type ActedOnVersion =
  | (Acted & { readonly kind: 'decided' })
  /** Somebody was faster, and the card that was pressed shows it no more. */
  | { readonly kind: 'outdated'; readonly stored: Stored };

/** Decides and commits, as long as the request is what its card showed when it was pressed. */
async function actOnVersion(
  desk: Desk,
  stored: Stored,
  version: string,
  command: Command,
): Promise<ActedOnVersion> {
  for (let [seen, triesLeft] = [stored, 3]; ; triesLeft -= 1) {
    if (cardVersion(seen.request) !== version) return { kind: 'outdated', stored: seen };
    try {
      return { ...(await actOn(desk, seen, command)), kind: 'decided' };
    } catch (error) {
      if (!(error instanceof VersionConflict) || triesLeft === 0) throw error;
      seen = (await desk.requests.load(stored.request.id)) ?? seen;
    }
  }
}

/**
 * A button of a card that shows an earlier version, or was pressed before: it has no effect. The newest card is the
 * answer, with the reason why, which the rules know best: it is under way, over, expired.
 */
export async function answerOldCard(
  desk: Desk,
  press: Press,
  verb: RequestVerb,
  stored: Stored,
): Promise<Answered> {
  if (verb !== 'try-again') {
    const command = commandFor(verb, press, desk.clock.now());
    const decision = decide(stored.request, command, desk.rules.limits);
    if (!decision.ok) return refused(desk, stored, decision.why);
  }
  const now: RefusedScreen = { ...screenOf(desk, stored), notice: 'card-outdated' };
  return { now, later: () => showOnly(desk, stored) };
}

function commandFor(verb: Exclude<RequestVerb, 'try-again'>, press: Press, at: number): Command {
  const by = press.caller.person;
  switch (verb) {
    case 'request-assistance':
      return { type: 'confirm', by, at, ...(press.reason && { reason: press.reason }) };
    case 'another-device':
    case 'cancel':
      return { type: 'cancel', by, at };
    case 'check-again':
    case 'send-again':
    case 'close':
      return { type: verb, by, at };
  }
}

async function afterwards(desk: Desk, verb: RequestVerb, stored: Stored): Promise<readonly Screen[]> {
  // Teams may be slow; the POST does not wait for a card.
  const shown = desk.noticeboard.show(cardSubject(stored));
  if (stored.request.status === 'confirmed') await carryOut(desk, stored.request.id);
  if (verb === 'check-again') await followNow(desk, stored);
  await shown;
  return verb === 'another-device' ? [note({ code: 'which-device' })] : [];
}

/** An expired card becomes one in truth; then the card as it stands, with the reason why the press did nothing. */
async function refused(
  desk: Desk,
  stored: Stored,
  why: NonNullable<RefusedScreen['notice']>,
): Promise<Answered> {
  const passed = await act(desk, stored.request.id, { type: 'pass-time', at: desk.clock.now() });
  const current = passed?.stored ?? stored;
  return { now: { ...screenOf(desk, current), notice: why }, later: () => showOnly(desk, current) };
}

async function showOnly(desk: Desk, stored: Stored): Promise<readonly Screen[]> {
  await desk.noticeboard.show(cardSubject(stored));
  return [];
}

type RefusedScreen = Extract<Screen, { readonly kind: 'request' }>;

const screenOf = (desk: Desk, stored: Stored): RefusedScreen => ({
  kind: 'request',
  stored,
  now: desk.clock.now(),
});

/**
 * The press acts with a token of the one who pressed, so there must be one now.
 * @throws {SignInNeeded} after remembering the press; it leads to a fresh card, never to an act.
 */
async function ensureTechnician(desk: Desk, caller: Caller, stored: Stored): Promise<Screen | undefined> {
  const passed = screenOf(desk, stored);
  try {
    const screen = await asTechnician(desk, caller, () => Promise.resolve(passed));
    return screen === passed ? undefined : screen;
  } catch (error) {
    const until = desk.clock.now() + REMEMBERED_FOR;
    const { place, language } = caller;
    const remembered = { kind: 'press', request: stored.request.id, place, language } as const;
    await desk.memory.remember(caller.tenant, caller.person, remembered, until);
    throw error;
  }
}

/** Its case may be over by now, or with a colleague. */
async function whyNotForCase(desk: Desk, caller: Caller, { request: { tenant, case: of } }: Stored) {
  const stored = of && (await desk.cases.load(tenant, of.id));
  return stored && whyNoDevice(stored, caller);
}

/** A request that is over stays as it is; trying again opens a new one on a fresh look at the device. */
function tryAgain(desk: Desk, caller: Caller, stored: Stored): Answered {
  return {
    now: screenOf(desk, stored),
    later: async () => [
      await asTechnician(desk, caller, (access) => openAgain(desk, caller, access, stored.request)),
    ],
  };
}
