import { startBot, ordinaryIntervals, type Bot, type Intervals } from '../../src/bot';
import { readConfig } from '../../src/config';
import { ordinaryCardTimes } from '../../src/desk/cards';
import type { Clock } from '../../src/desk/ports';
import { ordinaryLimits } from '../../src/request/help-request';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import type { SandboxSettings } from '../../src/sandbox/settings';
import type { Device } from '../../src/sandbox/tenant/device';

/** How many seconds of the sandbox's script pass in a real one. */
const SPEED = 20;

/** The bot's patience, shortened so that a story takes a moment. Proportions stay: lease > send window + POST. */
export const quickIntervals: Intervals = {
  ...ordinaryIntervals,
  tick: 40,
  sendWindow: 1_000,
  graphTimeouts: { read: 1_000, send: 700 },
  loginTimeout: 3_000,
  cardTimes: { ...ordinaryCardTimes, waits: [100, 200, 500] },
  limits: {
    ...ordinaryLimits,
    lease: 2_000,
    looks: [60, 60, 100, 150],
    linkWait: 2_500,
    verify: 1_500,
    resend: [80, 150, 300, 300, 300],
  },
};

export type Play = {
  readonly sandbox: Sandbox;
  device(name: string): Device;
  /** Stops the bot as a signal does, and starts it again on the same database. */
  restart(): Promise<void>;
  /** POSTs that Graph received, whatever it answered. */
  posts(): readonly string[];
  stop(): Promise<void>;
};

/** A sandbox with the real bot in it. */
export async function play(
  settings: SandboxSettings = {},
  intervals: Partial<Intervals> = {},
  clock?: Clock,
): Promise<Play> {
  const sandbox = await startSandbox({ speed: SPEED, patienceMs: 20_000, ...settings });
  const start = (): Promise<Bot> =>
    startBot(
      readConfig(sandbox.environment({ LOG_LEVEL: 'silent' })),
      { ...quickIntervals, ...intervals },
      clock,
    );
  let bot = await start();
  return {
    sandbox,
    device: (name) => sandbox.tenant.device(name),
    async restart() {
      await bot.stop();
      bot = await start();
    },
    posts: () => sandbox.wire.find('graph', /^POST .*\/requestRemoteAssistance$/u).map(({ path }) => path),
    async stop() {
      await bot.stop();
      await sandbox.stop();
    },
  };
}
