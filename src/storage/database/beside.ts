import { existsSync, statSync } from 'node:fs';
import type { Config } from '../../config';
import { doneMigrations, migrationNames } from './migrate';
import { openPostgres } from './postgres';
import { openSqliteBeside } from './sqlite';
import type { Database } from './tables';

/** Why a database cannot be worked on beside a bot, in a sentence for the operator. */
export class NotReady extends Error {
  override name = 'NotReady';
}

/** Milliseconds a statement may take: an operator waits longer than a technician. */
const ANSWER_WITHIN = 60_000;

/**
 * Opens a database that is there for a command of the operator's, whether a bot runs on it or not. It takes no lock
 * that a bot would notice, makes nothing and migrates nothing.
 * @throws {NotReady} with the reason in words. @throws {Unreachable}
 */
export async function openBeside(where: Config['database']): Promise<Database> {
  const database = where.kind === 'sqlite' ? openFile(where.file) : openPostgres(where.url, ANSWER_WITHIN);
  try {
    await ensureOwnSchema(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function openFile(file: string): Database {
  if (!existsSync(file)) throw new NotReady(`There is no database at ${file}.`);
  // SQLite makes files beside the database; made by another account, the bot could not use them.
  if (statSync(file).uid !== (process.getuid?.() ?? 0))
    throw new NotReady(`${file} belongs to another account: run this as the bot's account (sudo -u …).`);
  return openSqliteBeside(file);
}

async function ensureOwnSchema({ db }: Database): Promise<void> {
  const done = await doneMigrations(db);
  const own = migrationNames();
  if (own.some((name) => !done.includes(name)))
    throw new NotReady('The database is not up to date: start this version of the bot once, it updates it.');
  if (done.some((name) => !own.includes(name)))
    throw new NotReady(
      'A newer version of the bot has updated the database: use the command of that version.',
    );
}
