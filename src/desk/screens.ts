import type { SessionRefusal } from '../request/case/case';
import type { Device } from '../request/device';
import type { Refusal } from '../request/help-request';
import type { Instant } from '../request/ids';
import type { CaseScreen } from './case-screens';
import type { DetectedApp, DirectoryPerson, Stored } from './ports';
import type { SignInReason, Trouble } from './troubles';

/** What a person is shown. The words are made by `cards` and `i18n`; the facts stand here. */
export type Screen =
  | RequestScreen
  | CaseScreen
  | PickDevice
  | {
      readonly kind: 'pick-app';
      readonly name: string;
      readonly apps: readonly DetectedApp[];
      readonly more: boolean;
      readonly ticket: string;
    }
  | {
      readonly kind: 'pick-person';
      readonly name: string;
      readonly people: readonly DirectoryPerson[];
      readonly more: boolean;
      readonly ticket: string;
    }
  /** Nothing found; `near` are at most three names, each a button that asks for it. */
  | {
      readonly kind: 'no-match';
      readonly what: NoMatch;
      readonly typed: string;
      readonly near: readonly string[];
      readonly ticket: string;
    }
  | { readonly kind: 'status'; readonly requests: readonly Stored[] }
  | { readonly kind: 'history'; readonly requests: readonly Stored[] }
  | { readonly kind: 'help'; readonly greeting: boolean }
  /** The languages to choose from, each by its own name. */
  | { readonly kind: 'languages'; readonly ticket: string }
  | SignInScreen
  | { readonly kind: 'note'; readonly note: Note }
  /** Something outside said no or nothing. `reference` is what the person quotes to support. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly reference: string }
  | { readonly kind: 'unexpected'; readonly reference: string };

/** The card of a request, in every state: draft, under way, ready, over. */
export type RequestScreen = {
  readonly kind: 'request';
  readonly stored: Stored;
  /** For the buttons; absent on a card without live buttons. */
  readonly ticket?: string;
  /** Only in state `ready`, and only when its host is allowed. */
  readonly link?: string;
  /** The host of a link that was withheld because it is not in SESSION_LINK_HOSTS. */
  readonly withheldHost?: string;
  /** Nobody has said who is a technician: whoever got this card may rather need one. */
  readonly offersRaise?: boolean;
  /** Why the last press was not carried out. */
  readonly notice?: Refusal | 'card-outdated' | 'left-alone' | SessionRefusal;
  /** This card takes the place of one of which nobody knows whether it arrived. */
  readonly replaces?: boolean;
  readonly now: Instant;
};

export type PickDevice = {
  readonly kind: 'pick-device';
  readonly of:
    | { readonly kind: 'name'; readonly typed: string }
    | { readonly kind: 'person'; readonly name: string }
    | { readonly kind: 'app'; readonly name: string }
    | { readonly kind: 'own' }
    | { readonly kind: 'several-names' }
    | PickForCase;
  /** At most ten. */
  readonly devices: readonly Device[];
  /** There are more than are listed: narrow it down. */
  readonly more: boolean;
  readonly ticket: string;
};

/** The devices of whoever raised a case, the most recently used first. */
export type PickForCase = {
  readonly kind: 'case';
  readonly number: number;
  readonly requester: string;
  /** The device that they wrote of, as they named it; the first row where it was found. */
  readonly named?: { readonly text: string; readonly is: 'theirs' | 'not-theirs' | 'not-found' };
  readonly caseTicket: string;
};

/** A ticket for single sign-on and the page for every case in which that does not work. */
export type SignInScreen = {
  readonly kind: 'sign-in';
  readonly reason: SignInReason;
  /** Absent where single sign-on cannot work or was just tried in vain. */
  readonly exchangeId?: string;
  readonly pageUrl: string;
};

export type NoMatch = 'device' | 'person' | 'app' | 'devices-of-person' | 'devices-with-app' | 'own-devices';

/** One line of text. */
export type Note =
  | { readonly code: 'not-understood' }
  | { readonly code: 'which-device' }
  | { readonly code: 'search-too-short' }
  | { readonly code: 'name-needs-sign-in-name'; readonly name: string }
  | { readonly code: 'personal-chat-please'; readonly chatUrl?: string }
  | { readonly code: 'signed-out' }
  | { readonly code: 'nothing-to-cancel' }
  | { readonly code: 'cancelled'; readonly numbers: readonly number[] }
  /** Closed after Intune was asked. */
  | { readonly code: 'withdrawn'; readonly numbers: readonly number[] }
  | { readonly code: 'cannot-cancel-now'; readonly numbers: readonly number[] }
  | { readonly code: 'connector-not-in-this-cloud' }
  | { readonly code: 'not-a-technician' }
  | { readonly code: 'guest' }
  | { readonly code: 'other-tenant' }
  | { readonly code: 'personal-account' }
  | { readonly code: 'one-device-at-a-time' }
  | { readonly code: 'not-your-card' }
  | { readonly code: 'too-many-at-once' }
  /** The bot that had a message is gone; whether it had answered, nobody knows. */
  | { readonly code: 'interrupted' }
  | { readonly code: 'card-expired' }
  | { readonly code: 'already-chosen' }
  | { readonly code: 'working' }
  | { readonly code: 'signed-in' }
  | { readonly code: 'language-changed' }
  | { readonly code: 'language-as-in-teams' }
  | { readonly code: 'sign-in-failed' }
  | { readonly code: 'no-such-request' }
  | { readonly code: 'case-raised'; readonly number: number }
  | { readonly code: 'no-help-channel' }
  | { readonly code: 'help-channel-set' }
  | { readonly code: 'only-in-a-channel' }
  | { readonly code: 'take-in-personal-chat'; readonly chatUrl: string }
  | { readonly code: 'no-such-case' }
  | { readonly code: 'case-not-here' };

export const note = (line: Note): Screen => ({ kind: 'note', note: line });
