import { sql } from 'kysely';
import type { Instant } from '../request/ids';
import { cardsInOrder } from './cards';
import type { SharedClock } from './database/database-clock';
import type { Database } from './database/tables';

/** One bot process. `name` outlives it: whoever starts under the same name is its successor. */
export type Instance = { readonly id: string; readonly name: string };

export type InstanceParts = {
  readonly database: Database;
  readonly clock: SharedClock;
  readonly instance: Instance;
  /** Milliseconds after its last sign of life when an instance counts as silent. */
  readonly lease: number;
};

/** Who is at work on this database. What a dead one held is free at once, what a silent one held when its lease is over. */
export function instances(parts: InstanceParts) {
  let lastSign = -Infinity;
  let watchesSince = Infinity;
  const isGap = (until: number) => until - lastSign > parts.lease / 2;
  const beat = async () => {
    const at = parts.clock.monotonic();
    await signOfLife(parts);
    if (isGap(at)) watchesSince = at;
    lastSign = at;
  };
  return {
    /** Takes the place of an earlier process of this name; on a file, of whoever was there: the lock proves them dead. */
    enter: async (): Promise<void> => {
      const { database, instance } = parts;
      const old = database.db.deleteFrom('instances').returning('id');
      const dead = await (
        database.differences.hasRivals ? old.where('name', '=', instance.name) : old
      ).execute();
      for (const { id } of dead) await handBack(database, id);
      await beat();
    },
    beat,
    /**
     * Whether others who show no sign of life are silent by themselves. After a time in which this one could not show any
     * either, they get a lease to do so.
     */
    knowsWhoIsSilent: (): boolean => {
      const now = parts.clock.monotonic();
      return !isGap(now) && now - watchesSince > parts.lease;
    },
    /** Nothing of this process is under way any more: others may go on. */
    leave: async (): Promise<void> => {
      const { database, instance } = parts;
      await database.db.deleteFrom('instances').where('id', '=', instance.id).execute();
      await handBack(database, instance.id);
    },
    /** Long after the last lease of theirs ran out. */
    sweep: async (): Promise<void> => {
      const { database, clock } = parts;
      const longAgo = sql<Instant>`${database.differences.now(clock)} - ${KEPT_FOR}`;
      await database.db.deleteFrom('instances').where('alive_until', '<=', longAgo).execute();
    },
  };
}

const KEPT_FOR = 60 * 60 * 1000;

async function signOfLife({ database, clock, instance, lease }: InstanceParts): Promise<void> {
  const { db, differences } = database;
  const asked = clock.monotonic();
  const now = differences.now(clock);
  // On a file nobody else could find out that it is dead. Not the same time twice: of a row that stays as it is SQLite
  // writes nothing, and a full disk would not be noticed.
  const alive_until = sql<Instant>`${now} + ${differences.hasRivals ? lease : AS_GOOD_AS_FOR_EVER}`;
  const { read_at } = await db
    .insertInto('instances')
    .values({ ...instance, alive_until })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ alive_until }))
    .returning(now.as('read_at'))
    .executeTakeFirstOrThrow();
  clock.heard(read_at, asked);
}

/** A thousand years. */
const AS_GOOD_AS_FOR_EVER = 1000 * 365 * 24 * 60 * 60 * 1000;

async function handBack({ db, differences }: Database, instance: string): Promise<void> {
  const nobody = { claimed_by: null, claimed_until: null };
  await db.updateTable('requests').set(nobody).where('claimed_by', '=', instance).execute();
  const held = cardsInOrder(db, differences).where('claimed_by', '=', instance);
  await db.updateTable('cards').set(nobody).where('id', 'in', held).execute();
}
