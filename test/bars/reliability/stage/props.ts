import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { buildBundle, type Bundle } from './bundle';
import type { OfficeSettings } from './office';
import { startPostgres, type Postgres } from './postgres';
import { postgresRecords, sqliteRecords } from './records';

// What the proofs share: made when the first one needs it, gone when the last one is over.

let bundle: Bundle | undefined;
let postgres: Promise<Postgres> | undefined;

export const theBundle = (): Bundle => (bundle ??= buildBundle());
export const thePostgres = (): Promise<Postgres> => (postgres ??= startPostgres());

export async function clearStage(): Promise<void> {
  bundle?.remove();
  await (await postgres)?.stop();
  bundle = postgres = undefined;
}

/** A fresh database on the server. */
export const onPostgres: OfficeSettings['books'] = async () => {
  const server = await thePostgres();
  const name = `bars_${randomBytes(4).toString('hex')}`;
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return { url: url.href, records: postgresRecords(url.href) };
};

export const onSqlite: OfficeSettings['books'] = ({ folder }) => {
  const file = join(folder, 'bars.db');
  return { url: `file:${file}`, records: sqliteRecords(file) };
};
