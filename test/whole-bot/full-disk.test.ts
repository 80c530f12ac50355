import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { startBot } from '../../src/bot';
import { readConfig } from '../../src/config';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { quickIntervals } from './play';

// The bot as a process of its own, on a file that cannot grow any more.

let sandbox: Sandbox;
let bot: ChildProcess | undefined;

beforeEach(async () => {
  sandbox = await startSandbox({ speed: 20, patienceMs: 15_000 });
});
afterEach(async () => {
  bot?.kill('SIGKILL');
  await sandbox.stop();
});

/** So that its file has all tables, and the chat a card with a button. */
async function whileThereWasRoom(work: () => Promise<unknown>): Promise<void> {
  const config = readConfig(sandbox.environment({ LOG_LEVEL: 'silent' }));
  const before = await startBot(config, quickIntervals);
  await work();
  await before.stop();
  const file = new Libsql(join(sandbox.folder, 'device-assist.db'));
  file.pragma('wal_checkpoint(truncate)');
  file.close();
}

/** 512 bytes each, a kilobyte in some shells: each file has room for a start and little more. */
const LITTLE_ROOM = 'ulimit -f 256';

async function startWithLittleRoom(): Promise<void> {
  const root = join(__dirname, '..', '..');
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const script = `${LITTLE_ROOM}; exec "$0" --import "$1" "$2"`;
  const child = spawn('sh', ['-c', script, process.execPath, tsx, join(root, 'src', 'main.ts')], {
    // A folder without an .env file.
    ...{ cwd: sandbox.folder, stdio: ['ignore', 'ignore', 'inherit'] },
    // What tsx keeps for the next start would be cut off as well.
    env: { ...process.env, ...sandbox.environment(), TSX_DISABLE_CACHE: '1' },
  });
  bot = child;
  while ((await status('/healthz')) !== 200 && child.exitCode === null) await moment();
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 20));

const status = (path: string) =>
  fetch(`${sandbox.addresses.bot}${path}`).then(
    (answer) => answer.status,
    () => undefined,
  );

test('a bot whose disk is full is not ready, says that nothing was changed, and sends nothing', async () => {
  const tom = sandbox.openChat('tom');
  await whileThereWasRoom(async () => {
    await tom.say('help me with device LAPTOP-7F3K');
    await tom.card(/Request remote assistance/);
  });
  await startWithLittleRoom();
  while ((await status('/readyz')) === 200) await moment();
  expect(await status('/readyz')).toBe(503);
  expect(await status('/healthz')).toBe(200);
  const { status: answered, card } = await tom.press('request-assistance');
  expect(answered).toBe(200);
  expect(card?.text).toMatch(/Nothing was changed.*database cannot be reached/s);
  expect(sandbox.wire.find('graph', /requestRemoteAssistance$/u)).toEqual([]);
});
