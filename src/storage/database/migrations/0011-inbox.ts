import { sql, type Kysely } from 'kysely';
import type { Differences } from '../differences';

/** Of an activity that is not answered yet: who answers it, and who is to be told should that come to nothing. */
export async function addInbox(db: Kysely<unknown>, { wholeNumber }: Differences): Promise<void> {
  const statements = [
    `alter table seen_activities add column answered_by text`,
    `alter table seen_activities add column person text`,
    `alter table seen_activities add column sender_json text`,
    `alter table seen_activities add column tries ${wholeNumber} not null default 0`,
    `alter table seen_activities add column tell_at ${wholeNumber} not null default 0`,
    `create index activities_unanswered on seen_activities (seen_at) where sender_json is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
