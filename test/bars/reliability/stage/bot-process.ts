import { startBot, type Intervals } from '../../../../src/bot';
import { readConfig } from '../../../../src/config';

// The bot as a process of its own that has loaded everything and waits for "go". It is stopped as main.ts is.

/** What a waiting process is told. */
export type Go = {
  readonly environment: Readonly<Record<string, string>>;
  readonly intervals: Intervals;
  /** Milliseconds by which this machine's clock is wrong. */
  readonly skew: number;
};

/** What it says: that it listens, or why it does not. */
export type Said = { readonly port: number } | { readonly failed: string } | { readonly loaded: true };

const say = (what: Said) => process.send?.(what);

process.once('message', ({ environment, intervals, skew }: Go) => {
  const clock = { now: () => Date.now() + skew, monotonic: () => performance.now() };
  startBot(readConfig(environment), intervals, clock).then(
    (bot) => {
      process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
      say({ port: bot.port });
    },
    (error: unknown) => {
      say({ failed: String(error) });
      process.exit(1);
    },
  );
});
// Nobody is left to be asked by: a proof that was broken off leaves no bot behind.
process.once('disconnect', () => process.exit(1));
say({ loaded: true });
