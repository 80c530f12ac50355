import { createHash, createHmac, hkdfSync } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { PersonId, TenantId } from '../request/ids';
import type { AuditTable } from './database/tables';

// Frozen: rows that are written stand under these very bytes, and the migration that chains old rows uses them too.
// Another form is another format name, kept beside this one.

export type AuditRow = Selectable<AuditTable>;

/** What comes before the first row of a tenant. */
export const START = '';

/**
 * The hash of a row: SHA-256, in hex, over that of the row before it and its own content. As a JSON array in fixed
 * order no two contents give the same bytes.
 */
export function hashOf(previous: string, row: Omit<AuditRow, 'hash'>): string {
  const { tenant, sequence, at, type, actor, subject_kind, subject, number, device, facts_json } = row;
  const content = [tenant, sequence, at, type, actor, subject_kind, subject, number, device, facts_json];
  return sha256(['device-assist audit v1', previous, ...content]).toString('hex');
}

/** A person as the chain knows them. `salt`: 128 random bits, forgotten with the person. */
export type Identity = { readonly tenant: TenantId; readonly person: PersonId; readonly salt: string };

/**
 * The name of a person in the chain. With salt and id anybody can check it; without them it leads to nobody, and
 * nobody can put another person in its place.
 */
export const pseudonymOf = ({ tenant, person, salt }: Identity): string =>
  sha256(['device-assist person v1', tenant, salt, person]).toString('hex'); // no sign that a spreadsheet reads

/** The last row of a tenant's trail. */
export type End = { readonly tenant: TenantId; readonly sequence: number; readonly hash: string };

/** The seal of an end: only who has the data key can make one. */
export type SealEnd = (end: End) => string;

export function sealEndUnder(dataKey: Buffer): SealEnd {
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'device-assist audit seal', 32));
  return ({ tenant, sequence, hash }) =>
    createHmac('sha256', key)
      .update(JSON.stringify(['device-assist audit end v1', tenant, sequence, hash]))
      .digest('base64url');
}

const sha256 = (content: readonly unknown[]) => createHash('sha256').update(JSON.stringify(content)).digest();
