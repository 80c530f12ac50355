import { sql, type Kysely } from 'kysely';
import type { Differences } from '../differences';

/** What end users raise, and the channel into which it is posted. */
export async function addCases(db: Kysely<unknown>, { wholeNumber, endOfTable }: Differences): Promise<void> {
  const statements = [
    cases(wholeNumber) + endOfTable,
    helpChannels(wholeNumber) + endOfTable,
    `alter table people add column account text`,
    `create unique index one_number_a_case on cases (tenant, number)`,
    `create index cases_open on cases (tenant, urgency_rank, raised_at) where is_over = 0`,
    `create index cases_of_requester on cases (tenant, requester) where is_over = 0`,
    `create index cases_of_technician on cases (tenant, technician) where is_over = 0`,
    `create index cases_due on cases (due_at) where due_at is not null`,
    `create index cases_watched on cases (watched_request) where watched_request is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const cases = (number: string) => `create table cases (
  id text not null primary key,
  tenant text not null,
  number ${number} not null,
  requester text not null,
  technician text,
  status text not null,
  is_over ${number} not null,
  urgency_rank ${number} not null,
  version ${number} not null,
  raised_at ${number} not null,
  due_at ${number},
  watched_request text,
  home_json text not null,
  language text not null,
  state_format ${number} not null,
  state text not null
)`;

const helpChannels = (number: string) => `create table help_channels (
  tenant text not null primary key,
  place_json text not null,
  language text not null,
  bound_by text not null,
  bound_at ${number} not null
)`;
