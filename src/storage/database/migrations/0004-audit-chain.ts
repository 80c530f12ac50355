import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DeviceId, Instant, PersonId, RequestId, TenantId } from '../../../request/ids';
import { hashOf, pseudonymOf, START } from '../../audit-chain';
import type { Differences } from '../differences';
import type { AuditEndsTable, AuditPeopleTable, AuditTable } from '../tables';

/** Chains the audit trail: rows that are there are chained as they stand, and their people become pseudonyms. */
export async function chainAudit(db: Kysely<unknown>, differences: Differences): Promise<void> {
  for (const statement of before(differences)) await sql.raw(statement).execute(db);
  await chainAll(db.withTables<Chaining>());
  for (const statement of after(differences)) await sql.raw(statement).execute(db);
}

type Chaining = {
  audit_unchained: OldRow;
  requests: { id: RequestId; number: number };
  audit: AuditTable;
  audit_ends: AuditEndsTable;
  audit_people: AuditPeopleTable;
};

type OldRow = {
  tenant: TenantId;
  sequence: number;
  request: RequestId;
  at: Instant;
  type: string;
  person: PersonId | null;
  device: DeviceId;
  facts_json: string;
};

const before = ({ wholeNumber, endOfTable, ...differences }: Differences) => [
  ...differences.allowChanges('audit'),
  `drop index audit_of_request`,
  `alter table audit rename to audit_unchained`,
  audit(wholeNumber) + endOfTable,
  ends(wholeNumber) + endOfTable,
  people + endOfTable,
  `create index audit_of_subject on audit (tenant, subject)`,
  `create unique index one_pseudonym_a_person on audit_people (tenant, pseudonym)`,
];

const after = (differences: Differences) => [
  `drop table audit_unchained`,
  `alter table counters drop column last_audit`, // the trail's end counts
  ...differences.appendOnly('audit', ['tenant', 'sequence']),
];

const audit = (number: string) => `create table audit (
  tenant text not null,
  sequence ${number} not null,
  at ${number} not null,
  type text not null,
  actor text,
  subject_kind text,
  subject text,
  number ${number},
  device text,
  facts_json text not null,
  hash text not null,
  primary key (tenant, sequence)
)`;

const ends = (number: string) => `create table audit_ends (
  tenant text not null primary key,
  sequence ${number} not null,
  hash text not null,
  seal text not null
)`;

const people = `create table audit_people (
  tenant text not null,
  person text not null,
  salt text not null,
  pseudonym text not null,
  primary key (tenant, person)
)`;

async function chainAll(db: Kysely<Chaining>): Promise<void> {
  const tenants = await db.selectFrom('audit_unchained').select('tenant').distinct().execute();
  for (const { tenant } of tenants) await chainTenant(db, tenant);
}

/** Rows at a time: what is in memory stays small, however old the trail is. */
const PAGE = 500;

async function chainTenant(db: Kysely<Chaining>, tenant: TenantId): Promise<void> {
  const pseudonym = register(db, tenant);
  let [read, sequence, hash] = [0, 0, START];
  for (;;) {
    const page = await oldRows(db, tenant, read);
    if (page.length === 0) break;
    const rows: Chaining['audit'][] = [];
    for (const old of page) {
      read = old.sequence;
      sequence += 1;
      const row = { ...columnsOf(old), sequence, actor: await pseudonym(old.person) };
      hash = hashOf(hash, row);
      rows.push({ ...row, hash });
    }
    await db.insertInto('audit').values(rows).execute();
  }
  // Only the bot has the data key: with its next entry it seals, and says in the trail that it does.
  await db.insertInto('audit_ends').values({ tenant, sequence, hash, seal: '' }).execute();
}

const oldRows = (db: Kysely<Chaining>, tenant: TenantId, after: number) =>
  db
    .selectFrom('audit_unchained')
    .leftJoin('requests', 'requests.id', 'audit_unchained.request')
    .selectAll('audit_unchained')
    .select('requests.number')
    .where('audit_unchained.tenant', '=', tenant)
    .where('audit_unchained.sequence', '>', after)
    .orderBy('audit_unchained.sequence')
    .limit(PAGE)
    .execute();

function columnsOf({
  tenant,
  at,
  type,
  request,
  number,
  device,
  facts_json,
}: OldRow & { number: number | null }) {
  return { tenant, at, type, subject_kind: 'request', subject: request, number, device, facts_json } as const;
}

function register(db: Kysely<Chaining>, tenant: TenantId) {
  const known = new Map<PersonId, string>();
  return async (person: PersonId | null): Promise<string | null> => {
    if (person === null) return null;
    const pseudonym = known.get(person);
    if (pseudonym !== undefined) return pseudonym;
    const identity = { tenant, person, salt: randomBytes(16).toString('base64url') };
    const fresh = pseudonymOf(identity);
    known.set(person, fresh);
    await db
      .insertInto('audit_people')
      .values({ ...identity, pseudonym: fresh })
      .execute();
    return fresh;
  };
}
