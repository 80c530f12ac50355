import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';

// The bot as a process of its own: what it leaves behind when it is asked to stop, and when it is not asked.

let sandbox: Sandbox;
const bots = new Set<ChildProcess>();

beforeEach(async () => {
  sandbox = await startSandbox({ speed: 20, patienceMs: 15_000 });
});
afterEach(async () => {
  for (const bot of bots) bot.kill('SIGKILL');
  bots.clear();
  await sandbox.stop();
});

async function start(): Promise<ChildProcess> {
  const root = join(__dirname, '..', '..');
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const bot = spawn(process.execPath, ['--import', tsx, join(root, 'src', 'main.ts')], {
    // A folder without an .env file.
    ...{ cwd: sandbox.folder, stdio: ['ignore', 'ignore', 'inherit'] },
    env: { ...process.env, ...sandbox.environment() },
  });
  bots.add(bot);
  while (!(await isHealthy()) && bot.exitCode === null) await moment();
  return bot;
}

async function ended(bot: ChildProcess) {
  const [code, signal] = (await once(bot, 'exit')) as [number | null, string | null];
  bots.delete(bot);
  return code ?? signal;
}

const posts = () => sandbox.wire.find('graph', /^POST .*\/requestRemoteAssistance$/u);

async function pressRequest() {
  const tom = sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  await tom.press('request-assistance');
  return tom;
}

/** Waits for something that happens behind an answer. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await moment();
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 20));

const isHealthy = () =>
  fetch(`${sandbox.addresses.bot}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

test('asked to stop in the middle of the POST, the bot writes its answer down and goes', async () => {
  const bot = await start();
  sandbox.tenant.device('LAPTOP-7F3K').behave({ answerAfter: 20, linkAfter: 40 });
  const tom = await pressRequest();
  await tom.card(/asking Intune|being asked/i);
  bot.kill('SIGTERM');
  expect(await ended(bot)).toBe(0);
  await start();
  await tom.card(/session is ready/i);
  expect(posts()).toHaveLength(1);
});

test('asked to stop in the middle of a POST that was put off, it writes that answer down as well', async () => {
  const bot = await start();
  const device = sandbox.tenant.device('LAPTOP-7F3K');
  device.behave({ answer: 'throttled', times: 1, retryAfter: '1', answerAfter: 20, linkAfter: 400 });
  const tom = await pressRequest();
  await until(() => device.accepted.length > 0);
  bot.kill('SIGTERM');
  expect(await ended(bot)).toBe(0);
  await tom.card(/accepted the request/i);
  expect(posts()).toHaveLength(2);
});

test('asked twice it goes at once, and its successor finds out what became of the POST', async () => {
  const bot = await start();
  sandbox.tenant.device('LAPTOP-7F3K').behave({ answer: 'hang', acceptsAnyway: true, linkAfter: 40 });
  const tom = await pressRequest();
  await until(() => sandbox.tenant.device('LAPTOP-7F3K').accepted.length > 0);
  bot.kill('SIGTERM');
  while (await isHealthy()) await moment();
  bot.kill('SIGINT');
  expect(await ended(bot)).toBe(1);
  await start();
  await tom.card(/session is ready/i);
  expect(posts()).toHaveLength(1);
});

test('killed between an acknowledged message and its answer, its successor tells the person, once', async () => {
  const bot = await start();
  const tom = sandbox.openChat('tom');
  sandbox.connector.misbehave({ when: /^POST .*activities$/u, as: 'hang' });
  await tom.say('help me with device LAPTOP-7F3K');
  await until(() => sandbox.wire.find('connector', /^POST .*activities$/u).length > 0);
  bot.kill('SIGKILL');
  await ended(bot);
  await start();
  await tom.text(/I was interrupted/u);
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  expect(tom.texts().filter((text) => /interrupted/u.test(text))).toHaveLength(1);
});

test('killed before anything was sent, its successor says at once that nothing was', async () => {
  const bot = await start();
  const tom = sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  sandbox.tenant.device('LAPTOP-7F3K').behave({ read: 'hang' });
  await tom.press('request-assistance');
  bot.kill('SIGKILL');
  await ended(bot);
  await start();
  await tom.card(/could not be requested/i);
  expect(posts()).toEqual([]);
});
