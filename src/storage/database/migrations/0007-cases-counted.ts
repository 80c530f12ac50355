import { sql, type Kysely } from 'kysely';
import type { Differences } from '../differences';

/** How many of the numbers of a tenant are those of cases; the others are those of requests for a session. */
export async function countCases(db: Kysely<unknown>, { wholeNumber }: Differences): Promise<void> {
  const statements = [
    `alter table counters add column cases ${wholeNumber} not null default 0`,
    `update counters set cases = (select count(*) from cases where cases.tenant = counters.tenant)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
