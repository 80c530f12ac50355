/** Longest text that is read: longer ones are cut before any pattern sees them. */
export const LONGEST_TEXT = 500;

// What cannot be seen (zero-width and bidirectional controls, the soft hyphen, tags), other controls but tab and line feed, the
// inverted marks that only open a Spanish sentence; and the private-use area: its characters stand for entities here and
// must never come in from outside.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|(?![\t\n])\p{Cc}|[¡¿\uE000-\uF8FF]/gu;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const LONG_DASH_BETWEEN_WORDS = / [\u2012-\u2015] /gu;
const SINGLE_QUOTES = /[\u2018\u2019\u201B\u2032\u00B4\u02BC]/gu;

/** Decodes the five entities Teams sends. `&amp;` comes last: `&amp;lt;` is the text `&lt;`, not markup. */
function decodeEntities(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#0?39;|&apos;/gu, "'")
    .replaceAll('&amp;', '&');
}

/** Cuts at the limit without leaving half a surrogate pair. */
export function cutText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return text.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}

/** Folds width, dashes, quotes, spaces and invisible characters. NFKC alone folds neither dashes nor quotes. */
export function foldText(text: string): string {
  return cutText(
    text
      .replace(LONG_DASH_BETWEEN_WORDS, ' , ')
      .normalize('NFKC')
      .replace(INVISIBLE, '')
      .replace(DASHES, '-')
      .replace(SINGLE_QUOTES, "'")
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .trim(),
  );
}

/** The text as its author meant it. Mentions must be out of it before: decoding can make `<at>` out of typed text. */
export const normalise = (text: string): string => foldText(decodeEntities(cutText(text)));

/** Lower case and ё→е for cues, every character at the index it had. Never the default locale: Turkish has two i. */
export function toCueText(text: string): string {
  let cue = '';
  for (const character of text) {
    const lower = character.toLocaleLowerCase('en');
    cue += lower.length === character.length ? lower : character;
  }
  return cue.replaceAll('ё', 'е');
}

/** Without such characters at its ends. A loop, since a pattern for the end of a text tries every place of it. */
export function trimmed(text: string, atStart: string, atEnd: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && atStart.includes(text.charAt(from))) from += 1;
  while (to > from && atEnd.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
