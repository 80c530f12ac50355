import { setTimeout as wait } from 'node:timers/promises';
import { mixedFates } from './fates';
import { settled } from './kills';
import type { Verdict } from './checker';
import { randomFrom } from './random';
import { scaledBy } from './scale';
import type { Bundle } from './stage/bundle';
import { Office, type OfficeSettings } from './stage/office';
import type { Postgres } from './stage/postgres';
import { WorkingDay } from './stage/working-day';

export type DatabaseCrashPlan = {
  readonly bundle: Bundle;
  readonly books: OfficeSettings['books'];
  readonly postgres: Postgres;
  readonly seed: number;
  readonly crashes: number;
};

export type DatabaseCrashReport = Verdict & {
  /** Milliseconds from the moment PostgreSQL takes connections again until both bots say they are ready; the longest. */
  readonly readyAfter: number;
};

/** By how much the bot's patience is shortened here: a restart of PostgreSQL takes its time whatever it is. */
export const DATABASE_FACTOR = 6;

/** PostgreSQL is killed under load, again and again, and started anew. */
export async function databaseCrashRun(plan: DatabaseCrashPlan): Promise<DatabaseCrashReport> {
  const random = randomFrom(plan.seed);
  const settings = { bundle: plan.bundle, books: plan.books, fates: mixedFates(random) };
  const office = await Office.open({ ...settings, technicians: 120, devices: 600 });
  try {
    const intervals = scaledBy(DATABASE_FACTOR);
    const crew = [await office.startBot({ intervals }), await office.startBot({ intervals })];
    const day = new WorkingDay(office, () => crew, random, { atOnce: 50, pause: 1_000 });
    let readyAfter = 0;
    for (let crash = 0; crash < plan.crashes; crash += 1) {
      await wait(random.between(500, 2_000));
      await plan.postgres.crash();
      await wait(random.between(0, 300));
      await plan.postgres.startAgain();
      const began = performance.now();
      for (const { url } of crew) await untilReady(url);
      readyAfter = Math.max(readyAfter, performance.now() - began);
    }
    await day.end();
    return { ...(await settled(office)), readyAfter };
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
