import type { Bar } from './bar';
import { catalogBars } from './catalogs';
import { drawnCardBars } from './drawn-cards';
import { linearPatternBars } from './linear-patterns';
import { refreshBars } from './reliability/refresh-bars';
import { securityBars } from './security/bars';
import { killBars, pauseBars, sqliteKillBars, tortureBars } from './reliability/kill-bars';
import { databaseCrashBars, pressBars, stopBars } from './reliability/process-bars';
import { promiseBars } from './reliability/promise-bars';
import { crashPointBars, outageBars, teethBars } from './reliability/virtual-bars';
import { runBars } from './run-bars';
import { understandingBars } from './understanding';

// `npm run bars`: every proof with a figure, one line each: name, value, limit. Fails when one does not hold.
// `npm run bars -- cards catalogs` measures only the groups that are named.

const groups: Readonly<Record<string, readonly Bar[]>> = {
  understanding: understandingBars,
  patterns: linearPatternBars,
  catalogs: catalogBars,
  cards: drawnCardBars,
  security: securityBars,
  teeth: teethBars,
  'crash-points': crashPointBars,
  promises: promiseBars,
  outage: outageBars,
  kills: killBars,
  'kills-sqlite': sqliteKillBars,
  pauses: pauseBars,
  presses: pressBars,
  refreshes: refreshBars,
  'database-crashes': databaseCrashBars,
  stops: stopBars,
  torture: tortureBars,
};
/** It takes half an hour: `npm run torture`. */
const onlyByName = ['torture'];

/** @throws for a name that is no group: a misspelt one must not look like "everything holds". */
function chosen(names: readonly string[]): readonly Bar[] {
  const unknown = names.filter((name) => !(name in groups));
  if (unknown.length > 0)
    throw new Error(`No bars are called ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}`);
  const wanted = Object.entries(groups).filter(([name]) =>
    names.length === 0 ? !onlyByName.includes(name) : names.includes(name),
  );
  return wanted.flatMap(([, bars]) => bars);
}

void runBars(() => chosen(process.argv.slice(2).filter((argument) => !argument.startsWith('-'))));
