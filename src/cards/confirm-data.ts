import type { RequestScreen } from '../desk/screens';
import type { In } from '../request/help-request';
import { fact, requestButtons, type CardData, type Fact } from './card';
import { deviceFacts, warningLines } from './device-lines';
import { LONGEST_REASON, caseFact, headOf, summaryOf } from './request-head';
import type { Words } from './words';

/** The card with the evidence: nothing was asked of Intune, and one press will. */
export function confirmData(words: Words, screen: RequestScreen, request: In<'draft'>): CardData {
  const heading = words.line('confirm.heading');
  const said = [...warningLines(words.plain, request), words.plain('confirm.hint')];
  const buttons = requestButtons(
    words,
    screen,
    ...(['request-assistance', 'another-device', 'cancel'] as const),
    // With no roles configured nobody knows whether they meant to help or to be helped.
    ...(screen.offersRaise && !request.case ? (['case-raise'] as const) : []),
  );
  return {
    template: 'confirm',
    data: {
      ...headOf(words, screen, { heading, sentence: words.line('confirm.sentence'), said }),
      facts: [...caseFacts(words, request), ...deviceFacts(words, request.device)],
      warningsTitle: words.markdown('confirm.warnings'),
      warnings: warningLines(words.markdown, request),
      hint: words.markdown('confirm.hint'),
      reasons: buttons.length > 0 ? [reasonInput(words, request)] : [],
      footer: words.markdown('confirm.valid-until', {
        number: request.number,
        time: words.time(request.expiresAt),
      }),
      // Only the press that asks Intune takes the reason along.
      buttons: buttons.map((each) =>
        each.verb === 'request-assistance' ? { ...each, style: 'positive', associatedInputs: 'auto' } : each,
      ),
    },
    summary: summaryOf(screen, heading),
  };
}

/** For whom it is, and whether the device is theirs: the first evidence. */
function caseFacts(words: Words, request: In<'draft'>): Fact[] {
  if (!request.case) return [];
  const belongs = words.markdown(`case.belongs.${request.case.belongs}`);
  return [...caseFact(words, request), fact(words, 'fact.belongs', belongs)];
}

/** Where the owner of the device does not know who asks, the reason is what remains: it must be given. */
function reasonInput(words: Words, request: In<'draft'>) {
  const isRequired = request.case?.guard.kind === 'not-told';
  return {
    label: words.plain(isRequired ? 'case.form.reason' : 'confirm.reason.label'),
    isRequired,
    placeholder: words.plain('confirm.reason.placeholder'),
    error: words.plain('confirm.reason.error', { most: LONGEST_REASON }),
    most: LONGEST_REASON,
  };
}
