import { allCues } from './cues';
import { vetoNames, type Cues, type VetoName } from './cues/cues';
import type { Language } from './intention';
import { anyOf, located } from './patterns';

type Lists = Exclude<keyof Cues, 'language' | 'script' | 'openers' | 'veto' | 'deviceNoun' | 'serialNoun' | 'fillers' | 'appTail'>;
type Located = 'app' | 'ownerQuestion' | 'owned';

/** One language's cues, compiled once. */
export interface Lexicon {
  readonly language: Language;
  readonly script: Cues['script'];
  readonly has: Readonly<Record<Exclude<Lists, Located>, RegExp>>;
  readonly locate: Readonly<Record<Located, readonly RegExp[]>>;
  readonly veto: Readonly<Record<VetoName, RegExp>>;
  readonly appTail: RegExp;
}

function compile(cues: Cues): Lexicon {
  const japanese = cues.script === 'japanese';
  const any = (list: readonly string[]): RegExp => anyOf(list, japanese);
  const each = (list: readonly string[]): RegExp[] => list.map((cue) => located(cue, japanese));
  const veto = Object.fromEntries(vetoNames.map((name) => [name, any(cues.veto[name])]));
  return {
    language: cues.language,
    script: cues.script,
    has: {
      secondPerson: any(cues.secondPerson.map((cue) => `^(?:${cue})`)),
      request: any(cues.request),
      objectless: any(cues.objectless),
      remote: any(cues.remote),
      problem: any(cues.problem),
      naming: any(cues.naming),
      calm: any(cues.calm),
      bulk: any(cues.bulk),
      cancel: any(cues.cancel),
      signOut: any(cues.signOut),
      history: any(cues.history),
      status: any(cues.status),
      menu: any(cues.menu),
      mine: any(cues.mine),
      changeLanguage: any(cues.changeLanguage),
      show: any(cues.show),
    },
    locate: { app: each(cues.app), ownerQuestion: each(cues.ownerQuestion), owned: each(cues.owned) },
    veto: veto as Record<VetoName, RegExp>, // the entries are made from vetoNames
    appTail: any(cues.appTail.map((tail) => `(?<= )(?:${tail})$`)),
  };
}

export const lexicons: readonly Lexicon[] = allCues.map(compile);

const CYRILLIC = /\p{Script=Cyrillic}/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN = /\p{Script=Latin}/u;
const TRANSLITERATED = /pom[ao]|podkl|posmo|pros|zaj?d|spasi|glya|nuzhn|moi ust|chto|ne nad|prove|ne (?:mogl|po)/u;

/** The languages of which anything can match in this text. */
export function lexiconsFor(cue: string): readonly Lexicon[] {
  const latin = LATIN.test(cue);
  const cyrillic = CYRILLIC.test(cue) || (latin && TRANSLITERATED.test(cue));
  const japanese = JAPANESE.test(cue);
  return lexicons.filter(({ script }) => (script === 'latin' ? latin : script === 'cyrillic' ? cyrillic : japanese));
}

/** First words that are nobody's name, in any language. */
export const openers: ReadonlySet<string> = new Set(allCues.flatMap((cues) => cues.openers));
const fillerSources = allCues.flatMap((cues) =>
  cues.fillers.map((filler) => anyOf([filler], cues.script === 'japanese').source),
);
/** Everything polite in all languages, with the commas around it. */
export const FILLERS = new RegExp(`(, ?)?(?:${fillerSources.join('|')})( ?,)?`, 'gu');
export const DEVICE_NOUN = allCues.map((cues) => anyOf([cues.deviceNoun], true).source).join('|');
export const SERIAL_NOUN = allCues.map((cues) => anyOf([cues.serialNoun], true).source).join('|');
