import type { HelpChannels } from '../desk/case/ports';
import type { Place } from '../desk/ports';
import type { AuditTrail } from './audit-trail';
import type { Db } from './database/tables';

/** The channel of each tenant into which requests from personal chats are posted; who bound it is in the audit. */
export function helpChannels(db: Db, trail: AuditTrail): HelpChannels {
  return {
    bind: ({ place, language }, by, at) =>
      db.transaction().execute(async (tx) => {
        const { tenant } = place;
        const bound = { place_json: JSON.stringify(place), language, bound_by: by, bound_at: at };
        await tx
          .insertInto('help_channels')
          .values({ tenant, ...bound })
          .onConflict((conflict) => conflict.column('tenant').doUpdateSet(bound))
          .execute();
        await trail.append(tx, tenant, [{ at, type: 'help-channel-bound', by }]);
      }),
    find: async (tenant) => {
      const row = await db
        .selectFrom('help_channels')
        .selectAll()
        .where('tenant', '=', tenant)
        .executeTakeFirst();
      // Made from a Place, in `bind`.
      return row && { place: JSON.parse(row.place_json) as Place, language: row.language };
    },
  };
}
