import { sql, type Kysely } from 'kysely';
import type { Differences } from '../differences';

/** How often a person has signed out, and how often they had when a token was got. */
export async function countSignOuts(db: Kysely<unknown>, { wholeNumber }: Differences): Promise<void> {
  for (const table of ['people', 'secrets'])
    await sql.raw(`alter table ${table} add column sign_outs ${wholeNumber} not null default 0`).execute(db);
}
