import type { HelpRequest } from '../request/help-request';
import { cardSubject } from './cards';
import { act, type Acted } from './commit';
import type { Desk } from './desk';
import { MOST_ROWS } from './desk';
import type { Caller } from './help-desk';
import type { Stored } from './ports';
import { note, type Screen } from './screens';

/** What a command may name: a request number, or a device. */
export type Named = { readonly kind: 'request_id' | 'device_name'; readonly text: string };

/** The technician's requests that are not over. */
export async function status(desk: Desk, caller: Caller, named?: Named): Promise<Screen> {
  return { kind: 'status', requests: await openRequests(desk, caller, named) };
}

/** The last ten, with outcome. */
export async function history(desk: Desk, caller: Caller, named?: Named): Promise<Screen> {
  const requests = await desk.requests.ofTechnician(caller.tenant, caller.person, { open: false, most: 50 });
  return { kind: 'history', requests: requests.filter(isNamed(named)).slice(0, MOST_ROWS) };
}

/**
 * Cancels what was not sent yet, or the one request that is open. Several that are under way are only listed:
 * which of them is meant is for a button to say.
 */
export async function cancelByWord(desk: Desk, caller: Caller, named?: Named): Promise<readonly Screen[]> {
  const open = await openRequests(desk, caller, named);
  if (open.length === 0) return [note({ code: 'nothing-to-cancel' })];
  const unsent = open.filter(({ request }) => isUnsent(request));
  const meant = unsent.length > 0 ? unsent : open;
  if (unsent.length === 0 && open.length > 1) return [{ kind: 'status', requests: open }];
  const numbers = {
    cancelled: [] as number[],
    withdrawn: [] as number[],
    'cannot-cancel-now': [] as number[],
  };
  for (const { request } of meant) {
    const acted = await act(desk, request.id, { type: 'cancel', by: caller.person, at: desk.clock.now() });
    numbers[outcomeOf(acted)].push(request.number);
    if (acted) await desk.noticeboard.show(cardSubject(acted.stored));
  }
  return (['cancelled', 'withdrawn', 'cannot-cancel-now'] as const)
    .filter((code) => numbers[code].length > 0)
    .map((code) => note({ code, numbers: numbers[code] }));
}

function outcomeOf(acted: Acted | undefined): 'cancelled' | 'withdrawn' | 'cannot-cancel-now' {
  if (!acted?.ok) return 'cannot-cancel-now';
  const { request } = acted.stored;
  return request.status === 'closed' && request.outcome === 'withdrawn' ? 'withdrawn' : 'cancelled';
}

function isUnsent({ status }: HelpRequest): boolean {
  return status === 'draft' || status === 'confirmed';
}

async function openRequests(desk: Desk, caller: Caller, named?: Named): Promise<readonly Stored[]> {
  const open = await desk.requests.ofTechnician(caller.tenant, caller.person, { open: true, most: 50 });
  return open.filter(isNamed(named));
}

function isNamed(named: Named | undefined): (stored: Stored) => boolean {
  if (!named) return () => true;
  const wanted = named.text.toLocaleLowerCase('en');
  return ({ request }) =>
    named.kind === 'request_id'
      ? String(request.number) === wanted
      : request.device.name.toLocaleLowerCase('en') === wanted;
}
