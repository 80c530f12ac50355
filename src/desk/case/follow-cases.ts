import { isOver } from '../../request/decide';
import { isCaseOver, sessionOf } from '../../request/case/decide-case';
import { act } from '../commit';
import type { Desk } from '../desk';
import { actOnCase } from './commit-case';
import { followRequest } from './follow-case';
import { showCase } from './show-case';
import type { StoredCase } from './ports';

/** How many cases one pass takes on. */
const AT_ONCE = 200;

/** One pass of the timer, and the repair: reminders that are due, cases and requests that a crash left apart. */
export async function followCases(desk: Desk): Promise<void> {
  for (const { case: seen } of await desk.cases.due(desk.clock.now(), AT_ONCE)) {
    const acted = await actOnCase(desk, seen, { type: 'pass-time', at: desk.clock.now() });
    if (acted?.ok) showCase(desk, seen.id);
  }
  for (const stored of await desk.cases.watched(AT_ONCE)) await keepInStep(desk, stored);
}

async function keepInStep(desk: Desk, stored: StoredCase): Promise<void> {
  const { case: seen } = stored;
  const session = sessionOf(seen);
  const request = session && (await desk.requests.load(session.request))?.request;
  if (!request) return desk.cases.unwatch(seen.id);
  const command = await followRequest(desk, request);
  if (command) await act(desk, request.id, command);
  if (isCaseOver(seen) && isOver(request)) return desk.cases.unwatch(seen.id);
  if (session.guard.kind === 'told' && (await desk.cases.isUndeliverable(seen.id, `owner:${request.id}`))) {
    const at = desk.clock.now();
    const acted = await actOnCase(desk, seen, { type: 'owner-not-reached', request: request.id, at });
    if (acted?.ok) showCase(desk, seen.id);
  }
}
