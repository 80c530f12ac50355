import { Client } from 'pg';
import Libsql from 'libsql';
import type { Config } from '../../src/config';
import { postgres, sqlite } from '../../src/storage/database/differences';

type Row = Readonly<Record<string, string | number | null>>;

/** Asks the database as an administrator would, past the bot. */
export async function query(database: Config['database'], sql: string): Promise<readonly Row[]> {
  if (database.kind === 'sqlite') {
    const file = new Libsql(database.file);
    try {
      const statement = file.prepare(sql);
      if (statement.reader) return statement.all([]) as Row[];
      statement.run([]);
      return [];
    } finally {
      file.close();
    }
  }
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Somebody who may do everything in the database, and takes the triggers away first. */
export async function tamper(database: Config['database'], ...statements: readonly string[]): Promise<void> {
  const differences = database.kind === 'sqlite' ? sqlite : postgres;
  for (const sql of [...differences.allowChanges('audit'), ...statements]) await query(database, sql);
}
