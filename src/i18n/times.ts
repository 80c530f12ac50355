import type { Language } from './language';

// British order: "22 Nov 2026" cannot be misread, "11/22" can.
const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);

/**
 * Date, time and zone, such as "22 Nov 2026, 09:15 UTC". An unknown `timeZone` counts as UTC: the zone is printed,
 * so nobody is misled.
 * @param at milliseconds since 1970
 */
export function formatTime(language: Language, at: number, timeZone = 'UTC'): string {
  const { date, time } = formatsFor(language, timeZone);
  return `${date.format(at)}, ${time.format(at)}`;
}

/** How long ago, in the largest unit that fits: "12 days ago", or "now". A moment still to come counts as now. */
export function formatAge(language: Language, at: number, now: number): string {
  const seconds = Math.floor((now - at) / 1000);
  const fitting = units.find(({ length }) => seconds >= length);
  const { counted, justNow } = ageFormatsFor(language);
  return fitting ? counted.format(-Math.floor(seconds / fitting.length), fitting.unit) : justNow;
}

type Unit = { readonly unit: Intl.RelativeTimeFormatUnit; readonly length: number };
const units: readonly Unit[] = [
  { unit: 'year', length: 365 * 86_400 },
  { unit: 'day', length: 86_400 },
  { unit: 'hour', length: 3600 },
  { unit: 'minute', length: 60 },
];

type Formats = { readonly date: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat };
const formats = new Map<string, Formats>();

function formatsFor(language: Language, timeZone: string): Formats {
  const zone = knownZone(timeZone);
  const key = `${language} ${zone}`;
  const known = formats.get(key);
  if (known) return known;
  // dateStyle, since a German "22. Nov." at the start of a line would be a numbered list in Markdown.
  const made: Formats = {
    date: new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: zone }),
    time: new Intl.DateTimeFormat(localeOf(language), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
      timeZoneName: 'short',
    }),
  };
  formats.set(key, made);
  return made;
}

type AgeFormats = { readonly counted: Intl.RelativeTimeFormat; readonly justNow: string };
const ageFormats = new Map<Language, AgeFormats>();

function ageFormatsFor(language: Language): AgeFormats {
  const known = ageFormats.get(language);
  if (known) return known;
  const made: AgeFormats = {
    // "1 day ago" rather than "yesterday", which 40 hours need not be.
    counted: new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'always' }),
    justNow: new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(0, 'second'),
  };
  ageFormats.set(language, made);
  return made;
}

const zones = new Map<string, string>();
const MOST_SPELLINGS = 1000;

/** The canonical name of a zone. Looking it up costs more than a card, so it is remembered, up to a bound. */
function knownZone(timeZone: string): string {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const canonical = canonicalZone(timeZone);
  // Clients may spell a zone in any case: that must not fill the memory.
  if (zones.size >= MOST_SPELLINGS) zones.clear();
  zones.set(timeZone, canonical);
  return canonical;
}

function canonicalZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
