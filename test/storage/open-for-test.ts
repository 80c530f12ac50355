import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config';
import type { Instant } from '../../src/request/ids';
import { Unreachable } from '../../src/desk/troubles';
import { ordinaryLimits } from '../../src/request/help-request';
import { openStorage, type Storage } from '../../src/storage/storage';
import { noon } from '../request/stories';
import { emptyPostgres, freshPostgres } from './postgres-for-test';

/** A database of its own for one test. */
export type Fresh = {
  readonly database: Config['database'];
  /** Sets the database's own clock, where it has one. */
  setTime(at: Instant): Promise<void>;
  remove(): Promise<void>;
};

const newFile = () => Promise.resolve(freshFile());

const kinds: readonly (readonly [name: string, fresh: () => Promise<Fresh>, empty: () => Promise<Fresh>])[] =
  [
    ['SQLite', newFile, newFile],
    ['PostgreSQL', freshPostgres, emptyPostgres],
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
  /** An empty database of the same kind. */
  empty: () => Promise<Fresh>;
};

/** One contract on both databases: nothing outside src/storage may notice which one it is. */
export function describeOnBoth(what: string, tests: (world: World) => void): void {
  describe.each(kinds)(`${what} on %s`, (_, fresh, empty) => {
    const world = { empty } as World; // filled before each test
    beforeEach(async () => {
      world.clock = standingClock(noon);
      world.fresh = await fresh();
      await world.fresh.setTime(noon);
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
