import { barsOf, type Bar, type Measured } from '../bar';
import { killRun, type KillPlan, type KillReport } from './kills';
import { seed } from './random';
import { FACTOR } from './scale';
import { onPostgres, onSqlite, theBundle } from './stage/props';

type Planned = Omit<KillPlan, 'bundle' | 'seed'>;

const twoInstances = { books: onPostgres, instances: 2, atOnce: 8, pause: 200, pauses: 0 } as const;

export const killBars: readonly Bar[] = killBarsOf('SIGKILLs on PostgreSQL, two processes', {
  ...twoInstances,
  kills: 350,
});

export const sqliteKillBars: readonly Bar[] = killBarsOf('SIGKILLs on SQLite', {
  ...{ books: onSqlite, instances: 1, kills: 60, atOnce: 6, pause: 200, pauses: 0 },
});

export const pauseBars: readonly Bar[] = killBarsOf('SIGSTOPs past the lease, four processes', {
  ...twoInstances,
  ...{ instances: 4, kills: 0, pauses: 100 },
});

/** The long run: `npm run torture`. */
export const tortureBars: readonly Bar[] = killBarsOf('SIGKILLs and pauses on PostgreSQL, two processes', {
  ...twoInstances,
  ...{ kills: 1_000, pauses: 100 },
});

function killBarsOf(what: string, planned: Planned): readonly Bar[] {
  return barsOf<KillReport>(
    () => killRun({ ...planned, bundle: theBundle(), seed }),
    [
      [
        `${planned.kills + planned.pauses} ${what} (seed ${seed}, intervals 1/${FACTOR}): lost/doubled/phantom`,
        '0/0/0',
        safe,
      ],
      ['  confirmations that were still on their way at the end', '0', ({ unsettled }) => none(unsettled)],
      [
        '  questions to a person although the session was there to be seen',
        '0',
        ({ needlessQuestions }) => none(needlessQuestions),
      ],
      [
        '  confirmations that ended in a question to a person',
        '<= 40 %',
        ({ questions, confirmed }) => ({
          value: `${((100 * questions) / confirmed).toFixed(1)} % of ${confirmed}`,
          holds: questions <= 0.4 * confirmed && confirmed > (planned.kills + planned.pauses) / 2,
        }),
      ],
      ['  acknowledged questions without an answer or a word', '0', heard],
      ...(planned.kills === 0
        ? []
        : [['  kills between an intent and its outcome', '>= 25 %', between] as const]),
    ],
  );
}

function safe({ lost, doubled, phantom, accepted }: KillReport): Measured {
  const wrong = [...lost, ...doubled, ...phantom];
  for (const line of wrong.slice(0, 20)) console.log(`     ${line}`);
  return {
    value: `${lost.length}/${doubled.length}/${phantom.length} of ${accepted}`,
    holds: wrong.length === 0 && accepted > 0,
  };
}

function none(lines: readonly string[]): Measured {
  for (const line of lines.slice(0, 20)) console.log(`     ${line}`);
  return { value: String(lines.length), holds: lines.length === 0 };
}

function heard({ unanswered, asked, told, kills, pauses }: KillReport): Measured {
  const { holds } = none(unanswered);
  return {
    value: `${unanswered.length} of ${asked}, ${told} told`,
    holds: holds && asked > kills + pauses,
  };
}

function between(report: KillReport): Measured {
  return {
    value: `${report.between} of ${report.kills}`,
    holds: report.between >= 0.25 * report.kills,
  };
}
