import { sql } from 'kysely';
import { GraphAccess } from '../desk/graph-access';
import type { Clock, Vault } from '../desk/ports';
import type { HelpRequest } from '../request/help-request';
import type { Instant, PersonId, TenantId } from '../request/ids';
import type { Database, Db, SecretsTable } from './database/tables';
import type { Seal } from './seal';

type Kind = SecretsTable['kind'];
type Secret = {
  readonly kind: Kind;
  readonly text: string;
  readonly until: Instant;
  readonly signOuts: number;
};

/** Milliseconds for which a secret is kept at most, whatever the request thinks it is still good for. */
const LONGEST = 24 * 60 * 60 * 1000;

/** Links and tokens of requests under way. A row whose time is over counts as absent before it is swept. */
export function vault(database: Database, seal: Seal, clock: Clock): Vault {
  const { db } = database;
  const safe = { database, seal, clock };
  return {
    keepLink: (request, url, until) => keep(safe, request, { kind: 'link', text: url, until, signOuts: 0 }),
    link: async (request) => (await find(safe, request, 'link'))?.text,
    keepAccess: async (request, access) => {
      if (access.technician !== request.technician.id || access.tenant !== request.tenant)
        throw new Error('A request is followed with the token of its own technician only');
      const { expiresAt: until, signOuts } = access;
      await keep(safe, request, { kind: 'access', text: access.bearerToken(), until, signOuts });
    },
    access: async (request) => {
      const { tenant, technician } = request;
      const found = await find(safe, request, 'access');
      if (!found || found.signOuts !== (await signOutsOf(db, tenant, technician.id))) return undefined;
      return new GraphAccess(technician.id, tenant, found.until, found.text, found.signOuts);
    },
    forget: async (request) => {
      await db.deleteFrom('secrets').where('request', '=', request).execute();
    },
    forgetAccess: async (tenant, technician) => {
      await countSignOut(db, tenant, technician);
      const own = db.deleteFrom('secrets').where('tenant', '=', tenant).where('person', '=', technician);
      await own.where('kind', '=', 'access').execute();
    },
    signOuts: (tenant, technician) => signOutsOf(db, tenant, technician),
  };
}

type Safe = { readonly database: Database; readonly seal: Seal; readonly clock: Clock };

/**
 * Not for a request that is over. Whoever ends it meanwhile waits until this is written, so that what they forget then
 * is all there is.
 */
async function keep({ database, seal, clock }: Safe, request: HelpRequest, secret: Secret): Promise<void> {
  const { kind, text, signOuts: sign_outs } = secret;
  const until = Math.min(secret.until, clock.now() + LONGEST);
  const sealed = seal.seal(text, contextOf(request, kind));
  const { tenant, id, technician } = request;
  const row = { tenant, request: id, kind, person: technician.id, sealed, expires_at: until, sign_outs };
  await database.db
    .insertInto('secrets')
    .columns(Object.keys(row) as (keyof typeof row)[]) // its own keys, as written above
    .expression((eb) =>
      eb
        .selectFrom('requests')
        .select(Object.entries(row).map(([name, value]) => eb.val(value).as(name)))
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .where('is_over', '=', 0)
        .$if(database.differences.hasRivals, (query) => query.forShare()),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'request', 'kind']).doUpdateSet({ sealed, expires_at: until, sign_outs }),
    )
    .execute();
}

async function find(
  { database: { db }, seal, clock }: Safe,
  request: HelpRequest,
  kind: Kind,
): Promise<Omit<Secret, 'kind'> | undefined> {
  const row = await db
    .selectFrom('secrets')
    .select(['sealed', 'expires_at', 'sign_outs'])
    .where('tenant', '=', request.tenant)
    .where('request', '=', request.id)
    .where('kind', '=', kind)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst();
  const text = row && seal.open(row.sealed, contextOf(request, kind));
  return row && text !== undefined ? { text, until: row.expires_at, signOuts: row.sign_outs } : undefined;
}

async function signOutsOf(db: Db, tenant: TenantId, person: PersonId): Promise<number> {
  const known = db.selectFrom('people').select('sign_outs').where('tenant', '=', tenant);
  return (await known.where('person', '=', person).executeTakeFirst())?.sign_outs ?? 0;
}

async function countSignOut(db: Db, tenant: TenantId, person: PersonId): Promise<void> {
  await db
    .insertInto('people')
    .values({ tenant, person, sign_outs: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'person'])
        .doUpdateSet(({ eb }) => ({ sign_outs: eb('people.sign_outs', '+', 1) })),
    )
    .execute();
}

/** What is too old, and what belongs to requests that ended when nobody was left to forget it. */
export async function sweepSecrets(db: Db, at: Instant): Promise<void> {
  const ended = db.selectFrom('requests').select('id').where('is_over', '=', 1);
  const over = ended.whereRef('requests.id', '=', sql.ref('secrets.request'));
  await db
    .deleteFrom('secrets')
    .where((old) => old.or([old('expires_at', '<=', at), old.exists(over)]))
    .execute();
}

const contextOf = ({ tenant, technician, id }: HelpRequest, kind: Kind) => [kind, tenant, technician.id, id];
