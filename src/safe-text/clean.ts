// What is changed in a foreign text before it is shown anywhere, and nothing else:
//
// | characters | what becomes of them |
// | --- | --- |
// | controls (Cc), format characters (Cf, bidi among them), lone surrogates (Cs), default-ignorable ones | removed |
// | of these, a joiner or an emoji selector inside an emoji | kept |
// | line breaks and tabs, and every other run of white space | one space; none at the start and the end |
// | combining marks (M) after the third on one letter | removed |
// | what Unicode counts as the same letter written in two ways | its composed form (NFC) |
// | what is too long | cut between graphemes, with … |
//
// Each form may add to that, and says so.

const MARKS_ON_ONE_LETTER = 3;

const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]/gu;
// Controls, format characters (bidi among them), lone surrogates, and all that is drawn as nothing.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/gu;
const keptInEmoji =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}])\uFE0F|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D(?=\p{Extended_Pictographic})/gu;
const tooManyMarks = new RegExp(`(\\p{M}{${MARKS_ON_ONE_LETTER}})\\p{M}+`, 'gu');
const spaces = /\s+/gu;

/** What remains of a foreign text: one line, visible characters, not too long. @param longest graphemes */
export function clean(text: string, longest: number): string {
  // Cut first: what comes after costs nothing then, however long the text is.
  const oneLine = text.slice(0, longest * 40).replace(lineBreaks, ' ');
  const visible = withoutInvisible(oneLine).normalize('NFC').replace(tooManyMarks, '$1');
  return cut(visible.replace(spaces, ' ').trim(), longest);
}

/** Whether {@link clean} would drop something of the text that nobody would miss seeing. */
export function hidesSomething(text: string): boolean {
  const oneLine = text.replace(lineBreaks, ' ');
  return withoutInvisible(oneLine) !== oneLine || oneLine.normalize('NFC').search(tooManyMarks) >= 0;
}

/** Joiners and selectors inside an emoji are part of it; everywhere else they only hide something. */
function withoutInvisible(text: string): string {
  const kept = new Set(Array.from(text.matchAll(keptInEmoji), ({ index }) => index));
  return text.replace(invisible, (character, index: number) => (kept.has(index) ? character : ''));
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The length of a text as a person counts it. */
export const graphemes = (text: string): number => Array.from(segmenter.segment(text)).length;

/** At most twice as many UTF-16 units as graphemes: ten rows of family emoji must still be a small card. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let seen = 0;
  for (const { index } of segmenter.segment(text)) {
    if (seen === longest || index >= longest * 2) return `${text.slice(0, index).trimEnd()}…`;
    seen += 1;
  }
  return text;
}
