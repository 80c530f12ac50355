import { randomBytes } from 'node:crypto';
import type { PersonId, TenantId } from '../request/ids';
import {
  hashOf,
  pseudonymOf,
  sealEndUnder,
  START,
  type AuditRow,
  type End,
  type SealEnd,
} from './audit-chain';
import { factsJson, type Entry } from './audit-entry';
import type { Database, Db, Tx } from './database/tables';

/** Append-only and chained: each row carries the hash of the row before it, and the end of each trail is sealed. */
export type AuditTrail = {
  /**
   * Writes a row an entry, in the transaction that changes what the entries tell of. The tenant's end stays locked
   * until the transaction ends, so rows stand in the order of commits without gaps; append late.
   */
  append(tx: Tx, tenant: TenantId, entries: readonly Entry[]): Promise<void>;
};

/** `dataKey`: what seals the ends. */
export function auditTrail({ differences }: Database, dataKey: Buffer): AuditTrail {
  const seal = sealEndUnder(dataKey);
  return {
    append: async (tx, tenant, entries) => {
      if (entries.length === 0) return;
      await differences.waitInLine(tx, ['audit', tenant]);
      await append(tx, seal, { tenant, entries });
    },
  };
}

type Addition = { readonly tenant: TenantId; readonly entries: readonly Entry[] };

async function append(tx: Tx, seal: SealEnd, { tenant, entries }: Addition): Promise<void> {
  const sealed = await lockEnd(tx, tenant);
  const last = await lastRow(tx, tenant);
  const doubt = doubtOf(sealed, last, seal);
  const first: Entry[] = doubt ? [sealedAnew(doubt, sealed, entries)] : [];
  const rows = await chained(tx, last, [...first, ...entries]);
  await tx.insertInto('audit').values(rows).execute();
  const { sequence, hash } = rows.at(-1) ?? last;
  const end = { tenant, sequence, hash };
  await tx
    .updateTable('audit_ends')
    .set({ ...end, seal: seal(end) })
    .where('tenant', '=', tenant)
    .execute();
}

type SealedEnd = End & { readonly seal: string };

async function lockEnd(tx: Tx, tenant: TenantId): Promise<SealedEnd> {
  return tx
    .insertInto('audit_ends')
    .values({ tenant, sequence: 0, hash: START, seal: '' })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ tenant }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function lastRow(tx: Tx, tenant: TenantId): Promise<End> {
  const last = await tx
    .selectFrom('audit')
    .select(['tenant', 'sequence', 'hash'])
    .where('tenant', '=', tenant)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { tenant, sequence: 0, hash: START };
}

/** Why the end that is there is not known to be the one that the bot left. */
export type Doubt =
  /** Never sealed: rows of an older version; or the seal was taken away. */
  | 'no-seal'
  /** Another data key was in use; or somebody without the key changed the end. */
  | 'other-key'
  /** The sealed end is another one: rows were cut off or added past the bot. */
  | 'other-end';

/** What speaks against the end of a trail; undefined when it is the one that was sealed. */
export function doubtOf(sealed: SealedEnd, last: End, seal: SealEnd): Doubt | undefined {
  if (sealed.sequence !== last.sequence || sealed.hash !== last.hash) return 'other-end';
  if (sealed.seal === '') return last.sequence === 0 ? undefined : 'no-seal';
  return sealed.seal === seal(sealed) ? undefined : 'other-key';
}

/** Whether no trail was sealed under another key than this one. */
export async function isSealedUnder(db: Db, dataKey: Buffer): Promise<boolean> {
  const seal = sealEndUnder(dataKey);
  const ends = await db.selectFrom('audit_ends').selectAll().execute();
  return ends.every((end) => end.seal === '' || end.seal === seal(end));
}

/** Work goes on after a doubtful end, but nobody can hide in the seal that comes next: the trail itself says so. */
function sealedAnew(why: Doubt, { sequence }: End, [next]: readonly Entry[]): Entry {
  return { at: next?.at ?? 0, type: SEALED_ANEW, facts: { why, sealed: sequence } };
}

export const SEALED_ANEW = 'sealed-anew';

async function chained(tx: Tx, last: End, entries: readonly Entry[]): Promise<readonly AuditRow[]> {
  const rows: AuditRow[] = [];
  let { sequence, hash } = last;
  for (const entry of entries) {
    sequence += 1;
    const row = { ...(await columnsOf(tx, last.tenant, entry)), sequence };
    hash = hashOf(hash, row);
    rows.push({ ...row, hash });
  }
  return rows;
}

async function columnsOf(tx: Tx, tenant: TenantId, { at, type, by, subject, device, facts }: Entry) {
  return {
    tenant,
    at,
    type,
    actor: by ? await pseudonym(tx, tenant, by) : null,
    subject_kind: subject?.kind ?? null,
    subject: subject?.id ?? null,
    number: subject?.number ?? null,
    device: device ?? null,
    facts_json: factsJson(facts),
  };
}

/** The person's name in the chain, from the register or new to it. Never cached: an erasure may come in between. */
async function pseudonym(tx: Tx, tenant: TenantId, person: PersonId): Promise<string> {
  const known = await tx
    .selectFrom('audit_people')
    .select('pseudonym')
    .where('tenant', '=', tenant)
    .where('person', '=', person)
    .executeTakeFirst();
  if (known) return known.pseudonym;
  const identity = { tenant, person, salt: randomBytes(16).toString('base64url') };
  const fresh = pseudonymOf(identity);
  await tx
    .insertInto('audit_people')
    .values({ ...identity, pseudonym: fresh })
    .execute();
  return fresh;
}
