import type { RequestScreen, Screen } from '../desk/screens';
import type { CardData } from './card';
import { caseScreenData } from './case-data';
import { confirmData } from './confirm-data';
import { helpData, listData } from './list-data';
import { closedData, failedData, refusedData } from './over-data';
import { pickLanguageData } from './pick-language-data';
import { noMatchData, pickAppData, pickDeviceData, pickPersonData } from './pick-data';
import { progressData, questionData, readyData } from './session-data';
import { troubleData, unexpectedData } from './trouble-data';
import type { Words } from './words';

/** Screens that are a card of ours; the others are one line, or an OAuth card. */
export type CardScreen = Exclude<Screen, { readonly kind: 'note' | 'sign-in' }>;

/** Which card a screen is, and everything that stands on it. */
export function cardData(words: Words, screen: CardScreen): CardData {
  switch (screen.kind) {
    case 'request':
      return requestData(words, screen);
    case 'pick-device':
      return pickDeviceData(words, screen);
    case 'pick-app':
      return pickAppData(words, screen);
    case 'pick-person':
      return pickPersonData(words, screen);
    case 'no-match':
      return noMatchData(words, screen);
    case 'status':
    case 'history':
      return listData(words, screen);
    case 'languages':
      return pickLanguageData(words, screen);
    case 'help':
      return helpData(words, screen);
    case 'trouble':
      return troubleData(words, screen);
    case 'unexpected':
      return unexpectedData(words, screen);
    default:
      return caseScreenData(words, screen);
  }
}

/** The card of a request is a function of its state. */
function requestData(words: Words, screen: RequestScreen): CardData {
  const { request } = screen.stored;
  switch (request.status) {
    case 'draft':
      // Time may have passed before the timer wrote it down: a press would be refused already.
      return screen.now >= request.expiresAt
        ? closedData(words, screen, { outcome: 'expired', at: request.expiresAt })
        : confirmData(words, screen, request);
    case 'confirmed':
    case 'sending':
      return progressData(words, screen, request);
    case 'requested':
    case 'unknown':
      return request.needsSignIn
        ? questionData(words, screen, request)
        : progressData(words, screen, request);
    case 'no-link':
    case 'needs-human':
      return questionData(words, screen, request);
    case 'ready':
      return readyData(words, screen, request);
    case 'refused':
      return refusedData(words, screen, request);
    case 'failed':
      return failedData(words, screen, request);
    case 'closed':
      return closedData(words, screen, request);
  }
}
