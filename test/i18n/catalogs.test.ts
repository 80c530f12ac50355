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
    /[*_[\]`~<>\\\n]|\$\{|^[-+#]|^\d+[.)]|^\s|\s$| {2}/u.test(text),
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

test('every message is used by a card, and every card asks for messages that exist', () => {
  const folder = join(__dirname, '..', '..', 'src', 'cards');
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const literals = sources.flatMap((source) => [
    ...source.matchAll(/['`]([a-z][\w${}.-]*\.[\w${}.-]+)['`]/gu),
  ]);
  const used = literals.map(
    ([, text]) => new RegExp(`^${(text ?? '').replaceAll('.', '\\.').replace(/\$\{.*?\}/gu, '.+')}$`, 'u'),
  );
  expect(messages.filter(([key]) => !used.some((pattern) => pattern.test(key))).map(([key]) => key)).toEqual(
    [],
  );
});
