import { languages } from '../../src/i18n/language';
import { formatAge, formatTime } from '../../src/i18n/times';

const at = Date.UTC(2026, 10, 22, 9, 15);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test('a time says its date and its zone', () => {
  expect(formatTime('en', at)).toBe('22 Nov 2026, 09:15 UTC');
  expect(formatTime('en', at, 'Europe/Berlin')).toBe('22 Nov 2026, 10:15 CET');
});

test('a zone that nobody knows counts as UTC, and says so', () => {
  expect(formatTime('en', at, 'Europe/Atlantis')).toBe('22 Nov 2026, 09:15 UTC');
  expect(formatTime('en', at, '')).toBe('22 Nov 2026, 09:15 UTC');
});

test.each(languages)('in %s a time has its zone and does not begin a Markdown list', (language) => {
  const text = formatTime(language, at);
  expect(text).toContain('UTC');
  expect(text).not.toMatch(/^\d+[.)]\s/u);
});

test.each([
  [0, 'now'],
  [-5 * MINUTE, 'now'],
  [MINUTE - 1, 'now'],
  [MINUTE, '1 minute ago'],
  [119 * MINUTE, '1 hour ago'],
  [12 * DAY, '12 days ago'],
  [800 * DAY, '2 years ago'],
])('an age of %i ms is "%s"', (age, text) => {
  expect(formatAge('en', at - age, at)).toBe(text);
});

test('what happened just now is said so in each language', () => {
  expect(languages.map((language) => formatAge(language, at, at))).toMatchInlineSnapshot(`
   [
     "now",
     "ahora",
     "сейчас",
     "agora",
     "jetzt",
     "今",
   ]
  `);
});
