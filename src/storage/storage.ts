import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../config';
import type { Acts } from '../desk/acts';
import { ordinaryCardTimes, type Cards, type CardTimes } from '../desk/cards';
import type { CaseStore, Colleagues, HelpChannels, Places } from '../desk/case/ports';
import type {
  Buckets,
  Clock,
  Inbox,
  Memory,
  Pauses,
  People,
  RequestStore,
  Tickets,
  Vault,
} from '../desk/ports';
import { isTrouble } from '../desk/troubles';
import { ordinaryCaseLimits, type CaseLimits } from '../request/case/case';
import type { Limits } from '../request/help-request';
import type { Instant } from '../request/ids';
import { actsInTrail } from './acts';
import { auditTrail } from './audit-trail';
import { backlog, type Backlog } from './backlog';
import { buckets, sweepBuckets } from './buckets';
import { cardStore } from './cards';
import { caseStore } from './case-store';
import { openDatabase } from './database/database';
import { databaseClock, ownClock } from './database/database-clock';
import { ensureNotNewer } from './database/migrate';
import type { Database } from './database/tables';
import { ordinaryClaimTimes, type ClaimTimes } from './due-requests';
import { helpChannels } from './help-channels';
import { inbox, sweepInbox } from './inbox';
import { instances } from './instances';
import { memory, sweepMemories } from './memory';
import { pauses } from './pauses';
import { colleagues, people } from './people';
import { places } from './places';
import { requestStore } from './request-store';
import { sealUnder } from './seal';
import { sweepTickets, tickets } from './tickets';
import { sweepSecrets, vault } from './vault';

export { DatabaseInUse } from './database/sqlite';
export { ordinaryClaimTimes, type ClaimTimes } from './due-requests';
export { dataKeyFrom } from './seal';

/** Everything the bot keeps. Each method throws {@link Unreachable} when the database gives no answer. */
export type Storage = {
  readonly requests: RequestStore;
  readonly acts: Acts;
  readonly cards: Cards;
  readonly vault: Vault;
  readonly tickets: Tickets;
  readonly cases: CaseStore;
  readonly helpChannels: HelpChannels;
  readonly colleagues: Colleagues;
  readonly places: Places;
  readonly people: People;
  readonly memory: Memory;
  readonly inbox: Inbox;
  readonly buckets: Buckets;
  readonly pauses: Pauses;
  /** The time that counts: the database's own where several bots share it. */
  readonly clock: Clock;
  /** Shows the others that this bot is alive; due well within the lease of an instance. */
  signOfLife(): Promise<void>;
  /** Whether the database is of this version and takes what is written, within a second. Never throws. */
  isReady(): Promise<boolean>;
  /** What lies before the bot, for the operator's figures; cheap however old the database is. */
  backlog(at: Instant): Promise<Backlog>;
  /** Deletes what is no longer needed. Harmless at any time and on several instances at once. */
  sweep(at: Instant): Promise<void>;
  /** Hands back what this bot held, and closes. */
  close(): Promise<void>;
};

/** Milliseconds. */
const READY_WITHIN = 1000;

export type StorageOptions = {
  readonly database: Config['database'];
  /** 32 bytes, from {@link dataKeyFrom}. */
  readonly dataKey: Buffer;
  readonly limits: Limits;
  readonly caseLimits?: CaseLimits;
  /** Of this process; on PostgreSQL only its monotonic side counts. */
  readonly clock: Clock;
  readonly cardTimes?: CardTimes;
  readonly claims?: ClaimTimes;
  /** The same for whoever takes this bot's place after a crash; without one, nobody does. */
  readonly instanceName?: string;
};

/**
 * Opens the database, bringing its schema up to date.
 * @throws {DatabaseInUse} when another bot works on the same SQLite file. @throws {NewerDatabase} @throws {Unreachable}
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const opened = await openDatabase(options.database);
  try {
    return await storageOver(opened, options);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function storageOver(database: Database, options: StorageOptions): Promise<Storage> {
  const { limits, cardTimes = ordinaryCardTimes, claims = ordinaryClaimTimes } = options;
  const { db } = database;
  const seal = sealUnder(options.dataKey);
  const clock = database.differences.hasRivals ? databaseClock(options.clock) : ownClock(options.clock);
  const id = randomUUID();
  const instance = { id, name: options.instanceName ?? id };
  const own = instances({ database, clock, instance, lease: claims.instanceLease });
  await own.enter();
  const trail = auditTrail(database, options.dataKey);
  const { knowsWhoIsSilent } = own;
  const received = inbox({ database, clock, claims, instance: id, knowsWhoIsSilent });
  return {
    clock,
    requests: requestStore({ database, clock, limits, claims, instance: id, trail }),
    acts: actsInTrail(db, trail, clock),
    cards: cardStore({ database, clock, times: cardTimes, instance: id }),
    cases: caseStore({ database, limits: options.caseLimits ?? ordinaryCaseLimits, clock, trail }),
    helpChannels: helpChannels(db, trail),
    colleagues: colleagues(db),
    places: places(database),
    vault: vault(database, seal, clock),
    tickets: tickets(db, seal, clock),
    people: people(db),
    memory: memory(db, seal, clock),
    inbox: received,
    buckets: buckets(database, clock),
    pauses: pauses(database, clock),
    signOfLife: () => own.beat(),
    isReady: () => {
      const asked = Promise.all([own.beat(), ensureNotNewer(db)]);
      return Promise.race([isAnswered(asked), wait(READY_WITHIN, false, { ref: false })]);
    },
    backlog: (at) => backlog(db, at),
    sweep: async (at) => {
      await sweepSecrets(db, at);
      await sweepTickets(db, at);
      await sweepMemories(db, at);
      await sweepInbox(db, at);
      await sweepBuckets(database, clock);
      await own.sweep();
    },
    close: async () => {
      // What stays unsaid is told of as interrupted: better once too often.
      await received.closeAgain().catch(unlessTrouble);
      // Without an answer the lease runs out instead.
      await own.leave().catch(unlessTrouble);
      await database.close();
    },
  };
}

function unlessTrouble(error: unknown): void {
  if (!isTrouble(error)) throw error;
}

/** A database that is full, or can only be read, answers as well; but nothing could be promised on it. */
async function isAnswered(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch {
    return false; // whatever the reason: not ready
  }
}
