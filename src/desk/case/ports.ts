import type { Case, CaseEvent } from '../../request/case/case';
import type { CaseId, Instant, PersonId, RequestId, TenantId } from '../../request/ids';
import type { KnownPerson, Place } from '../ports';

// What the desk needs from outside for what end users raise.

/** A case as the database holds it. */
export type StoredCase = {
  readonly case: Case;
  /** Of the row; the claim in {@link CaseStore.commit}. */
  readonly version: number;
  /** Where its card hangs for everybody, and in which language. */
  readonly home: Place;
  readonly language: string;
};

export type CaseName = { readonly tenant: TenantId; readonly id: CaseId };

/** For whom a card of a case is; a case has one of each at most. */
export type CaseAudience = 'channel' | 'requester' | `technician:${PersonId}` | `owner:${RequestId}`;
/** Of what is said once, and left as it was. */
export type NoteAudience = 'taken' | 'ready' | 'closed' | 'alert' | `nudge-${number}`;

/** A card that a change of a case wants to hang, if it does not hang yet. */
export type CaseCardWish = {
  readonly audience: CaseAudience | NoteAudience;
  readonly place: Place;
  readonly language: string;
  /** Whose personal chat takes it when its place is gone. */
  readonly person?: PersonId;
};

export type CaseChange = {
  readonly next: Case;
  readonly events: readonly CaseEvent[];
  readonly cards: readonly CaseCardWish[];
};

/** Cases with their audit trail and the wish for newer cards. One commit writes all of it, or nothing. */
export interface CaseStore {
  /** Gives the case its number and writes it with its first event. */
  open(
    raised: (number: number) => { readonly case: Case; readonly event: CaseEvent },
    where: { readonly home: Place; readonly language: string; readonly cards: readonly CaseCardWish[] },
  ): Promise<StoredCase>;
  load(tenant: TenantId, id: CaseId): Promise<StoredCase | undefined>;
  /** @throws {VersionConflict} when someone else committed after `seen` was loaded. */
  commit(seen: StoredCase, change: CaseChange): Promise<StoredCase>;
  /** Cases that time can change by now, longest due first. */
  due(at: Instant, most: number): Promise<readonly CaseName[]>;
  /** Cases that must be in step with a request for remote assistance, in any order: where more are, each has its turn. */
  watched(most: number): Promise<readonly CaseName[]>;
  /** Whether Teams does not take this card any more. */
  isUndeliverable(id: CaseId, audience: CaseAudience): Promise<boolean>;
  /** A case that is over has nothing to watch any more. */
  unwatch(id: CaseId): Promise<void>;
  /** Urgent ones first, then the oldest. */
  list(
    tenant: TenantId,
    which: CaseFilter,
    page: { readonly offset: number; readonly most: number },
  ): Promise<CasePage>;
}

export type CaseFilter =
  /** All that are not over. */
  | { readonly kind: 'open' }
  /** Not over, with this person as technician or requester. */
  | { readonly kind: 'of'; readonly person: PersonId };

export type CasePage = { readonly cases: readonly StoredCase[]; readonly total: number };

/** The channel into which what is raised in personal chats is posted; one a tenant. */
export interface HelpChannels {
  bind(channel: HelpChannel, by: PersonId, at: Instant): Promise<void>;
  /** False when nothing was bound there. */
  unbind(gone: HelpChannelGone): Promise<boolean>;
  find(tenant: TenantId): Promise<HelpChannel | undefined>;
}

/** A channel as a whole: its place has no `;messageid=`. */
export type HelpChannel = {
  readonly place: Place;
  readonly language: string;
  /** As Teams names the team of the channel: by the id of its channel "General". */
  readonly team?: string;
};

/** The bot cannot write to a channel, or to a whole team, any more. */
export type HelpChannelGone = {
  readonly tenant: TenantId;
  /** Of the channel as a whole, or of the team. */
  readonly conversation: string;
  /** Teams said so, or does not take what is sent there. */
  readonly why: 'removed' | 'unreachable';
  readonly by?: PersonId;
  readonly at: Instant;
};

/** Who is in a conversation, as Teams knows it: before anybody signed in. */
export interface Roster {
  /** False where Teams does not say. */
  isGuest(place: Place, account: string): Promise<boolean>;
}

/** Where conversations are reached; Teams may move them to another address. */
export interface Places {
  /** Whatever hangs at this place is reached under another service URL from now on. */
  moved(from: Place, serviceUrl: string): Promise<void>;
}

/** Technicians whom the bot can write to; the newest sign-in first. */
export interface Colleagues {
  known(tenant: TenantId, most: number): Promise<readonly KnownPerson[]>;
}
