/** Real time for everything that carries a date, and a second time for scripts, which tests may run faster or push on. */
export class Clock {
  private readonly started: number;
  private skippedSeconds = 0;

  /** @param speed how many scripted seconds pass in a real one. @param now epoch milliseconds. */
  constructor(
    private readonly speed = 1,
    readonly now: () => number = Date.now,
  ) {
    this.started = now();
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Scripted seconds since the sandbox started. */
  scripted(): number {
    return ((this.now() - this.started) / 1000) * this.speed + this.skippedSeconds;
  }

  /** Lets scripts believe that this many seconds more have passed; dates stay real. */
  skip(seconds: number): void {
    this.skippedSeconds += seconds;
  }

  /** Waits for so many scripted seconds. */
  pause(seconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, (seconds / this.speed) * 1000).unref());
  }
}
