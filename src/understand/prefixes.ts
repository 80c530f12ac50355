/** Stands for any character in a prefix. Text cannot contain it: it is no character of Unicode. */
export const ANY = '\uFFFF';
export const LONGEST_PREFIX = 3;

/**
 * With which three characters the matches of a pattern can begin, or with fewer and ANY. It reads the part of the syntax
 * that cues use; what it does not know counts as any character.
 */
export function prefixesOf(source: string): ReadonlySet<string> {
  const found = new Reader(source).alternatives();
  return new Set(Array.from(found, (prefix) => (isOpen(prefix) ? prefix + ANY : prefix)));
}

type Prefixes = ReadonlySet<string>;
const NOTHING: Prefixes = new Set(['']);
const ANYTHING: Prefixes = new Set([ANY]);

/** More of the pattern can still add to it. */
const isOpen = (prefix: string): boolean => prefix.length < LONGEST_PREFIX && !prefix.endsWith(ANY);
const either = (a: Prefixes, b: Prefixes): Prefixes => new Set([...a, ...b]);

function followed(first: Prefixes, second: Prefixes): Prefixes {
  const whole = new Set<string>();
  for (const start of first)
    if (!isOpen(start)) whole.add(start);
    else for (const next of second) whole.add((start + next).slice(0, LONGEST_PREFIX));
  return whole;
}

class Reader {
  private at = 0;
  constructor(private readonly source: string) {}

  alternatives(): Prefixes {
    let all = this.sequence();
    while (this.source[this.at] === '|') {
      this.at += 1;
      all = either(all, this.sequence());
    }
    return all;
  }

  private sequence(): Prefixes {
    let whole = NOTHING;
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')')
      whole = followed(whole, this.repeated(this.atom()));
    return whole;
  }

  private repeated(part: Prefixes): Prefixes {
    const quantifier =
      /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/u.exec(this.source.slice(this.at, this.at + 12))?.[0] ?? '';
    this.at += quantifier.length;
    if (quantifier === '') return part;
    const optional = /^(?:[?*]|\{0)/u.test(quantifier);
    let more = part;
    if (!quantifier.startsWith('?'))
      for (let times = 1; times < LONGEST_PREFIX; times += 1) more = followed(part, either(NOTHING, more));
    return optional ? either(NOTHING, more) : more;
  }

  private atom(): Prefixes {
    const character = this.source[this.at] ?? '';
    if (character === '(') return this.group();
    if (character === '[') return this.characterClass();
    if (character === '\\') return this.escape();
    this.at += 1;
    if (character === '^' || character === '$') return NOTHING;
    return character === '.' ? ANYTHING : new Set([character]);
  }

  private group(): Prefixes {
    const opening =
      /^\((?:\?(?:[:=!]|<[=!]|<[a-z]+>))?/u.exec(this.source.slice(this.at, this.at + 20))?.[0] ?? '(';
    this.at += opening.length;
    const inside = this.alternatives();
    this.at += 1;
    return /[=!]$/u.test(opening) ? NOTHING : inside;
  }

  private characterClass(): Prefixes {
    const body = /^\[((?:[^\]\\]|\\.)*)\]/u.exec(this.source.slice(this.at));
    this.at += body?.[0].length ?? 1;
    const characters = body?.[1] ?? '^';
    return /^\^|[\\-]/u.test(characters) ? ANYTHING : new Set(characters.split(''));
  }

  private escape(): Prefixes {
    const escaped =
      /^\\(?:[pP]\{[^}]*\}|u\{?[0-9a-fA-F]+\}?|.)/u.exec(this.source.slice(this.at, this.at + 40))?.[0] ??
      '\\';
    this.at += escaped.length;
    return /^\\[^a-zA-Z0-9]$/u.test(escaped) ? new Set([escaped.slice(1)]) : ANYTHING;
  }
}
