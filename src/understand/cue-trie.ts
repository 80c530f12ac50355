import { ANY, prefixesOf } from './prefixes';

/** One cue of one set, compiled when a text first has its beginning. */
export interface Cue {
  readonly set: number;
  /** Only at the beginning of a clause. */
  readonly clause: boolean;
  /** In the order in which the cues of a set are tried. */
  readonly rank: number;
  readonly source: string;
  readonly flags: string;
  pattern: RegExp | undefined;
}

interface Node {
  readonly next: Map<number, Node>;
  readonly cues: Cue[];
}
const newNode = (): Node => ({ next: new Map(), cues: [] });

/**
 * Cues by the characters they begin with. One walk at a place of a text finds the few that can match there, of all sets of
 * all languages; each is a short pattern of its own, which a person can read and a program can prove to be linear.
 */
export class CueTrie {
  private readonly root = newNode();

  add(cue: Cue): void {
    for (const prefix of prefixesOf(cue.source)) {
      let node = this.root;
      for (const code of codesOf(prefix.replace(ANY, ''))) {
        const known = node.next.get(code) ?? newNode();
        node.next.set(code, known);
        node = known;
      }
      node.cues.push(cue);
    }
  }

  /** Everything that can match at this place, in the order of the ranks. */
  at(text: string, start: number): readonly Cue[] {
    const found: Cue[] = [...this.root.cues];
    let node = this.root.next.get(text.charCodeAt(start));
    for (let place = start + 1; node; place += 1) {
      found.push(...node.cues);
      node = node.next.get(text.charCodeAt(place));
    }
    return found.length < 2 ? found : found.sort((a, b) => a.rank - b.rank);
  }
}

const codesOf = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));

/** Where a cue matches, exactly at this place. */
export function matchAt(cue: Cue, text: string, start: number): RegExpExecArray | null {
  cue.pattern ??= new RegExp(cue.source, cue.flags);
  cue.pattern.lastIndex = start;
  return cue.pattern.exec(text);
}
