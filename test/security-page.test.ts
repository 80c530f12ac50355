import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// SECURITY.md promises tests by name. Each must be there.

const root = join(__dirname, '..');
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| T\d+ +\|/u.test(line));

test('every threat from T1 to T42 has its row, once', () => {
  const numbers = rows.map((row) => Number(/^\| T(\d+)/u.exec(row)?.[1]));
  expect(numbers).toEqual(Array.from({ length: 42 }, (_, index) => index + 1));
});

type Named = { readonly file: string; readonly title: string };

/** A file in code letters, and behind it words of titles in quotes. */
function named(row: string): Named[] {
  const places = [...row.matchAll(/`(test\/[^`]+)`((?:,? “[^”]+”)+)/gu)];
  return places.flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/gu)].map(([, title = '']) => ({ file, title })),
  );
}

test('every row names a test, but for what does not exist', () => {
  expect(rows.filter((row) => named(row).length === 0).map((row) => row.split(' ')[1])).toEqual(['T33']);
});

test.each(rows.flatMap(named))('$file has “$title”', ({ file, title }) => {
  expect(existsSync(join(root, file))).toBe(true);
  expect(readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'")).toContain(title);
});
