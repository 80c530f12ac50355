import { RUNNING_FOR } from '../request/evidence';
import type { Cause, Occupant } from '../request/help-request';
import { fact, type Fact } from './card';
import type { Line, Words } from './words';

/** Why something did not work, who can fix it, and what to do next. */
export type Explanation = { readonly cause: Line; readonly who: Line; readonly next: Line };

export function explain(words: Words, cause: Cause, occupant?: Occupant): Explanation {
  return {
    cause: causeLine(words, cause, occupant),
    who: words.line(`cause.${cause}.who`),
    next: nextLine(words, cause),
  };
}

export const explanationFacts = (words: Words, { cause, who, next }: Explanation): Fact[] => [
  fact(words, 'fact.cause', cause.markdown),
  fact(words, 'fact.who', who.markdown),
  fact(words, 'fact.next', next.markdown),
];

function causeLine(words: Words, cause: Cause, occupant: Occupant | undefined): Line {
  if (cause !== 'occupied') return words.line(`cause.${cause}`);
  if (!occupant) return words.line('cause.occupied.someone');
  return words.line('cause.occupied', { technician: occupant.technicianName, number: occupant.number });
}

function nextLine(words: Words, cause: Cause): Line {
  return cause === 'already-running'
    ? words.line('cause.already-running.next', { minutes: RUNNING_FOR / 60_000 })
    : words.line(`cause.${cause}.next`);
}
