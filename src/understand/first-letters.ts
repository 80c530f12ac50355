/** The letters with which a match of a pattern can begin; undefined when that is too much to say. */
export type FirstLetters = ReadonlySet<string> | undefined;

interface Start {
  readonly letters: FirstLetters;
  /** Whether it can match nothing: then what follows can begin the match as well. */
  readonly empty: boolean;
}

const NOTHING: Start = { letters: new Set(), empty: true };
const ANYTHING: Start = { letters: undefined, empty: false };
const join = (a: FirstLetters, b: FirstLetters): FirstLetters => (a && b ? new Set([...a, ...b]) : undefined);

/** Reads the part of the regular expression syntax that cues use. What it does not know counts as "any letter". */
class Reader {
  private at = 0;
  constructor(private readonly source: string) {}

  alternatives(): Start {
    let all = this.sequence();
    while (this.source[this.at] === '|') {
      this.at += 1;
      const next = this.sequence();
      all = { letters: join(all.letters, next.letters), empty: all.empty || next.empty };
    }
    return all;
  }

  private sequence(): Start {
    let whole = NOTHING;
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const part = this.repeated(this.atom());
      if (whole.empty) whole = { letters: join(whole.letters, part.letters), empty: part.empty };
    }
    return whole;
  }

  private repeated(part: Start): Start {
    const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/u.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += quantifier.length;
    return /^(?:[?*]|\{0)/u.test(quantifier) ? { ...part, empty: true } : part;
  }

  private atom(): Start {
    const character = this.source[this.at] ?? '';
    if (character === '(') return this.group();
    if (character === '[') return this.characterClass();
    if (character === '\\') return this.escape();
    this.at += 1;
    if (character === '^' || character === '$') return NOTHING;
    return character === '.' ? ANYTHING : { letters: new Set([character]), empty: false };
  }

  private group(): Start {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<[a-z]+>))?/u.exec(this.source.slice(this.at))?.[0] ?? '(';
    this.at += opening.length;
    const inside = this.alternatives();
    this.at += 1;
    return /[=!]$/u.test(opening) ? NOTHING : inside;
  }

  private characterClass(): Start {
    const body = /^\[((?:[^\]\\]|\\.)*)\]/u.exec(this.source.slice(this.at));
    this.at += body?.[0].length ?? 1;
    const characters = body?.[1] ?? '^';
    return /^\^|[\\-]/u.test(characters)
      ? ANYTHING
      : { letters: new Set(characters.split('')), empty: false };
  }

  private escape(): Start {
    const escaped =
      /^\\(?:[pP]\{[^}]*\}|u\{?[0-9a-fA-F]+\}?|.)/u.exec(this.source.slice(this.at))?.[0] ?? '\\';
    this.at += escaped.length;
    return /^\\[^a-zA-Z0-9]$/u.test(escaped)
      ? { letters: new Set([escaped.slice(1)]), empty: false }
      : ANYTHING;
  }
}

export function firstLetters(source: string): FirstLetters {
  const { letters, empty } = new Reader(source).alternatives();
  return empty ? undefined : letters;
}
