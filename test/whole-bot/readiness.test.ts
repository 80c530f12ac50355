import { startBot, type Bot } from '../../src/bot';
import { readConfig } from '../../src/config';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import type { Fresh } from '../storage/open-for-test';
import { freshPostgres } from '../storage/postgres-for-test';
import { query } from '../storage/as-administrator';
import { silenceable, type Silenceable } from '../storage/silenceable';
import { quickIntervals } from './play';

// What whoever sends people to a bot may know of it before.

let fresh: Fresh & { readonly url: string };
let sandbox: Sandbox;
let bot: Bot;
let database: Silenceable | undefined;

beforeEach(async () => {
  [fresh, sandbox] = await Promise.all([freshPostgres(), startSandbox({ speed: 20 })]);
});
afterEach(async () => {
  await bot.stop();
  await sandbox.stop();
  database?.stop();
});

const start = async (changes: Readonly<Record<string, string>> = {}) => {
  const environment = sandbox.environment({ LOG_LEVEL: 'silent', DATABASE_URL: fresh.url, ...changes });
  bot = await startBot(readConfig(environment), quickIntervals);
};
const posts = () => sandbox.wire.find('graph', /^POST .*\/requestRemoteAssistance$/u);
const status = async (path: string) => (await fetch(`${sandbox.addresses.bot}${path}`)).status;

test('a bot is ready while it has its database, and lives on without it', async () => {
  await start();
  expect(await status('/readyz')).toBe(200);
  await fresh.remove();
  expect(await status('/readyz')).toBe(503);
  expect(await status('/healthz')).toBe(200);
});

test('without the connector’s keys nobody gets in, so the bot is not ready', async () => {
  await start({ BOT_OPENID_METADATA_URL: 'http://127.0.0.1:9/nobody-there' });
  expect(await status('/readyz')).toBe(503);
  await fresh.remove();
});

test('a press while the database is away is answered honestly: nothing was changed', async () => {
  await start();
  const tom = sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  await fresh.remove();
  const { status: answered, card } = await tom.press('request-assistance');
  expect(answered).toBe(200);
  expect(card?.text).toMatch(/Nothing was changed.*database cannot be reached/s);
  expect(posts()).toEqual([]);
});

test('a press while the database says nothing is answered; once it speaks again, a new one goes through', async () => {
  database = await silenceable(fresh.url);
  await start({ DATABASE_URL: database.url });
  const tom = sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  const confirm = await tom.card(/Request remote assistance/);
  // Until it is written that the card arrived: the bot would look after it again after half a minute only.
  while ((await query(fresh.database, 'select id from cards where claimed_by is not null')).length > 0);

  database.fallSilent();
  expect((await tom.press('request-assistance')).status).toBe(200);
  await tom.card(/Nothing was changed.*database cannot be reached/s);
  expect(posts()).toEqual([]);

  database.speakAgain();
  // A press that comes before all connections are back may be told so once more.
  while (posts().length === 0) await tom.press('request-assistance', {}, { on: confirm });
  await tom.card(/session is ready/i);
  expect(posts()).toHaveLength(1);
  await fresh.remove();
});
