import { changesCard, isFollowed } from '../request/decide';
import type { AssistanceSight } from '../request/device';
import { readEvidence } from '../request/evidence';
import type { Command } from '../request/help-request';
import { carryOut } from './carry-out';
import { cardSubject } from './cards';
import { actOn } from './commit';
import type { Desk } from './desk';
import type { GraphAccess } from './graph-access';
import type { Stored } from './ports';
import { Busy, SignInNeeded, VersionConflict, isTrouble, type Trouble } from './troubles';

/** How many requests one pass takes on; the rest is due in the next. */
const AT_ONCE = 200;

/**
 * One pass of the timer, and the only repair of requests there is: sessions under way, confirmations left half-done by a
 * crash, leases and deadlines that ran out.
 */
export async function followSessions(desk: Desk): Promise<void> {
  const due = await desk.requests.due(desk.clock.now(), AT_ONCE);
  const toLookAt: Stored[] = [];
  for (const stored of due) {
    if (await passTime(desk, stored)) continue;
    if (stored.request.status === 'confirmed') await carryOut(desk, stored.request.id);
    else if (isFollowed(stored.request)) toLookAt.push(stored);
  }
  await Promise.all(byTechnician(toLookAt).map((own) => lookAt(desk, own)));
}

/** One request, now: somebody pressed "check again". */
export async function followNow(desk: Desk, stored: Stored): Promise<void> {
  if (isFollowed(stored.request)) await lookAt(desk, [stored]);
}

/** True when time alone moved the request on. */
async function passTime(desk: Desk, stored: Stored): Promise<boolean> {
  return commit(desk, stored, { type: 'pass-time', at: desk.clock.now() });
}

function byTechnician(requests: readonly Stored[]): Stored[][] {
  const groups = new Map<string, Stored[]>();
  for (const stored of requests) {
    const { tenant, technician } = stored.request;
    const key = `${tenant}/${technician.id}`;
    groups.set(key, [...(groups.get(key) ?? []), stored]);
  }
  return [...groups.values()];
}

/** Requests of one technician, looked at with one token in one batch. */
async function lookAt(desk: Desk, requests: readonly Stored[]): Promise<void> {
  const [first] = requests;
  if (!first) return;
  const access = await accessFor(desk, first);
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
  const access = desk.signIns.accessFor(request.technician.id) ?? (await desk.vault.access(request));
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
    const acted = await actOn(desk, stored, command);
    // Not awaited: looking at sessions never waits for Teams.
    if (acted.ok && acted.events.some(changesCard)) void desk.noticeboard.show(cardSubject(acted.stored));
    return acted.ok;
  } catch (error) {
    if (error instanceof VersionConflict) return false;
    throw error;
  }
}
