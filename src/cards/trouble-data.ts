import type { Screen } from '../desk/screens';
import {
  Busy,
  NotPermitted,
  OutcomeUnknown,
  SignInNeeded,
  Unreachable,
  type Party,
  type Trouble,
} from '../desk/troubles';
import { fact, rootOf, type CardData } from './card';
import { explain, explanationFacts, type Explanation } from './explanation';
import { timeFact, traceFacts } from './request-head';
import { safe } from '../safe-text/safe-text';
import type { Line, Words } from './words';

/** Something outside said no or nothing: cause, who can fix it, next step, reference. */
export function troubleData(
  words: Words,
  { trouble, reference }: Extract<Screen, { readonly kind: 'trouble' }>,
): CardData {
  const unknown = trouble instanceof OutcomeUnknown;
  return troubleCard(words, {
    heading: words.line('trouble.heading'),
    sentence: words.line(unknown ? 'trouble.outcome-unknown.sentence' : 'trouble.sentence'),
    explanation: explainTrouble(words, trouble),
    graphRequestId: 'graphRequestId' in trouble ? trouble.graphRequestId : undefined,
    reference,
  });
}

/** A bug of ours. The cause would help nobody; the reference does. */
export function unexpectedData(
  words: Words,
  { reference }: Extract<Screen, { readonly kind: 'unexpected' }>,
): CardData {
  return troubleCard(words, {
    heading: words.line('trouble.unexpected.heading'),
    sentence: words.line('trouble.unexpected.sentence'),
    explanation: explain(words, 'unexpected'),
    graphRequestId: undefined,
    reference,
  });
}

function explainTrouble(words: Words, trouble: Trouble): Explanation {
  if (trouble instanceof NotPermitted) return explain(words, trouble.reason);
  if (trouble instanceof SignInNeeded) return explain(words, 'sign-in-needed');
  if (trouble instanceof Busy) return explainBusy(words, trouble);
  if (trouble instanceof Unreachable)
    return {
      cause: words.line(`trouble.unreachable.${trouble.party}`),
      who: whoHelps(words, trouble.party),
      next: words.line('trouble.unreachable.next'),
    };
  return {
    cause: words.line('trouble.outcome-unknown.cause'),
    who: words.line('trouble.outcome-unknown.who'),
    next: words.line('trouble.outcome-unknown.next'),
  };
}

function explainBusy(words: Words, { party, until }: Busy): Explanation {
  return {
    cause: words.line(`trouble.busy.${party}`),
    who: whoHelps(words, party),
    next:
      until === undefined
        ? words.line('trouble.busy.next')
        : words.line('trouble.busy.next-at', { time: words.time(until) }),
  };
}

const whoHelps = (words: Words, party: Party): Line =>
  words.line(party === 'database' ? 'trouble.who.operator' : 'trouble.who.passes');

type TroubleCard = {
  readonly heading: Line;
  readonly sentence: Line;
  readonly explanation: Explanation;
  readonly graphRequestId: string | undefined;
  readonly reference: string;
};

function troubleCard(words: Words, card: TroubleCard): CardData {
  const { heading, sentence, explanation, graphRequestId, reference } = card;
  const { cause, next } = explanation;
  return {
    template: 'trouble',
    data: {
      ...rootOf(words, [heading.plain, sentence.plain, cause.plain, next.plain], [heading.plain]),
      heading: heading.markdown,
      sentence: sentence.markdown,
      facts: explanationFacts(words, explanation),
      traces: [
        timeFact(words, 'fact.time', words.now),
        fact(words, 'fact.reference', safe(reference)),
        ...traceFacts(words, graphRequestId === undefined ? {} : { graphRequestId }),
      ],
    },
    summary: heading.plain,
  };
}
