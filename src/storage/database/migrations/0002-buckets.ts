import { sql, type Kysely } from 'kysely';
import type { Differences } from '../differences';

/** Token buckets: a row for each that is not full. */
export async function createBuckets(
  db: Kysely<unknown>,
  { wholeNumber, endOfTable }: Differences,
): Promise<void> {
  const table = `create table buckets (
    hash text not null primary key,
    full_at ${wholeNumber} not null,
    burst ${wholeNumber} not null,
    refill_every ${wholeNumber} not null
  )${endOfTable}`;
  await sql.raw(table).execute(db);
  await sql.raw(`create index buckets_full on buckets (full_at)`).execute(db);
}
