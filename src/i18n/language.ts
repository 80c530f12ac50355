/** The languages in which the bot answers. */
export const languages = ['en', 'es', 'ru', 'pt-BR', 'de', 'ja'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const autonyms: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  ru: 'Русский',
  'pt-BR': 'Português (Brasil)',
  de: 'Deutsch',
  ja: '日本語',
};

const byPrimaryTag: ReadonlyMap<string, Language> = new Map([
  ['en', 'en'],
  ['es', 'es'],
  ['ru', 'ru'],
  // Brazilian words serve readers in Portugal better than English ones.
  ['pt', 'pt-BR'],
  ['de', 'de'],
  ['ja', 'ja'],
]);

/** The language for a BCP 47 tag such as `es-MX`, or undefined: not one of ours, or no tag at all. */
export function languageFor(tag: string | undefined): Language | undefined {
  if (!tag) return undefined;
  try {
    return byPrimaryTag.get(new Intl.Locale(tag).language);
  } catch {
    // Intl throws a RangeError on a malformed tag; clients do send those.
    return undefined;
  }
}
