import { CueTrie, matchAt, type Cue } from './cue-trie';
import { cueSource, JAPANESE_OWNER, LETTER_OR_DIGIT, OWNER, WORD_END } from './patterns';

const WORD = new RegExp(`(?<!${LETTER_OR_DIGIT})${LETTER_OR_DIGIT}|[\\uE000-\\uE00F]`, 'gu');
const CLAUSE = /^|(?<=[,:;.!?()、。\n] ?)(?=[^\s,:;.!?()、。])/gu;

/** All cues of all sets: those of the beginning of a clause, of a word, and Japanese ones, which can begin anywhere. */
const tries = { clause: new CueTrie(), word: new CueTrie(), anywhere: new CueTrie() };
const allCompiled: Cue[] = [];
/** Every cue as it is tried, for the proof that none takes longer than its text is long. */
export const compiledCues: readonly Cue[] = allCompiled;

/** A cue that can match at a place, since its first characters stand there. */
interface Chance {
  readonly cue: Cue;
  readonly start: number;
}

/** A text, and where which cue can begin in it: found once for all sets. */
export interface Line {
  readonly text: string;
  readonly chances: (set: number) => readonly Chance[];
}

export function toLine(text: string): Line {
  let found: ReadonlyMap<number, readonly Chance[]> | undefined;
  return { text, chances: (set) => (found ??= findChances(text)).get(set) ?? [] };
}

function findChances(text: string): ReadonlyMap<number, readonly Chance[]> {
  const clauses = new Set(Array.from(text.matchAll(CLAUSE), ({ index }) => index));
  const words = new Set(Array.from(text.matchAll(WORD), ({ index }) => index));
  const found = new Map<number, Chance[]>();
  const keep = (cues: readonly Cue[], start: number): void => {
    for (const cue of cues) {
      const chances = found.get(cue.set);
      if (chances) chances.push({ cue, start });
      else found.set(cue.set, [{ cue, start }]);
    }
  };
  for (let start = 0; start < text.length; start += 1) {
    if (clauses.has(start)) keep(tries.clause.at(text, start), start);
    if (words.has(start)) keep(tries.word.at(text, start), start);
    keep(tries.anywhere.at(text, start), start);
  }
  return found;
}

/** Any of some cues. */
export interface CueSet {
  readonly test: (line: Line) => boolean;
  readonly find: (line: Line) => RegExpExecArray | null;
  /** All places, in order and without overlap. */
  readonly findAll: (line: Line) => readonly RegExpExecArray[];
}

let sets = 0;

function cueSet(
  cues: readonly string[],
  { japanese = false, owner = OWNER, end = WORD_END, flags = 'uy' },
): CueSet {
  const set = (sets += 1);
  for (const written of cues) {
    const clause = written.startsWith('^');
    const source = `(?:${cueSource(written.replace(/^\^/u, ''), owner)})${japanese ? '' : end}`;
    const cue: Cue = { set, clause, rank: allCompiled.length, source, flags, pattern: undefined };
    allCompiled.push(cue);
    tries[clause ? 'clause' : japanese ? 'anywhere' : 'word'].add(cue);
  }
  const first = (line: Line, clause: boolean): RegExpExecArray | null => {
    for (const { cue, start } of line.chances(set)) {
      const match = cue.clause === clause ? matchAt(cue, line.text, start) : null;
      if (match) return match;
    }
    return null;
  };
  // What stands at the beginning of a clause says more than what stands in it, wherever it is.
  const find = (line: Line): RegExpExecArray | null => first(line, true) ?? first(line, false);
  const findAll = (line: Line): readonly RegExpExecArray[] => {
    const found: RegExpExecArray[] = [];
    let from = 0;
    for (const { cue, start } of line.chances(set)) {
      const match = start < from ? null : matchAt(cue, line.text, start);
      if (!match || match[0] === '') continue;
      found.push(match);
      from = start + match[0].length;
    }
    return found;
  };
  return { find, findAll, test: (line) => find(line) !== null };
}

/** Any of the cues, as whole words; for Japanese, which has no spaces, wherever they stand. */
export const anyOf = (cues: readonly string[], japanese = false): CueSet => cueSet(cues, { japanese });

/** One cue with its groups and where they stand. */
export const located = (cue: string, japanese = false): CueSet =>
  cueSet([cue], { japanese, owner: japanese ? JAPANESE_OWNER : OWNER, end: '', flags: 'duy' });
