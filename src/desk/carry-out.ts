import { isPutOff } from '../request/decide';
import type { Answer, Cause, FirstLook, In, RefusedBecause } from '../request/help-request';
import type { RequestId } from '../request/ids';
import { cardSubject } from './cards';
import { act, actOn } from './commit';
import type { Desk } from './desk';
import type { GraphAccess } from './graph-access';
import type { FirstSight, Stored } from './ports';
import {
  Busy,
  NotPermitted,
  OutcomeUnknown,
  SignInNeeded,
  Unreachable,
  VersionConflict,
  isTrouble,
  type Trouble,
} from './troubles';

/**
 * Asks Intune for a confirmed request: look, intent, one POST, classification. Whatever happens on the way, at
 * most one POST leaves for one intent, and what cannot be known is written down as unknown.
 */
export async function carryOut(desk: Desk, id: RequestId): Promise<void> {
  // Intents of which this process knows that nothing was sent, whether or not they were written.
  const unsent = new Set<string>();
  await whileDatabaseIsAway(desk, () => tryToCarryOut(desk, id, unsent));
}

async function tryToCarryOut(desk: Desk, id: RequestId, unsent: Set<string>): Promise<void> {
  const stored = await desk.requests.load(id);
  if (stored?.request.status === 'sending' && unsent.has(stored.request.clientRequestId))
    return recordAnswer(desk, stored.request, { kind: 'not-carried-out', why: 'not-reached' });
  if (stored?.request.status !== 'confirmed' || isPutOff(stored.request, desk.clock.now())) return;
  const access = await desk.signIns.accessFor(stored.request.technician.id);
  // The POST needs a token of the technician who pressed; one kept for following does not count.
  if (!access) return refuse(desk, stored, 'interrupted');
  // The unique index decides in the end; asking first tells who it is instead of "somebody is at it".
  const occupant = await desk.requests.occupant(stored.request);
  if (occupant) return refuse(desk, stored, 'occupied', { occupant });
  const look = await firstLook(desk, stored, access);
  if (!look) return;
  const clientRequestId = desk.newClientRequestId();
  unsent.add(clientRequestId);
  const sending = await beginSending(desk, stored, access, { ...look, clientRequestId });
  if (!sending) return;
  unsent.delete(clientRequestId);
  await send(desk, sending, access);
}

/** Milliseconds between two tries of a database that is away. */
const TRY_AGAIN_AFTER = 1_000;

/**
 * Tries again while the database is away: what this process knows, no other one does. When that takes longer than a
 * lease it is given up, and time says what became of the request.
 */
async function whileDatabaseIsAway(desk: Desk, work: () => Promise<void>): Promise<void> {
  const patience = desk.clock.monotonic() + desk.rules.limits.lease;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof Unreachable && error.party === 'database')) throw error;
      desk.log.warn('the database is away', { error: error.name });
      if (desk.clock.monotonic() >= patience) return;
      await desk.wait(TRY_AGAIN_AFTER);
    }
  }
}

async function firstLook(desk: Desk, stored: Stored, access: GraphAccess): Promise<FirstSight | undefined> {
  try {
    return await desk.assistance.look(access, stored.request.address);
  } catch (error) {
    if (!isTrouble(error)) throw error;
    // No successful look, no POST.
    const waits = waitFor(error);
    const at = desk.clock.now();
    if (waits) await show(desk, act(desk, stored.request.id, { type: 'postpone', at, ...waits }));
    else await refuse(desk, stored, causeOf(error), trace(error));
    return undefined;
  }
}

type Sending = { readonly request: In<'sending'>; readonly opened: number };

/** Writes the intent. Undefined: there is nothing to send, or somebody else is at it. */
async function beginSending(
  desk: Desk,
  seen: Stored,
  access: GraphAccess,
  look: FirstLook,
): Promise<Sending | undefined> {
  await desk.vault.keepAccess(seen.request, access);
  await keepEarlierLink(desk, seen, look);
  // The window opens before the intent is written, so that a slow database can only make it shorter.
  const opened = desk.clock.monotonic();
  const at = desk.clock.now();
  try {
    const { stored } = await actOn(desk, seen, {
      ...{ type: 'begin-sending', at },
      ...look,
    });
    void desk.noticeboard.show(cardSubject(stored));
    return stored.request.status === 'sending' ? { request: stored.request, opened } : undefined;
  } catch (error) {
    if (error instanceof VersionConflict) return undefined;
    throw error;
  }
}

/** "Send again" may find the link of the attempt before. It is kept first, so that "ready" is never without it. */
async function keepEarlierLink(desk: Desk, { request }: Stored, { sight }: FirstLook): Promise<void> {
  if (request.status !== 'confirmed' || !request.previous || !sight.link) return;
  await desk.vault.keepLink(request, sight.link.url, desk.clock.now() + desk.rules.limits.occupied);
}

async function send(desk: Desk, { request, opened }: Sending, access: GraphAccess): Promise<void> {
  const tooLate = desk.clock.monotonic() - opened > desk.rules.sendWindow;
  // Between this check and the write there is no await: an expired lease means nothing can leave any more.
  const answer = tooLate
    ? ({ kind: 'not-carried-out', why: 'not-reached' } as const)
    : await post(desk, access, request);
  await whileDatabaseIsAway(desk, () => recordAnswer(desk, request, answer));
}

async function recordAnswer(desk: Desk, request: In<'sending'>, answer: Answer): Promise<void> {
  const { id, attempt } = request;
  await show(desk, act(desk, id, { type: 'record-answer', at: desk.clock.now(), attempt, answer }));
}

async function post(desk: Desk, access: GraphAccess, request: In<'sending'>): Promise<Answer> {
  try {
    const { address, clientRequestId } = request;
    return { kind: 'accepted', ...(await desk.assistance.request(access, address, clientRequestId)) };
  } catch (error) {
    return classify(error);
  }
}

/** What a failed POST means. Everything that is not a clear "no" or a clear "never sent" is lost. */
function classify(error: unknown): Answer {
  if (error instanceof NotPermitted || error instanceof SignInNeeded)
    return { kind: 'refused', cause: causeOf(error), ...trace(error) };
  const waits = isTrouble(error) ? waitFor(error) : undefined;
  if (waits) return { kind: 'not-carried-out', ...waits };
  return { kind: 'lost', ...(isTrouble(error) ? trace(error) : {}) };
}

function waitFor(trouble: Trouble) {
  if (trouble instanceof Busy)
    return { why: 'intune-busy', ...(trouble.until !== undefined && { until: trouble.until }) } as const;
  if (trouble instanceof Unreachable) return { why: 'not-reached' } as const;
  return undefined;
}

function causeOf(trouble: Trouble): Cause {
  if (trouble instanceof NotPermitted) return trouble.reason;
  if (trouble instanceof SignInNeeded) return 'sign-in-needed';
  return 'unexpected';
}

function graphRequestIdOf(trouble: Trouble): string | undefined {
  const carriesIt =
    trouble instanceof NotPermitted || trouble instanceof Unreachable || trouble instanceof OutcomeUnknown;
  return carriesIt ? trouble.graphRequestId : undefined;
}

function trace(trouble: Trouble): { graphRequestId?: string } {
  const graphRequestId = graphRequestIdOf(trouble);
  return graphRequestId ? { graphRequestId } : {};
}

async function refuse(
  desk: Desk,
  { request }: Stored,
  cause: Cause,
  facts: Omit<RefusedBecause, 'cause'> = {},
): Promise<void> {
  await show(desk, act(desk, request.id, { type: 'refuse', at: desk.clock.now(), cause, ...facts }));
}

async function show(desk: Desk, acted: ReturnType<typeof act>): Promise<void> {
  const done = await acted;
  if (done) await desk.noticeboard.show(cardSubject(done.stored));
}
