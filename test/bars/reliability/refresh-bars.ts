import { atMost, barsOf, type Bar } from '../bar';
import { refreshRuns, type RefreshReport } from './refreshes';
import type { OfficeSettings } from './stage/office';
import { onPostgres, onSqlite, theBundle } from './stage/props';

const CHANNELS = 10;
/** For more people Teams refreshes no card by itself. */
const PEOPLE = 60;

const on = (name: string, books: OfficeSettings['books']): readonly Bar[] =>
  barsOf<RefreshReport>(
    () => refreshRuns({ bundle: theBundle(), books, channels: CHANNELS, people: PEOPLE }),
    [
      [
        `${CHANNELS} channels x ${PEOPLE} card refreshes at once, on ${name}: an answer, p99`,
        '<= 1 s',
        ({ p99 }) => atMost(Math.ceil(p99), 1_000, ' ms'),
      ],
      [
        '  answers that are not the reader’s own view, calls of Graph and of Teams',
        '0, 0',
        ({ answers, wrong, calls }) => ({
          value: `${wrong} of ${answers}, ${calls}`,
          holds: wrong === 0 && calls === 0,
        }),
      ],
    ],
  );

export const refreshBars: readonly Bar[] = [...on('SQLite', onSqlite), ...on('PostgreSQL', onPostgres)];
