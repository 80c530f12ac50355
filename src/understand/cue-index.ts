import { ANY, prefixesOf } from './prefixes';

/** Cues that can begin alike; compiled when a text first has such a beginning. */
interface Entry {
  readonly sources: readonly string[];
  pattern: RegExp | undefined;
}

const keyOf = (first: number, second: number): number => first * 0x10000 + second;
const ANY_CODE = ANY.charCodeAt(0);

/**
 * Patterns by the two characters they begin with. At most places of a text there is nothing to try, which makes the parser
 * several times faster than one alternation tried everywhere.
 */
export class CueIndex {
  private readonly entries = new Map<number, Entry>();
  private readonly others: Entry;

  constructor(
    sources: readonly string[],
    private readonly end: string,
    private readonly flags: string,
  ) {
    const read = sources.map((source) => ({ source, prefixes: prefixesOf(source) }));
    const withAny = (...wanted: readonly string[]): Entry => ({
      sources: read
        .filter(({ prefixes }) => wanted.some((prefix) => prefixes.has(prefix)))
        .map(({ source }) => source),
      pattern: undefined,
    });
    this.others = withAny(ANY);
    for (const prefix of new Set(read.flatMap(({ prefixes }) => [...prefixes]))) {
      const first = prefix[0] ?? ANY;
      if (first === ANY) continue;
      this.entries.set(keyOf(first.charCodeAt(0), prefix.charCodeAt(1)), withAny(prefix, first + ANY, ANY));
    }
  }

  matchAt(text: string, start: number): RegExpExecArray | null {
    const first = text.charCodeAt(start);
    const second = start + 1 < text.length ? text.charCodeAt(start + 1) : ANY_CODE;
    const entry =
      this.entries.get(keyOf(first, second)) ?? this.entries.get(keyOf(first, ANY_CODE)) ?? this.others;
    if (entry.sources.length === 0) return null;
    entry.pattern ??= new RegExp(`(?:${entry.sources.join('|')})${this.end}`, this.flags);
    entry.pattern.lastIndex = start;
    return entry.pattern.exec(text);
  }
}
