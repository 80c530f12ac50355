import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely';
import Libsql from 'libsql';
import { DatabaseError } from 'pg';
import type { Clock } from '../../desk/ports';
import type { Instant } from '../../request/ids';

/**
 * All in which the two databases differ for us. Times are milliseconds in whole numbers, JSON is text and every
 * claim is an `UPDATE … WHERE` or a unique index on both; nothing else may depend on which database it is.
 */
export type Differences = {
  /**
   * Now, for a statement that decides by time. On PostgreSQL it is the server's clock when the row is looked at, also
   * within a transaction and after waiting for a lock: instances need not agree on the time. A file has one bot only,
   * so there the bot's own clock counts.
   */
  now(clock: Clock): RawBuilder<Instant>;
  /** Whether other processes may be after the same rows; then who takes some leaves out what another one holds. */
  readonly hasRivals: boolean;
  /**
   * Until this transaction ends, whoever names the same line after it waits, first come, first served. A row that many
   * want goes to any of them: under load somebody would wait until the time is up.
   */
  waitInLine(tx: QueryExecutorProvider, line: readonly string[]): Promise<void>;
  /** Column type of 64-bit whole numbers. */
  readonly wholeNumber: string;
  /** What follows the closing bracket of `create table`. */
  readonly endOfTable: string;
  /** Statements that make a table refuse every change of what was written. */
  appendOnly(table: string, key: readonly string[]): readonly string[];
  /** Statements that take `appendOnly` back, for migrations. */
  allowChanges(table: string): readonly string[];
  /** Whether the error says that a unique index refused the row. */
  isViolationOf(index: UniqueIndex, error: unknown): boolean;
  /** Whether the error says that the database gave no usable answer, rather than that we asked nonsense. */
  isSilence(error: unknown): boolean;
};

export type UniqueIndex = {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
};

export const sqlite: Differences = {
  // A bound number is a real one for libsql.
  now: (clock) => sql`cast(${clock.now()} as integer)`,
  hasRivals: false,
  waitInLine: () => Promise.resolve(), // one connection: transactions come one after the other anyway
  wholeNumber: 'integer',
  endOfTable: ' strict',
  appendOnly: (table, key) => [
    `create trigger ${table}_no_update before update on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
    `create trigger ${table}_no_delete before delete on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
    // "insert or replace" deletes without firing the delete trigger.
    `create trigger ${table}_no_replace before insert on ${table}
      when exists (select 1 from ${table} where ${key.map((column) => `${column} = new.${column}`).join(' and ')})
      begin select raise(abort, '${table} is append-only'); end`,
  ],
  allowChanges: (table) => ['update', 'delete', 'replace'].map((what) => `drop trigger ${table}_no_${what}`),
  // SQLite names the columns instead of the index.
  isViolationOf: ({ table, columns }, error) =>
    error instanceof Libsql.SqliteError &&
    error.code === 'SQLITE_CONSTRAINT_UNIQUE' &&
    error.message.endsWith(`: ${columns.map((column) => `${table}.${column}`).join(', ')}`),
  isSilence: (error) =>
    error instanceof Libsql.SqliteError && SQLITE_SILENCE.has((error.rawCode ?? 0) & PRIMARY_CODE),
};

export const postgres: Differences = {
  now: () => sql`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`,
  hasRivals: true,
  waitInLine: async (tx, line) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify(line)}, 0))`.execute(tx);
  },
  wholeNumber: 'bigint',
  endOfTable: '',
  appendOnly: (table) => [
    `create function ${table}_is_append_only() returns trigger language plpgsql as
      $$ begin raise exception '${table} is append-only'; end $$`,
    `create trigger ${table}_no_change before update or delete or truncate on ${table}
      for each statement execute function ${table}_is_append_only()`,
  ],
  allowChanges: (table) => [
    `drop trigger ${table}_no_change on ${table}`,
    `drop function ${table}_is_append_only()`,
  ],
  isViolationOf: ({ name }, error) =>
    error instanceof DatabaseError && error.code === '23505' && error.constraint === name,
  // Anything without an SQLSTATE comes from the connection, not from the server.
  isSilence: (error) => !(error instanceof DatabaseError) || POSTGRES_SILENCE.test(error.code ?? ''),
};

/** SQLite's extended codes carry the primary one in their low byte (sqlite.org/rescode.html). */
const PRIMARY_CODE = 0xff;
// busy, locked, out of memory, read-only, input/output, corrupt, full, cannot open, not a database
const SQLITE_SILENCE = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26]);

/**
 * Connection (08), authorization (28), unknown database (3D), rolled back by conflict (40), resources (53),
 * locks (55), operator (57), system (58), a server that became read-only (25006) and a transaction that was silent for
 * too long (25P03). A column (42703) or table (42P01) is missing when a newer bot has changed the schema under this one:
 * postgresql.org/docs/current/errcodes-appendix.html
 */
const POSTGRES_SILENCE = /^(?:08|28|3D|40|53|55|57|58)|^(?:25006|25P03|42703|42P01)$/u;
