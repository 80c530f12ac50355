import { sql, type Selectable } from 'kysely';
import type { Due } from '../desk/ports';
import type { Instant } from '../request/ids';
import { wantNewerCards } from './cards';
import type { SharedClock } from './database/database-clock';
import type { Database, RequestsTable } from './database/tables';
import { readRow } from './request-rows';

/** Durations in milliseconds. Parameters, so that proofs can scale them. */
export type ClaimTimes = {
  /** How long whoever took a request may be silent about it. */
  readonly lease: number;
  /** After its last sign of life, how long an instance still counts as alive. */
  readonly instanceLease: number;
  /** Until a request on which our own code failed comes again; doubled each time. */
  readonly afterFailure: number;
};

export const ordinaryClaimTimes: ClaimTimes = {
  lease: 30_000,
  instanceLease: 15_000,
  afterFailure: 2_000,
};

export type DueParts = {
  readonly database: Database;
  readonly clock: SharedClock;
  readonly claims: ClaimTimes;
  /** The id of this process. */
  readonly instance: string;
};

/** Failures in a row after which a request is left alone. */
const MOST_FAILURES = 5;

export async function claimDue(
  { database, clock, claims, instance }: DueParts,
  most: number,
): Promise<readonly Due[]> {
  const { db, differences } = database;
  const now = differences.now(clock);
  const living = db.selectFrom('instances').select('id').where('alive_until', '>', now);
  const notDead = db.selectFrom('instances').select('id');
  const asked = clock.monotonic();
  const rows = await db
    .with('ready', (ready) =>
      ready
        .selectFrom('requests')
        .select('id')
        .where('quarantined_since', 'is', null)
        .where((or) => or.or([or('claimed_until', 'is', null), or('claimed_until', '<=', now)]))
        .where((eb) =>
          eb.or([
            // What is put off is its owner's to send.
            eb.and([
              eb('due_at', '<=', now),
              eb.or([eb('status', '!=', 'confirmed'), eb('owner', 'is', null), eb('owner', '=', instance)]),
            ]),
            // A silent owner loses what it has not sent: its version is no longer the newest when it wakes up.
            eb.and([
              eb('status', '=', 'confirmed'),
              eb('owner', '!=', instance),
              eb('owner', 'not in', living),
            ]),
            // What it may have sent waits for the lease, unless it is dead: then nothing can leave any more.
            eb.and([eb('status', '=', 'sending'), eb('owner', 'not in', notDead)]),
          ]),
        )
        .orderBy(sql`case when status = 'confirmed' then 1 else 0 end`)
        .orderBy('due_at')
        .orderBy('number')
        .limit(most)
        .$if(differences.hasRivals, (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('requests')
    .set({ claimed_by: instance, claimed_until: sql<Instant>`${now} + ${claims.lease}` })
    .where('id', 'in', (ready) => ready.selectFrom('ready').select('id'))
    .returningAll()
    .returning(now.as('read_at'))
    .execute();
  for (const { read_at } of rows.slice(0, 1)) clock.heard(read_at, asked);
  // A database returns what it changed in any order.
  rows.sort((a, b) => rankOf(a) - rankOf(b) || (a.due_at ?? 0) - (b.due_at ?? 0) || a.number - b.number);
  return rows.map((row) => ({
    id: row.id,
    stored: readRow(row),
    abandoned: row.owner !== instance,
    failures: row.failures,
  }));
}

const rankOf = ({ status }: Selectable<RequestsTable>) => (status === 'confirmed' ? 1 : 0);

export async function failOn(
  { database, clock, claims }: DueParts,
  { id, failures }: Due,
): Promise<'again' | 'quarantined'> {
  const now = database.differences.now(clock);
  const isLast = failures + 1 >= MOST_FAILURES;
  await database.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('requests')
      .set({
        claimed_by: null,
        claimed_until: sql<Instant>`${now} + ${claims.afterFailure * 2 ** failures}`,
        failures: failures + 1,
        // Out of the way of everybody else: it holds no device any more.
        ...(isLast && {
          ...{ quarantined_since: now, status: 'quarantined', holds_device: false },
          ...{ due_at: null, owner: null },
        }),
      })
      .where('id', '=', id)
      .where('failures', '=', failures)
      .returning('tenant')
      .executeTakeFirst();
    // Its technician has to know that nobody follows it.
    if (isLast && row) await wantNewerCards(tx, { database, clock }, { ...row, kind: 'request', id });
  });
  return isLast ? 'quarantined' : 'again';
}
