import { sql, type Kysely } from 'kysely';
import type { Differences } from '../differences';

/**
 * Cards become rows of their own, whatever they show. What `requests` knew of its cards is kept. Who works on what is
 * written down, and which instances live. An older bot beside a newer one fails on the missing columns instead of
 * hanging every card twice.
 */
export async function addCardsAndClaims(
  db: Kysely<unknown>,
  { wholeNumber, endOfTable }: Differences,
): Promise<void> {
  const statements = [
    cards(wholeNumber) + endOfTable,
    `create unique index one_card_an_audience on cards (tenant, subject_kind, subject, audience)`,
    cardsOfRequests,
    `drop index cards_behind`,
    ...['place_json', 'language', 'wanted', 'shown', 'activity_id', 'retry_at'].map(
      (column) => `alter table requests drop column card_${column}`,
    ),
    `create index cards_behind on cards (retry_at) where shown < wanted and undeliverable_since is null`,
    instances(wholeNumber) + endOfTable,
    pauses(wholeNumber) + endOfTable,
    ...[
      ...['asked text', 'owner text', 'claimed_by text', `claimed_until ${wholeNumber}`],
      ...[`failures ${wholeNumber} not null default 0`, `quarantined_since ${wholeNumber}`],
    ].map((column) => `alter table requests add column ${column}`),
    `create unique index one_draft_an_ask on requests (tenant, technician, device, asked) where status = 'draft'`,
    `create index requests_owned on requests (owner) where owner is not null`,
    `create index requests_quarantined on requests (quarantined_since) where quarantined_since is not null`,
    `create index cards_undeliverable on cards (undeliverable_since) where undeliverable_since is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const cards = (number: string) => `create table cards (
  id text not null primary key,
  tenant text not null,
  subject_kind text not null,
  subject text not null,
  audience text not null,
  person text,
  place_json text not null,
  language text not null,
  wanted ${number} not null,
  shown ${number} not null,
  behind_since ${number} not null,
  activity_id text,
  retry_at ${number} not null,
  failures ${number} not null,
  create_began_at ${number},
  replaces ${number} not null,
  claimed_by text,
  claimed_until ${number},
  undeliverable_since ${number}
)`;

const instances = (number: string) => `create table instances (
  id text not null primary key,
  name text not null,
  alive_until ${number} not null
)`;

const pauses = (number: string) => `create table pauses (
  tenant text not null primary key,
  paused_until ${number} not null
)`;

/** The newest entry of the trail: when what the card says became true. */
const changedAt = `coalesce(
  (select max(at) from audit where audit.tenant = requests.tenant and audit.request = requests.id),
  opened_at)`;

const cardsOfRequests = `insert into cards
  select 'request/' || id || '/technician', tenant, 'request', id, 'technician', technician,
    card_place_json, card_language, card_wanted, card_shown, ${changedAt},
    card_activity_id, coalesce(card_retry_at, 0), 0, null, 0, null, null,
    case when card_retry_at is null then ${changedAt} end
  from requests`;
