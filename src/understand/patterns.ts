import { CueIndex } from './cue-index';
import { anyLanguageName } from './language-names';

/**
 * Cues are written as small patterns over lower-case text, in which these words in capitals stand for what was found there:
 * DEV a device, PER a mentioned person, UPN an address, NUM a request number, QUO a quoted remark, WHO any person of the two;
 * and WORDn up to n words, GAPn up to n characters. `~` ends a stem. An accented letter also matches its plain form
 * (`ä` also `ae`): people leave accents out; the reverse does not hold, since `ayudó` is not `ayudo`.
 */
export const mark = {
  device: '\uE000',
  mention: '\uE001',
  upn: '\uE002',
  number: '\uE003',
  quote: '\uE004',
  ticket: '\uE005',
} as const;

const PLAIN: Readonly<Record<string, string>> = {
  á: 'a', à: 'a', â: 'a', ã: 'a', é: 'e', ê: 'e', í: 'i', ó: 'o', ô: 'o', õ: 'o', ú: 'u', ñ: 'n', ç: 'c',
  ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss',
}; // prettier-ignore
const STAND_INS: Readonly<Record<string, string>> = {
  DEV: mark.device,
  PER: mark.mention,
  UPN: mark.upn,
  NUM: mark.number,
  QUO: mark.quote,
  WHO: `[${mark.mention}${mark.upn}]`,
};

// Letters of cue text: lower case after NFKC, in the scripts of the six languages and their neighbours. The same as \p{L} for
// them, but seven ranges instead of six hundred, which makes a compiled cue a hundredth of the size and many times faster.
const LETTERS = 'a-zªºß-öø-ʯ\\u0370-\\u05FF\\u0620-\\u06FF\\u3041-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7A3';
const LETTER = `[${LETTERS}]`;
const LETTER_OR_DIGIT = `[0-9_${LETTERS}]`;
const START = '(?<=(?:^|[,:;.!?()、。\\n]) ?)';
const END = '(?= ?(?:$|[,:;.!?()、。\\n]))';
const NAME = `(?<!${LETTER})(?<name>${LETTER}[${LETTERS}'.-]{0,30}(?: ${LETTER}[${LETTERS}'.-]{0,30}){0,3})`;
const OWNER = `(?:(?<who>[${mark.mention}${mark.upn}])|${NAME})`;
const HONORIFIC = '(?:さん|さま|様|くん|君|氏|ちゃん)';
const JAPANESE_NAME =
  '[\\p{Script=Han}\\p{Script=Katakana}ー]{1,8}(?: [\\p{Script=Han}\\p{Script=Katakana}ー]{1,8})?|[a-z]{2,20}(?: [a-z]{2,20})?';
const JAPANESE_OWNER = `(?:(?<who>[${mark.mention}${mark.upn}]) ?${HONORIFIC}? ?|(?<name>${JAPANESE_NAME}) ?${HONORIFIC})`;

/** Turns a cue into the source of a regular expression. Every repetition is bounded and none contains another. */
export function cueSource(cue: string, owner = OWNER): string {
  return cue.replace(
    /\\p\{L\}|\\.|\[\^?[^\]]*\]|\^|\$|~|WORD\d|GAP\d{1,2}|OWNER|LANG|DEV|PER|UPN|NUM|QUO|WHO|[áàâãéêíóôõúñçäöüß]/gu,
    (part) => {
      if (part === '^') return START;
      if (part === '$') return END;
      if (part === '~') return `${LETTER}{0,20}`;
      if (part === '\\p{L}') return LETTER;
      if (part === 'OWNER') return owner;
      if (part === 'LANG') return anyLanguageName;
      if (part.startsWith('WORD')) return `(?:[^ ]{1,40} ){0,${part.slice(4)}}`;
      if (part.startsWith('GAP')) return `.{0,${part.slice(3)}}`;
      const plain = PLAIN[part];
      return plain === undefined ? (STAND_INS[part] ?? part) : `(?:${part}|${plain})`;
    },
  );
}

// `\b` is ASCII-only in JavaScript even with the flag u: "ya ayudé" would not end in a word there.
const WORD_END = `(?!${LETTER_OR_DIGIT})`;

/** A text with the places where a cue can begin, found once for all cues. */
export interface Line {
  readonly text: string;
  readonly wordStarts: readonly number[];
  readonly clauseStarts: readonly number[];
  /** For Japanese, in which a word can begin anywhere. */
  readonly everyStart: readonly number[];
}

const WORD = new RegExp(`(?<!${LETTER_OR_DIGIT})${LETTER_OR_DIGIT}|[\\uE000-\\uE00F]`, 'gu');
const CLAUSE = /^|(?<=[,:;.!?()、。\n] ?)(?=[^\s,:;.!?()、。])/gu;

export function toLine(text: string): Line {
  const wordStarts = Array.from(text.matchAll(WORD), (match) => match.index);
  const clauseStarts = Array.from(text.matchAll(CLAUSE), (match) => match.index);
  return {
    text,
    wordStarts,
    clauseStarts,
    everyStart: Array.from({ length: text.length }, (_, start) => start),
  };
}

/** Any of some cues. */
export interface CueSet {
  readonly test: (line: Line) => boolean;
  readonly find: (line: Line) => RegExpExecArray | null;
  /** All places, in order and without overlap. */
  readonly findAll: (line: Line) => readonly RegExpExecArray[];
}

function cueSet(
  cues: readonly string[],
  { japanese = false, owner = OWNER, end = WORD_END, flags = 'uy' },
): CueSet {
  const ending = japanese ? '' : end;
  const sources = (list: readonly string[]): string[] =>
    list.map((cue) => cueSource(cue.replace(/^\^/u, ''), owner));
  const anchored = new CueIndex(sources(cues.filter((cue) => cue.startsWith('^'))), ending, flags);
  const free = new CueIndex(sources(cues.filter((cue) => !cue.startsWith('^'))), ending, flags);
  const starts = ({ wordStarts, everyStart }: Line): readonly number[] =>
    japanese ? everyStart : wordStarts;
  const find = (line: Line): RegExpExecArray | null =>
    firstOf(line.clauseStarts, (start) => anchored.matchAt(line.text, start)) ??
    firstOf(starts(line), (start) => free.matchAt(line.text, start));
  const findAll = (line: Line): readonly RegExpExecArray[] => {
    const found: RegExpExecArray[] = [];
    let from = 0;
    for (const start of starts(line)) {
      if (start < from) continue;
      const match =
        (line.clauseStarts.includes(start) ? anchored.matchAt(line.text, start) : null) ??
        free.matchAt(line.text, start);
      if (!match || match[0] === '') continue;
      found.push(match);
      from = start + match[0].length;
    }
    return found;
  };
  return { find, findAll, test: (line) => find(line) !== null };
}

function firstOf<T>(starts: readonly number[], matchAt: (start: number) => T | null): T | null {
  for (const start of starts) {
    const match = matchAt(start);
    if (match) return match;
  }
  return null;
}

/** Any of the cues, as whole words; for Japanese, which has no spaces, wherever they stand. */
export const anyOf = (cues: readonly string[], japanese = false): CueSet => cueSet(cues, { japanese });

/** One cue with its groups and where they stand. */
export const located = (cue: string, japanese = false): CueSet =>
  cueSet([cue], { japanese, owner: japanese ? JAPANESE_OWNER : OWNER, end: '', flags: 'duy' });
