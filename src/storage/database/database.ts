import type { Config } from '../../config';
import { migrate } from './migrate';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';
import type { Database } from './tables';

/** Milliseconds a statement of a migration may take. */
const MIGRATE_WITHIN = 10 * 60 * 1000;

/**
 * Opens the database and brings its schema up to date.
 * @throws {DatabaseInUse} when another bot works on the same SQLite file. @throws {NewerDatabase} @throws {Unreachable}
 */
export async function openDatabase(where: Config['database']): Promise<Database> {
  if (where.kind === 'sqlite') return migrated(openSqlite(where.file));
  // Other instances wait while one migrates: that needs more patience than a press of a button.
  const patient = await migrated(openPostgres(where.url, MIGRATE_WITHIN));
  await patient.close();
  return openPostgres(where.url);
}

async function migrated(database: Database): Promise<Database> {
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
