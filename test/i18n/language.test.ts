import { languageFor } from '../../src/i18n/language';

test.each([
  ['es-MX', 'es'],
  ['pt-PT', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['ru-RU', 'ru'],
  ['de-AT', 'de'],
  ['ja-JP', 'ja'],
  ['JA', 'ja'],
  ['en-US', 'en'],
  ['zh-Hant-TW', undefined],
  ['fr', undefined],
  ['', undefined],
  ['english please', undefined],
  ['../../etc', undefined],
  ['de_DE', undefined],
  [undefined, undefined],
])('the tag %s means %s', (tag, language) => {
  expect(languageFor(tag)).toBe(language);
});
