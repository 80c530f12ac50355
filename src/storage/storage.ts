import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Config } from '../config';
import { ordinaryCardTimes, type Cards, type CardTimes } from '../desk/cards';
import type {
  Buckets,
  Clock,
  Memory,
  People,
  RequestStore,
  SeenActivities,
  Tickets,
  Vault,
} from '../desk/ports';
import type { Limits } from '../request/help-request';
import type { Instant } from '../request/ids';
import { auditTrail } from './audit-trail';
import { backlog, type Backlog } from './backlog';
import { buckets, sweepBuckets } from './buckets';
import { cardStore } from './cards';
import { openDatabase } from './database/database';
import type { Db } from './database/tables';
import { memory, sweepMemories } from './memory';
import { people } from './people';
import { requestStore } from './request-store';
import { sealUnder } from './seal';
import { seenActivities, sweepSeenActivities } from './seen-activities';
import { sweepTickets, tickets } from './tickets';
import { sweepSecrets, vault } from './vault';

export { DatabaseInUse } from './database/sqlite';
export { dataKeyFrom } from './seal';

/** Everything the bot keeps. Each method throws {@link Unreachable} when the database gives no answer. */
export type Storage = {
  readonly requests: RequestStore;
  readonly cards: Cards;
  readonly vault: Vault;
  readonly tickets: Tickets;
  readonly people: People;
  readonly memory: Memory;
  readonly seenActivities: SeenActivities;
  readonly buckets: Buckets;
  /** Whether the database answers, within a second. Never throws. */
  isReady(): Promise<boolean>;
  /** What lies before the bot, for the operator's figures; cheap however old the database is. */
  backlog(at: Instant): Promise<Backlog>;
  /** Deletes what is no longer needed. Harmless at any time and on several instances at once. */
  sweep(at: Instant): Promise<void>;
  close(): Promise<void>;
};

/** Milliseconds. */
const READY_WITHIN = 1000;

export type StorageOptions = {
  readonly database: Config['database'];
  /** 32 bytes, from {@link dataKeyFrom}. */
  readonly dataKey: Buffer;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly cardTimes?: CardTimes;
};

/**
 * Opens the database, bringing its schema up to date.
 * @throws {DatabaseInUse} when another bot works on the same SQLite file. @throws {Unreachable}
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { database, dataKey, limits, clock } = options;
  const seal = sealUnder(dataKey);
  const opened = await openDatabase(database);
  const { db } = opened;
  const instance = randomUUID();
  return {
    requests: requestStore({ database: opened, limits, clock, trail: auditTrail(dataKey) }),
    cards: cardStore({ database: opened, clock, times: options.cardTimes ?? ordinaryCardTimes, instance }),
    vault: vault(db, seal, clock),
    tickets: tickets(db, seal, clock),
    people: people(db),
    memory: memory(db, seal, clock),
    seenActivities: seenActivities(db, clock),
    buckets: buckets(opened, clock),
    isReady: () => Promise.race([answers(db), wait(READY_WITHIN, false, { ref: false })]),
    backlog: (at) => backlog(db, at),
    sweep: async (at) => {
      await sweepSecrets(db, at);
      await sweepTickets(db, at);
      await sweepMemories(db, at);
      await sweepSeenActivities(db, at);
      await sweepBuckets(opened, clock);
    },
    close: () => opened.close(),
  };
}

async function answers(db: Db): Promise<boolean> {
  try {
    await sql`select count(*) from counters`.execute(db);
    return true;
  } catch {
    return false; // whatever the reason: not ready
  }
}
