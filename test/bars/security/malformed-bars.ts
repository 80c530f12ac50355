import fc from 'fast-check';
import { atMost, type Bar, type Measured } from '../bar';
import { onStage, type Stage } from './stage';
import { malformedRequests } from './malformed-requests';
import { sendRaw } from './raw-http';

// A hundred thousand requests that nobody should send, to the bot as an operator starts it.

const SEED = 20261125;
const COUNT = 100_000;
const AT_ONCE = 24;
/** Until caches and the just-in-time compiler have what they want to have. */
const WARM_UP = 3_000;
const BATCH = 1_000;
const MEGABYTE = 1024 * 1024;

type Outcome = {
  readonly tooHigh: readonly string[];
  readonly ended: boolean;
  readonly megabytes: number;
  readonly held: number;
  readonly seconds: number;
};

async function flood(): Promise<Outcome> {
  return onStage(async (stage) => {
    const tooHigh: string[] = [];
    await sendMany(stage, WARM_UP, SEED - 1, tooHigh);
    const before = await stage.bot.vitals('start-again');
    const from = performance.now();
    await sendMany(stage, COUNT, SEED, tooHigh);
    const seconds = (performance.now() - from) / 1000;
    const ended = stage.bot.ended() !== undefined;
    const after = ended ? before : await stage.bot.vitals('go-on');
    return {
      tooHigh,
      ended,
      seconds,
      held: after.held,
      megabytes: (after.memory - before.memory) / MEGABYTE,
    };
  });
}

async function sendMany(stage: Stage, count: number, seed: number, tooHigh: string[]): Promise<void> {
  const { bot, world, token, invoke } = stage;
  const requests = malformedRequests(world, token, [
    world.activity(),
    invoke('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb: 'confirm', data: { ticket: 'none' } },
    }),
    invoke('signin/tokenExchange', { id: 'none', connectionName: 'c', token: 'a.b.c' }),
    invoke('signin/verifyState', { state: 'none' }),
    invoke('signin/failure', { code: 'none' }),
  ]);
  for (let sent = 0; sent < count && bot.ended() === undefined; sent += BATCH) {
    const batch = fc.sample(requests, { numRuns: Math.min(BATCH, count - sent), seed: seed + sent });
    const next = batch.values();
    const send = async () => {
      for (const bytes of next) {
        const { status } = await sendRaw(bot.port, bytes);
        if (status >= 500) tooHigh.push(`${status} to ${bytes.toString('latin1').slice(0, 2_000)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, send));
  }
}

let played: Promise<Outcome> | undefined;
const outcome = () => (played ??= flood());

const line = (what: string, limit: string, read: (outcome: Outcome) => Measured): Bar => ({
  name: `${COUNT} malformed requests (seed ${SEED}): ${what}`,
  limit,
  measure: async () => read(await outcome()),
});

export const malformedBars: readonly Bar[] = [
  line('answers of 500 and above', '0', ({ tooHigh }) => {
    for (const one of tooHigh.slice(0, 5)) console.log(`  ${JSON.stringify(one)}`);
    return atMost(tooHigh.length, 0);
  }),
  line('crashes', '0', ({ ended }) => atMost(ended ? 1 : 0, 0)),
  line('memory', '<= +50 MB', ({ megabytes }) => atMost(megabytes, 50, ' MB')),
  line('event loop held at most', '<= 200 ms', ({ held }) => atMost(held, 200, ' ms')),
  line('time', '<= 60 s', ({ seconds }) => atMost(seconds, 60, ' s')),
];
