import { clean } from './clean';

/** Graphemes of a foreign text in a cell. */
const LONGEST = 2000;

/**
 * What makes a spreadsheet read a cell as a formula (owasp.org/www-community/attacks/CSV_Injection). Tabs and line
 * breaks are gone when this is asked. A Japanese Excel takes the full-width forms for the same; NFKC knows them.
 */
const formula = /^[=+\-@|%\u2212]/u;

/**
 * A foreign text as one cell of a CSV file: always in quotes, quotes doubled, and with an apostrophe in front where it
 * would be calculated. Else changes only what {@link clean} lists.
 */
export function csvCell(text: string): string {
  const shown = clean(text, LONGEST);
  const inert = formula.test(shown.slice(0, 2).normalize('NFKC')) ? `'${shown}` : shown;
  return `"${inert.replaceAll('"', '""')}"`;
}
