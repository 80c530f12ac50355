import { startBot, type Bot } from '../../src/bot';
import { readConfig } from '../../src/config';
import type { Clock } from '../../src/desk/ports';
import { findFreePort } from '../../src/sandbox/http';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { ordinaryClaimTimes } from '../../src/storage/storage';
import type { Fresh } from '../storage/open-for-test';
import { freshPostgres } from '../storage/postgres-for-test';
import { silenceable } from '../storage/silenceable';
import { quickIntervals } from './play';

// Two bots on one PostgreSQL, and Teams that talks to either of them.

const intervals = { ...quickIntervals, claims: { ...ordinaryClaimTimes, instanceLease: 2_000 } };

type Placed = { readonly bot: Bot; readonly url: string };

let fresh: Fresh & { readonly url: string };
let sandbox: Sandbox;
let bots: Placed[];

beforeEach(async () => {
  fresh = await freshPostgres();
  sandbox = await startSandbox({ speed: 20, patienceMs: 20_000 });
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map(({ bot }) => bot.stop()));
  await sandbox.stop();
  await fresh.remove();
});

async function start(clock?: Clock, databaseUrl = fresh.url): Promise<Placed> {
  const port = await findFreePort();
  const environment = sandbox.environment({
    ...{ LOG_LEVEL: 'silent', DATABASE_URL: databaseUrl, PORT: String(port) },
  });
  const bot = await startBot(readConfig(environment), intervals, clock);
  const placed = { bot, url: `http://127.0.0.1:${port}` };
  bots.push(placed);
  return placed;
}

const talkTo = ({ url }: Placed) => {
  sandbox.botIsAt(url);
};
const posts = () => sandbox.wire.find('graph', /^POST .*\/requestRemoteAssistance$/u);
const moment = () => new Promise((resolve) => setTimeout(resolve, 20));
const skewed = (milliseconds: number): Clock => ({
  now: () => Date.now() + milliseconds,
  monotonic: () => performance.now(),
});

test('the bot that was asked stops: the other one brings the link, on the same card', async () => {
  const [one, other] = [await start(), await start()];
  talkTo(one);
  const tom = sandbox.openChat('tom');
  sandbox.tenant.device('LAPTOP-7F3K').behave({ linkAfter: 40 });
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.press('request-assistance');
  const waiting = await tom.card(/waiting for the session link/i);
  await one.bot.stop();
  talkTo(other);
  const ready = await tom.card(/session is ready/i);
  expect(ready.messageId).toBe(waiting.messageId);
  expect(posts()).toHaveLength(1);
});

test('a bot that acknowledged a message goes silent: the other one tells the person', async () => {
  const way = await silenceable(fresh.url);
  const [silent] = [await start(undefined, way.url), await start()];
  talkTo(silent);
  const tom = sandbox.openChat('tom');
  sandbox.connector.misbehave({ when: /^POST .*activities$/u, as: 'hang' });
  await tom.say('help me with device LAPTOP-7F3K');
  while (sandbox.wire.find('connector', /^POST .*activities$/u).length === 0) await moment();
  way.fallSilent();
  await tom.text(/I was interrupted/u);
  way.speakAgain();
  await silent.bot.stop();
  way.stop();
  expect(tom.texts().filter((text) => /interrupted/u.test(text))).toHaveLength(1);
});

test('a press that reaches the other bot signs in there, and leads to one call', async () => {
  const [one, other] = [await start(), await start()];
  talkTo(one);
  const tom = sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  const first = await tom.card(/Request remote assistance/);
  talkTo(other);
  await tom.press('request-assistance');
  await tom.card((card) => card.messageId !== first.messageId && /Request remote assistance/.test(card.text));
  await tom.press('request-assistance');
  await tom.card(/session is ready/i);
  expect(posts()).toHaveLength(1);
});

describe('who signs out at one bot is signed out at the other', () => {
  const exchanges = () => sandbox.wire.find('login', /oauth2\/v2\.0\/token/u).filter(({ person }) => person);
  let tom: ReturnType<Sandbox['openChat']>;
  let confirm: Awaited<ReturnType<typeof tom.card>>;

  beforeEach(async () => {
    const [one, other] = [await start(), await start()];
    talkTo(one);
    tom = sandbox.openChat('tom');
    await tom.say('help me with device LAPTOP-7F3K');
    confirm = await tom.card(/Request remote assistance/);
    talkTo(other);
    await tom.say('sign out');
    await tom.text(/signed out/i);
    talkTo(one);
  });

  test('a question there asks to sign in', async () => {
    await tom.say('my devices');
    await tom.card(/no devices/i);
    expect(exchanges()).toHaveLength(2);
  });

  test('a press there asks to sign in and acts on nothing; the next one does', async () => {
    await tom.press('request-assistance');
    const fresh = await tom.card(
      ({ messageId, text }) => messageId !== confirm.messageId && /Request remote assistance/.test(text),
    );
    expect(exchanges()).toHaveLength(2);
    expect(posts()).toEqual([]);
    await tom.press('request-assistance', {}, { on: fresh });
    await tom.card(/session is ready/i);
    expect(posts()).toHaveLength(1);
  });
});

test.each([-10, 10])(
  'a bot whose clock is wrong by %d minutes does no harm beside a right one',
  async (minutes) => {
    const [right, wrong] = [await start(), await start(skewed(minutes * 60_000))];
    for (const [bot, person, device] of [
      [right, 'tom', 'LAPTOP-7F3K'],
      [wrong, 'tina', 'SPARE-11'],
    ] as const) {
      talkTo(bot);
      const chat = sandbox.openChat(person);
      await chat.say(`help me with device ${device}`);
      await chat.card(/Request remote assistance/);
      await chat.press('request-assistance');
      await chat.card(/session is ready/i);
    }
    expect(posts()).toHaveLength(2);
  },
);
