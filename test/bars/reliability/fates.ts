import type { Random } from './random';
import type { Fate } from './stage/intune';

/** In percent. More than half of the POSTs are disturbed, and a third of all are accepted without anyone being told. */
const mix: readonly (readonly [number, Pick<Fate, 'name' | 'answer' | 'accepted'>])[] = [
  [45, { name: 'clean', answer: 'accept', accepted: true }],
  [15, { name: 'accepted and reset', answer: 'reset', accepted: true }],
  [10, { name: 'accepted and silent', answer: 'hang', accepted: true }],
  [8, { name: 'accepted and 502', answer: 'bad-gateway', accepted: true }],
  [8, { name: 'reset before', answer: 'reset', accepted: false }],
  [7, { name: '503', answer: 'unavailable', accepted: false }],
  [7, { name: '429', answer: 'throttled', accepted: false }],
];

/** Until a session shows on its device, at most, in milliseconds; a lease of the scaled bot takes 1,500. */
const VISIBLE_WITHIN = 900;

/** The next fate of a POST. */
export function mixedFates(random: Random): () => Fate {
  return () => {
    let left = random.next() * 100;
    const chosen = mix.find(([percent]) => (left -= percent) < 0) ?? mix[0];
    if (!chosen) throw new Error('The mix is empty');
    return {
      ...chosen[1],
      takenUpAfter: 0,
      answeredAfter: random.between(0, 60),
      linkAfter: random.between(0, VISIBLE_WITHIN),
      actionAfter: random.between(0, VISIBLE_WITHIN),
    };
  };
}
