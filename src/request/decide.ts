import type {
  Answer,
  Attempt,
  Command,
  Confirmation,
  Decision,
  Event,
  Following,
  HelpRequest,
  In,
  Limits,
  Outcome,
  Refusal,
  RefusedBecause,
  Schedule,
} from './help-request';
import { baselineOf, isUnderWay, readEvidence } from './evidence';
import type { Instant, PersonId } from './ids';
import { isSameDevice } from './who-may';

type Of<T extends Command['type']> = Extract<Command, { readonly type: T }>;
type Followed = In<'requested' | 'unknown' | 'no-link' | 'needs-human'>;

/** Says what a command would change, or why it may not. Touches nothing. */
export function decide(request: HelpRequest, command: Command, limits: Limits): Decision {
  if ('by' in command && command.by !== request.technician.id) return refuse('not-your-request');
  if (isOver(request)) return refuse(hasExpired(request, command.at) ? 'expired' : 'already-closed');
  switch (command.type) {
    case 'confirm':
      return confirm(request, command);
    case 'begin-sending':
      return beginSending(request, command, limits);
    case 'record-answer':
      return recordAnswer(request, command, limits);
    case 'postpone':
      return request.status === 'confirmed' ? postpone(request, command, limits) : refuse('nothing-to-do');
    case 'refuse':
      return request.status === 'confirmed'
        ? accept(refused(request, command, limits))
        : refuse('nothing-to-do');
    case 'record-sight':
      return isFollowed(request) ? recordSight(request, command, limits) : refuse('nothing-to-do');
    case 'lose-sight':
      return isFollowed(request) ? loseSight(request, command.at, limits) : refuse('nothing-to-do');
    case 'pass-time':
      return passTime(request, command, limits);
    case 'check-again':
      return checkAgain(request, command, limits);
    case 'send-again':
      return sendAgain(request, command);
    case 'cancel':
      return cancel(request, command);
    case 'close':
      return close(request, command);
    case 'stop':
      return stop(request, command);
  }
}

/** When the request wants attention next, if time alone can change it. */
export function dueAt(request: HelpRequest, limits: Limits): Instant | undefined {
  switch (request.status) {
    case 'draft':
      return request.expiresAt;
    case 'confirmed':
      // Whoever took the press carries it out at once; when that did not happen, time tells the person.
      return request.waitsFor ? request.notBefore : request.confirmedAt + limits.lease;
    case 'sending':
      return request.leaseUntil;
    case 'requested':
    case 'unknown':
    case 'no-link':
    case 'needs-human':
      return Math.min(request.lookAt, request.releaseAt);
    case 'ready':
      return request.releaseAt;
    case 'refused':
    case 'failed':
    case 'closed':
      return undefined;
  }
}

/** States in which a POST was sent, or is about to be, whose session may be there. */
export const OCCUPYING = ['sending', 'requested', 'unknown', 'no-link', 'needs-human', 'ready'] as const;

/** Whether the device is this request's: one open session a device, held by a unique index. */
export function holdsDevice(request: HelpRequest): boolean {
  // "Send again" gives nothing away: of the POST before it nobody knows what became.
  if (request.status === 'confirmed') return request.previous !== undefined;
  return OCCUPYING.some((status) => status === request.status);
}

export function isOver(request: HelpRequest): request is In<'refused' | 'failed' | 'closed'> {
  return request.status === 'refused' || request.status === 'failed' || request.status === 'closed';
}

export function isFollowed(request: HelpRequest): request is Followed {
  return (
    request.status === 'requested' ||
    request.status === 'unknown' ||
    request.status === 'no-link' ||
    request.status === 'needs-human'
  );
}

/** Whether an event changes what the card says; the others must not cost an update. */
export const changesCard = (event: Event): boolean => event.type !== 'looked';

function confirm(request: HelpRequest, { by, at, reason }: Of<'confirm'>): Decision {
  if (hasExpired(request, at)) return refuse('expired');
  if (request.status !== 'draft') return refuse('already-under-way');
  if (request.case?.guard.kind === 'not-told' && !reason?.trim()) return refuse('reason-needed');
  return accept({ type: 'confirmed', at, by, ...(reason && { reason }) });
}

/**
 * Whether what Intune did not carry out has to wait until it is sent again. A press is sent at once, even if the clock
 * shows an earlier time by now: between two answers of the database it is only guessed.
 */
export function isPutOff({ waitsFor, notBefore }: In<'confirmed'>, at: Instant): boolean {
  return waitsFor !== undefined && at < notBefore;
}

function beginSending(request: HelpRequest, look: Of<'begin-sending'>, limits: Limits): Decision {
  if (request.status !== 'confirmed' || isPutOff(request, look.at)) return refuse('nothing-to-do');
  if (!isSameDevice(request.device, look.device))
    return accept(refused(request, { at: look.at, cause: 'device-changed' }, limits));
  const earlier = request.previous && shownAfterAll(request.previous, look, limits);
  if (earlier) return accept(earlier);
  if (isUnderWay(look.sight, look.at))
    return accept(refused(request, { at: look.at, cause: 'already-running' }, limits));
  return accept({
    type: 'sending-started',
    at: look.at,
    attempt: (request.previous?.attempt ?? 0) + 1,
    leaseUntil: look.at + limits.lease,
    baseline: baselineOf(look.sight),
    address: look.address,
    clientRequestId: look.clientRequestId,
  });
}

/** "Send again" reads first: when the earlier POST shows by now, there is nothing to send. */
function shownAfterAll(
  previous: Attempt,
  { sight, at }: Of<'begin-sending'>,
  limits: Limits,
): Event | undefined {
  const evidence = readEvidence(previous.baseline, sight, previous.intentAt);
  if (evidence.kind === 'link') return { type: 'session-ready', at, releaseAt: at + limits.occupied };
  if (evidence.kind === 'accepted') return { type: 'accepted', at, ...schedule(at, limits.linkWait, limits) };
  return undefined;
}

function recordAnswer(
  request: HelpRequest,
  { at, attempt, answer }: Of<'record-answer'>,
  limits: Limits,
): Decision {
  const waitsForIt = request.status === 'sending' || request.status === 'unknown';
  if (!waitsForIt || request.attempt !== attempt) return refuse('nothing-to-do');
  // A late answer still is one: the lease may have run out while Graph was thinking.
  if (request.status === 'unknown' && answer.kind !== 'accepted') return refuse('nothing-to-do');
  return answered(request, answer, at, limits);
}

function answered(request: In<'sending' | 'unknown'>, answer: Answer, at: Instant, limits: Limits): Decision {
  const trace = 'graphRequestId' in answer ? { graphRequestId: answer.graphRequestId } : {};
  switch (answer.kind) {
    case 'accepted':
      return accept({ type: 'accepted', at, ...trace, ...schedule(at, limits.linkWait, limits) });
    case 'refused':
      return accept(refused(request, { at, ...answer }, limits));
    case 'not-carried-out':
      return request.status === 'sending'
        ? postpone(request, { at, ...answer }, limits)
        : refuse('nothing-to-do');
    case 'lost':
      return accept({ type: 'outcome-lost', at, ...trace, ...schedule(at, limits.verify, limits) });
  }
}

function postpone(
  request: Confirmation,
  { at, why, until }: Omit<Of<'postpone'>, 'type'>,
  limits: Limits,
): Decision {
  const { tries, confirmedAt } = request;
  const wait = limits.resend[tries];
  const notBefore = until !== undefined ? Math.max(until, at) : at + (wait ?? 0);
  if (wait === undefined || notBefore > confirmedAt + limits.sendWithin)
    return accept(
      refused(request, { at, cause: why === 'intune-busy' ? 'intune-busy' : 'intune-unreachable' }, limits),
    );
  return accept({ type: 'postponed', at, why, notBefore });
}

function recordSight(request: Followed, command: Of<'record-sight'>, limits: Limits): Decision {
  const regained: Event[] = request.needsSignIn ? [{ type: 'sight-regained', at: command.at }] : [];
  return accept(...regained, concludeFrom(request, command, limits));
}

function concludeFrom(request: Followed, { at, seen, until }: Of<'record-sight'>, limits: Limits): Event {
  const evidence = seen === 'unreadable' ? undefined : readEvidence(request.baseline, seen, request.intentAt);
  if (evidence?.kind === 'link') return { type: 'session-ready', at, releaseAt: at + limits.occupied };
  if (evidence?.kind === 'failed')
    return { type: 'session-failed', at, ...(evidence.details && { details: evidence.details }) };
  const wasDoubtful = request.status === 'unknown' || request.status === 'needs-human';
  if (evidence?.kind === 'accepted' && wasDoubtful)
    return { type: 'accepted', at, ...schedule(at, limits.linkWait, limits) };
  const lookAt = Math.max(nextLook(request, at, limits), until ?? 0);
  return silence(request, { at, lookAt, ...(seen === 'unreadable' && { unseen: true }) });
}

function silence(
  request: Followed,
  look: { readonly at: Instant; readonly lookAt: Instant; readonly unseen?: true },
): Event {
  const { status, unseen } = request;
  const isTime = look.at >= request.giveUpAt;
  // What could not be read is read at last: the question is put in other words then.
  const isSeenAtLast = unseen === true && look.unseen === undefined;
  if ((status === 'requested' && isTime) || (status === 'no-link' && isSeenAtLast))
    return { type: 'link-overdue', ...look };
  if ((status === 'unknown' && isTime) || (status === 'needs-human' && isSeenAtLast))
    return { type: 'human-needed', ...look };
  return { type: 'looked', at: look.at, lookAt: look.lookAt };
}

function loseSight(request: Followed, at: Instant, limits: Limits): Decision {
  const lookAt = nextLook(request, at, limits);
  return accept(request.needsSignIn ? { type: 'looked', at, lookAt } : { type: 'sight-lost', at, lookAt });
}

function passTime(request: HelpRequest, { at, abandoned }: Of<'pass-time'>, limits: Limits): Decision {
  if (hasExpired(request, at)) return accept(closed({ at }, 'expired'));
  if (request.status === 'confirmed' && (abandoned || hasWaitedTooLong(request, at, limits)))
    return accept(refused(request, { at, cause: 'interrupted' }, limits));
  if (request.status === 'sending' && (abandoned || at >= request.leaseUntil))
    return accept({ type: 'outcome-lost', at, ...schedule(at, limits.verify, limits) });
  if ('releaseAt' in request && at >= request.releaseAt) return accept(closed({ at }, 'released'));
  return refuse('nothing-to-do');
}

/** Only what was put off is sent later; a press that was not carried out at once is not, behind somebody's back. */
function hasWaitedTooLong(request: In<'confirmed'>, at: Instant, limits: Limits): boolean {
  return at >= request.confirmedAt + (request.waitsFor ? limits.sendWithin : limits.lease);
}

function checkAgain(request: HelpRequest, { by, at }: Of<'check-again'>, limits: Limits): Decision {
  if (!isFollowed(request)) return refuse('nothing-to-do');
  return accept({ type: 'check-asked', at, by, giveUpAt: Math.max(request.giveUpAt, at + limits.verify) });
}

function sendAgain(request: HelpRequest, { by, at }: Of<'send-again'>): Decision {
  if (request.status !== 'needs-human') return refuse('already-under-way');
  return accept({ type: 'confirmed', at, by });
}

function cancel(request: HelpRequest, command: Of<'cancel'>): Decision {
  // The POST is on its way this very moment: in seconds we know more.
  if (request.status === 'sending') return refuse('already-under-way');
  return accept(closed(command, wasSent(request) ? 'withdrawn' : 'cancelled'));
}

function stop(request: HelpRequest, { at, stopper }: Of<'stop'>): Decision {
  // As with "cancel"; whoever stops it comes back when it is known.
  if (request.status === 'sending') return refuse('already-under-way');
  return accept({ ...closed({ at }, wasSent(request) ? 'withdrawn' : 'cancelled'), stoppedBy: stopper });
}

/** Before "send again" a POST was sent of which nobody knows what became. */
function wasSent(request: HelpRequest): boolean {
  return request.status === 'confirmed' ? request.previous !== undefined : request.status !== 'draft';
}

function close(request: HelpRequest, command: Of<'close'>): Decision {
  if (request.status === 'ready') return accept(closed(command, 'finished'));
  return isFollowed(request) ? accept(closed(command, 'withdrawn')) : refuse('nothing-to-do');
}

function schedule(at: Instant, giveUpAfter: number, limits: Limits): Schedule {
  return {
    lookAt: at + (limits.looks[0] ?? giveUpAfter),
    giveUpAt: at + giveUpAfter,
    releaseAt: at + limits.occupied,
  };
}

function nextLook(request: Following, at: Instant, limits: Limits): Instant {
  return at + (limits.looks[request.looks + 1] ?? limits.looks.at(-1) ?? limits.verify);
}

function hasExpired(request: HelpRequest, at: Instant): boolean {
  if (request.status === 'draft') return at >= request.expiresAt;
  return request.status === 'closed' && request.outcome === 'expired';
}

/**
 * Nothing was sent, or nothing was taken. With "send again" that says nothing about the attempt before: its question
 * stays open, unless the device is somebody else's by now.
 */
function refused(
  request: HelpRequest | Confirmation,
  { at, cause, graphRequestId, occupant }: RefusedBecause & { readonly at: Instant },
  limits: Limits,
): Event {
  const because = { at, cause, ...(graphRequestId && { graphRequestId }), ...(occupant && { occupant }) };
  if (!('previous' in request) || cause === 'occupied') return { type: 'refused', ...because };
  const lookAt = at + (limits.looks.at(-1) ?? limits.verify);
  return { type: 'not-sent-again', ...because, lookAt, releaseAt: at + limits.occupied };
}

function closed(
  { at, by }: { at: Instant; by?: PersonId },
  outcome: Outcome,
): Extract<Event, { readonly type: 'closed' }> {
  return { type: 'closed', at, outcome, ...(by && { by }) };
}

const accept = (...events: Event[]): Decision => ({ ok: true, events });
const refuse = (why: Refusal): Decision => ({ ok: false, why });
