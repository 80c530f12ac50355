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

const START = '(?<=(?:^|[,:;.!?()、。\\n]) ?)';
const END = '(?= ?(?:$|[,:;.!?()、。\\n]))';
const NAME = "(?<name>\\p{L}[\\p{L}'.-]{0,30}(?: \\p{L}[\\p{L}'.-]{0,30}){0,3})";
const OWNER = `(?:(?<who>[${mark.mention}${mark.upn}])|${NAME})`;
const HONORIFIC = '(?:さん|さま|様|くん|君|氏|ちゃん)';
const JAPANESE_NAME = '[\\p{Script=Han}\\p{Script=Katakana}ー]{1,8}(?: [\\p{Script=Han}\\p{Script=Katakana}ー]{1,8})?|[a-z]{2,20}(?: [a-z]{2,20})?';
const JAPANESE_OWNER = `(?:(?<who>[${mark.mention}${mark.upn}]) ?${HONORIFIC}? ?|(?<name>${JAPANESE_NAME}) ?${HONORIFIC})`;

/** Turns a cue into the source of a regular expression. Every repetition is bounded and none contains another. */
export function cueSource(cue: string, owner = OWNER): string {
  return cue.replace(
    /\\.|\[\^?[^\]]*\]|\^|\$|~|WORD\d|GAP\d{1,2}|OWNER|LANG|DEV|PER|UPN|NUM|QUO|WHO|[áàâãéêíóôõúñçäöüß]/gu,
    (part) => {
      if (part === '^') return START;
      if (part === '$') return END;
      if (part === '~') return '\\p{L}{0,20}';
      if (part === 'OWNER') return owner;
      if (part === 'LANG') return anyLanguageName;
      if (part.startsWith('WORD')) return `(?:[^ ]{1,40} ){0,${part.slice(4)}}`;
      if (part.startsWith('GAP')) return `.{0,${part.slice(3)}}`;
      const plain = PLAIN[part];
      return plain === undefined ? (STAND_INS[part] ?? part) : `(?:${part}|${plain})`;
    },
  );
}

/** `\b` is ASCII-only in JavaScript even with the flag u: "ya ayudé" would not end in a word there. */
export const WORD_START = '(?<![\\p{L}\\p{N}_])';
export const WORD_END = '(?![\\p{L}\\p{N}_])';

/** Any of the cues, as whole words; for Japanese, which has no spaces, wherever they stand. */
export function anyOf(cues: readonly string[], japanese = false): RegExp {
  const source = cues.map((cue) => cueSource(cue)).join('|') || '(?!)';
  return new RegExp(japanese ? source : `${WORD_START}(?:${source})${WORD_END}`, 'u');
}

/** One cue with its groups and where they stand. */
export function located(cue: string, japanese = false): RegExp {
  if (japanese) return new RegExp(cueSource(cue, JAPANESE_OWNER), 'du');
  return new RegExp(`${WORD_START}(?:${cueSource(cue)})`, 'du');
}
