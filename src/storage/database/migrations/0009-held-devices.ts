import { sql, type Kysely } from 'kysely';
import type { Differences } from '../differences';

/**
 * A request can hold its device in a state in which others do not: after "send again". Those that wait in it now get
 * the device with their next change, if it is still free.
 */
export async function holdDevices(db: Kysely<unknown>, { wholeNumber }: Differences): Promise<void> {
  const statements = [
    `alter table requests add column holds_device ${wholeNumber} not null default 0`,
    `update requests set holds_device = 1
      where status in ('sending', 'requested', 'unknown', 'no-link', 'needs-human', 'ready')`,
    `drop index one_open_session_a_device`,
    `create unique index one_open_session_a_device on requests (tenant, device) where holds_device = 1`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
