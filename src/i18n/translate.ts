import { IntlMessageFormat } from 'intl-messageformat';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { ja } from './ja';
import { languages, type Language } from './language';
import { ptBr } from './pt-br';
import { ru } from './ru';

export type Key = keyof typeof en;
/** What every catalog is: `export const es = { … } satisfies Messages;`. A missing key does not compile. */
export type Messages = Readonly<Record<Key, string>>;

/** A new language is one line here. English is complete by definition; the type of the others sees to the rest. */
const catalogs: { readonly en: Messages } & { readonly [L in Language]?: Messages } = {
  en,
  es,
  ru,
  'pt-BR': ptBr,
  de,
  ja,
};

/** The language whose words will really be used: cards say so in `lang`, so that nobody hears English read as Russian. */
export function spokenLanguage(language: Language): Language {
  return catalogs[language] ? language : 'en';
}

/** Languages that are still answered in English. A test holds this list, so it cannot grow unseen. */
export const languagesWithoutWords: readonly Language[] = languages.filter((language) => !catalogs[language]);

/** The values a message wants, read from the English text: `{name}`, `{count, plural, …}`. */
export type Args<K extends Key> = { readonly [Name in ArgNames<(typeof en)[K]>]: string | number };
/** Nothing more for a message without values, else one object with exactly its values. */
export type ArgsOf<K extends Key> = [ArgNames<(typeof en)[K]>] extends [never] ? [] : [args: Args<K>];

/** The message in the reader's language. Values are inserted as they are: escape foreign text first. */
export function translate<K extends Key>(language: Language, key: K, ...[args]: ArgsOf<K>): string {
  const spoken = spokenLanguage(language);
  const text = compiled(spoken, key).format(args);
  if (typeof text !== 'string') throw new Error(`${key} in ${spoken} is not text`);
  return text;
}

const messages = new Map<string, IntlMessageFormat>();

function compiled(language: Language, key: Key): IntlMessageFormat {
  const id = `${language} ${key}`;
  const known = messages.get(id);
  if (known) return known;
  const text = (catalogs[language] ?? catalogs.en)[key];
  // ignoreTag: our messages hold no markup, and "<" must stay what it is.
  const made = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  messages.set(id, made);
  return made;
}

type ArgNames<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? InBraces<Inside> | ArgNames<Rest>
  : never;
// A branch of a plural stands in braces too, and may hold a name of its own: "count, plural, one {# device {name".
type InBraces<Inside extends string> = Inside extends `${infer Before}{${infer Nested}`
  ? Name<BeforeComma<Before>> | InBraces<Nested>
  : Name<BeforeComma<Inside>>;
type BeforeComma<Text extends string> = Text extends `${infer Before},${string}` ? Before : Text;
// A name holds no space and no "#"; the text of a branch does.
type Name<Text extends string> = Text extends `${string} ${string}` | `${string}#${string}` | ''
  ? never
  : Text;
