/** Text that may stand where Teams reads Markdown: TextBlock, facts, messages. */
export type Markdown = string & { readonly is: 'Markdown' };
/** Text for places without Markdown: titles of buttons, speech, notifications. */
export type Plain = string & { readonly is: 'Plain' };

/** Graphemes of a foreign text that a card shows, unless told otherwise. iOS device names may have 255. */
export const LONGEST = 100;
const marksOnOneLetter = 3;

const atTags = /<\/?at(?:\s[^<>]*)?>/giu;
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
// Controls, format characters (bidi among them), lone surrogates, and all that is drawn as nothing.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/gu;
const keptInEmoji =
  /(?<=[\p{Extended_Pictographic}\p{EMod}])\uFE0F|(?<=[\p{Extended_Pictographic}\p{EMod}]\uFE0F?)\u200D(?=\p{Extended_Pictographic})/gu;
const tooManyMarks = new RegExp(`(\\p{M}{${marksOnOneLetter}})\\p{M}+`, 'gu');
const spaces = /\s+/gu;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

// Only where it has a meaning: Teams on phones shows the backslash (microsoft/AdaptiveCards issues 5590, 7474).
const meaningAnywhere = /[*`~[\]]|(?<=\])\(|(?<=\{)\{|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const backslash = /\\(?=[!-/:-@[-`{-~]|$)/gu;
const entity = /&(?=#?\w{1,32};)/gu;
const meaningAtStart = /^(?:-(?=[-\s]|$)|\+(?=\s|$)|#(?=#{0,5}(?:\s|$))|\d{1,9}(?=[.)](?:\s|$)))/u;

/**
 * A foreign text (a name, a model, a typed word, an error) for a Markdown field: it is shown, and means nothing.
 * Also keeps Adaptive Cards' own `{{DATE(…)}}` from being read as a macro.
 * @param longest graphemes
 */
export function safe(text: string, longest = LONGEST): Markdown {
  const escaped = clean(text, longest)
    .replace(backslash, '\\\\')
    .replace(meaningAnywhere, '\\$&')
    .replace(entity, '\\&')
    .replace(meaningAtStart, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));
  return isolate(escaped) as Markdown; // escaped just above
}

/** A foreign text for a field without Markdown. @param longest graphemes */
export function plain(text: string, longest = LONGEST): Plain {
  // A renderer that cannot draw a card may put these words through its text formatter: no macro here either.
  return isolate(clean(text, longest).replace(/\{(?=\{)/gu, '{ ')) as Plain; // cleaned just above
}

/** What remains of a foreign text: one line, visible characters, no mentions, no markup, not too long. */
function clean(text: string, longest: number): string {
  // Cut first: what comes after costs nothing then, however long the text is.
  const visible = text
    .slice(0, longest * 40)
    .replace(atTags, '')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(lineBreaks, ' ');
  return cut(
    withoutInvisible(visible).normalize('NFC').replace(tooManyMarks, '$1').replace(spaces, ' ').trim(),
    longest,
  );
}

/** Joiners and selectors inside an emoji are part of it; everywhere else they only hide something. */
function withoutInvisible(text: string): string {
  const kept = new Set(Array.from(text.matchAll(keptInEmoji), ({ index }) => index));
  return text.replace(invisible, (character, index: number) => (kept.has(index) ? character : ''));
}

// At most twice as many UTF-16 units as graphemes: ten rows of family emoji must still be a small card.
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let graphemes = 0;
  for (const { index } of segmenter.segment(text)) {
    if (graphemes === longest || index >= longest * 2) return `${text.slice(0, index).trimEnd()}…`;
    graphemes += 1;
  }
  return text;
}

/** A right-to-left name must not reorder the words around it. Foreign isolates are gone by now, so these pair up. */
function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
