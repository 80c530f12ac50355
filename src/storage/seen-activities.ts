import { createHash } from 'node:crypto';
import type { Clock, SeenActivities } from '../desk/ports';
import type { Instant } from '../request/ids';
import type { Db } from './database/tables';

/** Milliseconds after which an activity is forgotten. */
const REMEMBERED_FOR = 24 * 60 * 60 * 1000;

/** Activities that arrived, by a hash of conversation and id: both are as long as the sender likes. */
export function seenActivities(db: Db, clock: Clock): SeenActivities {
  return {
    isNew: async ({ tenant, conversation }, activityId) => {
      const hash = createHash('sha256')
        .update(JSON.stringify([conversation, activityId]))
        .digest('base64url');
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('seen_activities')
        .values({ tenant, hash, seen_at: clock.now() })
        .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}

export async function sweepSeenActivities(db: Db, at: Instant): Promise<void> {
  await db
    .deleteFrom('seen_activities')
    .where('seen_at', '<=', at - REMEMBERED_FOR)
    .execute();
}
