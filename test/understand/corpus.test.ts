import { corpora, readLines, score } from './labelled-lines';

describe.each(corpora)('the people of %s', (file) => {
  const { lines, wrong, helpCards, nothings, mistakenNothings } = score(readLines(file));

  it('never get a help card for words that did not ask for one', () => {
    expect(helpCards).toEqual([]);
  });

  it('are left alone when they asked for nothing, but for three in a hundred', () => {
    expect(mistakenNothings.length / nothings).toBeLessThanOrEqual(0.03);
  });

  it('are understood, intent and object, in 97 of 100 lines', () => {
    expect({ wrong, good: wrong.length / lines <= 0.03 }).toEqual({ wrong, good: true });
  });
});

it('every language has at least a hundred lines of our own, two fifths of which ask for nothing', () => {
  for (const file of corpora.filter((name) => name.startsWith('own.'))) {
    const lines = readLines(file);
    expect(lines.length).toBeGreaterThanOrEqual(100);
    expect(lines.filter(({ intent }) => intent === 'none').length / lines.length).toBeGreaterThanOrEqual(0.4);
  }
});
