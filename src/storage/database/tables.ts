import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { Audience, CardSubject } from '../../desk/cards';
import type { CaseStatus } from '../../request/case/case';
import type { Status } from '../../request/help-request';
import type { CaseId, DeviceId, Instant, PersonId, RequestId, TenantId } from '../../request/ids';
import type { Differences } from './differences';

/** The schema as the newest migration leaves it. Text named `…_json` and `state` is JSON, `sealed` is sealed. */
export type Tables = {
  requests: RequestsTable;
  cards: CardsTable;
  cases: CasesTable;
  help_channels: HelpChannelsTable;
  counters: CountersTable;
  audit: AuditTable;
  audit_ends: AuditEndsTable;
  audit_people: AuditPeopleTable;
  secrets: SecretsTable;
  tickets: TicketsTable;
  people: PeopleTable;
  memories: MemoriesTable;
  seen_activities: SeenActivitiesTable;
  buckets: BucketsTable;
  instances: InstancesTable;
  pauses: PausesTable;
};

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** An open database. */
export type Database = {
  readonly db: Db;
  readonly differences: Differences;
  close(): Promise<void>;
};

/** A claim: written as a boolean, read as 0 or 1, the same on both databases. */
type Flag = ColumnType<number, boolean, boolean>;

export type RequestsTable = {
  id: RequestId;
  tenant: TenantId;
  number: number;
  technician: PersonId;
  device: DeviceId;
  /** `quarantined` holds no device and is not due; `state` keeps what it was. */
  status: Status | 'quarantined';
  is_over: Flag;
  /** Whether nobody else may have a session on the device. */
  holds_device: Flag;
  version: number;
  opened_at: Instant;
  /** When time alone can change it; null when it cannot. */
  due_at: Instant | null;
  /** The shape of `state`, for later migrations. */
  state_format: number;
  state: string;
  /** A hash of where and with what words the device was asked for; null when a button led here. */
  asked: string | null;
  /** The instance whose own the next step is, while it lives: it has the token, or the answer. */
  owner: string | null;
  claimed_by: string | null;
  claimed_until: Instant | null;
  /** How often in a row the timer failed on it for a reason that is ours. */
  failures: Generated<number>;
  quarantined_since: Instant | null;
};

export type CasesTable = {
  id: CaseId;
  tenant: TenantId;
  number: number;
  requester: PersonId;
  technician: PersonId | null;
  status: CaseStatus;
  is_over: Flag;
  /** 0: urgent. */
  urgency_rank: number;
  version: number;
  raised_at: Instant;
  due_at: Instant | null;
  /** The request for remote assistance that the case must be in step with. */
  watched_request: RequestId | null;
  home_json: string;
  language: string;
  /** The shape of `state`, for later migrations. */
  state_format: number;
  state: string;
};

export type HelpChannelsTable = {
  tenant: TenantId;
  place_json: string;
  language: string;
  bound_by: PersonId;
  bound_at: Instant;
  team: string | null;
};

/** A card a row, of whatever the bot keeps true; `id` is made of the next four. */
export type CardsTable = {
  id: string;
  tenant: TenantId;
  subject_kind: CardSubject['kind'];
  subject: CardSubject['id'];
  audience: Audience;
  person: PersonId | null;
  place_json: string;
  language: string;
  wanted: number;
  shown: number;
  /** Since when it has been true that the card does not show its state; of no meaning while it does. */
  behind_since: Instant;
  activity_id: string | null;
  retry_at: Instant;
  failures: number;
  /** A create was begun and not settled: nobody knows whether the card is there. */
  create_began_at: Instant | null;
  /** So many creates were followed by another one, since nobody knew whether they arrived; none after an outage. */
  lost_creates: number;
  replaces: Flag;
  claimed_by: string | null;
  claimed_until: Instant | null;
  /** Teams will not take it any more. */
  undeliverable_since: Instant | null;
};

/** The last numbers given out, a row a tenant. */
export type CountersTable = { tenant: TenantId; last_request: number; cases: number };

/** Append-only. `sequence` has no gaps within a tenant; `hash` chains a row to the one before it. */
export type AuditTable = {
  tenant: TenantId;
  sequence: number;
  at: Instant;
  type: string;
  /** A pseudonym, {@link AuditPeopleTable}; null when time or the bot did it. */
  actor: string | null;
  subject_kind: 'request' | 'case' | 'person' | null;
  subject: string | null;
  /** What people say of the subject: "#2077". */
  number: number | null;
  device: DeviceId | null;
  facts_json: string;
  hash: string;
};

/** The last row of each tenant's trail, sealed under the data key; `seal` is empty before the first time. */
export type AuditEndsTable = { tenant: TenantId; sequence: number; hash: string; seal: string };

/** Who is behind a pseudonym. Erasing a person deletes the row, and the chain leads to nobody. */
export type AuditPeopleTable = { tenant: TenantId; person: PersonId; salt: string; pseudonym: string };

export type SecretsTable = {
  tenant: TenantId;
  request: RequestId;
  kind: 'link' | 'access';
  person: PersonId;
  sealed: string;
  expires_at: Instant;
  /** Of its person, when the token was got: after one more it is worth nothing. */
  sign_outs: Generated<number>;
};

export type TicketsTable = {
  hash: string;
  kind: string;
  tenant: TenantId;
  person: PersonId;
  conversation: string;
  sealed: string;
  expires_at: Instant;
  used_at: Instant | null;
};

/** Null: not learnt yet. */
export type PeopleTable = {
  tenant: TenantId;
  person: PersonId;
  name_json: string | null;
  is_guest: ColumnType<number | null, boolean | undefined, boolean>;
  roles_json: string | null;
  roles_seen_at: Instant | null;
  chat_json: string | null;
  chosen_language: string | null;
  spoken_language: string | null;
  client_language: string | null;
  account: string | null;
  /** How often they signed out, at whichever bot. */
  sign_outs: Generated<number>;
};

export type MemoriesTable = { tenant: TenantId; person: PersonId; sealed: string; expires_at: Instant };

/** Activities that arrived. The next three are null once it was answered, and of what needs no answer. */
export type SeenActivitiesTable = {
  tenant: TenantId;
  hash: string;
  seen_at: Instant;
  /** The instance that answers it; null as well when it was taken from one that is gone. */
  answered_by: string | null;
  person: PersonId | null;
  sender_json: string | null;
  /** How often somebody set about telling the sender that it went unanswered. */
  tries: Generated<number>;
  /** When that may be tried again. */
  tell_at: Generated<Instant>;
};

/** A bucket without a row is full. `full_at`: when it will be, if nobody takes from it. Milliseconds. */
export type BucketsTable = { hash: string; full_at: Instant; burst: number; refill_every: number };

/** Bots at work on this database. One without a row is dead for certain; one whose time is over may only be held up. */
export type InstancesTable = { id: string; name: string; alive_until: Instant };

/** Graph asked every bot of a tenant to wait. */
export type PausesTable = { tenant: TenantId; paused_until: Instant };
