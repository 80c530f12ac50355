import type { RequestScreen } from '../desk/screens';
import type { Cause, In, Outcome, Stopper } from '../request/help-request';
import { fact, requestButtons, type CardData, type Fact } from './card';
import { explain, explanationFacts } from './explanation';
import { headOf, requestFacts, summaryOf, timeFact, traceFacts } from './request-head';
import { safe } from '../safe-text/safe-text';
import type { Words } from './words';

/** Graphemes of an error text of Intune's that a card shows. */
const LONGEST_DETAILS = 300;

/** It could not be requested: cause, who can fix it, next step, and what support needs. */
export function refusedData(words: Words, screen: RequestScreen, request: In<'refused'>): CardData {
  const heading = words.line('over.refused.heading');
  const { cause, occupant } = request;
  const explained = explain(words, cause, occupant);
  const sentence = words.line('over.refused.sentence');
  return {
    template: 'over',
    data: {
      ...headOf(words, screen, { heading, sentence, said: [explained.cause.plain, explained.next.plain] }),
      style: 'attention',
      facts: explanationFacts(words, explained),
      traces: [...end(words, screen, request.at), ...traceFacts(words, request)],
      buttons: worthAnotherTry[cause] ? requestButtons(words, screen, 'try-again') : [],
    },
    summary: summaryOf(screen, heading),
  };
}

/** Intune took the request and reports that no session came of it. */
export function failedData(words: Words, screen: RequestScreen, request: In<'failed'>): CardData {
  const heading = words.line('over.failed.heading');
  const next = words.line('over.failed.next');
  const { details } = request;
  return {
    template: 'over',
    data: {
      ...headOf(words, screen, { heading, sentence: words.line('over.failed.sentence'), said: [next.plain] }),
      style: 'attention',
      facts: [
        ...(details ? [fact(words, 'fact.details', safe(details, LONGEST_DETAILS))] : []),
        fact(words, 'fact.who', words.markdown('over.failed.who')),
        fact(words, 'fact.next', next.markdown),
      ],
      traces: [...end(words, screen, request.at), ...traceFacts(words, request)],
      buttons: requestButtons(words, screen, 'try-again'),
    },
    summary: summaryOf(screen, heading),
  };
}

type Ending = { readonly outcome: Outcome; readonly at: number; readonly stoppedBy?: Stopper };

/** Over in the ordinary way: what happened, and what follows from it. */
export function closedData(
  words: Words,
  screen: RequestScreen,
  { outcome, at, stoppedBy }: Ending,
): CardData {
  const heading = words.line(`outcome.${outcome}.word`);
  const next = words.line(`outcome.${outcome}.next`);
  const sentence = words.line(`outcome.${outcome}.sentence`);
  return {
    template: 'over',
    data: {
      ...headOf(words, screen, { heading, sentence, said: [next.plain] }),
      style: outcome === 'withdrawn' ? 'warning' : 'emphasis',
      facts: [
        ...(stoppedBy ? [fact(words, 'fact.stopped-by', words.markdown(`stopped-by.${stoppedBy}`))] : []),
        fact(words, 'fact.next', next.markdown),
      ],
      traces: end(words, screen, at),
      // The others ended as somebody wanted them to.
      buttons: outcome === 'expired' ? requestButtons(words, screen, 'try-again') : [],
    },
    summary: summaryOf(screen, heading),
  };
}

const end = (words: Words, screen: RequestScreen, at: number): Fact[] => [
  ...requestFacts(words, screen),
  timeFact(words, 'fact.time', at),
  fact(words, 'fact.reference', words.markdown('value.reference', { number: screen.stored.request.number })),
];

/** Whether the same device can be asked for again, now or after somebody has put something right. */
const worthAnotherTry = {
  'intune-role-missing': true,
  'consent-missing': true,
  'blocked-by-policy': true,
  'device-gone': false,
  'device-changed': true,
  'action-not-possible': false,
  'already-running': true,
  occupied: true,
  'connector-missing': true,
  'intune-busy': true,
  'intune-unreachable': true,
  'sign-in-unavailable': true,
  'sign-in-needed': true,
  interrupted: true,
  unexpected: true,
} as const satisfies Record<Cause, boolean>;
