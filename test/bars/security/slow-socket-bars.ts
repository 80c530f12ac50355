import { connect, type Socket } from 'node:net';
import { atMost, type Bar } from '../bar';
import { onStage, type Stage } from './stage';
import { rawRequest, sendRaw } from './raw-http';

// Five hundred clients that never finish what they say, and one that does.

const SLOW = 500;
const ROUNDS = 3;
/** Milliseconds. */
const ROUND = 5_000;
const BETWEEN_GOOD_ONES = 20;
const LONGEST_STAY = 11_000;

/** A client that sends the beginning of a request and then a byte a second, and comes again when it is thrown out. */
function slowClient(port: number, beginning: Buffer, stays: number[]): () => void {
  let socket: Socket | undefined;
  let stopped = false;
  const open = () => {
    const since = performance.now();
    const own = connect(port, '127.0.0.1', () => own.write(beginning));
    const drip = setInterval(() => own.write('x'), 1_000);
    socket = own;
    own.resume();
    own.on('error', () => undefined); // thrown out: that is what the proof waits for
    own.on('close', () => {
      clearInterval(drip);
      if (stopped) return;
      stays.push(performance.now() - since);
      open();
    });
  };
  open();
  return () => {
    stopped = true;
    socket?.destroy();
  };
}

/** Half of them never end their headers, half never their body, under a token that is good. */
function slowClients({ bot, world, token }: Stage, stays: number[]): (() => void)[] {
  const request = rawRequest(
    [
      ['Content-Type', 'application/json'],
      ['Authorization', `Bearer ${token}`],
    ],
    JSON.stringify(world.activity()),
  );
  const endOfHeaders = request.indexOf('\r\n\r\n') + 4;
  return Array.from({ length: SLOW }, (_, n) =>
    slowClient(bot.port, request.subarray(0, n % 2 === 0 ? 60 : endOfHeaders + 10), stays),
  );
}

/** Milliseconds of the slowest good request but for one in a hundred. */
async function goodRequests({ bot, token, invoke }: Stage): Promise<number> {
  const times: number[] = [];
  for (const until = performance.now() + ROUND; performance.now() < until;) {
    const from = performance.now();
    const body = JSON.stringify(invoke('signin/verifyState', { state: 'CancelledByUser' }));
    const headers = [
      ['Content-Type', 'application/json'],
      ['Authorization', `Bearer ${token}`],
    ] as const;
    const { status } = await sendRaw(bot.port, rawRequest(headers, body));
    times.push(status === 200 ? performance.now() - from : Infinity);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_GOOD_ONES));
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Infinity;
}

async function besiege(): Promise<{ readonly p99: number; readonly longest: number }> {
  return onStage(async (stage) => {
    const stays: number[] = [];
    await goodRequests(stage);
    const stops = slowClients(stage, stays);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await goodRequests(stage));
    for (const stop of stops) stop();
    return { p99: Math.min(...rounds), longest: stays.length === 0 ? Infinity : Math.max(...stays) };
  });
}

let played: ReturnType<typeof besiege> | undefined;
const siege = () => (played ??= besiege());

export const slowSocketBars: readonly Bar[] = [
  {
    name: `good requests beside ${SLOW} slow sockets, p99`,
    limit: '<= 300 ms',
    measure: async () => atMost((await siege()).p99, 300, ' ms'),
  },
  {
    name: `a slow socket is thrown out after`,
    limit: '<= 11 s',
    measure: async () => atMost((await siege()).longest, LONGEST_STAY, ' ms'),
  },
];
