import type { Clock, Memory, Remembered } from '../desk/ports';
import type { Instant, PersonId, TenantId } from '../request/ids';
import type { Db } from './database/tables';
import type { Seal } from './seal';

/** One remembered wish a person, the newest; sealed, since people write what they like. */
export function memory(db: Db, seal: Seal, clock: Clock): Memory {
  return {
    remember: async (tenant, person, what, until) => {
      const sealed = seal.seal(JSON.stringify(what), contextOf(tenant, person));
      await db
        .insertInto('memories')
        .values({ tenant, person, sealed, expires_at: until })
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'person']).doUpdateSet({ sealed, expires_at: until }),
        )
        .execute();
    },
    recall: async (tenant, person) => {
      // Taken out and handed over in one statement: of two at once, one gets it.
      const row = await db
        .deleteFrom('memories')
        .where('tenant', '=', tenant)
        .where('person', '=', person)
        .returning(['sealed', 'expires_at'])
        .executeTakeFirst();
      if (!row || clock.now() >= row.expires_at) return undefined;
      const text = seal.open(row.sealed, contextOf(tenant, person));
      // It opened in this context, so `remember` wrote it.
      return text === undefined ? undefined : (JSON.parse(text) as Remembered);
    },
  };
}

export async function sweepMemories(db: Db, at: Instant): Promise<void> {
  await db.deleteFrom('memories').where('expires_at', '<=', at).execute();
}

const contextOf = (tenant: TenantId, person: PersonId) => ['memory', tenant, person];
