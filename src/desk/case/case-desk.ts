import type { CaseLimits } from '../../request/case/case';
import type { CaseId } from '../../request/ids';
import type { CaseStore, Colleagues, HelpChannels, Places, Roster } from './ports';

/** What the desk works with besides, for what end users raise. */
export type CaseDesk = {
  readonly cases: CaseStore;
  readonly helpChannels: HelpChannels;
  readonly colleagues: Colleagues;
  readonly roster: Roster;
  readonly places: Pick<Places, 'moved'>;
  readonly caseRules: CaseRules;
  /** A random UUID. */
  newCaseId(): CaseId;
  /** Two words in the language of the reader, drawn so that nobody can guess them. */
  newPhrase(language: string): string;
};

export type CaseRules = {
  readonly limits: CaseLimits;
  /** Where a person adds the bot to their personal chats. */
  readonly installUrl: string;
  /** Opens the personal chat with the bot. */
  readonly chatUrl: string;
  readonly defaultLanguage: string;
};
