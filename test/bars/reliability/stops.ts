import { setTimeout as wait } from 'node:timers/promises';
import type { Verdict } from './checker';
import { settled } from './kills';
import { mixedFates } from './fates';
import { randomFrom } from './random';
import { Crowd } from './stage/crowd';
import type { Bundle } from './stage/bundle';
import { Office, type OfficeSettings } from './stage/office';

export type StopPlan = {
  readonly bundle: Bundle;
  readonly books: OfficeSettings['books'];
  readonly seed: number;
  readonly stops: number;
};

export type StopReport = Verdict & {
  /** Questions that were acknowledged and never answered. */
  readonly unanswered: number;
  readonly acknowledged: number;
  /** Milliseconds from the signal to the end, the longest. */
  readonly longest: number;
};

/** Activities in a second. */
export const RATE = 200;
/** Milliseconds of load around a stop. */
const LOAD = 1_500;

/** SIGTERM in the middle of a crowd, again and again: what was acknowledged is done, by this process or the next. */
export async function stopRun({ bundle, books, seed, stops }: StopPlan): Promise<StopReport> {
  const random = randomFrom(seed);
  const office = await Office.open({
    bundle,
    books,
    fates: mixedFates(random),
    technicians: 200,
    devices: 1_500,
  });
  const crowd = new Crowd(office, { rate: RATE, drafts: 30, onePressIn: 8 });
  let longest = 0;
  try {
    let instance = await office.startBot();
    for (let stop = 0; stop < stops; stop += 1) {
      await crowd.gather(instance);
      const load = crowd.press(LOAD);
      await wait(random.between(LOAD / 3, (2 * LOAD) / 3));
      const began = performance.now();
      const ended = instance.end('SIGTERM').then(() => performance.now() - began);
      await load;
      longest = Math.max(longest, await ended);
      instance = await office.startBot();
    }
    const verdict = await settled(office);
    const { acknowledged } = crowd;
    return { ...verdict, unanswered: crowd.unanswered(), acknowledged, longest };
  } finally {
    await office.close();
  }
}
