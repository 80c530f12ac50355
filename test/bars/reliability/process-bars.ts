import { atMost, barsOf, type Bar, type Measured } from '../bar';
import type { Verdict } from './checker';
import {
  CONFIRMATIONS,
  DATABASE_FACTOR,
  databaseCrashRun,
  type DatabaseCrashReport,
} from './database-crashes';
import { pressRun, type PressReport } from './presses';
import { seed } from './random';
import { FACTOR } from './scale';
import { onPostgres, theBundle, thePostgres } from './stage/props';
import { RATE, stopRun, type StopReport } from './stops';

const MINUTE = 60_000;
const how = `seed ${seed}, intervals 1/${FACTOR}`;

export const databaseCrashBars: readonly Bar[] = barsOf<DatabaseCrashReport>(
  async () =>
    databaseCrashRun({
      ...{ bundle: theBundle(), books: onPostgres, postgres: await thePostgres(), seed, crashes: 20 },
    }),
  [
    [
      `20 crashes of PostgreSQL under ${CONFIRMATIONS} confirmations/s (seed ${seed}, intervals 1/${DATABASE_FACTOR}): lost/doubled/phantom/unsettled`,
      '0/0/0/0',
      safe,
    ],
    [
      '  confirmations that were taken',
      '>= 300',
      ({ taken }) => ({ value: String(taken), holds: taken >= 300 }),
    ],
    ['  ready again after PostgreSQL is', '<= 5 s', ({ readyAfter }) => seconds(readyAfter, 5)],
  ],
);

const ROUNDS = 2_000;

export const pressBars: readonly Bar[] = barsOf<PressReport>(
  () =>
    pressRun({
      ...{ bundle: theBundle(), books: onPostgres, rounds: ROUNDS },
      skews: [0, 10 * MINUTE, -10 * MINUTE],
    }),
  [
    [
      `${ROUNDS} devices, two technicians at once, each pressing twice, over two processes; clocks 0, +10, -10 min: one POST`,
      `${ROUNDS} of ${ROUNDS}`,
      ({ rounds, notOnce }) => {
        for (const line of notOnce.slice(0, 20)) console.log(`     ${line}`);
        return { value: `${rounds - notOnce.length} of ${rounds}`, holds: notOnce.length === 0 };
      },
    ],
    [
      '  presses that came to nothing although nobody was stopped',
      '0',
      ({ endings }) => atMost(endings['refused interrupted'] ?? 0, 0),
    ],
    ['  lost/doubled/phantom/unsettled', '0/0/0/0', safe],
  ],
);

export const stopBars: readonly Bar[] = barsOf<StopReport>(
  () => stopRun({ bundle: theBundle(), books: onPostgres, seed, stops: 20 }),
  [
    [`20 SIGTERMs under ${RATE} activities/s (${how}): lost/doubled/phantom/unsettled`, '0/0/0/0', safe],
    [
      '  acknowledged questions without an answer',
      '0',
      ({ unanswered, acknowledged }) => ({
        value: `${unanswered} of ${acknowledged}`,
        holds: unanswered === 0,
      }),
    ],
    ['  from the signal to the end, the longest', '<= 40 s', ({ longest }) => seconds(longest, 40)],
  ],
);

function safe({ lost, doubled, phantom, unsettled, accepted }: Verdict): Measured {
  const wrong = [...lost, ...doubled, ...phantom, ...unsettled];
  for (const line of wrong.slice(0, 20)) console.log(`     ${line}`);
  const counts = [lost, doubled, phantom, unsettled].map(({ length }) => length);
  return { value: `${counts.join('/')} of ${accepted}`, holds: wrong.length === 0 && accepted > 0 };
}

function seconds(milliseconds: number, limit: number): Measured {
  return { value: `${(milliseconds / 1_000).toFixed(1)} s`, holds: milliseconds <= limit * 1_000 };
}
