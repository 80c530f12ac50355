import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bar } from '../bar';
import { seed } from './random';
import type { CrashReport } from './virtual/crash-points';
import type { OutageReport } from './virtual/outage';
import type { TeethReport } from './virtual/teeth';

const run = promisify(execFile);

/** A proof in virtual time has a process of its own, since it takes the place of the platform's timers. */
async function inVirtualTime<T>(...what: readonly (string | number)[]): Promise<T> {
  const main = join(__dirname, 'virtual', 'main.ts');
  const given = ['--import', 'tsx', main, ...what.map(String)];
  const { stdout } = await run(process.execPath, given, { maxBuffer: 32 * 1024 * 1024 });
  return JSON.parse(stdout) as T; // what main.ts writes
}

/** The crash points are shared out among so many processes. */
const SHARES = 2;

export const crashPointBars: readonly Bar[] = [
  {
    name: `ends of an instance at each step of confirming, verifying and updating, in virtual time (seed ${seed}): wrong`,
    limit: '0 of >= 1,000',
    measure: async () => {
      const reports = await Promise.all(
        Array.from({ length: SHARES }, (_, index) =>
          inVirtualTime<CrashReport>('crash-points', seed, index, SHARES),
        ),
      );
      const wrong = reports.flatMap((report) => report.wrong);
      const points = reports.reduce((sum, report) => sum + report.points, 0);
      for (const line of wrong.slice(0, 20)) console.log(`     ${line}`);
      return { value: `${wrong.length} of ${points}`, holds: wrong.length === 0 && points >= 1_000 };
    },
  },
];

export const teethBars: readonly Bar[] = [
  {
    name: 'mutants that the checker catches, and finds no fault with the bot as it is',
    limit: '5 of 5',
    measure: async () => {
      const report = await inVirtualTime<TeethReport>('teeth');
      const caught = report.filter((one) => one.caught !== undefined && one.sound);
      for (const { mutant, caught: by = 'not caught' } of report) console.log(`     ${mutant}: ${by}`);
      return { value: `${caught.length} of ${report.length}`, holds: caught.length === report.length };
    },
  },
];

export const outageBars: readonly Bar[] = [
  {
    name: `500 sessions become ready while the connector is away for 30 min (seed ${seed}): cards final after its return`,
    limit: '<= 60 s',
    measure: async () => {
      const report = await inVirtualTime<OutageReport>('outage', seed);
      const { milliseconds = Infinity, readyBefore } = report;
      return { value: `${milliseconds / 1_000} s`, holds: milliseconds <= 60_000 && readyBefore === 0 };
    },
  },
];
