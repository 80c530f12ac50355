import { caseOutcomes, type Actor, type CaseCommand, type CaseOutcome } from '../../request/case/case';
import { sessionOf } from '../../request/case/decide-case';
import { caseId } from '../../request/ids';
import type { Desk } from '../desk';
import type { Answered, Caller, Press } from '../help-desk';
import { note } from '../screens';
import { noticeOf, viewFor } from './case-view';
import { chooseDevice } from './case-device';
import { actOnCase } from './commit-case';
import { colleagueOf, handOverForm } from './hand-over';
import { actorOf, isKnownTechnician } from './people';
import type { StoredCase } from './ports';
import { isWithin, learnPlace } from './raise-case';
import { settleRequests } from './settle-requests';
import { showCase } from './show-case';
import { needTechnician, takeCase } from './take-case';

/** The buttons of a case's card. */
export const caseVerbs = [
  'case-view',
  'case-open',
  'case-take',
  'case-release',
  'case-hand-over',
  'case-withdraw',
  'case-resolve',
  'case-urgent',
  'case-normal',
  'case-mute',
  'case-unmute',
  'case-disown',
  'case-devices',
  'case-find',
] as const;
export type CaseVerb = (typeof caseVerbs)[number];

/** Somebody pressed a button on a case's card. Who it is and what they may decides here, whatever their client showed. */
export async function pressOnCase(desk: Desk, press: Press, verb: CaseVerb): Promise<Answered> {
  const { caller } = press;
  const id = caseId(press.ticket);
  const stored = id && (await desk.cases.load(caller.tenant, id));
  if (!stored) return { now: note({ code: 'no-such-case' }) };
  if (!(await mayLook(desk, caller, stored))) return { now: note({ code: 'case-not-here' }) };
  if (caller.place.kind !== 'personal') await learnPlace(desk, stored.home, caller.place);
  switch (verb) {
    case 'case-view':
    case 'case-open':
      return { now: viewFor(desk, caller, stored.case) };
    case 'case-take':
      return takeCase(desk, caller, stored);
    case 'case-hand-over':
      return (
        (await needTechnician(desk, caller, stored)) ?? { now: await handOverForm(desk, caller, stored) }
      );
    case 'case-devices':
    case 'case-find':
      return chooseDevice(desk, press, verb, stored);
    case 'case-release':
    case 'case-withdraw':
    case 'case-resolve':
    case 'case-urgent':
    case 'case-normal':
    case 'case-mute':
    case 'case-unmute':
    case 'case-disown':
      return carryOut(
        desk,
        caller,
        stored,
        commandFor(verb, press, await actorOf(desk, caller), desk.clock.now()),
      );
  }
}

type Simple = Exclude<
  CaseVerb,
  'case-view' | 'case-open' | 'case-take' | 'case-hand-over' | 'case-devices' | 'case-find'
>;

function commandFor(verb: Simple, press: Press, by: Actor, at: number): CaseCommand {
  switch (verb) {
    case 'case-release':
      return { type: 'release', by, at };
    case 'case-withdraw':
      return { type: 'withdraw', by, at };
    case 'case-resolve':
      return { type: 'resolve', by, at, outcome: outcomeOf(press), minutes: minutesOf(press) };
    case 'case-urgent':
      return { type: 'set-urgency', by, at, urgency: 'urgent' };
    case 'case-normal':
      return { type: 'set-urgency', by, at, urgency: 'normal' };
    case 'case-mute':
      return { type: 'mute', by, at, muted: true };
    case 'case-unmute':
      return { type: 'mute', by, at, muted: false };
    case 'case-disown':
      return { type: 'disown', by, at };
  }
}

const outcomeOf = ({ outcome }: Press): CaseOutcome =>
  caseOutcomes.find((known) => known === outcome) ?? 'solved';

/** A day at most; what is no number of minutes is none. */
function minutesOf({ minutes }: Press): number {
  const given = Math.round(Number(minutes ?? 0));
  return Number.isFinite(given) ? Math.min(24 * 60, Math.max(0, given)) : 0;
}

/** Decides, commits, and answers with the card as it stands for this person. */
export async function carryOut(
  desk: Desk,
  caller: Caller,
  { case: { tenant, id } }: StoredCase,
  command: CaseCommand,
): Promise<Answered> {
  const acted = await actOnCase(desk, { tenant, id }, command);
  if (!acted) return { now: note({ code: 'no-such-case' }) };
  const { stored } = acted;
  if (!acted.ok) return { now: viewFor(desk, caller, stored.case, noticeOf(stored.case, acted.why)) };
  return {
    now: viewFor(desk, caller, stored.case),
    later: async () => {
      showCase(desk, { tenant, id });
      await settleRequests(desk, stored);
      return [];
    },
  };
}

/** Of the form: to whom stands in the ticket, which belongs to the one who opened it. */
export async function handOver(desk: Desk, press: Press): Promise<Answered> {
  const { caller } = press;
  const ticket = await desk.tickets.read('hand-over', press.ticket);
  if (!ticket || ticket.expired) return { now: note({ code: 'card-expired' }) };
  const { tenant, person, conversation } = ticket.bearer;
  const isTheirs = tenant === caller.tenant && person === caller.person;
  if (!isTheirs || conversation !== caller.place.conversation)
    return { now: note({ code: 'not-your-card' }) };
  const stored = await desk.cases.load(caller.tenant, ticket.contents.case);
  const chosen = ticket.contents.to[press.row ?? -1];
  const to = chosen && (await colleagueOf(desk, caller, chosen));
  if (!stored || !to) return { now: note({ code: 'card-expired' }) };
  const [by, at] = [await actorOf(desk, caller), desk.clock.now()];
  return carryOut(desk, caller, stored, { type: 'hand-over', by, to, reason: press.reason ?? '', at });
}

/** Where its card hangs everybody may look; elsewhere those whom it concerns, and technicians. */
async function mayLook(desk: Desk, caller: Caller, { case: seen, home }: StoredCase): Promise<boolean> {
  if (caller.place.kind !== 'personal') return isWithin(caller.place, home);
  const guard = sessionOf(seen)?.guard;
  const concerned = [
    seen.requester.id,
    seen.raisedBy?.id,
    guard?.kind === 'told' ? guard.owner.id : undefined,
  ];
  if (concerned.includes(caller.person)) return true;
  return isKnownTechnician(desk, await desk.people.find(caller.tenant, caller.person));
}
