import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../../src/config';
import type { Instant } from '../../src/request/ids';
import { Unreachable } from '../../src/desk/troubles';
import { ordinaryLimits } from '../../src/request/help-request';
import { openStorage, type Storage } from '../../src/storage/storage';
import { noon } from '../request/stories';

/** A database of its own for one test. */
export type Fresh = {
  readonly database: Config['database'];
  /** Sets the database's own clock, where it has one. */
  setTime(at: Instant): Promise<void>;
  remove(): Promise<void>;
};

const kinds: readonly (readonly [name: string, fresh: () => Promise<Fresh>])[] = [
  ['SQLite', () => Promise.resolve(freshFile())],
  ['PostgreSQL', freshPostgres],
];

export function freshFile(): Fresh & { readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'device-assist-'));
  const file = join(folder, 'deeper', 'bot.db');
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
  };
  return { file, database: { kind: 'sqlite', file }, setTime: () => Promise.resolve(), remove };
}

export async function freshPostgres(): Promise<Fresh & { readonly url: string }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = process.env['TEST_DATABASE_URL'] ?? '';
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(url.href, settableClock(name));
  return {
    url: url.href,
    database: { kind: 'postgres', url: url.href },
    setTime: (at) => onServer(url.href, `update test_clock.stands set at = to_timestamp(${at} / 1000.0)`),
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

/** Stands before the built-in function of that name; runs with the real time until it is set. */
const settableClock = (database: string) => `
  create schema test_clock;
  create table test_clock.stands (at timestamptz);
  insert into test_clock.stands values (null);
  create function test_clock.clock_timestamp() returns timestamptz volatile language sql as
    'select coalesce(at, pg_catalog.clock_timestamp()) from test_clock.stands';
  alter database ${database} set search_path = public, test_clock, pg_catalog`;

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** One that the configuration takes for random. */
export const dataKey = createHash('sha256').update('a data key').digest();

/** A clock that stands until it is set. */
export function standingClock(start: Instant) {
  let at = start;
  return {
    now: () => at,
    monotonic: () => at,
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

export type TestClock = ReturnType<typeof standingClock>;

export const openFresh = (fresh: Fresh, clock: TestClock, instanceName?: string): Promise<Storage> =>
  openStorage({
    ...{ database: fresh.database, dataKey, limits: ordinaryLimits, clock },
    ...(instanceName !== undefined && { instanceName }),
  });

/** Asks again as long as the database is away. */
export async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    }
  }
}

/**
 * What a test of the contract works with: a fresh database each, its storage, and a clock that stands at noon, the
 * bot's and the database's.
 */
export type World = {
  fresh: Fresh;
  storage: Storage;
  clock: TestClock;
  /** Lets time pass for the bot and for the database. */
  pass(milliseconds: number): Promise<void>;
  /** One more database of the same kind. */
  another: () => Promise<Fresh>;
};

/** One contract on both databases: nothing outside src/storage may notice which one it is. */
export function describeOnBoth(what: string, tests: (world: World) => void): void {
  describe.each(kinds)(`${what} on %s`, (_, fresh) => {
    const world = {} as World; // filled before each test
    beforeEach(async () => {
      world.clock = standingClock(noon);
      world.another = async () => {
        const another = await fresh();
        await another.setTime(world.clock.now());
        return another;
      };
      world.fresh = await world.another();
      world.pass = async (milliseconds) => {
        world.clock.pass(milliseconds);
        await world.fresh.setTime(world.clock.now());
      };
      world.storage = await openFresh(world.fresh, world.clock);
    });
    afterEach(async () => {
      await world.storage.close();
      await world.fresh.remove();
    });
    tests(world);
  });
}
