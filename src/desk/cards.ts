import type { CaseId, Instant, PersonId, RequestId, TenantId } from '../request/ids';
import type { CaseAudience, NoteAudience } from './case/ports';
import type { Place, Stored } from './ports';

// Cards that the bot keeps true: a row each, whatever it shows. A newer one is wanted in the transaction that changes
// its subject; the noticeboard carries that out until it succeeds.

/** What a card shows the newest state of. */
export type CardSubject =
  | { readonly kind: 'request'; readonly id: RequestId }
  | { readonly kind: 'case'; readonly id: CaseId }
  /** What is said once of a case and left as it was. */
  | { readonly kind: 'case-note'; readonly id: CaseId };

/** Ids are one of a kind without the tenant, too; with it, an index finds the cards. */
export type SubjectInTenant = CardSubject & { readonly tenant: TenantId };

export const cardSubject = ({ request: { tenant, id } }: Stored): SubjectInTenant => ({
  ...{ tenant, kind: 'request', id },
});

/** For whom a card is; a subject has one card an audience at most. */
export type Audience = 'technician' | CaseAudience | NoteAudience;

export type NewCard = {
  readonly tenant: TenantId;
  readonly subject: CardSubject;
  readonly audience: Audience;
  /** Whose personal chat takes the card when its place is gone. */
  readonly person?: PersonId;
  readonly place: Place;
  /** Language of the reader, a BCP 47 tag. */
  readonly language: string;
  /** A message that becomes this card. */
  readonly activityId?: string;
};

/** A card that its holder alone may send for now. */
export type Card = NewCard & {
  readonly id: string;
  /** The change that is to be shown. */
  readonly wanted: number;
  /** The newest one that Teams has confirmed. */
  readonly shown: number;
  /** Since when it has not shown its state. */
  readonly behindSince: Instant;
  /** How often in a row it could not be shown. */
  readonly failures: number;
  /** Nobody knows whether an earlier one arrived: this one says that it takes its place. */
  readonly replaces: boolean;
  /** When others may take it, should nothing be heard of its holder. */
  readonly claimedUntil: Instant;
};

/** How showing a card ended. Durations in milliseconds. */
export type Shown =
  | { readonly kind: 'shown'; readonly activityId: string }
  /** Certainly not taken. `failed` counts; waiting for one's turn does not. */
  | { readonly kind: 'again'; readonly after: number; readonly failed: boolean }
  /** A create of which nobody knows whether it arrived. */
  | { readonly kind: 'lost' }
  /** The message is gone, or with `place` the whole conversation: it is created anew. */
  | { readonly kind: 'gone'; readonly place?: Place }
  | { readonly kind: 'undeliverable' };

export interface Cards {
  /** Takes cards that do not show their state yet and may be tried now; nobody else gets them meanwhile. */
  claim(which: { readonly subject?: SubjectInTenant; readonly most: number }): Promise<readonly Card[]>;
  /** Writes down how it ended, and hands the card back. */
  settle(card: Card, how: Shown): Promise<void>;
  /** Somebody pressed on this message: it is the card, if nobody knew of one, and Teams does take it. */
  adopt(subject: SubjectInTenant, activityId: string): Promise<void>;
}

/** Creates each card once, then only updates it, wherever it hangs. */
export interface Noticeboard {
  /**
   * Makes the cards equal to the newest state of their subject, or leaves it to the timer where too many are shown at
   * once. Showing twice is harmless. Never throws.
   */
  show(subject: SubjectInTenant): Promise<void>;
  /** Takes up cards that do not show their state yet; resolves when they are under way. */
  showBehind(): Promise<void>;
}

/** Durations in milliseconds. Parameters, so that proofs can scale them. */
export type CardTimes = {
  /** How long a sender holds a card; more than twice the connector's time-out. */
  readonly lease: number;
  /**
   * From a create of which nobody knows whether it arrived to the next one: until then a press on its card may still
   * tell. The last one repeats. They grow, since a connector may keep each card and say each time that it failed.
   */
  readonly afterLostCreate: readonly number[];
  /** Until a card is tried again; the last one repeats. */
  readonly waits: readonly number[];
  /** A card that could not be shown for so long is given up. */
  readonly giveUpAfter: number;
};

const SECOND = 1000;

export const ordinaryCardTimes: CardTimes = {
  lease: 30 * SECOND,
  afterLostCreate: [2, 4, 8, 16, 32, 60].map((minutes) => minutes * 60 * SECOND),
  waits: [2, 5, 15, 30].map((seconds) => seconds * SECOND),
  giveUpAfter: 24 * 60 * 60 * SECOND,
};
