import type { CaseId, Instant, PersonId, RequestId, TenantId } from '../ids';

/**
 * What an end user raised; people read "request". It is worked on by one technician at a time, who may open
 * requests for remote assistance for it. What is always true stands here; what exists only in one state stands in
 * {@link CaseState}.
 */
export type Case = CaseSubject & CaseState;

/** Somebody in a case. */
export type Participant = {
  readonly id: PersonId;
  readonly name: string;
  /** The id by which Teams knows them to this bot, "29:…"; a card names it to refresh for them alone. */
  readonly account?: string;
};

export type CaseSubject = {
  readonly id: CaseId;
  /** What people say: "#2077". From the same counter as requests, so that a number means one thing. */
  readonly number: number;
  readonly tenant: TenantId;
  readonly requester: Participant;
  /** Who raised it, where that was somebody else: a message was made a request. */
  readonly raisedBy?: Participant;
  /** What they wrote. */
  readonly text: string;
  /** The device as they named it; nobody has looked it up. */
  readonly deviceName?: string;
  readonly urgency: Urgency;
  readonly raisedAt: Instant;
  /** The requester does not want to be told. */
  readonly muted: boolean;
  /** How it went from hand to hand, oldest first. */
  readonly history: readonly Passing[];
  /** Whose owner may still say that they had not asked for it. */
  readonly lastSession?: PastSession;
};

export const urgencies = ['normal', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** It left somebody's hands: to a colleague with a reason, or back to the queue. */
export type Passing = {
  readonly at: Instant;
  readonly from: Participant;
  readonly to?: Participant;
  readonly reason?: string;
};

export type CaseState =
  /** Nobody is on it. */
  | { readonly status: 'open'; readonly since: Instant; readonly nudges: number; readonly nudgeAt: Instant }
  /** A technician is on it; no session is under way. */
  | ({ readonly status: 'taken' } & OnIt)
  /** Intune was asked, or is about to be; the owner of the device is told. */
  | ({ readonly status: 'asking'; readonly session: CaseSession } & OnIt)
  /** The technician has the link. */
  | ({ readonly status: 'in-session'; readonly session: CaseSession; readonly readyAt: Instant } & OnIt)
  | ({
      readonly status: 'resolved';
      readonly at: Instant;
      readonly outcome: CaseOutcome;
      readonly minutes: number;
    } & OnIt)
  /** The requester took it back. */
  | ({ readonly status: 'withdrawn'; readonly at: Instant; readonly sessionWas: SessionWas } & Partial<OnIt>)
  /** The owner of the device said that they had not asked for this. */
  | ({ readonly status: 'disowned'; readonly at: Instant; readonly sessionWas: SessionWas } & Partial<OnIt>);

export type CaseStatus = CaseState['status'];
export type CaseIn<S extends CaseStatus> = Extract<Case, { readonly status: S }>;

export type OnIt = { readonly technician: Participant; readonly takenAt: Instant };

/** The request for remote assistance that is under way for a case. */
export type CaseSession = {
  readonly request: RequestId;
  readonly deviceName: string;
  readonly guard: OwnerGuard;
};

export type PastSession = { readonly session: CaseSession; readonly end: SessionEnd };

/** Whether the owner of the device is told who asked, so that no impostor can use their trust. */
export type OwnerGuard =
  /** `phrase` stands on both cards, letter by letter, in the owner's language. */
  | { readonly kind: 'told'; readonly owner: Participant; readonly phrase: string }
  /** Nobody can be told; the session goes on only with a typed reason. */
  | { readonly kind: 'not-told'; readonly why: NotTold; readonly ownerName?: string };

/** No personal chat with the owner; a device without a primary user; Teams did not take the message. */
export type NotTold = 'no-chat' | 'no-owner' | 'not-delivered';

/** How a session ended; `stopped`: its case did. */
export type SessionEnd = 'closed' | 'refused' | 'failed' | 'stopped';

/** How far a session was when a case ended: Intune cannot be told to stop, so the words must say so. */
export type SessionWas = 'none' | 'asked' | 'ready' | 'over';

export const caseOutcomes = ['solved', 'workaround', 'no-fault-found', 'not-solved'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** Whoever commands: the edge knows who it is, the desk whether they are a technician now. */
export type Actor = Participant & { readonly isTechnician: boolean };

/** What may be asked of a case. Clock and person come with it. */
export type CaseCommand =
  | { readonly type: 'take'; readonly by: Actor; readonly at: Instant }
  | { readonly type: 'release'; readonly by: Actor; readonly at: Instant }
  | {
      readonly type: 'hand-over';
      readonly by: Actor;
      readonly to: Actor;
      readonly reason: string;
      readonly at: Instant;
    }
  | { readonly type: 'withdraw'; readonly by: Actor; readonly at: Instant }
  | {
      readonly type: 'resolve';
      readonly by: Actor;
      readonly outcome: CaseOutcome;
      readonly minutes: number;
      readonly at: Instant;
    }
  | { readonly type: 'set-urgency'; readonly by: Actor; readonly urgency: Urgency; readonly at: Instant }
  | { readonly type: 'mute'; readonly by: Actor; readonly muted: boolean; readonly at: Instant }
  | { readonly type: 'disown'; readonly by: Actor; readonly at: Instant }
  /** The request for remote assistance moved on. Nothing depends on every step being seen. */
  | {
      readonly type: 'follow-session';
      readonly session: CaseSession;
      readonly technician: PersonId;
      readonly sight: SessionSight;
      readonly at: Instant;
    }
  /** Teams will not take the notice to the owner. */
  | { readonly type: 'owner-not-reached'; readonly request: RequestId; readonly at: Instant }
  | { readonly type: 'pass-time'; readonly at: Instant };

/** A request for remote assistance as its case sees it. */
export type SessionSight = 'asking' | 'ready' | Exclude<SessionEnd, 'stopped'>;

/** What happened. Text, reasons and names stay in the case; the audit trail leaves them out. */
export type CaseEvent =
  | { readonly type: 'raised'; readonly at: Instant; readonly by: PersonId; readonly requester: PersonId }
  | { readonly type: 'taken'; readonly at: Instant; readonly by: PersonId; readonly technician: Participant }
  | { readonly type: 'released'; readonly at: Instant; readonly by: PersonId; readonly nudgeAt: Instant }
  | {
      readonly type: 'handed-over';
      readonly at: Instant;
      readonly by: PersonId;
      readonly to: Participant;
      readonly reason: string;
    }
  | { readonly type: 'withdrawn'; readonly at: Instant; readonly by: PersonId }
  | {
      readonly type: 'resolved';
      readonly at: Instant;
      readonly by: PersonId;
      readonly outcome: CaseOutcome;
      readonly minutes: number;
    }
  | {
      readonly type: 'urgency-set';
      readonly at: Instant;
      readonly by: PersonId;
      readonly urgency: Urgency;
    }
  | { readonly type: 'muted' | 'unmuted'; readonly at: Instant; readonly by: PersonId }
  | { readonly type: 'disowned'; readonly at: Instant; readonly by: PersonId; readonly request: RequestId }
  | { readonly type: 'session-asked'; readonly at: Instant; readonly session: CaseSession }
  | { readonly type: 'session-ready'; readonly at: Instant; readonly session: CaseSession }
  | {
      readonly type: 'session-over';
      readonly at: Instant;
      readonly request: RequestId;
      readonly end: SessionEnd;
    }
  | { readonly type: 'owner-not-reached'; readonly at: Instant; readonly request: RequestId }
  | { readonly type: 'nudged'; readonly at: Instant; readonly nudgeAt: Instant };

/** Why a command on a case may not be carried out. Each has its own words. */
export const caseRefusals = [
  'not-a-technician',
  'own-request',
  'already-yours',
  'taken-by-another',
  'nobody-on-it',
  'not-yours',
  'not-your-request',
  'not-your-device',
  'not-a-colleague',
  'reason-needed',
  'session-under-way',
  'already-over',
  'nothing-to-do',
] as const;
export type CaseRefusal = (typeof caseRefusals)[number];

/** Why a case has no use for a session that somebody would like to ask for. */
const sessionRefusals = [
  'nobody-on-it',
  'not-yours',
  'session-under-way',
  'already-over',
] as const satisfies readonly CaseRefusal[];
export type SessionRefusal = (typeof sessionRefusals)[number];

export const isSessionRefusal = (why: string): why is SessionRefusal =>
  sessionRefusals.some((known) => known === why);

export type CaseDecision =
  | { readonly ok: true; readonly events: readonly CaseEvent[] }
  | { readonly ok: false; readonly why: CaseRefusal };

/** Durations in milliseconds. */
export type CaseLimits = {
  /** How long a request may stay untaken before the channel is reminded, and between two reminders. */
  readonly nudgeAfter: number;
  /** Reminders for one request; then nobody is there, and more lines do not help. */
  readonly mostNudges: number;
};

const MINUTE = 60 * 1000;

export const ordinaryCaseLimits: CaseLimits = { nudgeAfter: 15 * MINUTE, mostNudges: 3 };
