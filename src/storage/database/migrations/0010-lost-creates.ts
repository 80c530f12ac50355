import { sql, type Kysely } from 'kysely';
import type { Differences } from '../differences';

/** How often a card was created anew because nobody knew whether it had arrived. */
export async function countLostCreates(db: Kysely<unknown>, { wholeNumber }: Differences): Promise<void> {
  await sql.raw(`alter table cards add column lost_creates ${wholeNumber} not null default 0`).execute(db);
}
