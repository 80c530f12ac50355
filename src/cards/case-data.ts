import type { CaseScreen } from '../desk/case-screens';
import type { CardData } from './card';
import { caseCardData } from './case-card-data';
import { caseListData, handOverData } from './case-list-data';
import { alertData, mismatchData, nudgeData, ownerNoticeData, requesterNoticeData } from './case-notice-data';
import type { Words } from './words';

/** Which card a screen about a help request is, and everything that stands on it. */
export function caseScreenData(words: Words, screen: CaseScreen): CardData {
  switch (screen.kind) {
    case 'case':
      return caseCardData(words, screen);
    case 'case-hand-over':
      return handOverData(words, screen);
    case 'case-mismatch':
      return mismatchData(words, screen);
    case 'case-owner':
      return ownerNoticeData(words, screen);
    case 'case-told':
      return requesterNoticeData(words, screen);
    case 'queue':
    case 'my-requests':
      return caseListData(words, screen);
    case 'case-nudge':
      return nudgeData(words, screen);
    case 'case-alert':
      return alertData(words, screen);
  }
}
