import type { Case, CaseRefusal, CaseSession } from '../request/case/case';
import type { Device } from '../request/device';
import type { Instant } from '../request/ids';

/** What people are shown of a case. A ticket is opaque; the words are made by `cards` and `i18n`. */
export type CaseScreen =
  CaseCard | HandOverForm | DeviceMismatch | OwnerNotice | RequesterNotice | CaseList | Nudge | Alert;

/** The card of a case, for everybody or for one of those whom it concerns. */
export type CaseCard = {
  readonly kind: 'case';
  readonly case: Case;
  /** `channel`: for everybody; no buttons but "take". */
  readonly view: 'channel' | 'requester' | 'technician';
  /** In a shared place others may look over one's shoulder, even at one's own view. */
  readonly where: 'shared' | 'personal';
  readonly ticket: string;
  /** Teams accounts whose client asks for their own view; sixty at most, none on the views themselves. */
  readonly refreshFor: readonly string[];
  /** Why the last press was not carried out, and who has it instead. */
  readonly notice?: { readonly why: CaseRefusal; readonly who?: string };
  /** Why the press did nothing, and the address at which one can go on. */
  readonly wayOn?: { readonly code: 'install-first' | 'take-in-personal-chat'; readonly url: string };
  /** Teams does not take the card that was to hang for everybody: the queue alone shows it. */
  readonly isNotPosted?: boolean;
  /** What the technician is offered as minutes spent. */
  readonly minutes: number;
  readonly now: Instant;
};

export type HandOverForm = {
  readonly kind: 'case-hand-over';
  readonly case: Case;
  /** At most ten, in the order of the rows that the ticket knows. */
  readonly colleagues: readonly string[];
  readonly more: boolean;
  readonly ticket: string;
  /** Of the case, to go back. */
  readonly caseTicket: string;
};

/** The device does not belong to the requester: a second, explicit yes. */
export type DeviceMismatch = {
  readonly kind: 'case-mismatch';
  readonly case: Case;
  readonly device: Device;
  /** A pick with one row: yes. */
  readonly ticket: string;
  readonly caseTicket: string;
};

/** To the owner of the device: who asks, and the phrase by which to know them. */
export type OwnerNotice = {
  readonly kind: 'case-owner';
  readonly case: Case;
  readonly session: CaseSession;
  readonly technicianName: string;
  /** The session of this notice is under way. */
  readonly isLive: boolean;
  readonly ticket: string;
};

export type RequesterNotice = {
  readonly kind: 'case-told';
  readonly what: 'taken' | 'ready' | 'closed';
  readonly case: Case;
  readonly ticket: string;
};

export type CaseList = {
  readonly kind: 'queue' | 'my-requests';
  readonly rows: readonly { readonly case: Case; readonly ticket: string }[];
  readonly total: number;
  /** How many come before the first row. */
  readonly offset: number;
  readonly now: Instant;
};

/** Nobody has taken it for a while. */
export type Nudge = {
  readonly kind: 'case-nudge';
  readonly case: Case;
  readonly ticket: string;
};

/** The owner of the device said that they had not asked: the team must know. */
export type Alert = { readonly kind: 'case-alert'; readonly case: Case };
