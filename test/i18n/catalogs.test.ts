import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../src/i18n/en';
import { autonyms, languages } from '../../src/i18n/language';
import { languagesWithoutWords, spokenLanguage } from '../../src/i18n/translate';

const messages = Object.entries<string>(en);

test('these languages are still answered in English', () => {
  expect(languagesWithoutWords).toEqual(['es', 'ru', 'pt-BR', 'de', 'ja']);
  expect(languagesWithoutWords.map(spokenLanguage)).toEqual(['en', 'en', 'en', 'en', 'en']);
  expect(Object.keys(autonyms)).toEqual([...languages]);
});

test('messages are plain words: no Markdown, no markup, no line breaks, no stray spaces', () => {
  const marked = messages.filter(([, text]) =>
    /[*[\]`~<>\\\n]|(?<!\w)_|_(?!\w)|\$\{|^[-+]|^#\s|^\d+[.)]|^\s|\s$| {2}/u.test(text),
  );
  expect(marked).toEqual([]);
});

test('buttons have short titles', () => {
  const titles = messages.filter(([key]) => key.startsWith('button.'));
  expect(titles.filter(([, text]) => text.length > 30)).toEqual([]);
});

test('the names of other products are never used for ours', () => {
  expect(messages.filter(([, text]) => /Remote Help|Quick Assist/iu.test(text))).toEqual([]);
});

const src = join(__dirname, '..', '..', 'src');

/** Every literal in the sources that looks like the key of a message, as a pattern. */
function keysAskedFor(): RegExp[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('i18n'),
  );
  const sources = files.map((file) => readFileSync(join(src, file), 'utf8'));
  const literals = sources.flatMap((source) =>
    Array.from(source.matchAll(/['`]([a-z][\w${}.-]*\.[\w${}.-]+)['`]/gu), ([, text]) => text ?? ''),
  );
  return [...new Set(literals)].map(
    (text) => new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{.*?\}/gu, '.+')}$`, 'u'),
  );
}

test('every message is used somewhere', () => {
  const asked = keysAskedFor();
  expect(messages.map(([key]) => key).filter((key) => !asked.some((one) => one.test(key)))).toEqual([]);
});
