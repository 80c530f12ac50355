import { describeError, type Log } from '../log';

/** Asks of one person that may wait at the same time; beyond that nobody types, a machine does. */
const MOST_WAITING = 20;

/** What goes on after Teams got its answer. Knows all of it, so that a stop can wait for it. */
export class Background {
  readonly #underWay = new Set<Promise<void>>();
  readonly #lines = new Map<string, { last: Promise<void>; waiting: number }>();

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

  /** The same, but one after the other for one person. False: too many wait already, and this one is dropped. */
  startInOrder(person: string, work: () => Promise<void>): boolean {
    const line = this.#lines.get(person) ?? { last: Promise.resolve(), waiting: 0 };
    if (line.waiting >= MOST_WAITING) return false;
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
    return true;
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
