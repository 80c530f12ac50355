import { isOver } from '../../request/decide';
import type { Case, SessionSight } from '../../request/case/case';
import { hasOtherSession } from '../../request/case/decide-case';
import type { Command, HelpRequest } from '../../request/help-request';
import type { Desk } from '../desk';
import { actOnCase } from './commit-case';
import { showCase } from './show-case';
import type { StoredCase } from './ports';

/** A request moved on: so does its case. Says what the case has to say about the request, if anything. */
export async function followRequest(desk: Desk, request: HelpRequest): Promise<Command | undefined> {
  if (!request.case) return undefined;
  const which = { tenant: request.tenant, id: request.case.id };
  const sight = sightOf(request);
  if (sight) {
    const { id, device, technician } = request;
    const session = { request: id, deviceName: device.name, guard: request.case.guard };
    const at = desk.clock.now();
    const acted = await actOnCase(desk, which, {
      ...{ type: 'follow-session', session, technician: technician.id, sight, at },
    });
    if (acted?.ok) showCase(desk, acted.stored.case);
  }
  const stored = await desk.cases.load(which.tenant, which.id);
  return stored && stopFor(desk, stored, request);
}

/** Whether the case of a request has another session under way. */
export async function isCaseBusy(desk: Desk, { id, tenant, case: of }: HelpRequest): Promise<boolean> {
  const stored = of && (await desk.cases.load(tenant, of.id));
  return stored !== undefined && hasOtherSession(stored.case, id);
}

/** How a case sees its request; a confirm card that nobody pressed is none of its business. */
function sightOf(request: HelpRequest): SessionSight | undefined {
  switch (request.status) {
    case 'draft':
      return undefined;
    case 'confirmed':
    case 'sending':
    case 'requested':
    case 'unknown':
    case 'no-link':
    case 'needs-human':
      return 'asking';
    case 'ready':
    case 'refused':
    case 'failed':
    case 'closed':
      return request.status;
  }
}

/** What a request has to be told when its case does not want it any more. */
export function stopFor(desk: Desk, { case: seen }: StoredCase, request: HelpRequest): Command | undefined {
  if (isOver(request)) return undefined;
  const at = desk.clock.now();
  const by = request.technician.id;
  switch (seen.status) {
    case 'withdrawn':
      return { type: 'stop', stopper: 'requester', at };
    case 'disowned':
      return { type: 'stop', stopper: 'owner', at };
    case 'resolved':
      return { type: request.status === 'ready' ? 'close' : 'cancel', by, at };
    case 'open':
      return { type: 'cancel', by, at };
    case 'taken':
      return seen.technician.id === by ? undefined : { type: 'cancel', by, at };
    case 'asking':
    case 'in-session':
      return seen.technician.id === by && !cameSecond(seen, request) ? undefined : { type: 'cancel', by, at };
  }
}

/** Of two confirmed at the same moment, one got the case. Nothing of the other has left, so it ends. */
const cameSecond = (seen: Case, { id, status }: HelpRequest): boolean =>
  status === 'confirmed' && hasOtherSession(seen, id);
