import type { Language } from './language';
import { phraseWords } from './phrase-words';

/**
 * Two words by which the owner of a device knows that a caller is the technician. `draw` gives a number from 0 up to,
 * but not including, its argument, which nobody can foresee.
 */
export function drawPhrase(language: Language, draw: (below: number) => number): string {
  const { first, second } = phraseWords[language];
  return `${first[draw(first.length)] ?? ''} ${second[draw(second.length)] ?? ''}`;
}
