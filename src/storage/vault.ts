import { GraphAccess } from '../desk/graph-access';
import type { Clock, Vault } from '../desk/ports';
import type { HelpRequest } from '../request/help-request';
import type { Instant } from '../request/ids';
import type { Db, SecretsTable } from './database/tables';
import type { Seal } from './seal';

type Kind = SecretsTable['kind'];
type Secret = { readonly kind: Kind; readonly text: string; readonly until: Instant };

/** Milliseconds for which a secret is kept at most, whatever the request thinks it is still good for. */
const LONGEST = 24 * 60 * 60 * 1000;

/** Links and tokens of requests under way. A row whose time is over counts as absent before it is swept. */
export function vault(db: Db, seal: Seal, clock: Clock): Vault {
  const safe = { db, seal, clock };
  return {
    keepLink: (request, url, until) => keep(safe, request, { kind: 'link', text: url, until }),
    link: async (request) => (await find(safe, request, 'link'))?.text,
    keepAccess: async (request, access) => {
      if (access.technician !== request.technician.id || access.tenant !== request.tenant)
        throw new Error('A request is followed with the token of its own technician only');
      await keep(safe, request, { kind: 'access', text: access.bearerToken(), until: access.expiresAt });
    },
    access: async (request) => {
      const found = await find(safe, request, 'access');
      return found && new GraphAccess(request.technician.id, request.tenant, found.until, found.text);
    },
    forget: async (request) => {
      await db.deleteFrom('secrets').where('request', '=', request).execute();
    },
    forgetAccess: async (tenant, technician) => {
      const own = db.deleteFrom('secrets').where('tenant', '=', tenant).where('person', '=', technician);
      await own.where('kind', '=', 'access').execute();
    },
  };
}

type Safe = { readonly db: Db; readonly seal: Seal; readonly clock: Clock };

async function keep({ db, seal, clock }: Safe, request: HelpRequest, secret: Secret): Promise<void> {
  const { kind, text } = secret;
  const until = Math.min(secret.until, clock.now() + LONGEST);
  const sealed = seal.seal(text, contextOf(request, kind));
  const { tenant, id, technician } = request;
  await db
    .insertInto('secrets')
    .values({ tenant, request: id, kind, person: technician.id, sealed, expires_at: until })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'request', 'kind']).doUpdateSet({ sealed, expires_at: until }),
    )
    .execute();
}

async function find(
  { db, seal, clock }: Safe,
  request: HelpRequest,
  kind: Kind,
): Promise<Omit<Secret, 'kind'> | undefined> {
  const row = await db
    .selectFrom('secrets')
    .select(['sealed', 'expires_at'])
    .where('tenant', '=', request.tenant)
    .where('request', '=', request.id)
    .where('kind', '=', kind)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst();
  const text = row && seal.open(row.sealed, contextOf(request, kind));
  return row && text !== undefined ? { text, until: row.expires_at } : undefined;
}

export async function sweepSecrets(db: Db, at: Instant): Promise<void> {
  await db.deleteFrom('secrets').where('expires_at', '<=', at).execute();
}

const contextOf = ({ tenant, technician, id }: HelpRequest, kind: Kind) => [kind, tenant, technician.id, id];
