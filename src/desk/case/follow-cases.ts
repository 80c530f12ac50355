import { describeError } from '../../log';
import { isOver } from '../../request/decide';
import { isCaseOver, sessionOf } from '../../request/case/decide-case';
import { act } from '../commit';
import type { Desk } from '../desk';
import { VersionConflict, isTrouble } from '../troubles';
import { actOnCase } from './commit-case';
import { followRequest } from './follow-case';
import { showCase } from './show-case';
import type { CaseName } from './ports';

/** How many cases one pass takes on. */
const AT_ONCE = 200;

/** One pass of the timer, and the repair: reminders that are due, cases and requests that a crash left apart. */
export async function followCases(desk: Desk): Promise<void> {
  for (const which of await desk.cases.due(desk.clock.now(), AT_ONCE))
    await guarded(desk, which, () => passTime(desk, which));
  for (const which of await desk.cases.watched(AT_ONCE))
    await guarded(desk, which, () => keepInStep(desk, which));
}

/** One case that cannot be worked on must not hold up the others. Without the database none can: that ends the pass. */
async function guarded(desk: Desk, { id }: CaseName, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isTrouble(error)) throw error;
    if (error instanceof VersionConflict) desk.log.warn('case not followed', { case: id, error: error.name });
    else desk.log.error('case not followed', { case: id, ...describeError(error) });
  }
}

async function passTime(desk: Desk, which: CaseName): Promise<void> {
  const acted = await actOnCase(desk, which, { type: 'pass-time', at: desk.clock.now() });
  if (acted?.ok) showCase(desk, which);
}

async function keepInStep(desk: Desk, which: CaseName): Promise<void> {
  const seen = (await desk.cases.load(which.tenant, which.id))?.case;
  const session = seen && sessionOf(seen);
  const request = session && (await desk.requests.load(session.request))?.request;
  if (!request) return desk.cases.unwatch(which.id);
  const command = await followRequest(desk, request);
  if (command) await act(desk, request.id, command);
  if (isCaseOver(seen) && isOver(request)) return desk.cases.unwatch(seen.id);
  if (session.guard.kind === 'told' && (await desk.cases.isUndeliverable(seen.id, `owner:${request.id}`))) {
    const at = desk.clock.now();
    const acted = await actOnCase(desk, which, { type: 'owner-not-reached', request: request.id, at });
    if (acted?.ok) showCase(desk, seen);
  }
}
