import { ja } from '../../src/i18n/ja';
import { ru } from '../../src/i18n/ru';
import { translate } from '../../src/i18n/translate';

const russian = Object.entries<string>(ru);
const japanese = Object.entries<string>(ja);

test('Russian is written with «е», in one alphabet a word', () => {
  expect(russian.filter(([, text]) => /[ёЁ]|[а-я][a-z]|[a-z][а-я]/iu.test(text))).toEqual([]);
});

test('Russian says «вы» in lower case', () => {
  const inside = /(?<![.!?:·] )(?<!^)(?<!\{)Вы(?!\p{L})/u;
  expect(russian.filter(([, text]) => inside.test(text))).toEqual([]);
});

test('Japanese puts a half-width space between its own writing and Latin', () => {
  const touching = /[\w}](?=[ぁ-んァ-ヶ一-龠])|[ぁ-んァ-ヶ一-龠](?=[\w{])/u;
  expect(japanese.filter(([, text]) => touching.test(text))).toEqual([]);
});

test('Japanese keeps the space inside katakana compounds', () => {
  const glued =
    /リモートアシスタンス|プライマリユーザー|ポータルサイト|オペレーティングシステム|シリアルナンバー/u;
  expect(japanese.filter(([, text]) => glued.test(text))).toEqual([]);
});

test.each([
  ['button.request-assistance', 'Запросить удаленную помощь', 'リモート アシスタンスを要求する'],
  ['fact.primary-user', 'Основной пользователь', 'プライマリ ユーザー'],
  ['fact.last-check-in', 'Последний контакт', '最終接続日時'],
  ['compliance.compliant', 'Соответствует', '準拠'],
  ['compliance.noncompliant', 'Не соответствует', '非準拠'],
] as const)('%s is the official term', (key, inRussian, inJapanese) => {
  expect([ru[key], ja[key]]).toEqual([inRussian, inJapanese]);
});

test.each([
  [1, 'Запрос #7 отменен.'],
  [2, 'Запросы #7 отменены.'],
  // CLDR counts 21 as "one", but it is still several requests.
  [21, 'Запросы #7 отменены.'],
])('in Russian %i cancelled: "%s"', (count, sentence) => {
  expect(translate('ru', 'note.cancelled', { count, numbers: '#7' })).toContain(sentence);
});

test.each([
  [1, 'Для «PC» найдено 1 устройство'],
  [3, 'Для «PC» найдено 3 устройства'],
  [5, 'Для «PC» найдено 5 устройств'],
  [21, 'Для «PC» найдено 21 устройство'],
])('in Russian %i devices: "%s"', (count, heading) => {
  expect(translate('ru', 'pick.device.name', { count, typed: 'PC' })).toBe(heading);
});
