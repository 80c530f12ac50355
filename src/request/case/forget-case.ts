import { isAbout, withoutThem, withoutWords, type Forgotten } from '../forget-person';
import type { Case } from './case';

/**
 * The case without what is of this person, or undefined when nothing is. All words go with them: what somebody else
 * wrote may speak of them.
 */
export const forgetInCase = (seen: Case, whom: Forgotten): Case | undefined =>
  isAbout(seen, whom) ? withoutWords(withoutThem(seen, whom)) : undefined;

/** The case without any person and any word, or undefined when that changes nothing. */
export function forgetAllInCase(seen: Case): Case | undefined {
  const emptied = withoutWords(withoutThem(seen));
  return JSON.stringify(emptied) === JSON.stringify(seen) ? undefined : emptied;
}
