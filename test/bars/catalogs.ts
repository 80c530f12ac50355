import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../src/i18n/language';
import { languagesWithoutWords } from '../../src/i18n/translate';
import { catalogs, lackingPlurals, otherKeys, otherPlaceholders } from '../i18n/catalog-flaws';
import { atMost, type Bar, type Measured } from './bar';

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

const inAll = (flaws: (language: (typeof languages)[number]) => readonly string[]): Measured =>
  atMost(languages.flatMap(flaws).length, 0);

export const catalogBars: readonly Bar[] = [
  { name: 'patterns that know ASCII only', limit: '0', measure: () => atMost(asciiOnlyPatterns().length, 0) },
  { name: 'languages without words', limit: '0', measure: () => atMost(languagesWithoutWords.length, 0) },
  {
    name: `keys that a catalog lacks, or has beside the English ones (of ${Object.keys(catalogs.en).length})`,
    limit: '0',
    measure: () => inAll((language) => otherKeys(catalogs[language])),
  },
  {
    name: 'messages with other placeholders than the English ones',
    limit: '0',
    measure: () => inAll((language) => otherPlaceholders(catalogs[language])),
  },
  {
    name: 'plurals that lack a category of their language',
    limit: '0',
    measure: () => inAll((language) => lackingPlurals(language, catalogs[language])),
  },
];
