import { allCues } from './cues';
import { vetoNames, type Cues, type VetoName } from './cues/cues';
import type { Language } from './intention';
import { anyOf, located, type CueSet } from './cue-sets';
import { cueSource, mark } from './patterns';
import { orWholeClause } from './whole-clause';

type Lists = Exclude<
  keyof Cues,
  'nominal' | 'language' | 'script' | 'openers' | 'veto' | 'deviceNoun' | 'serialNoun' | 'fillers' | 'appTail'
>;
type Located = 'app' | 'ownerQuestion' | 'owned';

/** A cue with groups, and a character without which it cannot match. */
export interface Needing {
  readonly cue: CueSet;
  readonly needs: RegExp | undefined;
}
const needed = (cue: string): RegExp | undefined => {
  if (cue.includes("'s ")) return /'s /u;
  return /WHO|UPN/u.test(cue) ? new RegExp(`[${mark.mention}${mark.upn}]`, 'u') : undefined;
};

/** One language's cues, compiled once. */
export interface Lexicon {
  readonly language: Language;
  readonly script: Cues['script'];
  readonly has: Readonly<Record<Exclude<Lists, Located>, CueSet>>;
  readonly locate: Readonly<Record<Located, readonly Needing[]>>;
  readonly veto: Readonly<Record<VetoName, CueSet>>;
  readonly appTail: RegExp;
}

function compile(cues: Cues): Lexicon {
  const japanese = cues.script === 'japanese';
  const any = (list: readonly string[]): CueSet => anyOf(list, japanese);
  const each = (list: readonly string[]): Needing[] =>
    list.map((cue) => ({ cue: located(cue, japanese), needs: needed(cue) }));
  const veto = Object.fromEntries(vetoNames.map((name) => [name, any(cues.veto[name])]));
  return {
    language: cues.language,
    script: cues.script,
    has: {
      secondPerson: any(cues.secondPerson.map((cue) => `^(?:${cue})`)),
      request: orWholeClause(any(cues.request), any(cues.nominal)),
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
    veto: veto as Record<VetoName, CueSet>, // the entries are made from vetoNames
    appTail: new RegExp(`(?<= )(?:${cues.appTail.map((tail) => cueSource(tail)).join('|') || '(?!)'})$`, 'u'),
  };
}

export const lexicons: readonly Lexicon[] = allCues.map(compile);

const CYRILLIC = /\p{Script=Cyrillic}/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN = /\p{Script=Latin}/u;
const TRANSLITERATED =
  /pom[ao]|podkl|posmo|pros|zaj?d|spasi|glya|nuzhn|moi ust|chto|ne nad|prove|ne (?:mogl|po)/u;

/** The languages of which anything can match in this text. */
export function lexiconsFor(cue: string): readonly Lexicon[] {
  const latin = LATIN.test(cue);
  const cyrillic = CYRILLIC.test(cue) || (latin && TRANSLITERATED.test(cue));
  const japanese = JAPANESE.test(cue);
  return lexicons.filter(({ script }) =>
    script === 'latin' ? latin : script === 'cyrillic' ? cyrillic : japanese,
  );
}

/** First words that are nobody's name, in any language. */
export const openers: ReadonlySet<string> = new Set(allCues.flatMap((cues) => cues.openers));
const fillersOf = (wanted: Cues['script']): CueSet =>
  anyOf(
    allCues.filter(({ script }) => script === wanted).flatMap(({ fillers }) => fillers),
    wanted === 'japanese',
  );
const FILLERS = {
  latin: fillersOf('latin'),
  cyrillic: fillersOf('cyrillic'),
  japanese: fillersOf('japanese'),
};

/** Everything polite of the languages of a text. */
export function fillersFor(cue: string): readonly CueSet[] {
  const found: CueSet[] = [];
  if (LATIN.test(cue)) found.push(FILLERS.latin);
  if (CYRILLIC.test(cue)) found.push(FILLERS.cyrillic);
  if (JAPANESE.test(cue)) found.push(FILLERS.japanese);
  return found;
}
