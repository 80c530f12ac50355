import type { Selectable } from 'kysely';
import type { Stored } from '../desk/ports';
import { dueAt, holdsDevice, isOver } from '../request/decide';
import type { HelpRequest, Limits } from '../request/help-request';
import type { RequestsTable } from './database/tables';

/** The shape of the JSON in `state`. It grows by one with the migration that rewrites it. */
const STATE_FORMAT = 1;

/** What follows from the request and changes with it. */
export function columnsOf(request: HelpRequest, limits: Limits) {
  return {
    device: request.device.id,
    status: request.status,
    is_over: isOver(request),
    holds_device: holdsDevice(request),
    due_at: dueAt(request, limits) ?? null,
    state_format: STATE_FORMAT,
    state: JSON.stringify(request),
  };
}

/** Who holds it after `instance` has changed it: the next step of these states needs what only that process has. */
export function claimAfter({ status }: HelpRequest, instance: string) {
  return {
    owner: status === 'confirmed' || status === 'sending' ? instance : null,
    ...{ claimed_by: null, claimed_until: null, failures: 0, quarantined_since: null },
  };
}

type RequestRow = Selectable<RequestsTable>;

/** Undefined when what is written there cannot be read: one such row must not stop those around it. */
export function readRow(row: RequestRow): Stored | undefined {
  const request = row.state_format === STATE_FORMAT ? parse(row.state) : undefined;
  if (request?.id !== row.id) return undefined;
  return { request, version: row.version, ...(row.quarantined_since !== null && { isLeftAlone: true }) };
}

/** @throws a bug when what is written there cannot be read. */
export function storedFrom(row: RequestRow): Stored {
  const stored = readRow(row);
  if (!stored) throw new Error('The state of a request cannot be read');
  return stored;
}

export const readableOf = (rows: readonly RequestRow[]): readonly Stored[] =>
  rows.flatMap((row) => readRow(row) ?? []);

function parse(state: string): HelpRequest | undefined {
  try {
    // Our own text: `columnsOf` made it from a HelpRequest, and a migration keeps it in the shape of STATE_FORMAT.
    return JSON.parse(state) as HelpRequest;
  } catch {
    return undefined; // somebody else has written there, or half of it is lost
  }
}
