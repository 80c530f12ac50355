import { changesCard, dueAt, isOver, OCCUPYING } from '../request/decide';
import type { Event, HelpRequest, Limits, Occupant } from '../request/help-request';
import type { Place, RequestStore, Stored } from '../desk/ports';
import { DeviceOccupied, VersionConflict } from '../desk/troubles';
import { sql, type Insertable, type Selectable } from 'kysely';
import { appendToTrail } from './audit-trail';
import { countUp } from './counters';
import type { DeviceId, Instant, PersonId, RequestId, TenantId } from '../request/ids';
import type { Database, Db, RequestsTable } from './database/tables';

/** The shape of the JSON in `state`. It grows by one with the migration that rewrites it. */
const STATE_FORMAT = 1;

const oneOpenSession = {
  name: 'one_open_session_a_device',
  table: 'requests',
  columns: ['tenant', 'device'],
} as const;

/** Requests with their audit trail. `limits` say when time is due to change one. */
export function requestStore(database: Database, limits: Limits): RequestStore {
  const { db } = database;
  return {
    open: (make, card) => open(database, limits, make, card),
    commit: (seen, next, events) => commit(database, limits, { seen, next, events }),
    load: async (id) => {
      const row = await db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst();
      return row && storedFrom(row);
    },
    occupant: (tenant, device) => occupantOf(db, tenant, device),
    due: async (at, most) => {
      const due = db.selectFrom('requests').selectAll().where('due_at', '<=', at);
      return (await due.orderBy('due_at').orderBy('number').limit(most).execute()).map(storedFrom);
    },
    cardsBehind: async (at, most) => {
      const behind = db.selectFrom('requests').selectAll().whereRef('card_shown', '<', 'card_wanted');
      const ready = behind.where('card_retry_at', '<=', at).orderBy('card_retry_at').orderBy('opened_at');
      return (await ready.limit(most).execute()).map(storedFrom);
    },
    ofTechnician: (tenant, technician, which) => ofTechnician(db, { tenant, technician, ...which }),
    cardShown: (id, card) => cardShown(db, id, card),
    cardFailed: (id, retryAt) => cardFailed(db, id, retryAt),
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

async function cardShown(
  db: Db,
  id: RequestId,
  { activityId, shown }: Parameters<RequestStore['cardShown']>[1],
): Promise<void> {
  await db
    .updateTable('requests')
    .set({ card_activity_id: activityId, card_shown: shown, card_retry_at: 0 })
    .where('id', '=', id)
    .where('card_shown', '<=', shown)
    .execute();
}

async function cardFailed(db: Db, id: RequestId, retryAt: Instant | 'never'): Promise<void> {
  await db
    .updateTable('requests')
    .set({ card_retry_at: retryAt === 'never' ? null : retryAt })
    .where('id', '=', id)
    // Gone stays gone: a failure of another kind does not show that it came back.
    .where('card_retry_at', 'is not', null)
    .execute();
}

async function open(
  { db }: Database,
  limits: Limits,
  make: Parameters<RequestStore['open']>[0],
  { place, language, activityId }: Parameters<RequestStore['open']>[1],
): Promise<Stored> {
  return db.transaction().execute(async (tx) => {
    const { request, event } = make(await countUp(tx, place.tenant, 'last_request', 1));
    if (request.tenant !== place.tenant) throw new Error('A request and its card belong to one tenant');
    const row = {
      ...columnsOf(request, limits),
      id: request.id,
      tenant: request.tenant,
      number: request.number,
      technician: request.technician.id,
      opened_at: request.openedAt,
      version: 1,
      card_place_json: JSON.stringify(place),
      card_language: language,
      card_wanted: 1,
      card_shown: 0,
      card_activity_id: activityId ?? null,
      card_retry_at: 0,
    } satisfies Insertable<RequestsTable>;
    const stored = await tx.insertInto('requests').values(row).returningAll().executeTakeFirstOrThrow();
    await appendToTrail(tx, request, [event]);
    return storedFrom(stored);
  });
}

type Change = { readonly seen: Stored; readonly next: HelpRequest; readonly events: readonly Event[] };

async function commit(database: Database, limits: Limits, change: Change): Promise<Stored> {
  try {
    return await writeChange(database, limits, change);
  } catch (error) {
    if (!database.differences.isViolationOf(oneOpenSession, error)) throw error;
    throw await whoIsThere(database, change.next, error);
  }
}

async function writeChange(
  { db }: Database,
  limits: Limits,
  { seen, next, events }: Change,
): Promise<Stored> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('requests')
      .set(columnsOf(next, limits))
      .set((row) => ({ version: row('version', '+', 1) }))
      .$if(events.some(changesCard), (update) => update.set(wantNewCard))
      .where('id', '=', next.id)
      .where('version', '=', seen.version) // the claim: of two who saw the same, one gets past this line
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new VersionConflict('Someone else committed first');
    // A look that showed nothing is no transition; there are dozens of them in one session.
    await appendToTrail(tx, next, events.filter(changesCard));
    return storedFrom(row);
  });
}

/** A new state is worth a new try at once, unless Teams will not take this card any more. */
const wantNewCard = {
  card_wanted: sql<number>`card_wanted + 1`,
  card_retry_at: sql<number | null>`case when card_retry_at is null then null else 0 end`,
};

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
    card: {
      // Likewise made from a Place, in `open`.
      place: JSON.parse(row.card_place_json) as Place,
      language: row.card_language,
      wanted: row.card_wanted,
      shown: row.card_shown,
      ...(row.card_activity_id !== null && { activityId: row.card_activity_id }),
    },
  };
}
