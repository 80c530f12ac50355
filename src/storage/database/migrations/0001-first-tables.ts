import { sql, type Kysely } from 'kysely';
import type { Differences } from '../differences';

/** The schema of the first release. Frozen: whatever changes later is a migration of its own. */
export async function createFirstTables(db: Kysely<unknown>, differences: Differences): Promise<void> {
  const { wholeNumber, endOfTable } = differences;
  const statements = [
    ...[requests, counters, audit, secrets, tickets, people, memories, seenActivities].map(
      (table) => table(wholeNumber) + endOfTable,
    ),
    ...indexes,
    ...differences.appendOnly('audit', ['tenant', 'sequence']),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

type Table = (wholeNumber: string) => string;

const requests: Table = (number) => `create table requests (
  id text not null primary key,
  tenant text not null,
  number ${number} not null,
  technician text not null,
  device text not null,
  status text not null,
  is_over ${number} not null,
  version ${number} not null,
  opened_at ${number} not null,
  due_at ${number},
  state_format ${number} not null,
  state text not null,
  card_place_json text not null,
  card_language text not null,
  card_wanted ${number} not null,
  card_shown ${number} not null,
  card_activity_id text,
  card_retry_at ${number}
)`;

const counters: Table = (number) => `create table counters (
  tenant text not null primary key,
  last_request ${number} not null,
  last_audit ${number} not null
)`;

const audit: Table = (number) => `create table audit (
  tenant text not null,
  sequence ${number} not null,
  request text not null,
  at ${number} not null,
  type text not null,
  person text,
  device text not null,
  facts_json text not null,
  primary key (tenant, sequence)
)`;

const secrets: Table = (number) => `create table secrets (
  tenant text not null,
  request text not null,
  kind text not null,
  person text not null,
  sealed text not null,
  expires_at ${number} not null,
  primary key (tenant, request, kind)
)`;

const tickets: Table = (number) => `create table tickets (
  hash text not null primary key,
  kind text not null,
  tenant text not null,
  person text not null,
  conversation text not null,
  sealed text not null,
  expires_at ${number} not null,
  used_at ${number}
)`;

const people: Table = (number) => `create table people (
  tenant text not null,
  person text not null,
  name_json text,
  is_guest ${number},
  roles_json text,
  roles_seen_at ${number},
  chat_json text,
  chosen_language text,
  spoken_language text,
  client_language text,
  primary key (tenant, person)
)`;

const memories: Table = (number) => `create table memories (
  tenant text not null,
  person text not null,
  sealed text not null,
  expires_at ${number} not null,
  primary key (tenant, person)
)`;

const seenActivities: Table = (number) => `create table seen_activities (
  tenant text not null,
  hash text not null,
  seen_at ${number} not null,
  primary key (tenant, hash)
)`;

const indexes = [
  `create unique index one_number_a_request on requests (tenant, number)`,
  // The states are those of OCCUPYING; a test holds the two together.
  `create unique index one_open_session_a_device on requests (tenant, device)
    where status in ('sending', 'requested', 'unknown', 'no-link', 'needs-human', 'ready')`,
  `create index requests_of_technician on requests (tenant, technician, opened_at)`,
  `create index requests_due on requests (due_at) where due_at is not null`,
  `create index cards_behind on requests (card_retry_at) where card_shown < card_wanted`,
  `create index audit_of_request on audit (tenant, request)`,
  `create index secrets_of_person on secrets (tenant, person)`,
  `create index secrets_of_request on secrets (request)`,
  `create index secrets_expired on secrets (expires_at)`,
  `create index tickets_expired on tickets (expires_at)`,
  `create index memories_expired on memories (expires_at)`,
  `create index activities_seen on seen_activities (seen_at)`,
];
