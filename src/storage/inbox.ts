import { createHash } from 'node:crypto';
import { sql, type Insertable, type QueryCreator } from 'kysely';
import type { Inbox, Interrupted, Place, Received } from '../desk/ports';
import { isTrouble } from '../desk/troubles';
import type { Instant, TenantId } from '../request/ids';
import type { SharedClock } from './database/database-clock';
import type { Database, Db, SeenActivitiesTable, Tables } from './database/tables';
import type { ClaimTimes } from './due-requests';

export type InboxParts = {
  readonly database: Database;
  readonly clock: SharedClock;
  readonly claims: Pick<ClaimTimes, 'lease'>;
  /** The id of this process. */
  readonly instance: string;
  /** Whether another bot that shows no sign of life is silent, rather than cut off from the database as this one was. */
  readonly knowsWhoIsSilent: () => boolean;
};

/** Milliseconds after which an activity is forgotten. */
const REMEMBERED_FOR = 24 * 60 * 60 * 1000;
/** After each one the wait grows by a lease: fifteen take most of an hour. */
const MOST_TRIES = 15;

/** What arrived, who answers it, and what went under. */
export function inbox(parts: InboxParts): Inbox {
  const unsaid = new Map<string, Key>();
  return {
    isNew: (place, activityId) => insert(parts, keyOf(place, activityId)),
    receive: (message) => receive(parts, message),
    async close({ place, activityId }) {
      const key = keyOf(place, activityId);
      try {
        await close(parts, key);
      } catch (error) {
        if (!isTrouble(error)) throw error;
        unsaid.set(key.hash, key);
      }
    },
    async closeAgain() {
      for (const key of unsaid.values()) {
        await close(parts, key);
        unsaid.delete(key.hash);
      }
    },
    takeInterrupted: (most) => takeInterrupted(parts, most),
  };
}

type Key = { readonly tenant: TenantId; readonly hash: string };

/** Conversation and id of an activity are as long as the sender likes: a hash of both. */
const keyOf = ({ tenant, conversation }: Place, activityId: string): Key => ({
  tenant,
  hash: createHash('sha256')
    .update(JSON.stringify([conversation, activityId]))
    .digest('base64url'),
});

function receive(parts: InboxParts, message: Received): Promise<boolean> {
  const { person, tenant, account, place, team, locale, activityId } = message;
  // One by one: more may have come along, such as a name.
  const sender: Received = {
    ...{ person, tenant, account, place, activityId },
    ...(team !== undefined && { team }),
    ...(locale !== undefined && { locale }),
  };
  const unanswered = { answered_by: parts.instance, person, sender_json: JSON.stringify(sender) };
  return insert(parts, { ...keyOf(place, activityId), ...unanswered });
}

/** True for the first only. */
async function insert(
  { database, clock }: InboxParts,
  row: Key & Partial<Pick<Insertable<SeenActivitiesTable>, 'answered_by' | 'person' | 'sender_json'>>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database.db
    .insertInto('seen_activities')
    .values({ ...row, seen_at: clock.now() })
    .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function close({ database, instance }: InboxParts, { tenant, hash }: Key): Promise<void> {
  await database.db
    .updateTable('seen_activities')
    .set({ answered_by: null, person: null, sender_json: null })
    .where('tenant', '=', tenant)
    .where('hash', '=', hash)
    // What another bot is answering stays its own.
    .where((or) => or.or([or('answered_by', '=', instance), or('answered_by', 'is', null)]))
    .execute();
}

/** Who takes one has counted a try and put off the next: nothing has to be written down when it fails. */
async function takeInterrupted(parts: InboxParts, most: number): Promise<readonly Interrupted[]> {
  const { database, clock, claims } = parts;
  const now = database.differences.now(clock);
  const rows = await database.db
    .with('interrupted', (db) =>
      interrupted(parts, db)
        .where('tell_at', '<=', now)
        .orderBy('seen_at')
        .limit(most)
        .$if(database.differences.hasRivals, (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('seen_activities')
    .set({
      answered_by: null,
      tries: sql<number>`tries + 1`,
      tell_at: sql<Instant>`${now} + ${claims.lease} * (tries + 1)`,
    })
    .where((eb) =>
      eb(
        eb.refTuple('tenant', 'hash'),
        'in',
        eb.selectFrom('interrupted').select(['tenant', 'hash']).$asTuple('tenant', 'hash'),
      ),
    )
    .returning(['sender_json', 'tries'])
    .execute();
  return rows.map(({ sender_json, tries }) => ({
    // Written in `receive`; what was closed is not among them.
    ...(JSON.parse(sender_json ?? '') as Received),
    isLastTry: tries >= MOST_TRIES,
  }));
}

/** What nobody answers: taken from a bot that is gone, or with one that is. */
function interrupted({ database, clock, instance, knowsWhoIsSilent }: InboxParts, db: QueryCreator<Tables>) {
  const now = database.differences.now(clock);
  const present = db
    .selectFrom('instances')
    .select('id')
    // One that is dead has no row.
    .$if(knowsWhoIsSilent(), (living) => living.where('alive_until', '>', now));
  return db
    .selectFrom('seen_activities')
    .select(['tenant', 'hash'])
    .where('sender_json', 'is not', null)
    .where((or) =>
      or.or([
        or('answered_by', 'is', null),
        or.and([or('answered_by', '!=', instance), or('answered_by', 'not in', present)]),
      ]),
    );
}

export async function sweepInbox(db: Db, at: Instant): Promise<void> {
  await db
    .deleteFrom('seen_activities')
    .where('seen_at', '<=', at - REMEMBERED_FOR)
    .execute();
}
