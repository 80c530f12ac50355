import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openDatabase } from '../../src/storage/database/database';
import type { Fresh } from './open-for-test';

export type FreshPostgres = Fresh & { readonly url: string };

const { TEST_DATABASE_URL: server = '', TEST_DATABASE_TEMPLATE: template = '' } = process.env;

/** An empty database of its own for one test. */
export async function emptyPostgres(): Promise<FreshPostgres> {
  const name = newName();
  await onServer(server, `create database ${name}`);
  await onServer(urlOf(name), `${clockSchema}; ${clockFirst(name)}`);
  return postgresCalled(name);
}

/** A database of its own for one test, as a bot leaves it that has just updated the schema: a copy is quicker made. */
export async function freshPostgres(): Promise<FreshPostgres> {
  const name = newName();
  await (isMade ??= makeTemplate());
  await onServer(server, `create database ${name} template ${template} strategy file_copy`, clockFirst(name));
  return postgresCalled(name);
}

let isMade: Promise<void> | undefined;

/** What is copied, made by whichever test file of a run comes first. */
async function makeTemplate(): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  // The other workers wait here until it is there.
  await client.query('select pg_advisory_lock(1)');
  const there = await client.query('select from pg_database where datname = $1', [template]);
  if (there.rowCount === 0) {
    const { url } = await emptyPostgres();
    const database = await openDatabase({ kind: 'postgres', url });
    await database.close();
    await client.query(`alter database ${nameIn(url)} rename to ${template}`);
  }
  await client.end();
}

const newName = () => `test_${randomBytes(6).toString('hex')}`;
const nameIn = (url: string) => new URL(url).pathname.slice(1);
const urlOf = (name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href;

function postgresCalled(name: string): FreshPostgres {
  const url = urlOf(name);
  return {
    url,
    database: { kind: 'postgres', url },
    setTime: (at) => onServer(url, `update test_clock.stands set at = to_timestamp(${at} / 1000.0)`),
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

/** A function that runs with the real time until it is set. */
const clockSchema = `
  create schema test_clock;
  create table test_clock.stands (at timestamptz);
  insert into test_clock.stands values (null);
  create function test_clock.clock_timestamp() returns timestamptz volatile language sql as
    'select coalesce(at, pg_catalog.clock_timestamp()) from test_clock.stands'`;

/** It stands before the built-in function of that name; a copy of a database does not take this along. */
const clockFirst = (database: string) =>
  `alter database ${database} set search_path = public, test_clock, pg_catalog`;

async function onServer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
