import { Migrator, type Migration } from 'kysely';
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
import type { Database } from './tables';

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
});

export const migrationNames = (): readonly string[] => Object.keys(migrations(sqlite));

/**
 * Runs the migrations that this database has not seen, up to one of them where tests want an older schema; of several
 * instances at once, one does it.
 */
export async function migrate({ db, differences }: Database, upTo?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations(differences)) },
    // Names of our own: the database may be shared with something else that uses kysely.
    migrationTableName: 'device_assist_migrations',
    migrationLockTableName: 'device_assist_migration_lock',
  });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('Migration failed', { cause: error });
}
