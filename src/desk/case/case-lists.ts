import { MOST_ROWS, type Desk } from '../desk';
import type { Caller } from '../help-desk';
import { note, type Screen } from '../screens';
import { asTechnicianOf } from './people';

/** Everything that is not over, the urgent first and then the oldest; for technicians. */
export async function queue(desk: Desk, caller: Caller, offset = 0): Promise<Screen> {
  return (await asTechnicianOf(desk, caller)) ?? (await listed(desk, caller, 'queue', offset));
}

/** What one is on, or has raised. */
export function myRequests(desk: Desk, caller: Caller, offset = 0): Promise<Screen> {
  return listed(desk, caller, 'my-requests', offset);
}

async function listed(
  desk: Desk,
  { tenant, person }: Caller,
  kind: 'queue' | 'my-requests',
  offset: number,
): Promise<Screen> {
  const which = kind === 'queue' ? ({ kind: 'open' } as const) : ({ kind: 'of', person } as const);
  const { cases, total } = await desk.cases.list(tenant, which, { offset, most: MOST_ROWS });
  const rows = cases.map(({ case: seen }) => ({ case: seen, ticket: seen.id }));
  return { kind, rows, total, offset, now: desk.clock.now() };
}

export const noSuchCase = note({ code: 'no-such-case' });
