import type { Instant } from '../ids';
import type {
  Case,
  CaseEvent,
  CaseIn,
  CaseLimits,
  CaseState,
  CaseStatus,
  CaseSubject,
  OnIt,
  OwnerGuard,
  PastSession,
  SessionWas,
} from './case';

type Raised = Omit<CaseSubject, 'raisedAt' | 'muted' | 'history' | 'lastSession'>;

/** A new case: nobody is on it yet. */
export function openCase(
  raised: Raised,
  at: Instant,
  limits: CaseLimits,
): { readonly case: Case; readonly event: CaseEvent } {
  const { requester, raisedBy } = raised;
  return {
    case: {
      ...{ ...raised, raisedAt: at, muted: false, history: [] },
      ...{ status: 'open', since: at, nudges: 0, nudgeAt: at + limits.nudgeAfter },
    },
    event: { type: 'raised', at, by: (raisedBy ?? requester).id, requester: requester.id },
  };
}

/** The case after an event. Total: an event that does not fit the state is a bug and throws. */
export function evolveCase(seen: Case, event: CaseEvent): Case {
  const subject = subjectOf(seen);
  switch (event.type) {
    case 'raised':
      return seen;
    case 'urgency-set':
      return { ...seen, urgency: event.urgency };
    case 'muted':
    case 'unmuted':
      return { ...seen, muted: event.type === 'muted' };
    case 'nudged': {
      const open = inStatus(seen, 'open');
      return { ...open, nudges: open.nudges + 1, nudgeAt: event.nudgeAt };
    }
    case 'taken':
      return { ...subject, status: 'taken', technician: event.technician, takenAt: event.at };
    case 'released': {
      const from = inStatus(seen, 'taken').technician;
      const history = [...subject.history, { at: event.at, from }];
      const { at: since, nudgeAt } = event;
      return { ...subject, history, status: 'open', since, nudges: 0, nudgeAt };
    }
    case 'handed-over': {
      const { technician: from } = inStatus(seen, 'taken');
      const { at, to, reason } = event;
      const history = [...subject.history, { at, from, to, reason }];
      return { ...subject, history, status: 'taken', technician: to, takenAt: at };
    }
    default:
      return { ...subject, ...ended(seen, event), ...stateAfter(seen, event) };
  }
}

type MovesOn = Extract<
  CaseEvent,
  {
    readonly type:
      | 'withdrawn'
      | 'disowned'
      | 'resolved'
      | 'session-asked'
      | 'session-ready'
      | 'session-over'
      | 'owner-not-reached';
  }
>;

function stateAfter(seen: Case, event: MovesOn): CaseState {
  switch (event.type) {
    case 'withdrawn':
    case 'disowned':
      return { status: event.type, at: event.at, sessionWas: sessionWas(seen), ...handsOf(seen) };
    case 'resolved': {
      const { at, outcome, minutes } = event;
      return { status: 'resolved', at, outcome, minutes, ...onIt(seen) };
    }
    case 'session-asked':
      return { status: 'asking', session: event.session, ...onIt(seen) };
    case 'session-ready':
      return { status: 'in-session', session: event.session, readyAt: event.at, ...onIt(seen) };
    case 'session-over':
      return { status: 'taken', ...onIt(inStatus(seen, 'asking', 'in-session')) };
    case 'owner-not-reached':
      return ownerNotReached(inStatus(seen, 'asking', 'in-session'));
  }
}

function ownerNotReached(seen: CaseIn<'asking' | 'in-session'>): CaseState {
  const { guard } = seen.session;
  const ownerName = guard.kind === 'told' ? guard.owner.name : guard.ownerName;
  const changed: OwnerGuard = {
    ...{ kind: 'not-told', why: 'not-delivered' },
    ...(ownerName !== undefined && { ownerName }),
  };
  const session = { ...seen.session, guard: changed };
  return seen.status === 'asking'
    ? { status: 'asking', session, ...onIt(seen) }
    : { status: 'in-session', session, readyAt: seen.readyAt, ...onIt(seen) };
}

/** What becomes of the session that was under way, if there was one. */
function ended(seen: Case, event: MovesOn): { readonly lastSession?: PastSession } {
  if (!('session' in seen)) return {};
  const { session } = seen;
  switch (event.type) {
    case 'session-over':
      return { lastSession: { session, end: event.end } };
    case 'resolved':
      return { lastSession: { session, end: 'closed' } };
    case 'withdrawn':
    case 'disowned':
      return { lastSession: { session, end: 'stopped' } };
    case 'session-asked':
    case 'session-ready':
    case 'owner-not-reached':
      return {};
  }
}

function sessionWas(seen: Case): SessionWas {
  switch (seen.status) {
    case 'asking':
      return 'asked';
    case 'in-session':
      return 'ready';
    case 'withdrawn':
    case 'disowned':
      return seen.sessionWas;
    case 'open':
    case 'taken':
    case 'resolved':
      return seen.lastSession ? 'over' : 'none';
  }
}

function onIt(seen: Case): OnIt {
  const hands = handsOf(seen);
  if (hands) return hands;
  throw new Error(`Nobody is on a case that is ${seen.status}`);
}

function handsOf(seen: Case): OnIt | undefined {
  if (seen.status === 'open' || !seen.technician || seen.takenAt === undefined) return undefined;
  return { technician: seen.technician, takenAt: seen.takenAt };
}

function subjectOf(seen: Case): CaseSubject {
  const { id, number, tenant, requester, raisedBy, text, deviceName, urgency, raisedAt, muted, history } =
    seen;
  const { lastSession } = seen;
  return {
    ...{ id, number, tenant, requester, text, urgency, raisedAt, muted, history },
    ...(raisedBy && { raisedBy }),
    ...(deviceName !== undefined && { deviceName }),
    ...(lastSession && { lastSession }),
  };
}

function inStatus<S extends CaseStatus>(seen: Case, ...states: S[]): CaseIn<S> {
  const fits = (one: Case): one is CaseIn<S> => states.some((state) => state === one.status);
  if (fits(seen)) return seen;
  throw new Error(`Expected ${states.join(' or ')}, found ${seen.status}`);
}
