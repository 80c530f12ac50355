import type { OwnerGuard, Participant } from './case/case';
import type { AssistanceSight, Baseline, Device, DeviceAddress, DeviceWarning } from './device';
import type { CaseId, DeviceId, Instant, PersonId, RequestId, TenantId } from './ids';

/**
 * A request for remote assistance on one device. What is always true stands here; what exists only in one
 * state stands in {@link State}. The session link is in none of them: it lives in the vault.
 */
export type HelpRequest = Subject & State;

export type Subject = {
  readonly id: RequestId;
  /** What people say: "#2077". */
  readonly number: number;
  readonly tenant: TenantId;
  readonly technician: { readonly id: PersonId; readonly name: string };
  readonly device: Device;
  /** Settled before anything is asked of Intune; the POST is never tried on a second path. */
  readonly address: DeviceAddress;
  readonly warnings: readonly DeviceWarning[];
  /** What the technician had typed, shown when the device was found under another spelling. */
  readonly typed?: string;
  readonly reason?: string;
  readonly openedAt: Instant;
  /** The case for which it was opened. */
  readonly case?: RequestedFor;
};

/** What a request knows of the case for which it was opened. */
export type RequestedFor = {
  readonly id: CaseId;
  readonly number: number;
  readonly requester: Participant;
  /** Whether the requester is the primary user of the device. */
  readonly belongs: 'yes' | 'no' | 'nobody';
  readonly guard: OwnerGuard;
};

/** One try to have Intune make a session: what is known from its intent on. */
export type Attempt = {
  readonly attempt: number;
  readonly intentAt: Instant;
  readonly baseline: Baseline;
  /** Our `client-request-id`: Intune's support finds the call by it. */
  readonly clientRequestId: string;
  /** Graph's own `request-id`, where an answer came. */
  readonly graphRequestId?: string;
};

/** Following a session: when to look next, and whether we still may. */
export type Following = {
  readonly looks: number;
  readonly lookAt: Instant;
  /** After this, silence is an answer: no link, or a person has to decide. */
  readonly giveUpAt: Instant;
  /** After this the device counts as free again, whatever became of the session. */
  readonly releaseAt: Instant;
  /** No usable token of the technician: nothing is concluded from silence. */
  readonly needsSignIn: boolean;
  /** A person was asked because the device could not be read, not because it showed nothing. */
  readonly unseen?: boolean;
};

export type State =
  /** The confirm card is shown; nothing was asked of Intune. */
  | { readonly status: 'draft'; readonly expiresAt: Instant }
  /** The button was pressed; nothing of this attempt has left. */
  | ({ readonly status: 'confirmed'; readonly notBefore: Instant; readonly waitsFor?: Wait } & Confirmation)
  /** The intent is committed: from here on the POST may have left, whatever happens to us. */
  | ({ readonly status: 'sending'; readonly leaseUntil: Instant } & Confirmation & Attempt)
  /** Intune answered 204; the link comes later. */
  | ({ readonly status: 'requested' } & Attempt & Following)
  /** Nobody knows whether the POST arrived; the device is read until it tells. */
  | ({ readonly status: 'unknown' } & Attempt & Following)
  /** Accepted, and no link in time. */
  | ({ readonly status: 'no-link' } & Attempt & Following)
  /** Intune did not confirm: a person decides. */
  | ({
      readonly status: 'needs-human';
      /** Why the last "send again" sent nothing; the question stays open. */
      readonly notAgain?: Cause;
    } & Attempt &
      Following)
  | ({ readonly status: 'ready'; readonly readyAt: Instant; readonly releaseAt: Instant } & Attempt)
  | {
      readonly status: 'refused';
      readonly at: Instant;
      readonly cause: Cause;
      readonly graphRequestId?: string;
      readonly occupant?: Occupant;
    }
  | ({ readonly status: 'failed'; readonly at: Instant; readonly details?: string } & Attempt)
  | {
      readonly status: 'closed';
      readonly at: Instant;
      readonly outcome: Outcome;
      readonly stoppedBy?: Stopper;
    };

export type Status = State['status'];
export type In<S extends Status> = Extract<HelpRequest, { readonly status: S }>;

/** One press of the button. */
export type Confirmation = {
  readonly confirmedAt: Instant;
  /** How often this confirmation was put off; Intune had certainly not carried it out. */
  readonly tries: number;
  /** The attempt before "send again": should it show after all, nothing more is sent. */
  readonly previous?: Attempt;
};

/** How a request ended without being refused or failed. */
export type Outcome =
  | 'cancelled' // before anything was sent
  | 'expired' // the confirm card was not used in time
  | 'withdrawn' // after the POST: Intune cannot be told to stop
  | 'finished' // the technician closed a session
  | 'released'; // nobody closed it; the device is free again

/** Who ended it over the technician's head: whoever raised the case, or the owner of the device. */
export type Stopper = 'requester' | 'owner';

/** Who is at a device that is taken. */
export type Occupant = { readonly technicianName: string; readonly number: number };

/** Why Intune, or the way to it, said no. Each has its own words: cause, who can fix it, next step. */
export const causes = [
  'intune-role-missing',
  'consent-missing',
  'blocked-by-policy',
  'device-gone',
  'device-changed',
  'action-not-possible',
  'already-running',
  'occupied',
  'connector-missing',
  'intune-busy',
  'intune-unreachable',
  'sign-in-unavailable',
  'sign-in-needed',
  'interrupted',
  'unexpected',
] as const;
export type Cause = (typeof causes)[number];

/** Why a confirmed request waits: in both cases Intune certainly did not carry it out. */
export type Wait = 'intune-busy' | 'not-reached';

/** What may be asked of a request. Clock and person come with it: nothing in here looks at either. */
export type Command =
  | { readonly type: 'confirm'; readonly by: PersonId; readonly at: Instant; readonly reason?: string }
  | ({ readonly type: 'begin-sending'; readonly at: Instant } & FirstLook)
  | {
      readonly type: 'record-answer';
      readonly at: Instant;
      readonly attempt: number;
      readonly answer: Answer;
    }
  | { readonly type: 'postpone'; readonly at: Instant; readonly why: Wait; readonly until?: Instant }
  | ({ readonly type: 'refuse'; readonly at: Instant } & RefusedBecause)
  | {
      readonly type: 'record-sight';
      readonly at: Instant;
      readonly seen: Seen;
      /** Graph asked not to be asked before. */
      readonly until?: Instant;
    }
  | { readonly type: 'lose-sight'; readonly at: Instant }
  | {
      readonly type: 'pass-time';
      readonly at: Instant;
      /** Whoever had the next step to make is gone, and token or answer with them. */
      readonly abandoned?: boolean;
    }
  | { readonly type: 'check-again'; readonly by: PersonId; readonly at: Instant }
  | { readonly type: 'send-again'; readonly by: PersonId; readonly at: Instant }
  | { readonly type: 'cancel'; readonly by: PersonId; readonly at: Instant }
  | { readonly type: 'close'; readonly by: PersonId; readonly at: Instant }
  /** Its case is over: nothing more leaves, and what left is not followed any more. */
  | { readonly type: 'stop'; readonly stopper: Stopper; readonly at: Instant };

export type RefusedBecause = {
  readonly cause: Cause;
  readonly graphRequestId?: string;
  /** With cause `occupied`. */
  readonly occupant?: Occupant;
};

/** The look at the device that comes before every POST. */
export type FirstLook = {
  readonly device: Device;
  /** The form that Graph answered on. */
  readonly address: DeviceAddress;
  readonly sight: AssistanceSight;
  readonly clientRequestId: string;
};

/** How the one POST ended, as far as anyone can know. */
export type Answer =
  | { readonly kind: 'accepted'; readonly graphRequestId?: string }
  | { readonly kind: 'refused'; readonly cause: Cause; readonly graphRequestId?: string }
  | { readonly kind: 'not-carried-out'; readonly why: Wait; readonly until?: Instant }
  /** Everything else, our own crash included. */
  | { readonly kind: 'lost'; readonly graphRequestId?: string };

/** What a look gave; `unreadable`: Graph gave no usable answer, so nothing is concluded. */
export type Seen = AssistanceSight | 'unreadable';

/** What happened. The audit trail is made of these; it leaves out `reason`, `details`, `baseline` and names. */
export type Event =
  | { readonly type: 'opened'; readonly at: Instant; readonly by: PersonId; readonly device: DeviceId }
  | { readonly type: 'confirmed'; readonly at: Instant; readonly by: PersonId; readonly reason?: string }
  | {
      readonly type: 'sending-started';
      readonly at: Instant;
      readonly attempt: number;
      readonly leaseUntil: Instant;
      readonly baseline: Baseline;
      readonly address: DeviceAddress;
      readonly clientRequestId: string;
    }
  | { readonly type: 'postponed'; readonly at: Instant; readonly why: Wait; readonly notBefore: Instant }
  | ({ readonly type: 'accepted'; readonly at: Instant; readonly graphRequestId?: string } & Schedule)
  | ({ readonly type: 'outcome-lost'; readonly at: Instant; readonly graphRequestId?: string } & Schedule)
  /** Nothing new; the only event that changes no card. */
  | { readonly type: 'looked'; readonly at: Instant; readonly lookAt: Instant }
  | { readonly type: 'sight-lost'; readonly at: Instant; readonly lookAt: Instant }
  | { readonly type: 'sight-regained'; readonly at: Instant }
  /** `unseen`: the look itself failed. Both come again when a later look succeeds and shows nothing. */
  | { readonly type: 'link-overdue'; readonly at: Instant; readonly lookAt: Instant; readonly unseen?: true }
  | { readonly type: 'human-needed'; readonly at: Instant; readonly lookAt: Instant; readonly unseen?: true }
  | { readonly type: 'session-ready'; readonly at: Instant; readonly releaseAt: Instant }
  | { readonly type: 'session-failed'; readonly at: Instant; readonly details?: string }
  | ({ readonly type: 'refused'; readonly at: Instant } & RefusedBecause)
  /** "Send again" was refused; what became of the attempt before is as unknown as it was. */
  | ({ readonly type: 'not-sent-again'; readonly at: Instant } & RefusedBecause & Omit<Schedule, 'giveUpAt'>)
  | { readonly type: 'check-asked'; readonly at: Instant; readonly by: PersonId; readonly giveUpAt: Instant }
  /** `by` is absent when time closed it. */
  | {
      readonly type: 'closed';
      readonly at: Instant;
      readonly outcome: Outcome;
      readonly by?: PersonId;
      readonly stoppedBy?: Stopper;
    };

export type Schedule = Pick<Following, 'lookAt' | 'giveUpAt' | 'releaseAt'>;

/** Why a command may not be carried out. Each has its own words. */
export type Refusal =
  | 'not-your-request'
  | 'already-under-way'
  | 'already-closed'
  | 'expired'
  /** The owner of the device cannot be told: only with a reason. */
  | 'reason-needed'
  | 'nothing-to-do';

export type Decision =
  { readonly ok: true; readonly events: readonly Event[] } | { readonly ok: false; readonly why: Refusal };

/** Durations in milliseconds. Parameters, so that proofs can scale them. */
export type Limits = {
  readonly draftLives: number;
  /** From the intent on, nothing of this attempt can leave us any more when it is over. */
  readonly lease: number;
  /** How long a link is waited for after Intune accepted. */
  readonly linkWait: number;
  /** How long the device is read for evidence when the outcome is unknown. */
  readonly verify: number;
  /** How long a device counts as occupied when nobody closes the request. */
  readonly occupied: number;
  /** Waits between looks; the last one repeats. */
  readonly looks: readonly number[];
  /** Waits before sending again what certainly was not carried out, when Graph names none. */
  readonly resend: readonly number[];
  /** How long a confirmed request may wait before it is given up as not sent. */
  readonly sendWithin: number;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export const ordinaryLimits: Limits = {
  draftLives: 10 * MINUTE,
  lease: 45 * SECOND,
  linkWait: 15 * MINUTE,
  verify: 2 * MINUTE,
  occupied: 60 * MINUTE,
  looks: [2, 2, 4, 4, 8, 8, 15, 15, 30].map((seconds) => seconds * SECOND),
  resend: [5, 15, 30, 60, 120].map((seconds) => seconds * SECOND),
  sendWithin: 15 * MINUTE,
};
