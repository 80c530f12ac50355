import { IntlMessageFormat } from 'intl-messageformat';
import { de } from '../../src/i18n/de';
import { en } from '../../src/i18n/en';
import { es } from '../../src/i18n/es';
import { ja } from '../../src/i18n/ja';
import type { Language } from '../../src/i18n/language';
import { ptBr } from '../../src/i18n/pt-br';
import { ru } from '../../src/i18n/ru';
import type { Key, Messages } from '../../src/i18n/translate';

export const catalogs: Readonly<Record<Language, Messages>> = { en, es, ru, 'pt-BR': ptBr, de, ja };

/** Keys that only one of the two has. */
export const otherKeys = (catalog: Messages): readonly string[] => [
  ...Object.keys(en).filter((key) => !(key in catalog)),
  ...Object.keys(catalog).filter((key) => !(key in en)),
];

/** Messages whose values are not those of the English one. */
export function otherPlaceholders(catalog: Messages): readonly string[] {
  const values = (text: string): string =>
    [...new Set(Array.from(text.matchAll(/\{(\w+)[,}]/gu), ([, name]) => name))].sort().join();
  return Object.entries<string>(en)
    .filter(([key, text]) => values(text) !== values(catalog[key as Key])) // keys of the English catalog
    .map(([key]) => key);
}

/** Messages with a plural that lacks a category of the language. */
export function lackingPlurals(language: Language, catalog: Messages): readonly string[] {
  // Millions are "many" in Spanish and Portuguese; "other" reads the same there.
  const wanted = new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.filter((category) => category !== 'many' || !['es', 'pt-BR'].includes(language));
  return Object.entries<string>(catalog).flatMap(([key, text]) =>
    pluralForms(elementsOf(language, text))
      .filter((forms) => !wanted.every((category) => forms.includes(category)))
      .map((forms) => `${key}: ${forms.join()}`),
  );
}

export const formatOf = (language: Language, text: string) =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
type Element = ReturnType<IntlMessageFormat['getAst']>[number];
const elementsOf = (language: Language, text: string): readonly Element[] =>
  formatOf(language, text).getAst();

/** The categories of every plural in a message, also of one inside another. */
function pluralForms(elements: readonly Element[]): string[][] {
  return elements.flatMap((element) => {
    if (!('options' in element)) return [];
    const within = Object.values(element.options).flatMap(({ value }) => pluralForms(value));
    return 'pluralType' in element ? [Object.keys(element.options), ...within] : within;
  });
}
