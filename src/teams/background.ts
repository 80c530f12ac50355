import { describeError, type Log } from '../log';

/** Asks of one person that may wait at the same time; beyond that nobody types, a machine does. */
const MOST_WAITING = 20;

/** What goes on after Teams got its answer. Knows all of it, so that a stop can wait for it. */
export class Background {
  readonly #underWay = new Set<Promise<void>>();
  readonly #lines = new Map<string, { last: Promise<void>; waiting: number; isFull: boolean }>();

  constructor(private readonly log: Log) {}

  /** Starts work that handles its own troubles; what it does not handle is a bug, logged here. */
  start(work: () => Promise<void>): Promise<void> {
    const running = work()
      .catch((error: unknown) => {
        this.log.error('background work failed', describeError(error));
      })
      .finally(() => this.#underWay.delete(running));
    this.#underWay.add(running);
    return running;
  }

  /**
   * The same, but one after the other for one person. Where too many wait already, this one is dropped; the first time
   * since nothing waited, the person should hear of it.
   */
  startInOrder(person: string, work: () => Promise<void>): 'started' | 'first-dropped' | 'dropped' {
    const line = this.#lines.get(person) ?? { last: Promise.resolve(), waiting: 0, isFull: false };
    if (line.waiting >= MOST_WAITING) {
      const wasFull = line.isFull;
      line.isFull = true;
      return wasFull ? 'dropped' : 'first-dropped';
    }
    line.waiting += 1;
    const before = line.last;
    line.last = this.start(async () => {
      await before;
      try {
        await work();
      } finally {
        line.waiting -= 1;
        if (line.waiting === 0) this.#lines.delete(person);
      }
    });
    this.#lines.set(person, line);
    return 'started';
  }

  /** Waits for everything under way, also for what that starts; false when it took longer than that. */
  async drain(milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const timeUp = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, milliseconds, false);
    });
    const drained = await Promise.race([this.#everything(), timeUp]);
    clearTimeout(timer);
    return drained;
  }

  async #everything(): Promise<true> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    return true;
  }
}
