import fc from '../setup/generated';
import { clean, graphemes } from '../../src/safe-text/clean';
import { csvCell } from '../../src/safe-text/csv-cell';
import { logText } from '../../src/safe-text/log-text';
import { isUnusual } from '../../src/safe-text/unusual';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom('=', '+', '@', '\t', '\r\n', '"', ';', ',', '＝', '\u200B', '\u0301', 'a', ' ', '1'),
    )
    .map((parts) => parts.join('')),
);

describe('a text in the log', () => {
  test('is one line, without anything that a terminal obeys', () => {
    expect(logText('ok\r\n{"level":50}\u001B[2J\u009B31m\u202Eabc\u0000')).toBe('ok {"level":50}[2J31mabc');
    fc.assert(
      fc.property(anything, (text) => {
        expect(logText(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  test('is cut', () => {
    expect(graphemes(logText('x'.repeat(100_000)))).toBe(201);
  });
});

describe('a text in a cell', () => {
  test.each([
    ['LAPTOP-7', '"LAPTOP-7"'],
    ['the "big" one; left, please', '"the ""big"" one; left, please"'],
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+49 30 1234', `"'+49 30 1234"`],
    ['-2+3', `"'-2+3"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1+1', `"'=1+1"`],
    ['\r\n=1+1', `"'=1+1"`],
    ['\u200B=1+1', `"'=1+1"`],
    ['＝1+1', `"'＝1+1"`],
    ['﹢1', `"'﹢1"`],
    ['－1', `"'－1"`],
    ['−1', `"'−1"`],
    ['＠x', `"'＠x"`],
    ["|calc'!A1", `"'|calc'!A1"`],
    ['', '""'],
  ])('%j becomes %s', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  test('never ends its cell or its line, and never starts a formula', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const cell = csvCell(text);
        expect(cell).toMatch(/^"(?:[^"\r\n]|"")*"$/u);
        expect(cell.slice(1).normalize('NFKC')).not.toMatch(/^[=+\-@\t\r\n]/u);
      }),
      { numRuns: 3000 },
    );
  });

  test('can be read back: what is in quotes is the text as it is shown everywhere', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = csvCell(text).slice(1, -1).replaceAll('""', '"');
        const shown = clean(text, 2000);
        expect([shown, `'${shown}`]).toContain(read);
      }),
    );
  });
});

describe('a name is unusual', () => {
  test.each([
    ['a Cyrillic letter among Latin ones', 'LАPTOP-7'],
    ['a Latin letter in a Russian word', 'Ноутбyк'],
    ['a Greek letter among Latin ones', 'SURFΑCE'],
    ['an Armenian letter among Latin ones', 'PCօ'],
    ['mathematical letters', '𝐋𝐀𝐏𝐓𝐎𝐏'],
    ['letters in circles', 'ⓁⒶⓅ'],
    ['letters that are twice as wide', 'ＬＡＰＴＯＰ'],
    ['a character that is drawn as nothing', 'LAP\u200BTOP'],
    ['a soft hyphen', 'LAP\u00ADTOP'],
    ['characters that turn the order', 'LAPTOP\u202E7-3\u202C'],
    ['a joiner outside of an emoji', 'a\u200Db'],
    ['a pile of marks', `Z${'\u0336'.repeat(5)}`],
    ['a control character', 'LAPTOP\u0007'],
  ])('with %s', (_what, name) => {
    expect(isUnusual(name)).toBe(true);
  });

  test.each(
    [
      ['LAPTOP-7F3K', 'maria_lopez@contoso.com', "Zoë's Surface", 'São-João 2', 'Müller\tGmbH\n2'],
      ['Ноутбук', 'ПК-LAPTOP-7', 'ноутбук HP', 'Ёлка', 'Й'.normalize('NFD')],
      ['受付PC-01', '東京オフィスのiPad', 'データセンターＡ'.replace('Ａ', 'A'), '노트북 3'],
      ['Αθήνα PC', 'חברה 123 (4)', 'حاسوب محمول', '👩‍💻 ❤️ 🏳️‍🌈', '5 µs', '', '½ №7 ½'],
    ].flat(),
  )('but not when it is an ordinary one: %s', (name) => {
    expect(isUnusual(name)).toBe(false);
  });
});

test('a length is counted as a person counts it', () => {
  expect(graphemes('👩‍💻e\u0301ñ')).toBe(3);
});
