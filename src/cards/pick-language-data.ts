import type { Screen } from '../desk/screens';
import { autonyms, languages } from '../i18n/language';
import type { CardData } from './card';
import { pick } from './pick-data';
import { plain, safe, type Markdown } from '../safe-text/safe-text';
import type { Words } from './words';

/** The languages by their own names, in the order of {@link languages}, and last "Same as Teams". */
export function pickLanguageData(
  words: Words,
  { ticket }: Extract<Screen, { readonly kind: 'languages' }>,
): CardData {
  const none = '' as Markdown; // nothing below a name
  const rows = languages.map((language) => ({
    ...{ name: safe(autonyms[language]), details: none },
    title: plain(autonyms[language]),
  }));
  const asInTeams = words.line('languages.as-in-teams');
  return pick(
    words,
    { ticket, more: false },
    {
      heading: words.line('languages.title'),
      sentence: words.line('languages.sentence'),
      more: none,
      summary: words.plain('languages.title'),
      rows: [...rows, { name: asInTeams.markdown, details: none, title: asInTeams.plain }],
    },
  );
}
