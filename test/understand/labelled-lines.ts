import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookupForms } from '../../src/understand/lookup-forms';
import { understand } from '../../src/understand/understand';

const FOLDER = join(__dirname, '../data/nlu');

export interface Labelled {
  readonly locale: string;
  readonly text: string;
  readonly intent: string;
  readonly query: string | null;
}

export const corpora = readdirSync(FOLDER).filter((file) => file.endsWith('.jsonl'));

export function readLines(file: string): readonly Labelled[] {
  const lines = readFileSync(join(FOLDER, file), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Labelled); // our own files, with the keys of their README
}

/** As in the corpus rules: width, dashes, quotes, case, look-alike letters and spaces do not count; several are a set. */
const key = (query: string | null): string =>
  (query ?? '')
    .split(' | ')
    .map((name) => {
      const { asTyped, latin } = lookupForms(name);
      return (latin ?? asTyped).toLocaleLowerCase('en').replaceAll(/\s+/gu, ' ').trim();
    })
    .sort()
    .join(' | ');

export interface Score {
  readonly lines: number;
  readonly wrong: readonly string[];
  /** Lines that asked for nothing, and got a help card. The bar is none. */
  readonly helpCards: readonly string[];
  readonly nothings: number;
  readonly mistakenNothings: readonly string[];
}

export function score(lines: readonly Labelled[]): Score {
  const read = lines.map((line) => ({ line, got: understand(line) }));
  const nothings = read.filter(({ line }) => line.intent === 'none');
  const texts = (some: typeof read): string[] =>
    some.map(({ line, got }) => `${line.text} → ${got.intent} (${got.reason})`);
  return {
    lines: lines.length,
    wrong: texts(
      read.filter(({ line, got }) => got.intent !== line.intent || key(got.query) !== key(line.query)),
    ),
    helpCards: texts(nothings.filter(({ got }) => got.intent === 'help_device')),
    nothings: nothings.length,
    mistakenNothings: texts(nothings.filter(({ got }) => got.intent !== 'none')),
  };
}
