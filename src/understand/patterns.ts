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

/** Turns a cue into the source of a regular expression. Every repetition is bounded and none contains another. */
export function cueSource(cue: string): string {
  return cue
    .replace(/WORD(\d)/gu, '(?:[^ ]{1,40} ){0,$1}')
    .replace(/GAP(\d{1,2})/gu, '.{0,$1}')
    .replace(/DEV|PER|UPN|NUM|QUO|WHO/gu, (name) => STAND_INS[name] ?? name)
    .replaceAll('~', '\\p{L}{0,20}')
    .replace(/[áàâãéêíóôõúñçäöüß]/gu, (letter) => `(?:${letter}|${PLAIN[letter] ?? letter})`);
}

/** `\b` is ASCII-only in JavaScript even with the flag u: "ya ayudé" would not end in a word there. */
export const WORD_START = '(?<![\\p{L}\\p{N}_])';
export const WORD_END = '(?![\\p{L}\\p{N}_])';

/** Any of the cues, as whole words. */
export function words(cues: readonly string[]): RegExp {
  return new RegExp(`${WORD_START}(?:${cues.map(cueSource).join('|') || '(?!)'})${WORD_END}`, 'u');
}

/** Any of the cues, wherever they stand: for Japanese, which has no spaces. */
export function fragments(cues: readonly string[]): RegExp {
  return new RegExp(cues.map(cueSource).join('|') || '(?!)', 'u');
}
