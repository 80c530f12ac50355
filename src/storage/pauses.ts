import { sql } from 'kysely';
import type { Clock, Pauses } from '../desk/ports';
import type { Instant } from '../request/ids';
import type { Database } from './database/tables';

/** A row a tenant, overwritten by the next pause. */
export function pauses({ db, differences }: Database, clock: Clock): Pauses {
  return {
    until: async (tenant) => {
      const row = await db
        .selectFrom('pauses')
        .select('paused_until')
        .where('tenant', '=', tenant)
        .where('paused_until', '>', differences.now(clock))
        .executeTakeFirst();
      return row?.paused_until;
    },
    keep: async (tenant, until) => {
      const later = sql<Instant>`case when pauses.paused_until > excluded.paused_until
        then pauses.paused_until else excluded.paused_until end`;
      await db
        .insertInto('pauses')
        .values({ tenant, paused_until: until })
        .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ paused_until: later }))
        .execute();
    },
  };
}
