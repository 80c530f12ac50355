import { warningsFor, type Device, type DeviceAddress, type DeviceWarning } from './device';
import type { Attempt, Event, Following, HelpRequest, Limits, State, Subject } from './help-request';
import type { Instant } from './ids';

type Draft = Omit<Subject, 'warnings' | 'openedAt'> & {
  readonly device: Device;
  readonly address: DeviceAddress;
  /** Warnings that come from a look at the device rather than from its facts. */
  readonly alsoWarn?: readonly DeviceWarning[];
};

/** A new request: the confirm card before anyone pressed anything. */
export function openRequest(
  draft: Draft,
  at: Instant,
  limits: Limits,
): { request: HelpRequest; event: Event } {
  const { alsoWarn, ...subject } = draft;
  const warnings = [...warningsFor(draft.device, draft.typed, at), ...(alsoWarn ?? [])];
  return {
    request: { ...subject, warnings, openedAt: at, status: 'draft', expiresAt: at + limits.draftLives },
    event: { type: 'opened', at, by: draft.technician.id, device: draft.device.id },
  };
}

/** The request after an event. Total: an event that does not fit the state is a bug and throws. */
export function evolve(request: HelpRequest, event: Event): HelpRequest {
  switch (event.type) {
    case 'opened':
      return request;
    case 'confirmed':
      return {
        ...subjectOf(request),
        ...(event.reason && { reason: event.reason }),
        status: 'confirmed',
        confirmedAt: event.at,
        notBefore: event.at,
        tries: 0,
        ...(request.status === 'needs-human' && { previous: attemptOf(request) }),
      };
    case 'sending-started': {
      const { confirmedAt, tries, previous } = inState(request, 'confirmed');
      const { attempt, at: intentAt, baseline, clientRequestId, leaseUntil } = event;
      return {
        ...subjectOf(request),
        address: event.address,
        status: 'sending',
        confirmedAt,
        tries,
        ...(previous && { previous }),
        attempt,
        intentAt,
        baseline,
        clientRequestId,
        leaseUntil,
      };
    }
    case 'postponed': {
      const { confirmedAt, tries, previous } = inState(request, 'confirmed', 'sending');
      return {
        ...subjectOf(request),
        status: 'confirmed',
        confirmedAt,
        tries: tries + 1,
        notBefore: event.notBefore,
        waitsFor: event.why,
        ...(previous && { previous }),
      };
    }
    case 'accepted':
    case 'outcome-lost':
      return follow(request, event);
    case 'looked':
    case 'sight-lost':
    case 'sight-regained':
    case 'check-asked':
    case 'link-overdue':
    case 'human-needed':
      return evolveFollowed(inState(request, 'requested', 'unknown', 'no-link', 'needs-human'), event);
    case 'session-ready':
      return moved(request, {
        status: 'ready',
        ...lastAttempt(request),
        readyAt: event.at,
        releaseAt: event.releaseAt,
      });
    case 'session-failed': {
      const { at, details } = event;
      return moved(request, { status: 'failed', ...lastAttempt(request), at, ...(details && { details }) });
    }
    case 'refused': {
      const { at, cause, graphRequestId, occupant } = event;
      return moved(request, {
        ...{ status: 'refused', at, cause },
        ...(graphRequestId && { graphRequestId }),
        ...(occupant && { occupant }),
      });
    }
    case 'not-sent-again': {
      const { previous } = inState(request, 'confirmed', 'sending');
      if (!previous) throw new Error('Nothing was sent before');
      const { at, cause, lookAt, releaseAt } = event;
      return moved(request, {
        ...{ status: 'needs-human', ...previous, notAgain: cause },
        ...{ looks: 0, lookAt, giveUpAt: at, releaseAt, needsSignIn: false },
      });
    }
    case 'closed':
      return moved(request, {
        ...{ status: 'closed', at: event.at, outcome: event.outcome },
        ...(event.stoppedBy && { stoppedBy: event.stoppedBy }),
      });
  }
}

type Followed = Attempt &
  Following & { readonly status: 'requested' | 'unknown' | 'no-link' | 'needs-human' };
type Schedules = Extract<Event, { readonly type: 'accepted' | 'outcome-lost' }>;

function follow(request: HelpRequest, event: Schedules): HelpRequest {
  const { lookAt, giveUpAt, releaseAt, graphRequestId } = event;
  return moved(request, {
    status: event.type === 'accepted' ? 'requested' : 'unknown',
    ...lastAttempt(request),
    ...(graphRequestId && { graphRequestId }),
    looks: 0,
    lookAt,
    giveUpAt,
    releaseAt,
    needsSignIn: false,
  });
}

function evolveFollowed(request: HelpRequest & Followed, event: Event): HelpRequest {
  switch (event.type) {
    case 'looked':
      return { ...request, looks: request.looks + 1, lookAt: event.lookAt };
    case 'sight-lost':
      return { ...request, looks: request.looks + 1, lookAt: event.lookAt, needsSignIn: true };
    case 'sight-regained':
      return { ...request, needsSignIn: false };
    case 'link-overdue':
      return { ...request, status: 'no-link', ...lookedOn(request, event) };
    case 'human-needed':
      return { ...request, status: 'needs-human', ...lookedOn(request, event) };
    case 'check-asked':
      return {
        ...request,
        status: request.status === 'requested' || request.status === 'no-link' ? 'requested' : 'unknown',
        looks: 0,
        lookAt: event.at,
        giveUpAt: event.giveUpAt,
      };
    default:
      throw new Error(`${event.type} does not fit ${request.status}`);
  }
}

function lookedOn({ looks }: Following, { lookAt, unseen = false }: Pick<Following, 'lookAt' | 'unseen'>) {
  return { looks: looks + 1, lookAt, unseen };
}

function moved(request: HelpRequest, state: State): HelpRequest {
  return { ...subjectOf(request), ...state };
}

function subjectOf(request: HelpRequest): Subject {
  const { id, number, tenant, technician, device, address, warnings, typed, reason, openedAt } = request;
  const { case: of } = request;
  return {
    ...{ id, number, tenant, technician, device, address, warnings, openedAt },
    ...(typed && { typed }),
    ...(reason && { reason }),
    ...(of && { case: of }),
  };
}

/** The attempt that this request is about: its own, or the one before "send again". */
function lastAttempt(request: HelpRequest): Attempt {
  if ('intentAt' in request) return attemptOf(request);
  if (request.status === 'confirmed' && request.previous) return request.previous;
  throw new Error(`${request.status} has no attempt`);
}

function attemptOf({ attempt, intentAt, baseline, clientRequestId, graphRequestId }: Attempt): Attempt {
  return { attempt, intentAt, baseline, clientRequestId, ...(graphRequestId && { graphRequestId }) };
}

function inState<S extends HelpRequest['status']>(
  request: HelpRequest,
  ...states: S[]
): Extract<HelpRequest, { readonly status: S }> {
  const fits = (r: HelpRequest): r is Extract<HelpRequest, { readonly status: S }> =>
    states.some((state) => state === r.status);
  if (fits(request)) return request;
  throw new Error(`Expected ${states.join(' or ')}, found ${request.status}`);
}
