import type { HelpChannelGone, HelpChannels } from '../desk/case/ports';
import type { Place } from '../desk/ports';
import type { AuditTrail } from './audit-trail';
import type { Db } from './database/tables';

/**
 * The channel of each tenant into which requests from personal chats are posted; who bound it, and why it is none any
 * more, is in the audit.
 */
export function helpChannels(db: Db, trail: AuditTrail): HelpChannels {
  return {
    bind: ({ place, language, team }, by, at) =>
      db.transaction().execute(async (tx) => {
        const { tenant } = place;
        const where = { place_json: JSON.stringify(place), team: team ?? null };
        const bound = { ...where, language, bound_by: by, bound_at: at };
        await tx
          .insertInto('help_channels')
          .values({ tenant, ...bound })
          .onConflict((conflict) => conflict.column('tenant').doUpdateSet(bound))
          .execute();
        await trail.append(tx, tenant, [{ at, type: 'help-channel-bound', by }]);
      }),
    unbind: (gone) => unbind(db, trail, gone),
    find: async (tenant) => {
      const row = await db
        .selectFrom('help_channels')
        .selectAll()
        .where('tenant', '=', tenant)
        .executeTakeFirst();
      if (!row) return undefined;
      const { place_json, language, team } = row;
      // Made from a Place, in `bind`.
      return { place: JSON.parse(place_json) as Place, language, ...(team !== null && { team }) };
    },
  };
}

function unbind(db: Db, trail: AuditTrail, gone: HelpChannelGone): Promise<boolean> {
  const { tenant, conversation, why, by, at } = gone;
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('help_channels')
      .select(['place_json', 'team'])
      .where('tenant', '=', tenant)
      .executeTakeFirst();
    // Made from a Place, in `bind`.
    const channel = row && (JSON.parse(row.place_json) as Place).conversation;
    if (!row || (channel !== conversation && row.team !== conversation)) return false;
    const { numDeletedRows } = await tx
      .deleteFrom('help_channels')
      .where('tenant', '=', tenant)
      // Another one may have been bound since.
      .where('place_json', '=', row.place_json)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await trail.append(tx, tenant, [{ at, type: 'help-channel-unbound', ...(by && { by }), facts: { why } }]);
    return true;
  });
}
