import type { Instant, RequestId } from '../ids';
import type {
  Actor,
  Case,
  CaseCommand,
  CaseDecision,
  CaseEvent,
  CaseIn,
  CaseLimits,
  CaseRefusal,
  CaseSession,
} from './case';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { readonly type: T }>;
type Open = Exclude<Case, Over>;
type Over = CaseIn<'resolved' | 'withdrawn' | 'disowned'>;

/** Says what a command would change, or why it may not. Touches nothing. */
export function decideCase(seen: Case, command: CaseCommand, limits: CaseLimits): CaseDecision {
  // Whoever did not ask for a session may say so when everything is over: that is when they find out.
  if (command.type === 'disown') return disown(seen, command);
  if (isCaseOver(seen)) return refuse(isFromPerson(command) ? 'already-over' : 'nothing-to-do');
  switch (command.type) {
    case 'take':
      return take(seen, command);
    case 'release':
      return release(seen, command, limits);
    case 'hand-over':
      return handOver(seen, command);
    case 'withdraw':
      return withdraw(seen, command);
    case 'resolve':
      return resolve(seen, command);
    case 'set-urgency':
      return setUrgency(seen, command);
    case 'mute':
      return mute(seen, command);
    case 'follow-session':
      return followSession(seen, command);
    case 'owner-not-reached':
      return ownerNotReached(seen, command);
    case 'pass-time':
      return passTime(seen, command.at, limits);
  }
}

export function isCaseOver(seen: Case): seen is Over {
  return seen.status === 'resolved' || seen.status === 'withdrawn' || seen.status === 'disowned';
}

/** When the case wants attention next, if time alone can change it. */
export function caseDueAt(seen: Case, limits: CaseLimits): Instant | undefined {
  return seen.status === 'open' && seen.nudges < limits.mostNudges ? seen.nudgeAt : undefined;
}

/** The session that is under way, or was the last one. */
export function sessionOf(seen: Case): CaseSession | undefined {
  return 'session' in seen ? seen.session : seen.lastSession?.session;
}

/** A case has one session at a time, so that its owner can always stop it. */
export function hasOtherSession(seen: Case, request: RequestId): boolean {
  return 'session' in seen && seen.session.request !== request;
}

function isFromPerson(command: CaseCommand): boolean {
  return 'by' in command;
}

function take(seen: Open, { by, at }: Of<'take'>): CaseDecision {
  if (!by.isTechnician) return refuse('not-a-technician');
  if (by.id === seen.requester.id) return refuse('own-request');
  if (seen.status !== 'open')
    return refuse(seen.technician.id === by.id ? 'already-yours' : 'taken-by-another');
  return accept({ type: 'taken', at, by: by.id, technician: participant(by) });
}

function release(seen: Open, { by, at }: Of<'release'>, limits: CaseLimits): CaseDecision {
  if (seen.status === 'open') return refuse('nobody-on-it');
  if (seen.technician.id !== by.id) return refuse('not-yours');
  if (seen.status !== 'taken') return refuse('session-under-way');
  return accept({ type: 'released', at, by: by.id, nudgeAt: at + limits.nudgeAfter });
}

/** Any technician may, with a reason: whoever has it may have gone home. */
function handOver(seen: Open, { by, to, reason, at }: Of<'hand-over'>): CaseDecision {
  if (!by.isTechnician) return refuse('not-a-technician');
  if (seen.status === 'open') return refuse('nobody-on-it');
  if (seen.status !== 'taken') return refuse('session-under-way');
  if (!to.isTechnician || to.id === seen.requester.id) return refuse('not-a-colleague');
  if (to.id === seen.technician.id) return refuse('nothing-to-do');
  if (reason.trim() === '') return refuse('reason-needed');
  return accept({ type: 'handed-over', at, by: by.id, to: participant(to), reason: reason.trim() });
}

function withdraw(seen: Open, { by, at }: Of<'withdraw'>): CaseDecision {
  if (!isRaiser(seen, by)) return refuse('not-your-request');
  return accept({ type: 'withdrawn', at, by: by.id });
}

function resolve(seen: Open, { by, at, outcome, minutes }: Of<'resolve'>): CaseDecision {
  if (seen.status === 'open') return refuse('nobody-on-it');
  if (seen.technician.id !== by.id) return refuse('not-yours');
  // Nobody knows yet what becomes of it: that is for the technician to end first.
  if (seen.status === 'asking') return refuse('session-under-way');
  return accept({ type: 'resolved', at, by: by.id, outcome, minutes });
}

function setUrgency(seen: Open, { by, at, urgency }: Of<'set-urgency'>): CaseDecision {
  if (!by.isTechnician && !isRaiser(seen, by)) return refuse('not-your-request');
  if (seen.urgency === urgency) return refuse('nothing-to-do');
  return accept({ type: 'urgency-set', at, by: by.id, urgency });
}

function mute(seen: Open, { by, at, muted }: Of<'mute'>): CaseDecision {
  if (by.id !== seen.requester.id) return refuse('not-your-request');
  if (seen.muted === muted) return refuse('nothing-to-do');
  return accept({ type: muted ? 'muted' : 'unmuted', at, by: by.id });
}

function disown(seen: Case, { by, at }: Of<'disown'>): CaseDecision {
  if (seen.status === 'disowned') return refuse('already-over');
  const session = sessionOf(seen);
  if (session?.guard.kind !== 'told' || session.guard.owner.id !== by.id) return refuse('not-your-device');
  return accept({ type: 'disowned', at, by: by.id, request: session.request });
}

/** A session counts while its technician is on the case; the one of a case that went on is not this case's any more. */
function followSession(seen: Open, { session, technician, sight, at }: Of<'follow-session'>): CaseDecision {
  if (seen.status === 'open' || seen.technician.id !== technician) return refuse('nothing-to-do');
  const isOther = hasOtherSession(seen, session.request);
  // What was looked up before the end may be told after it.
  const hasEnded = seen.lastSession?.session.request === session.request;
  switch (sight) {
    case 'asking':
      if (isOther) return refuse('session-under-way');
      return seen.status !== 'taken' || hasEnded
        ? refuse('nothing-to-do')
        : accept({ type: 'session-asked', at, session });
    case 'ready':
      if (isOther) return refuse('session-under-way');
      return seen.status === 'in-session' || hasEnded
        ? refuse('nothing-to-do')
        : accept({ type: 'session-ready', at, session });
    case 'closed':
    case 'refused':
    case 'failed':
      return isOther || seen.status === 'taken'
        ? refuse('nothing-to-do')
        : accept({ type: 'session-over', at, request: session.request, end: sight });
  }
}

function ownerNotReached(seen: Open, { request, at }: Of<'owner-not-reached'>): CaseDecision {
  const underWay = 'session' in seen && seen.session.request === request;
  return underWay && seen.session.guard.kind === 'told'
    ? accept({ type: 'owner-not-reached', at, request })
    : refuse('nothing-to-do');
}

function passTime(seen: Open, at: Instant, limits: CaseLimits): CaseDecision {
  const due = caseDueAt(seen, limits);
  if (due === undefined || at < due) return refuse('nothing-to-do');
  return accept({ type: 'nudged', at, nudgeAt: at + limits.nudgeAfter });
}

const isRaiser = ({ requester, raisedBy }: Case, { id }: Actor) => id === requester.id || id === raisedBy?.id;

const participant = ({ id, name, account }: Actor) => ({ id, name, ...(account && { account }) });
const accept = (...events: CaseEvent[]): CaseDecision => ({ ok: true, events });
const refuse = (why: CaseRefusal): CaseDecision => ({ ok: false, why });
