import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/config';
import { migrate } from '../../src/storage/database/migrate';
import { openPostgres } from '../../src/storage/database/postgres';
import { openSqlite } from '../../src/storage/database/sqlite';

export type FirstRows = Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>>;

/** What a bot of the first release had written: test/data/database/README.md. */
export const firstRows = JSON.parse(
  readFileSync(join(__dirname, '..', 'data', 'database', 'first-release.json'), 'utf8'),
) as FirstRows;

/** Under which the first release had sealed. */
export const firstKey = Buffer.alloc(32, 7);

/** Makes a database as the first release left it. */
export async function makeFirstRelease(where: Config['database'], rows = firstRows): Promise<void> {
  const database = where.kind === 'sqlite' ? openSqlite(where.file) : openPostgres(where.url);
  await migrate(database, '0001-first-tables');
  const tables = database.db.withTables<Record<string, Record<string, string | number | null>>>();
  for (const [table, content] of Object.entries(rows))
    for (let at = 0; at < content.length; at += 500)
      await tables
        .insertInto(table)
        .values(content.slice(at, at + 500))
        .execute();
  await database.close();
}
