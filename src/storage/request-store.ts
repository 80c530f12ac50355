import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { RequestStore, Stored } from '../desk/ports';
import { AlreadyAsked, DeviceOccupied, VersionConflict } from '../desk/troubles';
import { changesCard } from '../request/decide';
import type { Event, HelpRequest, Limits, Occupant } from '../request/help-request';
import type { PersonId, RequestId, TenantId } from '../request/ids';
import type { AuditTrail } from './audit-trail';
import { hangCard, wantNewerCards } from './cards';
import { nextNumber } from './counters';
import type { Database, Db, RequestsTable } from './database/tables';
import { claimDue, failOn, type DueParts } from './due-requests';
import { requestEntries } from './request-entries';
import { claimAfter, columnsOf, readableOf, readRow, storedFrom } from './request-rows';

const oneOpenSession = {
  name: 'one_open_session_a_device',
  table: 'requests',
  columns: ['tenant', 'device'],
} as const;

const oneDraftAnAsk = {
  name: 'one_draft_an_ask',
  table: 'requests',
  columns: ['tenant', 'technician', 'device', 'asked'],
} as const;

export type RequestStoreParts = DueParts & {
  /** They say when time is due to change a request. */
  readonly limits: Limits;
  readonly trail: AuditTrail;
};

/** Requests with their audit trail and their cards. */
export function requestStore(parts: RequestStoreParts): RequestStore {
  const { db } = parts.database;
  return {
    open: (make, card) => open(parts, make, card),
    commit: (seen, next, events) => commit(parts, { seen, next, events }),
    load: (id) => load(parts, id),
    occupant: (request) => occupantOf(db, request),
    claimDue: (most) => claimDue(parts, most),
    fail: (due) => failOn(parts, due),
    ofTechnician: (tenant, technician, which) => ofTechnician(db, { tenant, technician, ...which }),
  };
}

async function load({ database, clock }: RequestStoreParts, id: RequestId): Promise<Stored | undefined> {
  const asked = clock.monotonic();
  const row = await database.db
    .selectFrom('requests')
    .selectAll()
    .select(database.differences.now(clock).as('read_at'))
    .where('id', '=', id)
    .executeTakeFirst();
  // What is decided next is decided at this time.
  if (row) clock.heard(row.read_at, asked);
  return row && storedFrom(row);
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
  return readableOf(await newestFirst.limit(whose.most).execute());
}

type Make = Parameters<RequestStore['open']>[0];
type Opening = Parameters<RequestStore['open']>[1];

async function open(parts: RequestStoreParts, make: Make, opening: Opening): Promise<Stored> {
  let meant: HelpRequest | undefined;
  const noting: Make = (number) => {
    const made = make(number);
    meant = made.request;
    return made;
  };
  try {
    return await writeNew(parts, noting, opening);
  } catch (error) {
    if (!meant || !parts.database.differences.isViolationOf(oneDraftAnAsk, error)) throw error;
    const before = await draftFor(parts.database, meant, opening);
    // Pressed in between: then the words are a question of their own.
    if (!before) return writeNew(parts, make, opening);
    throw new AlreadyAsked(before);
  }
}

async function draftFor({ db }: Database, { tenant, technician, device }: HelpRequest, opening: Opening) {
  const row = await db
    .selectFrom('requests')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('technician', '=', technician.id)
    .where('device', '=', device.id)
    .where('asked', '=', askedIn(opening))
    .where('status', '=', 'draft')
    .executeTakeFirst();
  return row && readRow(row);
}

/** A hash: people write as much as they like. */
function askedIn({ asked, place }: Opening): string | null {
  if (asked === undefined) return null;
  return createHash('sha256')
    .update(JSON.stringify([place.conversation, asked]))
    .digest('base64url');
}

async function writeNew(parts: RequestStoreParts, make: Make, opening: Opening): Promise<Stored> {
  const { place, language, activityId } = opening;
  return parts.database.db.transaction().execute(async (tx) => {
    const number = await nextNumber(tx, parts.database, { tenant: place.tenant, kind: 'request' });
    const { request, event } = make(number);
    const row = {
      ...columnsOf(request, parts.limits),
      ...claimAfter(request, parts.instance),
      id: request.id,
      tenant: request.tenant,
      number: request.number,
      technician: request.technician.id,
      opened_at: request.openedAt,
      asked: askedIn(opening),
      version: 1,
    } satisfies Insertable<RequestsTable>;
    const stored = await tx.insertInto('requests').values(row).returningAll().executeTakeFirstOrThrow();
    await hangCard(tx, parts, {
      ...{ place, language, ...(activityId !== undefined && { activityId }) },
      ...{ tenant: request.tenant, audience: 'technician', person: request.technician.id },
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
      .set({ ...columnsOf(next, parts.limits), ...claimAfter(next, parts.instance) })
      .set((row) => ({ version: row('version', '+', 1) }))
      .where('id', '=', next.id)
      .where('version', '=', seen.version) // the claim: of two who saw the same, one gets past this line
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new VersionConflict('Someone else committed first');
    if (events.some(changesCard))
      await wantNewerCards(tx, parts, { tenant: next.tenant, kind: 'request', id: next.id });
    // A look that showed nothing is no transition; there are dozens of them in one session.
    await parts.trail.append(tx, next.tenant, requestEntries(next, events.filter(changesCard)));
    return storedFrom(row);
  });
}

async function whoIsThere({ db }: Database, request: HelpRequest, cause: unknown): Promise<Error> {
  const occupant = await occupantOf(db, request);
  // Whoever was there has left in between; deciding once more finds the device free.
  return occupant ? new DeviceOccupied(occupant) : new VersionConflict('The device became free', { cause });
}

async function occupantOf(db: Db, { id, tenant, device }: HelpRequest): Promise<Occupant | undefined> {
  const row = await db
    .selectFrom('requests')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('device', '=', device.id)
    .where('holds_device', '=', 1)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  // Without a readable state nobody knows the name, and the device is taken all the same.
  return { technicianName: readRow(row)?.request.technician.name ?? '?', number: row.number };
}
