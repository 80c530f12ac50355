import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANY, prefixesOf } from '../../src/understand/prefixes';
import { anyOf, toLine } from '../../src/understand/cue-sets';

const folder = join(__dirname, '../../src/understand');
const files = ['.', 'cues'].flatMap((part) =>
  readdirSync(join(folder, part)).map((file) => join(folder, part, file)),
);

it('no pattern uses the word boundary or the word class that know ASCII only', () => {
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const code = readFileSync(file, 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gmu, '');
    expect({ file, found: /\\[bBwW](?![\p{L}])/u.exec(code)?.[0] }).toEqual({ file, found: undefined });
  }
});

it('a cue ends where a word ends, in any script', () => {
  expect(anyOf(['ayud']).test(toLine('ya ayudé'))).toBe(false);
  expect(anyOf(['ayud~']).test(toLine('ya ayudé'))).toBe(true);
  expect(anyOf(['помо']).test(toLine('помоги'))).toBe(false);
});

it('an accent in a cue may be missing in the text, but not the other way round', () => {
  expect(anyOf(['ayudé']).test(toLine('ayude'))).toBe(true);
  expect(anyOf(['ayude']).test(toLine('ayudé'))).toBe(false);
  expect(anyOf(['geräte']).test(toLine('geraete'))).toBe(true);
});

it('knows with which three letters a pattern can begin', () => {
  expect(prefixesOf('(?:ab|[cd]e)?f')).toEqual(new Set(['abf', 'cef', 'def', `f${ANY}`]));
  expect(prefixesOf('(?<!x)(?:yes|no)')).toEqual(new Set(['yes', `no${ANY}`]));
  expect(prefixesOf('ab?c')).toEqual(new Set(['abc', `ac${ANY}`]));
  expect(prefixesOf('a+b')).toEqual(new Set(['aaa', 'aab', `ab${ANY}`]));
  expect(prefixesOf('a?')).toEqual(new Set([ANY, `a${ANY}`]));
  expect(prefixesOf('[^a]b')).toEqual(new Set([ANY]));
});

it('finds what one plain alternation finds', () => {
  const cues = [
    '^help(?: me)?',
    "won't (?:work|start)",
    '(?:my |the )?laptop',
    'a',
    'ab?c~',
    '(?<!not )broken',
  ];
  const plain = new RegExp(
    `(?<![\\p{L}])(?:${cues.map((cue) => cue.replace('^', '(?<=^|, )').replace('~', '\\p{L}*')).join('|')})(?![\\p{L}])`,
    'u',
  );
  for (const text of [
    'help me',
    'so, help',
    'unhelpful',
    "it won't work",
    'the laptop',
    'not broken',
    'is broken',
    'acid',
    'abc',
    'a',
    'ab',
    '',
  ])
    expect({ text, found: anyOf(cues).test(toLine(text)) }).toEqual({ text, found: plain.test(text) });
});
