import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  sql,
} from 'kysely';
import Libsql from 'libsql';
import { Unreachable } from '../../desk/troubles';
import * as differences from './differences';
import { encode } from './encode';
import type { Database, Tables } from './tables';

/** Another bot works on this file. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse';
  constructor(file: string, options?: ErrorOptions) {
    super(
      `The database ${file} is in use by another bot. Stop that one first, or use PostgreSQL for several instances.`,
      options,
    );
  }
}

/** How long a statement waits, in milliseconds, for a command that writes beside the bot. It blocks the process. */
const BUSY_TIMEOUT = 1000;

/** The same for a command beside the bot: it is in no hurry. */
const PATIENCE_BESIDE = 10_000;

/**
 * Opens the file, and makes it and its folder where they are missing.
 * @throws {DatabaseInUse} @throws {Unreachable} when there can be no such file, or it is no database.
 */
export function openSqlite(path: string): Database {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // The lock belongs to the file, whatever name led to it.
    const file = existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
    return openLocked(file, lock(file));
  } catch (error) {
    // Nothing but the file system and the driver spoke until here.
    if (error instanceof DatabaseInUse) throw error;
    throw new Unreachable('database', undefined, { cause: error });
  }
}

/**
 * Opens a file that is there, whether a bot works on it or not; for commands beside the bot.
 * @throws {Unreachable} when it is no database.
 */
export function openSqliteBeside(file: string): Database {
  try {
    return opened(file, PATIENCE_BESIDE);
  } catch (error) {
    throw new Unreachable('database', undefined, { cause: error }); // nothing but the driver spoke
  }
}

function opened(file: string, busyTimeout: number): Database {
  const raw = new Libsql(file);
  raw.pragma(`busy_timeout = ${busyTimeout}`);
  raw.pragma('journal_mode = wal');
  raw.pragma('synchronous = full');
  const db = new Kysely<Tables>({ dialect: new FileDialect(raw) });
  return { db, differences: differences.sqlite, close: () => db.destroy() };
}

function openLocked(file: string, unlock: () => void): Database {
  try {
    const database = opened(file, BUSY_TIMEOUT);
    const close = async () => {
      // A copy of the file alone is whole then. What a reader holds up stays in the log, and is found there at the start.
      await sql`pragma wal_checkpoint(truncate)`.execute(database.db).catch(() => undefined);
      await database.close().finally(unlock);
    };
    return { ...database, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Holds `<file>.lock` until the returned function is called or the process dies, however it dies. */
function lock(file: string): () => void {
  const held = new Libsql(`${file}.lock`);
  try {
    held.pragma('journal_mode = memory'); // nothing is ever written: no journal beside it
    held.exec('begin exclusive');
  } catch (error) {
    held.close();
    if (differences.sqlite.isSilence(error)) throw new DatabaseInUse(file, { cause: error });
    throw error;
  }
  return () => {
    held.exec('rollback'); // closing alone keeps the lock while a statement waits for the garbage collector
    held.close();
  };
}

class FileDialect extends SqliteDialect {
  constructor(private readonly raw: Libsql.Database) {
    super({ database: encoding(raw) });
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.raw);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** A migration of which half is there would stop every later start; SQLite can take it back whole. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  constructor(private readonly raw: Libsql.Database) {
    super({ database: encoding(raw) });
  }

  /** Takes the write lock at once: a transaction that reads first cannot fail later because another one wrote. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk has rolled back already, and a second try would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.raw.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** The driver as kysely sees it: every bound value is encoded, every error translated. */
const encoding = (raw: Libsql.Database): SqliteDatabase => ({
  close: () => {
    raw.close();
  },
  prepare: (sql) => {
    const statement = answered(() => raw.prepare(sql));
    return {
      reader: statement.reader,
      all: (values) => answered(() => statement.all(values.map(encode))),
      run: (values) => answered(() => statement.run(values.map(encode))),
      iterate: (values) => statement.iterate(values.map(encode)),
    };
  },
});

function answered<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!differences.sqlite.isSilence(error)) throw error;
    throw new Unreachable('database', undefined, { cause: error });
  }
}
