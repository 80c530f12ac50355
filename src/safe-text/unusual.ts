import { hidesSomething } from './clean';

/** Alphabets of which one has letters that look like another's. East Asian scripts stand beside Latin every day. */
const alphabets = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Lisu}/u,
];

/** Latin letters in disguise: letters as mathematical signs, in circles, or as wide as a Chinese character. */
const disguised = /[\u{1D400}-\u{1D7FF}\u24B6-\u24E9\u{1F130}-\u{1F189}\uFF21-\uFF3A\uFF41-\uFF5A]/u;

const words = /[\p{L}\p{M}]+/gu;

/** UTF-16 units that are looked at; a name that is longer shows no more than these. */
const LOOKED_AT = 2000;

/**
 * Whether a foreign text may be another one than it seems: a word from two alphabets ("LАPTOP" with a Cyrillic А),
 * letters in disguise, or characters that cannot be seen or turn the order. A reader should compare it once more.
 */
export function isUnusual(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return hidesSomething(start) || disguised.test(start) || (start.match(words) ?? []).some(mixesAlphabets);
}

const mixesAlphabets = (word: string) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1;
