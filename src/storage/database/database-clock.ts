import type { Clock } from '../../desk/ports';
import type { Instant } from '../../request/ids';

/** The one clock of all who work on a database. */
export interface SharedClock extends Clock {
  /** The database said that it was `at`, to a question asked when the monotonic clock showed `asked`. */
  heard(at: Instant, asked: number): void;
}

/**
 * The database's clock, read between its answers: from one to the next this process counts on, on the clock that
 * nobody can set. The answer counts from the question on, so this clock never runs behind the database's: a lease
 * made with it is never too short, and what the database calls due is due here as well.
 */
export function databaseClock({ monotonic }: Pick<Clock, 'monotonic'>): SharedClock {
  let ahead: number | undefined;
  return {
    now: () => {
      if (ahead === undefined) throw new Error('The database was not asked for the time yet');
      return Math.ceil(ahead + monotonic());
    },
    monotonic,
    heard: (at, asked) => {
      ahead = at - asked;
    },
  };
}

/** A file has one bot: its clock counts, and nobody else's. */
export const ownClock = (clock: Clock): SharedClock => ({
  now: () => clock.now(),
  monotonic: () => clock.monotonic(),
  heard: () => undefined,
});
