import fc from '../setup/generated';
import { understand } from '../../src/understand/understand';
import { corpora as corpusFiles, readLines, score, type Labelled } from '../understand/labelled-lines';
import { atLeast, atMost, bestOfThree, type Bar } from './bar';

const SEED = 20261123;

const corpora = corpusFiles.map((name) => ({ name, lines: readLines(name) }));
const allLines = corpora.flatMap(({ lines }) => lines);
const all = score(allLines);

function milliseconds(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** The slowest line but for one in a hundred. Of each line the best of three runs counts, once everything is warm. */
function p99(lines: readonly Labelled[]): number {
  const times = lines.map((line) => bestOfThree(() => milliseconds(() => understand(line))));
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Infinity;
}

function throwsOnRandomText(count: number): number {
  let thrown = 0;
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  for (const one of fc.sample(text, { numRuns: count, seed: SEED })) {
    try {
      understand({ text: one });
    } catch {
      thrown += 1;
    }
  }
  return thrown;
}

const LONG_INPUTS = ['a', 'a ', 'LAPTOP-7F3K ', 'не ', 'を', '<at>', '"', 'help me with '].map((part) =>
  part.repeat(Math.ceil(20_000 / part.length)),
);

export const understandingBars: readonly Bar[] = [
  {
    name: `lines that must do nothing and open a help card (of ${all.nothings})`,
    limit: '0',
    measure: () => atMost(all.helpCards.length, 0),
  },
  {
    name: 'lines that must do nothing and do something',
    limit: '<= 3 %',
    measure: () => atMost((100 * all.mistakenNothings.length) / all.nothings, 3, ' %'),
  },
  ...corpora.map(({ name, lines }): Bar => ({
    name: `intent and query right in ${name} (${lines.length} lines)`,
    limit: '>= 97 %',
    measure: () => atLeast(100 - (100 * score(lines).wrong.length) / lines.length, 97, ' %'),
  })),
  {
    name: 'time for a line, p99',
    limit: '< 1 ms',
    measure: () =>
      atMost(
        bestOfThree(() => p99(allLines)),
        1,
        ' ms',
      ),
  },
  {
    name: 'time for 20,000 characters, the slowest of eight kinds',
    limit: '< 5 ms',
    measure: () =>
      atMost(
        Math.max(...LONG_INPUTS.map((text) => bestOfThree(() => milliseconds(() => understand({ text }))))),
        5,
        ' ms',
      ),
  },
  {
    name: `exceptions on 50,000 random Unicode strings (seed ${SEED})`,
    limit: '0',
    measure: () => atMost(throwsOnRandomText(50_000), 0),
  },
];
