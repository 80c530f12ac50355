import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Bucket, Buckets, Clock } from '../desk/ports';
import type { Instant } from '../request/ids';
import type { Database, Db } from './database/tables';

/**
 * Token buckets, each a single time: when it will be full again. Taking one moves that time by one refill, and is
 * allowed while it stays within a burst of refills from now. That is decided in one statement, so of many who take at
 * once, on whatever instance, no more get something than there was.
 */
export function buckets(database: Database, clock: Clock): Buckets {
  return {
    take: async (wanted) => {
      // Each once, and in one order: of two who want the same buckets, none waits for the other.
      const rows = [...new Map(wanted.map((bucket) => [hashOf(bucket), rowOf(bucket)])).values()];
      rows.sort((one, other) => (one.hash < other.hash ? -1 : 1));
      const empty = await emptyOnes(database, rows, clock);
      return empty.length === 0 ? 'ok' : { until: await refilledAt(database, empty, clock) };
    },
  };
}

type Row = { readonly hash: string; readonly burst: number; readonly refill_every: number };

const rowOf = (bucket: Bucket): Row => ({
  hash: hashOf(bucket),
  burst: bucket.rate.burst,
  refill_every: bucket.rate.every,
});

/** A hash, since parts are as long as the sender likes. */
const hashOf = ({ of }: Bucket) => createHash('sha256').update(JSON.stringify(of)).digest('base64url');

/** Carries the empty ones out of a transaction, which takes back what came from the others. */
class SomeAreEmpty extends Error {
  override name = 'SomeAreEmpty';
  constructor(readonly empty: readonly Row[]) {
    super('Some buckets are empty');
  }
}

/** Takes one from each, or nothing, and names those that are empty. */
async function emptyOnes(database: Database, rows: readonly Row[], clock: Clock): Promise<readonly Row[]> {
  if (rows.length < 2) return takeEach(database, database.db, { rows, clock });
  try {
    return await database.db.transaction().execute(async (tx) => {
      const empty = await takeEach(database, tx, { rows, clock });
      if (empty.length > 0) throw new SomeAreEmpty(empty);
      return empty;
    });
  } catch (error) {
    if (error instanceof SomeAreEmpty) return error.empty;
    throw error;
  }
}

type Taking = { readonly rows: readonly Row[]; readonly clock: Clock };

async function takeEach({ differences }: Database, db: Db, { rows, clock }: Taking): Promise<readonly Row[]> {
  if (rows.length === 0) return [];
  const now = differences.now(clock);
  const taken = await db
    .insertInto('buckets')
    .values(rows.map((row) => ({ ...row, full_at: sql<Instant>`${now} + ${row.refill_every}` })))
    .onConflict((conflict) =>
      conflict
        .column('hash')
        .doUpdateSet({
          full_at: sql`case when buckets.full_at > ${now} then buckets.full_at else ${now} end + excluded.refill_every`,
          burst: sql`excluded.burst`,
          refill_every: sql`excluded.refill_every`,
        })
        .where(sql<boolean>`buckets.full_at <= ${now} + (excluded.burst - 1) * excluded.refill_every`),
    )
    .returning('hash')
    .execute();
  const got = new Set(taken.map(({ hash }) => hash));
  return rows.filter(({ hash }) => !got.has(hash));
}

/**
 * When the last of these has something again. A bucket cannot be emptier than empty: after the clock was set back, it
 * fills from now on.
 */
async function refilledAt(
  { db, differences }: Database,
  empty: readonly Row[],
  clock: Clock,
): Promise<Instant> {
  const latest = sql<Instant>`${differences.now(clock)} + burst * refill_every`;
  const rows = db
    .selectFrom('buckets')
    .select(['hash', 'burst', 'refill_every'])
    .select(sql<Instant>`case when full_at > ${latest} then ${latest} else full_at end`.as('full_at'))
    .select(sql<boolean>`full_at > ${latest}`.as('is_too_empty'))
    .where(
      'hash',
      'in',
      empty.map(({ hash }) => hash),
    );
  const found = await rows.execute();
  // One by one: who holds a bucket and waits for another may wait for somebody who waits for it.
  for (const { hash } of found.filter((row) => row.is_too_empty))
    await db
      .updateTable('buckets')
      .set({ full_at: latest })
      .where('hash', '=', hash)
      .where('full_at', '>', latest)
      .execute();
  return Math.max(0, ...found.map((row) => row.full_at - (row.burst - 1) * row.refill_every));
}

/** Forgets those that are full; what somebody takes from right now is left for the next time. */
export async function sweepBuckets({ db, differences }: Database, clock: Clock): Promise<void> {
  await db
    .with('full', (full) =>
      full
        .selectFrom('buckets')
        .select('hash')
        .where('full_at', '<=', differences.now(clock))
        .$if(differences.hasRivals, (query) => query.forUpdate().skipLocked()),
    )
    .deleteFrom('buckets')
    .where('hash', 'in', (full) => full.selectFrom('full').select('hash'))
    .execute();
}
