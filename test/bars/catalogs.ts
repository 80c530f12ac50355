import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languagesWithoutWords } from '../../src/i18n/translate';
import { atMost, type Bar } from './bar';

const understand = join(__dirname, '..', '..', 'src', 'understand');

/** `\b` and `\w` know ASCII only, even with the `u` flag: a veto that ends in one fails open. */
function asciiOnlyPatterns(): string[] {
  return readdirSync(understand, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      readFileSync(join(understand, name), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\/\/|\*|\/\*)/u.test(line) && /\\[bwBW](?![a-zA-Z0-9])/u.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
}

export const catalogBars: readonly Bar[] = [
  { name: 'patterns that know ASCII only', limit: '0', measure: () => atMost(asciiOnlyPatterns().length, 0) },
  { name: 'languages without words', limit: '0', measure: () => atMost(languagesWithoutWords.length, 0) },
];
