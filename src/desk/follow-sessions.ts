import { changesCard, isFollowed } from '../request/decide';
import type { AssistanceSight } from '../request/device';
import { readEvidence } from '../request/evidence';
import type { Command } from '../request/help-request';
import { describeError } from '../log';
import { cardSubject } from './cards';
import { carryOut } from './carry-out';
import { actOn } from './commit';
import type { Desk } from './desk';
import type { GraphAccess } from './graph-access';
import type { Due, Stored } from './ports';
import { Busy, SignInNeeded, VersionConflict, isTrouble, type Trouble } from './troubles';

/** How many requests one pass takes on; the rest is due in the next. */
const AT_ONCE = 200;

/** A request taken by this pass, whose state can be read. */
type Taken = Due & { readonly stored: Stored };

/**
 * One pass of the timer, and the only repair of requests there is: sessions under way, confirmations left half-done
 * by a crash, leases and deadlines that ran out. Passes may overlap, here and on other instances: each takes its own.
 */
export async function followSessions(desk: Desk): Promise<void> {
  const taken: Taken[] = [];
  for (const due of await desk.requests.claimDue(AT_ONCE)) {
    const { stored } = due;
    if (stored) taken.push({ ...due, stored });
    else await handleBug(desk, due, new Error('The state of the request cannot be read'));
  }
  const left = await keep(taken, async (due) => !(await passTime(desk, due)));
  // What was sent comes before what is to be sent: only the one can tell that the other is not needed.
  const followed = left.filter(({ stored }) => isFollowed(stored.request));
  await Promise.all(byTechnician(followed).map((own) => lookAtAll(desk, own)));
  const confirmed = left.filter(({ stored }) => stored.request.status === 'confirmed');
  // Not awaited: whoever waits for Intune must not keep the timer from noticing a link.
  for (const due of confirmed) desk.goOn(() => guarded(desk, due, () => carryOut(desk, due.id)));
}

/** One request, now, before what the timer has to do: somebody pressed "check again" and waits. */
export async function followNow(desk: Desk, stored: Stored): Promise<void> {
  const atOnce: Desk = { ...desk, inTurn: (work) => work() };
  if (isFollowed(stored.request)) await lookAt(atOnce, [stored]);
}

async function keep(all: readonly Taken[], wanted: (due: Taken) => Promise<boolean>): Promise<Taken[]> {
  const answers = await Promise.all(all.map(wanted));
  return all.filter((_, index) => answers[index]);
}

/** True when there is nothing else to do with it: time alone moved it on, or it could not be worked on. */
async function passTime(desk: Desk, due: Taken): Promise<boolean> {
  const { stored, abandoned } = due;
  let isDone = true;
  await guarded(desk, due, async () => {
    const at = desk.clock.now();
    isDone = await commit(desk, stored, { type: 'pass-time', at, ...(abandoned && { abandoned }) });
  });
  return isDone;
}

/** One request that cannot be worked on must not hold up the others. */
async function guarded(desk: Desk, due: Due, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Its claim runs out, and the next pass finds it as it is.
    if (isTrouble(error)) desk.log.warn('request not followed', { request: due.id, error: error.name });
    else await handleBug(desk, due, error);
  }
}

async function handleBug(desk: Desk, due: Due, error: unknown): Promise<void> {
  const what = await desk.requests.fail(due);
  const event = what === 'again' ? 'request not followed' : 'request quarantined';
  desk.log.error(event, { request: due.id, ...describeError(error) });
}

function byTechnician(requests: readonly Taken[]): Taken[][] {
  const groups = new Map<string, Taken[]>();
  for (const due of requests) {
    const { tenant, technician } = due.stored.request;
    const key = `${tenant}/${technician.id}`;
    groups.set(key, [...(groups.get(key) ?? []), due]);
  }
  return [...groups.values()];
}

/** Together, or each alone when one of them is not to be worked on. */
async function lookAtAll(desk: Desk, own: readonly Taken[]): Promise<void> {
  const [only, ...others] = own;
  if (!only) return;
  const together = () =>
    lookAt(
      desk,
      own.map(({ stored }) => stored),
    );
  if (others.length === 0) return guarded(desk, only, together);
  try {
    await together();
  } catch {
    await Promise.all(own.map((due) => guarded(desk, due, () => lookAt(desk, [due.stored]))));
  }
}

/** Requests of one technician, looked at with one token in one batch. */
async function lookAt(desk: Desk, requests: readonly Stored[]): Promise<void> {
  const [first] = requests;
  if (!first) return;
  const access = await desk.inTurn(() => accessFor(desk, first));
  if (!access) {
    for (const stored of requests) await commit(desk, stored, { type: 'lose-sight', at: desk.clock.now() });
    return;
  }
  const sights = await desk.assistance.lookAll(
    access,
    requests.map(({ request }) => request.address),
  );
  for (const [index, stored] of requests.entries()) {
    const sight = sights[index];
    if (sight) await record(desk, stored, sight);
  }
}

async function accessFor(desk: Desk, { request }: Stored): Promise<GraphAccess | undefined> {
  const access = (await desk.signIns.accessFor(request.technician.id)) ?? (await desk.vault.access(request));
  return access && access.expiresAt > desk.clock.now() ? access : undefined;
}

async function record(desk: Desk, stored: Stored, sight: AssistanceSight | Trouble): Promise<void> {
  const at = desk.clock.now();
  if (sight instanceof SignInNeeded) {
    await commit(desk, stored, { type: 'lose-sight', at });
    return;
  }
  if (isTrouble(sight)) {
    const until = sight instanceof Busy ? sight.until : undefined;
    await commit(desk, stored, { type: 'record-sight', at, seen: 'unreadable', ...(until && { until }) });
    return;
  }
  await keepNewLink(desk, stored, sight);
  await commit(desk, stored, { type: 'record-sight', at, seen: sight });
}

/** The link goes to the vault before the state says "ready", so that "ready" is never without it. */
async function keepNewLink(desk: Desk, { request }: Stored, sight: AssistanceSight): Promise<void> {
  if (!sight.link || !isFollowed(request)) return;
  if (readEvidence(request.baseline, sight, request.intentAt).kind !== 'link') return;
  await desk.vault.keepLink(request, sight.link.url, desk.clock.now() + desk.rules.limits.occupied);
}

/** False when the command changed nothing, or somebody else was faster: the next pass sees what they did. */
async function commit(desk: Desk, stored: Stored, command: Command): Promise<boolean> {
  try {
    const acted = await desk.inTurn(() => actOn(desk, stored, command));
    // Not awaited: looking at sessions never waits for Teams.
    if (acted.ok && acted.events.some(changesCard)) void desk.noticeboard.show(cardSubject(acted.stored));
    return acted.ok;
  } catch (error) {
    if (error instanceof VersionConflict) return false;
    throw error;
  }
}
