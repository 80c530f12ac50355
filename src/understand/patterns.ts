/**
 * Cues are written as small patterns over lower-case text, in which these words in capitals stand for what was found there:
 * DEV a device, PER a mentioned person, UPN an address, NUM a request number, QUO a quoted remark, WHO any person of the two;
 * and WORDn up to n words, GAPn up to n characters. `~` ends a stem; `*` means up to four and `+` up to four but one at least:
 * nothing repeats without end. An accented letter also matches its plain form
 * (`ä` also `ae`): people leave accents out; the reverse does not hold, since `ayudó` is not `ayudo`.
 */
export const mark = {
  device: '\uE000',
  mention: '\uE001',
  upn: '\uE002',
  number: '\uE003',
  quote: '\uE004',
  ticket: '\uE005',
  language: '\uE006',
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
  LANG: `(?:the |el |la |o |den |das )?${mark.language}`,
  WHO: `[${mark.mention}${mark.upn}]`,
};

// Letters of cue text: lower case after NFKC, in the scripts of the six languages and their neighbours. The same as \p{L} for
// them, but seven ranges instead of six hundred, which makes a compiled cue a hundredth of the size and many times faster.
const LETTERS = 'a-zªºß-öø-ʯ\\u0370-\\u05FF\\u0620-\\u06FF\\u3041-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7A3';
const LETTER = `[${LETTERS}]`;
export const LETTER_OR_DIGIT = `[0-9_${LETTERS}]`;
const START = '(?<=(?:^|[,:;.!?()、。\\n]) ?)';
const END = '(?= ?(?:$|[,:;.!?()、。\\n]))';
const NAME = `(?<!${LETTER})(?<name>${LETTER}[${LETTERS}'.-]{0,30}(?: ${LETTER}[${LETTERS}'.-]{0,30}){0,3})`;
export const OWNER = `(?:(?<who>[${mark.mention}${mark.upn}])|${NAME})`;
const HONORIFIC = '(?:さん|さま|様|くん|君|氏|ちゃん)';
const JAPANESE_NAME =
  '[\\p{Script=Han}\\p{Script=Katakana}ー]{1,8}(?: [\\p{Script=Han}\\p{Script=Katakana}ー]{1,8})?|[a-z]{2,20}(?: [a-z]{2,20})?';
export const JAPANESE_OWNER = `(?:(?<who>[${mark.mention}${mark.upn}]) ?${HONORIFIC}? ?|(?<name>${JAPANESE_NAME}) ?${HONORIFIC})`;

// A Russian stem ends in Russian letters: nothing else can follow it.
const endingAfter = (cue: string): string => (/[а-я]/u.test(cue) ? '[а-я]{0,12}' : `${LETTER}{0,20}`);

/** Turns a cue into the source of a regular expression. Every repetition is bounded and none contains another. */
export function cueSource(cue: string, owner = OWNER): string {
  return cue.replace(
    /\\p\{L\}|\\.|\[[^[\]]{0,80}\]|\^|\$|~|[*+]|WORD\d|GAP\d{1,2}|OWNER|LANG|DEV|PER|UPN|NUM|QUO|WHO|[áàâãéêíóôõúñçäöüß]/gu,
    (part) => {
      if (part === '^') return START;
      if (part === '$') return END;
      if (part === '~') return endingAfter(cue);
      if (part === '*') return '{0,4}';
      if (part === '+') return '{1,4}';
      if (part === '\\p{L}') return LETTER;
      if (part === 'OWNER') return owner;
      if (part.startsWith('WORD')) return `(?:[^ ]{1,40} ){0,${part.slice(4)}}`;
      if (part.startsWith('GAP')) return `.{0,${part.slice(3)}}`;
      const plain = PLAIN[part];
      return plain === undefined ? (STAND_INS[part] ?? part) : `(?:${part}|${plain})`;
    },
  );
}

// `\b` is ASCII-only in JavaScript even with the flag u: "ya ayudé" would not end in a word there.
export const WORD_END = `(?!${LETTER_OR_DIGIT})`;
