import { sql, type Kysely } from 'kysely';

/** The team of a help channel, since Teams tells of the team as a whole that the bot was removed. */
export async function addTeamOfHelpChannel(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table help_channels add column team text`).execute(db);
}
