/** Damerau-Levenshtein distance (optimal string alignment): a swap of neighbours counts once. */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? 0;

/** Longest name that is compared: a device's name is rarely longer, and the work grows with the square. */
const LONGEST = 80;

/**
 * At most three names that a person may have meant: one edit away for up to six characters, two above; nearest first, then
 * by alphabet. Suggestions only: PC-0231 and PC-0232 are one edit apart and two people's machines.
 */
export function similarNames(query: string, names: readonly string[]): readonly string[] {
  const wanted = fold(query);
  const allowed = wanted.length <= 6 ? 1 : 2;
  return [...new Set(names)]
    .filter((name) => Math.abs(name.length - wanted.length) <= allowed)
    .map((name) => ({ name, edits: distance(wanted, fold(name)) }))
    .filter(({ edits }) => edits > 0 && edits <= allowed)
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

const fold = (name: string): string => name.slice(0, LONGEST).normalize('NFKC').toLocaleLowerCase('en');
