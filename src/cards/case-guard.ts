import type { OwnerGuard } from '../request/case/case';
import type { Phrase } from './case-parts';
import type { Line, Words } from './words';

/**
 * What the technician is shown of what the owner of the device was told: the same phrase, or that nobody knows.
 * @param isTold false as long as Intune was not asked: only then the owner is told
 */
export function guardParts(
  words: Words,
  guard: OwnerGuard,
  isTold = true,
): { readonly phrases: readonly Phrase[]; readonly warnings: readonly Line[] } {
  return guard.kind === 'told'
    ? {
        phrases: [
          { label: words.line(isTold ? 'case.guard.told' : 'case.guard.will-be-told'), phrase: guard.phrase },
        ],
        warnings: [],
      }
    : { phrases: [], warnings: [words.line(`case.guard.${guard.why}`)] };
}
