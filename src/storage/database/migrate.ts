import { Migrator, type Migration } from 'kysely';
import { isTrouble } from '../../desk/troubles';
import { sqlite, type Differences } from './differences';
import { createFirstTables } from './migrations/0001-first-tables';
import { createBuckets } from './migrations/0002-buckets';
import { addCardsAndClaims } from './migrations/0003-cards-and-claims';
import { chainAudit } from './migrations/0004-audit-chain';
import { addCases } from './migrations/0005-cases';
import { addTeamOfHelpChannel } from './migrations/0006-team-of-help-channel';
import { countCases } from './migrations/0007-cases-counted';
import { countSignOuts } from './migrations/0008-sign-outs';
import { holdDevices } from './migrations/0009-held-devices';
import { countLostCreates } from './migrations/0010-lost-creates';
import { addInbox } from './migrations/0011-inbox';
import type { Database, Db } from './tables';

/** Forward only; a number is never used twice, and what was released is never changed. */
const migrations = (differences: Differences): Record<string, Migration> => ({
  '0001-first-tables': { up: (db) => createFirstTables(db, differences) },
  '0002-buckets': { up: (db) => createBuckets(db, differences) },
  '0003-cards-and-claims': { up: (db) => addCardsAndClaims(db, differences) },
  '0004-audit-chain': { up: (db) => chainAudit(db, differences) },
  '0005-cases': { up: (db) => addCases(db, differences) },
  '0006-team-of-help-channel': { up: addTeamOfHelpChannel },
  '0007-cases-counted': { up: (db) => countCases(db, differences) },
  '0008-sign-outs': { up: (db) => countSignOuts(db, differences) },
  '0009-held-devices': { up: (db) => holdDevices(db, differences) },
  '0010-lost-creates': { up: (db) => countLostCreates(db, differences) },
  '0011-inbox': { up: (db) => addInbox(db, differences) },
});

export const migrationNames = (): readonly string[] => Object.keys(migrations(sqlite));

/** Names of our own: the database may be shared with something else that uses kysely. */
const DONE = 'device_assist_migrations';
const LOCK = 'device_assist_migration_lock';

/** A newer bot has been at work on this database, and migrations have no way back. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
  constructor(options?: ErrorOptions) {
    super(
      'The database belongs to a newer version of Device Assist. ' +
        'Start that version again, or restore the backup of before its update.',
      options,
    );
  }
}

/**
 * Runs the migrations that this database has not seen, up to one of them where tests want an older schema; of several
 * instances at once, one does it.
 * @throws {NewerDatabase} @throws {Unreachable}
 */
export async function migrate({ db, differences }: Database, upTo?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations(differences)) },
    migrationTableName: DONE,
    migrationLockTableName: LOCK,
  });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error === undefined) return;
  const failure = error instanceof Error ? error : new Error('Migration failed', { cause: error });
  // Asked afterwards, since a newer bot may have been faster; kysely calls it corrupted.
  if (!isTrouble(failure)) await ensureNotNewer(db, { cause: failure });
  throw failure;
}

/** @throws {NewerDatabase} @throws {Unreachable} */
export async function ensureNotNewer(db: Db, options?: ErrorOptions): Promise<void> {
  const own = migrationNames();
  const done = await doneMigrations(db);
  if (done.some((name) => !own.includes(name))) throw new NewerDatabase(options);
}

/** The migrations that this database has seen; none where nobody has migrated yet. */
export async function doneMigrations(db: Db): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DONE)) return [];
  const withMigrations = db.withTables<Record<typeof DONE, { name: string }>>();
  const rows = await withMigrations.selectFrom(DONE).select('name').execute();
  return rows.map(({ name }) => name);
}
