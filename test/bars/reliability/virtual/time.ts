import timersPromises from 'node:timers/promises';

// Time that passes only when a proof says so: half an hour of waiting takes a moment. For one process as a whole.

type Timer = { at: number; readonly every: number | undefined; readonly call: () => void };
type Handle = { readonly id: number; ref(): Handle; unref(): Handle };

const MORNING = Date.UTC(2026, 10, 25, 9);

export class VirtualTime {
  now = MORNING;
  /** Counts what happens, so that "nothing happens any more" can be told without waiting. */
  stirred = 0;
  private readonly timers = new Map<number, Timer>();
  private lastId = 0;

  /** The clock that the bot is given. */
  readonly clock = { now: () => this.now, monotonic: () => this.now - MORNING };

  /** Takes the place of the platform's timers. */
  install(): void {
    const { start, stop } = this;
    Object.assign(globalThis, {
      setTimeout: (call: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) =>
        start(() => {
          call(...given);
        }, ms ?? 0),
      setInterval: (call: () => void, ms: number) => start(call, ms, ms),
      clearTimeout: stop,
      clearInterval: stop,
    });
    Object.assign(timersPromises, {
      setTimeout: <T>(ms: number, value: T) =>
        new Promise<T>((resolve) => {
          start(() => {
            resolve(value);
          }, ms);
        }),
    });
    AbortSignal.timeout = (ms) => {
      const controller = new AbortController();
      start(() => {
        controller.abort(new DOMException('The operation timed out', 'TimeoutError'));
      }, ms);
      return controller.signal;
    };
  }

  /** What was started from here on by `work`, so that it can be stopped when its owner dies. */
  async startedBy(work: () => Promise<unknown>): Promise<readonly number[]> {
    const before = this.lastId;
    await work();
    return [...this.timers].filter(([id, { every }]) => id > before && every !== undefined).map(([id]) => id);
  }

  forget(ids: readonly number[]): void {
    for (const id of ids) this.timers.delete(id);
  }

  /** Lets so many milliseconds pass, or fewer when `enough` says so. */
  async pass(milliseconds: number, enough: () => boolean = () => false): Promise<void> {
    const until = this.now + milliseconds;
    await this.quiet();
    while (!enough()) {
      const [id, next] = this.nextTimer();
      if (id === undefined || !next || next.at > until) break;
      this.now = Math.max(this.now, next.at);
      if (next.every === undefined) this.timers.delete(id);
      else next.at += next.every;
      next.call();
      await this.quiet();
    }
    if (!enough()) this.now = Math.max(this.now, until);
  }

  /** Waits until everything that can go on without time passing has gone on. */
  async quiet(): Promise<void> {
    for (let still = 0, seen = this.stirred; still < 4; still += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.stirred !== seen) {
        still = -1;
        seen = this.stirred;
      }
    }
  }

  private nextTimer(): [number | undefined, Timer | undefined] {
    let first: [number | undefined, Timer | undefined] = [undefined, undefined];
    for (const [id, timer] of this.timers) if (!first[1] || timer.at < first[1].at) first = [id, timer];
    return first;
  }

  private readonly start = (call: () => void, milliseconds: number, every?: number): Handle => {
    const id = (this.lastId += 1);
    this.timers.set(id, { at: this.now + Math.ceil(Math.max(0, milliseconds)), every, call });
    const handle: Handle = { id, ref: () => handle, unref: () => handle };
    return handle;
  };

  private readonly stop = (handle: Handle | undefined): void => {
    if (handle) this.timers.delete(handle.id);
  };
}
