import { act } from '../commit';
import type { Desk } from '../desk';
import type { StoredCase } from './ports';
import { stopFor } from './follow-case';

/** A case that went on without a technician's request takes it along: a confirm card, a session, whatever it is. */
export async function settleRequests(desk: Desk, stored: StoredCase): Promise<void> {
  const { case: seen } = stored;
  const now = 'technician' in seen ? [seen.technician.id] : [];
  const hands = new Set([...now, ...seen.history.map(({ from }) => from.id)]);
  for (const technician of hands) {
    const open = await desk.requests.ofTechnician(seen.tenant, technician, { open: true, most: 50 });
    for (const { request } of open.filter(({ request: one }) => one.case?.id === seen.id)) {
      const command = stopFor(desk, stored, request);
      if (command) await act(desk, request.id, command);
    }
  }
}
