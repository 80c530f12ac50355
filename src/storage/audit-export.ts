import type { HelpRequest } from '../request/help-request';
import type { PersonId, RequestId, TenantId } from '../request/ids';
import type { AuditRow } from './audit-chain';
import { auditPages, auditTenants, type Wanted } from './audit-pages';
import type { Db } from './database/tables';

/** A row of the trail with what stands elsewhere. */
export type ExportedRow = Omit<AuditRow, 'facts_json'> & {
  readonly facts: Readonly<Record<string, string | number>>;
  /** Who acted; null when it was nobody, or somebody who was erased. */
  readonly person: PersonId | null;
  /** Only where they were asked for; null where they are not known. */
  readonly names?: { readonly person: string | null; readonly device: string | null };
};

export type Exporting = Omit<Wanted, 'tenant' | 'after' | 'actor'> & {
  /** Only what this person did. */
  readonly person?: PersonId;
  readonly names: boolean;
};

/** The rows that are wanted, tenant by tenant, a page at a time. */
export async function* exportPages(
  db: Db,
  { person, names, ...wanted }: Exporting,
): AsyncGenerator<readonly ExportedRow[]> {
  for (const tenant of await auditTenants(db)) {
    const actor = person && (await pseudonymIn(db, tenant, person));
    if (person && actor === undefined) continue; // never acted here
    const pages = auditPages(db, { ...wanted, tenant, ...(actor !== undefined && { actor }) });
    for await (const page of pages) yield await withPeople(db, tenant, { page, names });
  }
}

async function pseudonymIn(db: Db, tenant: TenantId, person: PersonId): Promise<string | undefined> {
  const known = db.selectFrom('audit_people').select('pseudonym').where('tenant', '=', tenant);
  return (await known.where('person', '=', person).executeTakeFirst())?.pseudonym;
}

type Page = { readonly page: readonly AuditRow[]; readonly names: boolean };

async function withPeople(db: Db, tenant: TenantId, { page, names }: Page): Promise<readonly ExportedRow[]> {
  const people = await peopleOf(db, tenant, page);
  const [personNames, deviceNames] = names
    ? await Promise.all([namesOf(db, tenant, [...people.values()]), devicesOf(db, page)])
    : [];
  return page.map(({ facts_json, ...row }) => {
    const person = (row.actor !== null && people.get(row.actor)) || null;
    return {
      ...row,
      // Made by `factsJson`, or by the first release from the same kinds of values.
      facts: JSON.parse(facts_json) as ExportedRow['facts'],
      person,
      ...(names && {
        names: {
          person: (person && personNames?.get(person)) ?? null,
          device: (row.subject !== null && deviceNames?.get(row.subject)) || null,
        },
      }),
    };
  });
}

async function peopleOf(
  db: Db,
  tenant: TenantId,
  page: readonly AuditRow[],
): Promise<ReadonlyMap<string, PersonId>> {
  const actors = [...new Set(page.flatMap(({ actor }) => actor ?? []))];
  if (actors.length === 0) return new Map();
  const register = db.selectFrom('audit_people').select(['pseudonym', 'person']).where('tenant', '=', tenant);
  const rows = await register.where('pseudonym', 'in', actors).execute();
  return new Map(rows.map(({ pseudonym, person }) => [pseudonym, person]));
}

async function namesOf(
  db: Db,
  tenant: TenantId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (people.length === 0) return new Map();
  const known = db.selectFrom('people').select(['person', 'name_json']).where('tenant', '=', tenant);
  const rows = await known.where('person', 'in', people).execute();
  // Our own JSON, made of a string.
  return new Map(
    rows.flatMap(({ person, name_json }) => (name_json ? [[person, JSON.parse(name_json) as string]] : [])),
  );
}

/** Names of devices by request: the trail has their ids alone. */
async function devicesOf(db: Db, page: readonly AuditRow[]): Promise<ReadonlyMap<string, string>> {
  const requests = [
    // A subject of this kind is the id of a request.
    ...new Set(page.flatMap((row) => (row.subject_kind === 'request' ? [row.subject as RequestId] : []))),
  ];
  if (requests.length === 0) return new Map();
  const rows = await db.selectFrom('requests').select(['id', 'state']).where('id', 'in', requests).execute();
  return new Map(rows.map(({ id, state }) => [id, (JSON.parse(state) as HelpRequest).device.name]));
}
