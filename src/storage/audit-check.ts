import { sql } from 'kysely';
import type { TenantId } from '../request/ids';
import { hashOf, pseudonymOf, START, type AuditRow, type End, type SealEnd } from './audit-chain';
import { auditPages, auditTenants } from './audit-pages';
import { doubtOf, SEALED_ANEW, type Doubt } from './audit-trail';
import type { Db } from './database/tables';

/** What is wrong with a trail, and where. */
export type Flaw =
  | { readonly kind: 'row-missing' | 'row-changed'; readonly row: number }
  /** Before this row the end was not the sealed one; `sealed` is where the bot had left it. */
  | { readonly kind: 'sealed-anew'; readonly row: number; readonly why: Doubt; readonly sealed: number }
  /** The sealed end lies behind the last row that is there. */
  | { readonly kind: 'end-cut-off'; readonly row: number; readonly sealed: number }
  /** Rows that the bot did not write: they lie behind the sealed end. */
  | { readonly kind: 'rows-added'; readonly row: number; readonly sealed: number }
  | { readonly kind: 'end-missing' | 'end-changed' | 'end-unsealed' | 'seal-broken'; readonly row: number }
  /** The register names somebody else than the one who acted, or nobody though nobody was erased. */
  | { readonly kind: 'person-changed' | 'person-missing'; readonly pseudonym: string }
  /** A request of which the trail says nothing. */
  | { readonly kind: 'request-untold'; readonly number: number };

export type CheckedTrail = {
  readonly tenant: TenantId;
  /** The last row that is in order. */
  readonly end: End;
  /** In the order of rows. Behind a row that is missing or changed nothing more is looked at. */
  readonly flaws: readonly Flaw[];
  /** Of the ends that were asked for: those that stand in this trail. */
  readonly known: readonly Pick<End, 'sequence' | 'hash'>[];
};

export type Checking = {
  /** Undefined: the seals are not looked at. */
  readonly seal?: SealEnd;
  /** Ends that were noted elsewhere, earlier. */
  readonly noted?: readonly Pick<End, 'sequence' | 'hash'>[];
};

/** Recomputes every trail from its first row on. May run beside a bot that goes on writing. */
export async function checkTrails(db: Db, checking: Checking): Promise<readonly CheckedTrail[]> {
  const checked: CheckedTrail[] = [];
  for (const tenant of await auditTenants(db)) checked.push(await checkTrail(db, tenant, checking));
  return checked;
}

/** What was learnt on the way through the rows. */
type Walk = {
  end: End;
  flaw: Flaw | undefined;
  readonly renewals: Flaw[];
  readonly known: Pick<End, 'sequence' | 'hash'>[];
  readonly actors: Set<string>;
  readonly erased: Set<string>;
};

async function checkTrail(db: Db, tenant: TenantId, { seal, noted = [] }: Checking): Promise<CheckedTrail> {
  const walk: Walk = {
    ...{ end: { tenant, sequence: 0, hash: START }, flaw: undefined },
    ...{ renewals: [], known: [], actors: new Set<string>(), erased: new Set<string>() },
  };
  await goOn(db, walk, noted);
  // A row and the end that belongs to it are committed together. So whatever a bot appended while the rows were
  // read, the end that is read now is no earlier than the last of them, and its rows are there.
  const sealed = await db
    .selectFrom('audit_ends')
    .selectAll()
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  if (sealed && sealed.sequence > walk.end.sequence) await goOn(db, walk, noted, sealed.sequence);
  const flaws = [
    ...walk.renewals,
    ...(walk.flaw ? [walk.flaw] : judgeEnd(walk.end, sealed, seal)),
    ...(walk.flaw ? [] : await judgePeople(db, tenant, walk)),
    ...(await judgeRequests(db, tenant)),
  ];
  return { tenant, end: walk.end, flaws, known: walk.known };
}

/** Walks on from where it stopped: to the last row, or to `upTo`. */
async function goOn(db: Db, walk: Walk, noted: Checking['noted'] = [], upTo = Infinity): Promise<void> {
  const { tenant, sequence } = walk.end;
  const pages = auditPages(db, { tenant, ...(sequence > 0 && { after: sequence }) });
  for await (const page of pages)
    for (const row of page) {
      if (walk.flaw || row.sequence > upTo) return;
      step(walk, row, noted);
    }
}

function step(walk: Walk, row: AuditRow, noted: NonNullable<Checking['noted']>): void {
  const expected = walk.end.sequence + 1;
  if (row.sequence !== expected) walk.flaw = { kind: 'row-missing', row: expected };
  else if (hashOf(walk.end.hash, row) !== row.hash) walk.flaw = { kind: 'row-changed', row: expected };
  if (walk.flaw) return;
  walk.end = { tenant: row.tenant, sequence: row.sequence, hash: row.hash };
  walk.known.push(...noted.filter(({ sequence, hash }) => sequence === row.sequence && hash === row.hash));
  if (row.actor !== null) walk.actors.add(row.actor);
  if (row.type === SEALED_ANEW)
    walk.renewals.push({ kind: 'sealed-anew', row: row.sequence, ...doubtFrom(row) });
  if (row.type === PERSON_ERASED && row.subject !== null) walk.erased.add(row.subject);
}

// The row stands under its hash, and `auditTrail` wrote these two.
const doubtFrom = ({ facts_json }: AuditRow) =>
  JSON.parse(facts_json) as { readonly why: Doubt; readonly sealed: number };

/** The line that an erasure leaves; its subject is the pseudonym that leads to nobody from then on. */
export const PERSON_ERASED = 'person-erased';

type SealedEnd = Parameters<typeof doubtOf>[0];

function judgeEnd(end: End, sealed: SealedEnd | undefined, seal: SealEnd | undefined): readonly Flaw[] {
  const row = end.sequence;
  if (!sealed) return row === 0 ? [] : [{ kind: 'end-missing', row }];
  if (sealed.sequence > row) return [{ kind: 'end-cut-off', row, sealed: sealed.sequence }];
  if (sealed.sequence < row)
    return [{ kind: 'rows-added', row: sealed.sequence + 1, sealed: sealed.sequence }];
  if (!seal) return sealed.hash === end.hash ? [] : [{ kind: 'end-changed', row }];
  switch (doubtOf(sealed, end, seal)) {
    case undefined:
      return [];
    case 'other-end':
      return [{ kind: 'end-changed', row }];
    case 'no-seal':
      return [{ kind: 'end-unsealed', row }];
    case 'other-key':
      return [{ kind: 'seal-broken', row }];
  }
}

async function judgePeople(db: Db, tenant: TenantId, { actors, erased }: Walk): Promise<readonly Flaw[]> {
  const register = await db.selectFrom('audit_people').selectAll().where('tenant', '=', tenant).execute();
  const changed = register.filter((person) => pseudonymOf(person) !== person.pseudonym);
  const known = new Set(register.map(({ pseudonym }) => pseudonym));
  const missing = [...actors].filter((actor) => !known.has(actor) && !erased.has(actor));
  const stillMissing = missing.length === 0 ? [] : await withoutErasedNow(db, tenant, missing);
  return [
    ...changed.map(({ pseudonym }): Flaw => ({ kind: 'person-changed', pseudonym })),
    ...stillMissing.map((pseudonym): Flaw => ({ kind: 'person-missing', pseudonym })),
  ];
}

/** Somebody may have been erased since the rows were read. */
async function withoutErasedNow(
  db: Db,
  tenant: TenantId,
  missing: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('audit')
    .select('subject')
    .where('tenant', '=', tenant)
    .where('type', '=', PERSON_ERASED)
    .execute();
  const erased = new Set(rows.map(({ subject }) => subject));
  return missing.filter((pseudonym) => !erased.has(pseudonym));
}

/** Requests and cases share their numbers. */
async function judgeRequests(db: Db, tenant: TenantId): Promise<readonly Flaw[]> {
  const untold = [...(await untoldIn(db, 'requests', tenant)), ...(await untoldIn(db, 'cases', tenant))];
  return untold.map(({ number }) => ({ kind: 'request-untold', number }));
}

async function untoldIn(db: Db, table: 'requests' | 'cases', tenant: TenantId) {
  const { rows } = await sql<{ number: number }>`select number from ${sql.table(table)} as kept
    where tenant = ${tenant} and not exists (
      select 1 from audit where audit.tenant = kept.tenant and audit.subject = kept.id)
    order by number limit 1`.execute(db);
  return rows;
}
