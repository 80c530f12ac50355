import { sql } from 'kysely';
import type { Status } from '../request/help-request';
import type { Instant } from '../request/ids';
import type { Db } from './database/tables';

/** What lies before the bot now. Holds numbers and times, of nobody in particular. */
export type Backlog = {
  /** Open requests by state, states without any included. */
  readonly open: Readonly<Record<OpenStatus, number>>;
  /** How many requests were ever opened, without what end users raised. */
  readonly opened: number;
  /** Since when the request is due that has been due for longest. */
  readonly dueSince?: Instant;
  /** Since when the state is true that has been missing on its card for longest. */
  readonly unshownSince?: Instant;
  /** Cards that Teams will not take any more: their people see nothing newer. */
  readonly undeliverable: number;
  /** Requests that the timer leaves alone, since our own code failed on them again and again. */
  readonly quarantined: number;
};

export type OpenStatus = Exclude<Status, 'refused' | 'failed' | 'closed'>;

const none: Record<OpenStatus, number> = {
  draft: 0,
  confirmed: 0,
  sending: 0,
  requested: 0,
  unknown: 0,
  'no-link': 0,
  'needs-human': 0,
  ready: 0,
};

/** Reads only what partial indexes hold, however many requests are over. @throws {Unreachable} */
export async function backlog(db: Db, at: Instant): Promise<Backlog> {
  const [states, { opened }, dueSince, unshownSince, undeliverable, quarantined] = await Promise.all([
    openByState(db),
    db
      .selectFrom('counters')
      .select(({ fn }) => fn.sum<number | string | null>(sql`last_request - cases`).as('opened'))
      .executeTakeFirstOrThrow(),
    oldestDue(db, at),
    oldestUnshown(db),
    undeliverableCards(db),
    quarantinedRequests(db),
  ]);
  return {
    open: { ...none, ...Object.fromEntries(states) },
    undeliverable,
    quarantined,
    opened: Number(opened), // PostgreSQL sums whole numbers up to one of another type: text; none to null
    ...(dueSince !== null && { dueSince }),
    ...(unshownSince !== null && { unshownSince }),
  };
}

/** Every open request is due at some time, and none that is over: `dueAt` says so. */
async function openByState(db: Db): Promise<readonly (readonly [string, number])[]> {
  const rows = await db
    .selectFrom('requests')
    .select(({ fn }) => ['status', fn.countAll<number>().as('many')])
    .where('due_at', 'is not', null)
    .groupBy('status')
    .execute();
  return rows.map(({ status, many }) => [status, many]);
}

async function oldestDue(db: Db, at: Instant): Promise<Instant | null> {
  const due = db.selectFrom('requests').where('due_at', '<=', at);
  const { oldest } = await due
    .select(({ fn }) => fn.min<Instant | null>('due_at').as('oldest'))
    .executeTakeFirstOrThrow();
  return oldest;
}

/** Cards that Teams will not take any more are nobody's work. */
async function oldestUnshown(db: Db): Promise<Instant | null> {
  const { oldest } = await db
    .selectFrom('cards')
    .whereRef('shown', '<', 'wanted')
    .where('undeliverable_since', 'is', null)
    .select(({ fn }) => fn.min<Instant | null>('behind_since').as('oldest'))
    .executeTakeFirstOrThrow();
  return oldest;
}

async function quarantinedRequests(db: Db): Promise<number> {
  const { many } = await db
    .selectFrom('requests')
    .where('quarantined_since', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow();
  return many;
}

async function undeliverableCards(db: Db): Promise<number> {
  const { many } = await db
    .selectFrom('cards')
    .where('undeliverable_since', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow();
  return many;
}
