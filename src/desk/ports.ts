import type { AssistanceSight, Device, DeviceAddress, FoundDevice } from '../request/device';
import type { Event, HelpRequest, Occupant } from '../request/help-request';
import type { CaseId, DeviceId, Instant, PersonId, RequestId, TenantId } from '../request/ids';
import type { Person } from '../request/who-may';
import type { NewCard } from './cards';
import type { GraphAccess } from './graph-access';
import type { Rate } from './rate';
import type { Trouble } from './troubles';

// What the desk needs from outside. Named by the need, not by who delivers it.

/** Graph tokens of technicians who are signed in at this process. */
export interface SignIns {
  /** The live token of this person, or undefined when they have to sign in: they signed out since, here or elsewhere. */
  accessFor(technician: PersonId): Promise<GraphAccess | undefined>;
  /** Makes every token of this person worthless, at every instance. */
  signOut(technician: PersonId): Promise<void>;
}

/** Rows of a look-up; `more` says that there were more than were read. */
export type Rows<T> = { readonly rows: readonly T[]; readonly more: boolean };

export type DetectedApp = {
  readonly id: string;
  readonly name: string;
  readonly version?: string;
  readonly deviceCount?: number;
};

export type DirectoryPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly signInName?: string;
};

/**
 * Finding devices with the technician's own rights. Every row is re-checked against the question, since Graph
 * ignores filters it does not know and returns everything. Empty questions are refused with a bug, not sent.
 * @throws {Trouble}
 */
export interface Devices {
  named(access: GraphAccess, name: string): Promise<Rows<FoundDevice>>;
  /** Devices whose name contains the text. */
  nameContaining(access: GraphAccess, part: string): Promise<Rows<FoundDevice>>;
  withSerialNumber(access: GraphAccess, serialNumber: string): Promise<Rows<FoundDevice>>;
  withImei(access: GraphAccess, imei: string): Promise<Rows<FoundDevice>>;
  withIntuneId(access: GraphAccess, id: DeviceId): Promise<Rows<FoundDevice>>;
  withEntraId(access: GraphAccess, id: string): Promise<Rows<FoundDevice>>;
  /** Addressed through the person where Graph routes that, else directly. `person`: object id or sign-in name. */
  ofPerson(access: GraphAccess, person: string): Promise<Rows<FoundDevice>>;
  /** Detected apps whose name contains the text, one row a version. */
  apps(access: GraphAccess, name: string): Promise<Rows<DetectedApp>>;
  /** Devices that have a detected app, addressed through the app. */
  withApp(access: GraphAccess, appId: string): Promise<Rows<FoundDevice>>;
  /** People of the directory by name; undefined where `User.ReadBasic.All` was not consented. */
  people(access: GraphAccess, name: string): Promise<Rows<DirectoryPerson> | undefined>;
}

/** A device as it is now, with the form of address that Graph answered on. */
export type FirstSight = {
  readonly device: Device;
  readonly address: DeviceAddress;
  readonly sight: AssistanceSight;
};

/** The one thing the bot does in Intune, and looking whether it happened. */
export interface RemoteAssistance {
  /**
   * Reads the device by id. Where Graph does not route the form of address and the id is known, the canonical
   * form is tried, and the answer says which one to use from then on. @throws {Trouble}
   */
  look(access: GraphAccess, address: DeviceAddress): Promise<FirstSight>;
  /** Many looks at once (`$batch`), answers in the order of the questions. */
  lookAll(
    access: GraphAccess,
    addresses: readonly DeviceAddress[],
  ): Promise<readonly (AssistanceSight | Trouble)[]>;
  /**
   * One POST, never repeated. Resolves when Graph answered 204: accepted, not done.
   * @throws {NotPermitted} Graph said no. @throws {Busy | Unreachable} certainly not carried out.
   * @throws {SignInNeeded} Graph did not take the token; not carried out. @throws {OutcomeUnknown} everything else.
   */
  request(
    access: GraphAccess,
    address: DeviceAddress,
    clientRequestId: string,
  ): Promise<{ readonly graphRequestId?: string }>;
}

/** Where a person talks to the bot. Learnt from authenticated activities only. */
export type Place = {
  readonly tenant: TenantId;
  readonly serviceUrl: string;
  /** Kept whole, with its `;messageid=` part in channels. */
  readonly conversation: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** The bot's own account in this conversation, "28:…". */
  readonly bot: string;
};

/** A request as the database holds it. */
export type Stored = {
  readonly request: HelpRequest;
  /** Of the row; the claim in {@link RequestStore.commit}. */
  readonly version: number;
  /** Our own code failed on it again and again: nobody follows it, until a press succeeds. */
  readonly isLeftAlone?: true;
};

/** A request that the timer has taken. */
export type Due = {
  readonly id: RequestId;
  /** Undefined: what is written there cannot be read. */
  readonly stored: Stored | undefined;
  /** It was somebody else's to carry on, who is dead or silent. */
  readonly abandoned: boolean;
  readonly failures: number;
};

/** Requests, their audit trail, and that their card is to show something newer. One commit writes all, or nothing. */
export interface RequestStore {
  /**
   * Gives the request its number and writes it with its first event.
   * @throws {AlreadyAsked} when a confirm card for the same words, person, place and device is still open.
   */
  open(
    request: (number: number) => { readonly request: HelpRequest; readonly event: Event },
    card: Pick<NewCard, 'place' | 'language' | 'activityId'> & {
      /** The words that led here; absent when it was a button, which has a ticket to be spent. */
      readonly asked?: string;
    },
  ): Promise<Stored>;
  load(id: RequestId): Promise<Stored | undefined>;
  /**
   * @throws {VersionConflict} when someone else committed after `seen` was loaded.
   * @throws {DeviceOccupied} when another open session holds the device.
   */
  commit(seen: Stored, next: HelpRequest, events: readonly Event[]): Promise<Stored>;
  /** Who else holds the device of this request, if anybody does. */
  occupant(request: HelpRequest): Promise<Occupant | undefined>;
  /**
   * Takes requests that time or a look can change by now, and those whose owner is gone; what was sent comes before
   * what is to be sent. Nobody else gets them until they were changed, or the claim has run out.
   */
  claimDue(most: number): Promise<readonly Due[]>;
  /** Our own code failed on it: it comes again after a growing wait, and after five times in a row not any more. */
  fail(due: Due): Promise<'again' | 'quarantined'>;
  /** Newest first. `open`: only those that are not over. */
  ofTechnician(
    tenant: TenantId,
    technician: PersonId,
    which: { readonly open: boolean; readonly most: number },
  ): Promise<readonly Stored[]>;
}

/**
 * What must not lie about in the open: sealed under the data key with tenant, person and request as
 * authenticated data. What cannot be opened any more counts as absent.
 */
export interface Vault {
  keepLink(request: HelpRequest, url: string, until: Instant): Promise<void>;
  link(request: HelpRequest): Promise<string | undefined>;
  /** The technician's Graph token, for following this request only. */
  keepAccess(request: HelpRequest, access: GraphAccess): Promise<void>;
  /** Undefined also when the technician has signed out since. */
  access(request: HelpRequest): Promise<GraphAccess | undefined>;
  /** Link and token of a request that is over. */
  forget(request: RequestId): Promise<void>;
  /** This person signs out: their tokens go, and those got before are worth nothing, wherever they are. */
  forgetAccess(tenant: TenantId, technician: PersonId): Promise<void>;
  /** How often this person has signed out, at whichever instance. */
  signOuts(tenant: TenantId, technician: PersonId): Promise<number>;
}

/** Whom a ticket belongs to. A ticket opened by anyone else, or elsewhere, opens nothing. */
export type Bearer = { readonly tenant: TenantId; readonly person: PersonId; readonly conversation: string };

/**
 * Opaque 128-bit references that leave the house: on cards, in sign-in addresses, as exchange ids. Only a hash
 * is kept, and the contents sealed. What a ticket stands for comes from here, never from the card.
 */
export interface Tickets {
  issue<K extends TicketKind>(
    kind: K,
    bearer: Bearer,
    contents: TicketContents[K],
    until: Instant,
  ): Promise<string>;
  /** What the ticket stands for, as long as it is valid; `used` says whether it was spent before. */
  read<K extends TicketKind>(kind: K, ticket: string): Promise<Ticket<K> | undefined>;
  /** True for the first caller only. */
  spend(ticket: string): Promise<boolean>;
}

export type TicketKind = keyof TicketContents;
export type Ticket<K extends TicketKind> = {
  readonly bearer: Bearer;
  readonly contents: TicketContents[K];
  readonly until: Instant;
  readonly expired: boolean;
  readonly used: boolean;
};

export type TicketContents = {
  /** A button on a request's card, as of one version of it. */
  request: { readonly request: RequestId; readonly version: string };
  /** A row of a pick card. */
  pick: { readonly choices: readonly Choice[] };
  /** The colleagues of a hand-over form, in the order of its rows. */
  'hand-over': { readonly case: CaseId; readonly to: readonly PersonId[] };
  /** The token exchange offered by a sign-in card. */
  exchange: { readonly reason: string };
  /** One visit to the sign-in page. */
  'sign-in': { readonly claims?: string; readonly place: Place; readonly language: string };
  /** The same visit on its way through the login host. */
  'sign-in-state': {
    readonly verifier: string;
    readonly browser: string;
    readonly place: Place;
    readonly language: string;
  };
  /** Proof for `signin/verifyState` that the page was left signed in. */
  verify: { readonly person: PersonId };
};

export type Choice =
  | { readonly kind: 'device'; readonly address: DeviceAddress; readonly typed?: string }
  | {
      readonly kind: 'case-device';
      readonly case: CaseId;
      readonly address: DeviceAddress;
      /** Also if it is not the requester's. */
      readonly isSure: boolean;
    }
  | { readonly kind: 'app'; readonly app: string; readonly name: string }
  | { readonly kind: 'person'; readonly person: string; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  /** Undefined: the same as Teams. */
  | { readonly kind: 'language'; readonly language: string | undefined };

/** What the bot has learnt of a person from authenticated activities and validated sign-on tokens. */
export type KnownPerson = Person & {
  readonly id: PersonId;
  readonly name: string;
  /** The personal chat with the bot, where private answers go. */
  readonly chat?: Place;
  /** What the person chose with the language command; wins over everything else. Learn '' for "none". */
  readonly chosenLanguage?: string;
  /** What the person last wrote in, where the words told. Learn '' for "forget it". */
  readonly spokenLanguage?: string;
  /** The last good language of the person's client. */
  readonly clientLanguage?: string;
  /** The id by which Teams knows the person to this bot, "29:…". */
  readonly account?: string;
};

export interface People {
  find(tenant: TenantId, id: PersonId): Promise<KnownPerson | undefined>;
  /** Merges what was learnt; fields that are not given stay. */
  learn(tenant: TenantId, id: PersonId, what: Partial<Omit<KnownPerson, 'tenant' | 'id'>>): Promise<void>;
  /** The bot cannot write to this chat any more; another one that was learnt since stays. */
  forgetChat(tenant: TenantId, id: PersonId, conversation: string): Promise<void>;
}

/** What a person wanted before the sign-in came between. */
export type Remembered =
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly place: Place;
      readonly language: string;
      readonly mentions: readonly RememberedMention[];
    }
  | { readonly kind: 'press'; readonly request: RequestId; readonly place: Place; readonly language: string }
  | { readonly kind: 'case'; readonly case: CaseId; readonly place: Place; readonly language: string };

export type RememberedMention = {
  readonly text: string;
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  readonly person?: PersonId;
};

export interface Memory {
  remember(tenant: TenantId, person: PersonId, what: Remembered, until: Instant): Promise<void>;
  /** Hands out what is still valid, once. */
  recall(tenant: TenantId, person: PersonId): Promise<Remembered | undefined>;
}

/** A message, as far as its sender must be told should it go unanswered: without their words and their name. */
export type Received = {
  readonly person: PersonId;
  readonly tenant: TenantId;
  /** The id by which Teams knows the person to this bot. */
  readonly account: string;
  readonly place: Place;
  /** Of a channel: how Teams names its team. */
  readonly team?: string;
  /** Language of the sender's client, where Teams says it. */
  readonly locale?: string;
  readonly activityId: string;
};

/** A message that went under with the bot that had it. */
export type Interrupted = Received & {
  /** Should this one fail, the sender cannot be told. */
  readonly isLastTry: boolean;
};

/** Teams delivers again when an answer is late, and not any more what was acknowledged. */
export interface Inbox {
  /** True the first time only; forgets after a day. */
  isNew(place: Place, activityId: string): Promise<boolean>;
  /** The same, and writes down that this bot answers it. */
  receive(message: Received): Promise<boolean>;
  /** Its sender has an answer, or knows why not. What the database does not take is said again later. */
  close(message: Received): Promise<void>;
  /** Says again what the database did not take. */
  closeAgain(): Promise<void>;
  /**
   * Messages whose bot is gone, or silent, and which nobody else tries to tell of now. They come again, after a wait
   * that grows, until they are closed.
   */
  takeInterrupted(most: number): Promise<readonly Interrupted[]>;
}

/** One token bucket: whose or what it is for, told apart by every part of `of`, and how fast it may be emptied. */
export type Bucket = { readonly of: readonly [kind: string, ...parts: string[]]; readonly rate: Rate };

/** How much may happen, counted across all instances, in the database's own time. */
export interface Buckets {
  /** Takes one from each bucket or, where one of them is empty, none; then it says when to come again. */
  take(buckets: readonly Bucket[]): Promise<'ok' | { readonly until: Instant }>;
}

/** Graph counts the calls of a tenant, not those of an instance: when it asks one to wait, all wait. */
export interface Pauses {
  /** Until when Graph is to be left alone; undefined when it is not. */
  until(tenant: TenantId): Promise<Instant | undefined>;
  /** Leaves it alone at least until then. */
  keep(tenant: TenantId, until: Instant): Promise<void>;
}

export interface Clock {
  now(): Instant;
  /** Milliseconds that only ever grow, for windows that no clock change may stretch. */
  monotonic(): number;
}
