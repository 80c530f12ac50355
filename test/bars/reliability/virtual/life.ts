import type { VirtualTime } from './time';

/** Where an instance of the bot is to end: at its n-th step, with the step's effect or without it. */
export type Crash = { readonly step: number; readonly effect: 'before' | 'after' };

/** A step as it went. A question that found nothing changed nothing. */
export type Step = { readonly name: string; foundNothing: boolean };

/** A promise on which whoever waits, waits for ever. */
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/**
 * One instance of the bot from start to crash. Every step that leaves it (database, Graph, Teams) goes through here,
 * and any of them can be its last: from then on nothing that it began comes back, and nothing it does has an effect.
 */
export class Life {
  isOver = false;
  steps = 0;
  readonly journal: Step[] = [];
  private crash: Crash | undefined;

  constructor(private readonly time: VirtualTime) {}

  /** Counts from here on, and ends there. */
  arm(crash: Crash | undefined): void {
    this.steps = 0;
    this.journal.length = 0;
    this.crash = crash;
  }

  end(): void {
    this.isOver = true;
  }

  /** Asked again after each wait: it may have ended meanwhile. */
  private hasEnded(): boolean {
    return this.isOver;
  }

  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.time.stirred += 1;
    if (this.hasEnded()) return never();
    this.steps += 1;
    const step: Step = { name, foundNothing: false };
    this.journal.push(step);
    const isLast = this.crash?.step === this.steps;
    if (isLast && this.crash?.effect === 'before') this.end();
    if (this.hasEnded()) return never();
    try {
      const result = await work();
      step.foundNothing = Array.isArray(result) && result.length === 0;
      if (isLast) this.end();
      return this.hasEnded() ? await never<T>() : result;
    } catch (error) {
      if (isLast) this.end();
      if (this.hasEnded()) return await never();
      throw error;
    } finally {
      this.time.stirred += 1;
    }
  }

  /** The same port, or object of ports; each call is a step of this life. */
  mortal<T extends object>(port: T, name: string): T {
    return new Proxy(port, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        const own = `${name}.${String(key)}`;
        if (key === 'clock') return value; // answers at once: no step
        if (typeof value === 'object' && value !== null) return this.mortal(value, own);
        if (typeof value !== 'function') return value;
        // The cast: all ports of the bot answer with promises.
        return (...given: unknown[]) =>
          this.step(own, () => Reflect.apply(value, target, given) as Promise<unknown>);
      },
    });
  }
}
