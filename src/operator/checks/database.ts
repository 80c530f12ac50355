import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { isTrouble } from '../../desk/troubles';
import { doneMigrations } from '../../storage/database/migrate';
import { openPostgres } from '../../storage/database/postgres';
import { openSqlite } from '../../storage/database/sqlite';
import type { Database } from '../../storage/database/tables';
import { DatabaseInUse } from '../../storage/storage';
import type { Configured } from './check';
import { codeOf } from './probe';

/** What became of opening the database as the bot opens it. Nothing is made, changed or migrated. */
export type Seen =
  | { readonly state: 'not-made-yet'; readonly folder: string; readonly mayMake: boolean }
  /** Opening it would leave files that the bot's account cannot use. */
  | { readonly state: 'of-another-account'; readonly file: string }
  | { readonly state: 'in-use' }
  | { readonly state: 'closed'; readonly code: string }
  | {
      readonly state: 'open';
      readonly writes: { readonly can: true } | { readonly can: false; readonly code: string };
      readonly migrations: readonly string[];
    };

/** Opens, looks, and closes again. While it looks at a SQLite file no bot can start on it: a few milliseconds. */
export async function seeDatabase({ config, folder }: Configured): Promise<Seen> {
  if (config.database.kind === 'postgres') return seeOpen(openPostgres(config.database.url));
  const file = path.resolve(folder, config.database.file);
  if (!existsSync(file)) return seeNoFile(file);
  if (statSync(file).uid !== (process.getuid?.() ?? 0)) return { state: 'of-another-account', file };
  try {
    return await seeOpen(openSqlite(file));
  } catch (error) {
    if (error instanceof DatabaseInUse) return { state: 'in-use' };
    return closed(error);
  }
}

function seeNoFile(file: string): Seen {
  let folder = path.dirname(file);
  while (!existsSync(folder)) folder = path.dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return { state: 'not-made-yet', folder, mayMake: statSync(folder).isDirectory() };
  } catch {
    return { state: 'not-made-yet', folder, mayMake: false }; // whatever the reason: not by this account
  }
}

async function seeOpen(database: Database): Promise<Seen> {
  try {
    const migrations = await doneMigrations(database.db);
    return { state: 'open', migrations, writes: await tryToWrite(database) };
  } catch (error) {
    return closed(error);
  } finally {
    await database.close();
  }
}

function closed(error: unknown): Seen {
  if (!isTrouble(error)) throw error;
  // The code alone: the texts of drivers quote addresses and names.
  return { state: 'closed', code: codeOf(error) };
}

class TakenBack extends Error {
  override name = 'TakenBack';
}

/** Makes a table and takes it back: what a migration needs, and leaves nothing. */
async function tryToWrite({ db }: Database): Promise<Extract<Seen, { state: 'open' }>['writes']> {
  try {
    await db.transaction().execute(async (transaction) => {
      await transaction.schema.createTable('device_assist_doctor').addColumn('one', 'integer').execute();
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) return { can: false, code: codeOf(error) };
  }
  return { can: true };
}
