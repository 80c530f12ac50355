import { clean } from './clean';

/** Text that may stand where Teams reads Markdown: TextBlock, facts, messages. */
export type Markdown = string & { readonly is: 'Markdown' };
/** Text for places without Markdown: titles of buttons, speech, notifications. */
export type Plain = string & { readonly is: 'Plain' };

/** Graphemes of a foreign text that a card shows, unless told otherwise. iOS device names may have 255. */
export const LONGEST = 100;

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

// Only where it has a meaning: Teams on phones shows the backslash (microsoft/AdaptiveCards issues 5590, 7474).
const meaningAnywhere = /[*`~[\]]|(?<=\])\(|(?<=\{)\{|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const backslash = /\\(?=[!-/:-@[-`{-~]|$)/gu;
const entity = /&(?=#?\w{1,32};)/gu;
const meaningAtStart = /^(?:-(?=[-\s]|$)|\+(?=\s|$)|#(?=#{0,5}(?:\s|$))|\d{1,9}(?=[.)](?:\s|$)))/u;

/**
 * A foreign text (a name, a model, a typed word, an error) for a Markdown field: it is shown, and means nothing.
 * Beyond {@link clean}, `<` and `>` become ‹ and ›, so that nothing is a tag or a mention; what Markdown or Adaptive
 * Cards' own `{{DATE(…)}}` would read gets a backslash, which is not drawn; right-to-left text is isolated.
 * @param longest graphemes
 */
export function safe(text: string, longest = LONGEST): Markdown {
  const escaped = withoutTags(clean(text, longest))
    .replace(backslash, '\\\\')
    .replace(meaningAnywhere, '\\$&')
    .replace(entity, '\\&')
    .replace(meaningAtStart, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));
  return isolate(escaped) as Markdown; // escaped just above
}

/**
 * A foreign text for a field without Markdown. As {@link safe}, but `{{` gets a space in between instead of a
 * backslash: a renderer that cannot draw a card may put these words through its text formatter.
 * @param longest graphemes
 */
export function plain(text: string, longest = LONGEST): Plain {
  const shown = withoutTags(clean(text, longest)).replace(/\{(?=\{)/gu, '{ ');
  return isolate(shown) as Plain; // cleaned just above
}

const withoutTags = (text: string) => text.replaceAll('<', '‹').replaceAll('>', '›');

/** A right-to-left name must not reorder the words around it. Foreign isolates are gone by now, so these pair up. */
function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
