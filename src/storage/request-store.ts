import { changesCard, dueAt, isOver, OCCUPYING } from '../request/decide';
import type { Event, HelpRequest, Limits, Occupant } from '../request/help-request';
import type { Clock, RequestStore, Stored } from '../desk/ports';
import { DeviceOccupied, VersionConflict } from '../desk/troubles';
import type { Insertable, Selectable } from 'kysely';
import type { AuditTrail } from './audit-trail';
import { hangCard, wantNewerCards } from './cards';
import { nextNumber } from './counters';
import { requestEntries } from './request-entries';
import type { DeviceId, PersonId, TenantId } from '../request/ids';
import type { Database, Db, RequestsTable } from './database/tables';

/** The shape of the JSON in `state`. It grows by one with the migration that rewrites it. */
const STATE_FORMAT = 1;

const oneOpenSession = {
  name: 'one_open_session_a_device',
  table: 'requests',
  columns: ['tenant', 'device'],
} as const;

export type RequestStoreParts = {
  readonly database: Database;
  /** They say when time is due to change a request. */
  readonly limits: Limits;
  readonly clock: Clock;
  readonly trail: AuditTrail;
};

/** Requests with their audit trail and their cards. */
export function requestStore(parts: RequestStoreParts): RequestStore {
  const { db } = parts.database;
  return {
    open: (make, card) => open(parts, make, card),
    commit: (seen, next, events) => commit(parts, { seen, next, events }),
    load: async (id) => {
      const row = await db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst();
      return row && storedFrom(row);
    },
    occupant: (tenant, device) => occupantOf(db, tenant, device),
    due: async (at, most) => {
      const due = db.selectFrom('requests').selectAll().where('due_at', '<=', at);
      return (await due.orderBy('due_at').orderBy('number').limit(most).execute()).map(storedFrom);
    },
    ofTechnician: (tenant, technician, which) => ofTechnician(db, { tenant, technician, ...which }),
  };
}

type Whose = {
  readonly tenant: TenantId;
  readonly technician: PersonId;
  readonly open: boolean;
  readonly most: number;
};

async function ofTechnician(db: Db, whose: Whose): Promise<readonly Stored[]> {
  const own = db
    .selectFrom('requests')
    .selectAll()
    .where('tenant', '=', whose.tenant)
    .where('technician', '=', whose.technician);
  const wanted = whose.open ? own.where('is_over', '=', 0) : own;
  const newestFirst = wanted.orderBy('opened_at', 'desc').orderBy('number', 'desc');
  return (await newestFirst.limit(whose.most).execute()).map(storedFrom);
}

async function open(
  parts: RequestStoreParts,
  make: Parameters<RequestStore['open']>[0],
  card: Parameters<RequestStore['open']>[1],
): Promise<Stored> {
  return parts.database.db.transaction().execute(async (tx) => {
    const { request, event } = make(await nextNumber(tx, card.place.tenant));
    const row = {
      ...columnsOf(request, parts.limits),
      id: request.id,
      tenant: request.tenant,
      number: request.number,
      technician: request.technician.id,
      opened_at: request.openedAt,
      version: 1,
    } satisfies Insertable<RequestsTable>;
    const stored = await tx.insertInto('requests').values(row).returningAll().executeTakeFirstOrThrow();
    await hangCard(tx, parts, {
      ...{ ...card, tenant: request.tenant, audience: 'technician', person: request.technician.id },
      subject: { kind: 'request', id: request.id },
    });
    await parts.trail.append(tx, request.tenant, requestEntries(request, [event]));
    return storedFrom(stored);
  });
}

type Change = { readonly seen: Stored; readonly next: HelpRequest; readonly events: readonly Event[] };

async function commit(parts: RequestStoreParts, change: Change): Promise<Stored> {
  const { database } = parts;
  try {
    return await writeChange(parts, change);
  } catch (error) {
    if (!database.differences.isViolationOf(oneOpenSession, error)) throw error;
    throw await whoIsThere(database, change.next, error);
  }
}

async function writeChange(parts: RequestStoreParts, { seen, next, events }: Change): Promise<Stored> {
  return parts.database.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('requests')
      .set(columnsOf(next, parts.limits))
      .set((row) => ({ version: row('version', '+', 1) }))
      .where('id', '=', next.id)
      .where('version', '=', seen.version) // the claim: of two who saw the same, one gets past this line
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new VersionConflict('Someone else committed first');
    if (events.some(changesCard)) await wantNewerCards(tx, parts, { kind: 'request', id: next.id });
    // A look that showed nothing is no transition; there are dozens of them in one session.
    await parts.trail.append(tx, next.tenant, requestEntries(next, events.filter(changesCard)));
    return storedFrom(row);
  });
}

async function whoIsThere({ db }: Database, { tenant, device }: HelpRequest, cause: unknown): Promise<Error> {
  const occupant = await occupantOf(db, tenant, device.id);
  // Whoever was there has left in between; deciding once more finds the device free.
  return occupant ? new DeviceOccupied(occupant) : new VersionConflict('The device became free', { cause });
}

async function occupantOf(db: Db, tenant: TenantId, device: DeviceId): Promise<Occupant | undefined> {
  const row = await db
    .selectFrom('requests')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('device', '=', device)
    .where('status', 'in', OCCUPYING)
    .executeTakeFirst();
  if (!row) return undefined;
  const { technician, number } = storedFrom(row).request;
  return { technicianName: technician.name, number };
}

/** What follows from the request and changes with it. */
function columnsOf(request: HelpRequest, limits: Limits) {
  return {
    device: request.device.id,
    status: request.status,
    is_over: isOver(request),
    due_at: dueAt(request, limits) ?? null,
    state_format: STATE_FORMAT,
    state: JSON.stringify(request),
  };
}

function storedFrom(row: Selectable<RequestsTable>): Stored {
  return {
    // Our own text: `columnsOf` made it from a HelpRequest, and a migration keeps it in the shape of STATE_FORMAT.
    request: JSON.parse(row.state) as HelpRequest,
    version: row.version,
  };
}
