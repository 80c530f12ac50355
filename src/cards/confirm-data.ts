import type { RequestScreen } from '../desk/screens';
import type { In } from '../request/help-request';
import { requestButtons, type CardData } from './card';
import { deviceFacts, warningLines } from './device-lines';
import { LONGEST_REASON, headOf, summaryOf } from './request-head';
import type { Words } from './words';

/** The card with the evidence: nothing was asked of Intune, and one press will. */
export function confirmData(words: Words, screen: RequestScreen, request: In<'draft'>): CardData {
  const heading = words.line('confirm.heading');
  const said = [...warningLines(words.plain, request), words.plain('confirm.hint')];
  const buttons = requestButtons(words, screen, 'request-assistance', 'another-device', 'cancel');
  return {
    template: 'confirm',
    data: {
      ...headOf(words, screen, { heading, sentence: words.line('confirm.sentence'), said }),
      facts: deviceFacts(words, request.device),
      warningsTitle: words.markdown('confirm.warnings'),
      warnings: warningLines(words.markdown, request),
      hint: words.markdown('confirm.hint'),
      reasons: buttons.length > 0 ? [reasonInput(words)] : [],
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

function reasonInput(words: Words) {
  return {
    label: words.plain('confirm.reason.label'),
    placeholder: words.plain('confirm.reason.placeholder'),
    error: words.plain('confirm.reason.error', { most: LONGEST_REASON }),
    most: LONGEST_REASON,
  };
}
