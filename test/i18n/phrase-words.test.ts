import { languages } from '../../src/i18n/language';
import { phraseWords } from '../../src/i18n/phrase-words';

// Two of these words are said on the phone: who hears them must not mistake one for another.

/** How many letters have to be changed, added or dropped to make one word of the other. */
function distance(one: string, other: string): number {
  const letters = Array.from(other);
  let row = letters.map((_, index) => index + 1);
  for (const [i, letter] of Array.from(one).entries()) {
    const next: number[] = [];
    for (const [j, second] of letters.entries()) {
      const above = row[j] ?? 0;
      const diagonal = j === 0 ? i : (row[j - 1] ?? 0);
      const left = j === 0 ? i + 1 : (next[j - 1] ?? 0);
      next.push(Math.min(above + 1, left + 1, diagonal + (letter === second ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? one.length;
}

/** Where a letter is a sound: one of them is misheard easily. In Japanese it is a syllable, or a whole word. */
const leastDistance = (language: string) => (language === 'ja' ? 1 : 2);

describe.each(languages)('the words of a phrase in %s', (language) => {
  const { first, second } = phraseWords[language];

  test('give more than four thousand phrases, each of two different words', () => {
    expect(first.length * second.length).toBeGreaterThan(4096);
    for (const list of [first, second]) {
      expect(list.length).toBeGreaterThanOrEqual(64);
      expect(new Set(list).size).toBe(list.length);
    }
    expect(first.filter((word) => second.includes(word))).toEqual([]);
  });

  test('are letters only, and short', () => {
    for (const word of [...first, ...second]) expect(word).toMatch(/^[\p{L}ー]{1,13}$/u);
  });

  test('are told apart by more than one letter', () => {
    const alike = [first, second].flatMap((list) =>
      list.flatMap((word, index) =>
        list
          .slice(index + 1)
          .filter((other) => distance(word.toLowerCase(), other.toLowerCase()) < leastDistance(language))
          .map((other) => `${word} ${other}`),
      ),
    );
    expect(alike).toEqual([]);
  });
});
