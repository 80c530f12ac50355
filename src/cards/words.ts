import { formatAge, formatTime } from '../i18n/times';
import { spokenLanguage, translate, type ArgsOf, type Key } from '../i18n/translate';
import type { Language } from '../i18n/language';
import type { Instant } from '../request/ids';
import { plain, safe, type Markdown, type Plain } from '../safe-text/safe-text';

/**
 * The reader's words. Text values are foreign and are made safe on their way in, so a caller passes them as they
 * are; what comes out says by its type where it may stand.
 */
export type Words = {
  /** The language whose words are really used. */
  readonly language: Language;
  readonly now: Instant;
  readonly markdown: Say<Markdown>;
  readonly plain: Say<Plain>;
  /** The same words for a card and for a voice. */
  readonly line: Say<Line>;
  /** Date, time and zone. */
  readonly time: (at: Instant) => string;
  /** "12 days ago". */
  readonly age: (at: Instant) => string;
};

export type Line = { readonly markdown: Markdown; readonly plain: Plain };

/** Says a message in the reader's language, for one kind of place. */
export type Say<T> = <K extends Key>(key: K, ...args: ArgsOf<K>) => T;

export type WordOptions = {
  readonly now: Instant;
  /** IANA name of the reader's zone; UTC without it. Always printed with a time. */
  readonly timeZone?: string;
};

export function wordsIn(language: Language, { now, timeZone }: WordOptions): Words {
  const known = spokenLanguage(language);
  // Words of ours with values that were made safe for the place.
  const inMarkdown: Say<Markdown> = (key, ...args) => translate(known, key, ...made(safe, args)) as Markdown;
  const inPlain: Say<Plain> = (key, ...args) => translate(known, key, ...made(plain, args)) as Plain;
  return {
    language: known,
    now,
    markdown: inMarkdown,
    plain: inPlain,
    line: (key, ...args) => ({ markdown: inMarkdown(key, ...args), plain: inPlain(key, ...args) }),
    time: (at) => formatTime(known, at, timeZone),
    age: (at) => formatAge(known, at, now),
  };
}

function made<K extends Key>(textMade: (text: string) => string, args: ArgsOf<K>): ArgsOf<K> {
  const [values] = args;
  if (!values) return args;
  const entries = Object.entries<string | number>(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? textMade(value) : value,
  ]);
  // The same names with values of the same types: nothing that the compiler could follow through the entries.
  return [Object.fromEntries(entries)] as unknown as ArgsOf<K>;
}

/** Parts of a line that are safe each are safe together; empty and absent ones are left out. */
export const joined = (separator: ' · ' | ' ', parts: readonly (Markdown | undefined)[]): Markdown =>
  parts.filter(Boolean).join(separator) as Markdown; // made of Markdown only

/** The same for titles. */
export const joinedPlain = (separator: ', ' | ' · ' | ' ', parts: readonly (Plain | undefined)[]): Plain =>
  parts.filter(Boolean).join(separator) as Plain; // made of Plain only

export const joinedLine = (separator: ' · ', parts: readonly Line[]): Line => ({
  markdown: joined(
    separator,
    parts.map(({ markdown }) => markdown),
  ),
  plain: joinedPlain(
    separator,
    parts.map((part) => part.plain),
  ),
});

/** Sentences one after the other, each with its stop, so that a voice pauses between them. */
export function spoken(parts: readonly (Plain | undefined)[]): Plain {
  const sentences = parts.filter((part): part is Plain => part !== undefined && part !== '');
  // Made of Plain only.
  return sentences.map((part) => (/[.!?…:。！？]$/u.test(part) ? part : `${part}.`)).join(' ') as Plain;
}
