import { setTimeout as wait } from 'node:timers/promises';
import { mixedFates } from './fates';
import { settled } from './kills';
import type { Verdict } from './checker';
import { randomFrom } from './random';
import { scaledBy } from './scale';
import type { Bundle } from './stage/bundle';
import { Office, type OfficeSettings } from './stage/office';
import type { Postgres } from './stage/postgres';
import { Crowd } from './stage/crowd';

export type DatabaseCrashPlan = {
  readonly bundle: Bundle;
  readonly books: OfficeSettings['books'];
  readonly postgres: Postgres;
  readonly seed: number;
  readonly crashes: number;
};

export type DatabaseCrashReport = Verdict & {
  /** Confirmations that the bots took. */
  readonly taken: number;
  /** Milliseconds from the moment PostgreSQL takes connections again until both bots say they are ready; the longest. */
  readonly readyAfter: number;
};

/** By how much the bot's patience is shortened here: a restart of PostgreSQL takes its time whatever it is. */
export const DATABASE_FACTOR = 6;

/** Confirmations in a second, and milliseconds of them around a crash. */
export const CONFIRMATIONS = 50;
const LOAD = 1_000;
const DRAFTS = (CONFIRMATIONS * LOAD) / 1_000;

/** PostgreSQL is killed under load, again and again, and started anew. */
export async function databaseCrashRun(plan: DatabaseCrashPlan): Promise<DatabaseCrashReport> {
  const random = randomFrom(plan.seed);
  const settings = { bundle: plan.bundle, books: plan.books, fates: mixedFates(random) };
  const office = await Office.open({ ...settings, technicians: DRAFTS, devices: DRAFTS * plan.crashes });
  try {
    const intervals = scaledBy(DATABASE_FACTOR);
    const crew = [await office.startBot({ intervals }), await office.startBot({ intervals })];
    const crowd = new Crowd(office, { rate: CONFIRMATIONS, drafts: DRAFTS, onePressIn: 1 });
    let readyAfter = 0;
    for (let crash = 0; crash < plan.crashes; crash += 1) {
      await crowd.gather(...crew);
      const load = crowd.press(LOAD);
      await wait(random.between(LOAD / 4, (3 * LOAD) / 4));
      await plan.postgres.crash();
      await wait(random.between(0, 300));
      await plan.postgres.startAgain();
      const began = performance.now();
      for (const { url } of crew) await untilReady(url);
      readyAfter = Math.max(readyAfter, performance.now() - began);
      await load;
    }
    return { ...(await settled(office)), taken: office.acknowledged.length, readyAfter };
  } finally {
    await office.close();
  }
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(50);
  }
  throw new Error('The bot did not become ready again');
}
