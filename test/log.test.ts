import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createLog, describeError, type Fields } from '../src/log';
import { captureConsole, type Printing } from '../src/log/capture-console';
import { openDatabase } from '../src/storage/database/database';
import { completeEnvironment } from './data/bad-configurations';

function logInMemory() {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

const secret = 'eyJhbGciOiJSUzI1NiJ9.c2VjcmV0.c2ln';

test('a field that is not on the list is not written, whatever cast brought it', () => {
  const { log, lines } = logInMemory();
  log.info('asked', { code: 'help', text: 'my printer', token: secret } as Fields);
  expect(lines.join()).toContain('help');
  expect(lines.join()).not.toMatch(/printer|eyJ/u);
});

test('foreign text stays in its field: one line, nothing that a terminal obeys', () => {
  const { log, lines, last } = logInMemory();
  log.warn('refused', { code: 'x\r\n{"level":60}\u001B[2J\u009B1m\u202E\u2028end' });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\p{Cc}\u2028\u202E]/u);
  expect(last()['code']).toBe('x {"level":60}[2J1m end');
});

describe('of an error', () => {
  test('its class and its places are written, and nothing of its message', () => {
    const error = new TypeError(`connect ECONNREFUSED postgres://bot:${secret}@db`);
    const { error: name, stack } = describeError(error);
    expect(name).toBe('TypeError');
    expect(stack).toMatch(/^at .*log\.test\.ts:\d+:\d+/u);
    expect(stack).not.toContain('eyJ');
  });

  test('a message that looks like places is none', () => {
    const error = new Error(`no\n    at ${secret}\n    at send (/${secret}:1:1)`);
    expect(JSON.stringify(describeError(error))).not.toContain('eyJ');
  });

  test('a name that is more than a name is not written', () => {
    const error = Object.assign(new Error('x'), { name: `Bearer ${secret}` });
    expect(describeError(error)['error']).toBe('Error');
  });
});

describe('what libraries print', () => {
  const printed = (print: (console: Printing) => void) => {
    const { log, last, lines } = logInMemory();
    const nothing = () => undefined;
    const console: Printing = {
      ...{ debug: nothing, dir: nothing, error: nothing, info: nothing },
      ...{ log: nothing, table: nothing, trace: nothing, warn: nothing },
    };
    captureConsole(log, console);
    print(console);
    expect(lines.join()).not.toMatch(/eyJ|https:|printer/u);
    expect(lines).toHaveLength(1);
    return last();
  };

  test('is a line that says where it was said, without the words', () => {
    const line = printed((console) => {
      console.warn('token is', secret, { url: 'https://get.teamviewer.com/s1', text: 'my printer' });
    });
    expect(line).toMatchObject({ level: 40, event: 'console', code: 'warn' });
    expect(line['stack']).toMatch(/^at .*log\.test\.ts/u);
  });

  test('of an error is its class and its places', () => {
    const line = printed((console) => {
      console.error(new RangeError(secret));
    });
    expect(line).toMatchObject({ level: 50, event: 'console', code: 'error', error: 'RangeError' });
  });
});

describe('the process', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'device-assist-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const root = join(__dirname, '..');
  const tsx = ['--import', join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')];
  const env = { ...completeEnvironment, PORT: '0', HOST: '127.0.0.1', PATH: process.env['PATH'] };

  test('prints nothing by itself but lines of the log, and ends in one when nobody caught an error', async () => {
    // Once the bot is up, a library prints a token and then something nobody catches happens.
    const script = `
      require(${JSON.stringify(join(root, 'src', 'main.ts'))});
      process.on('SIGUSR2', () => { console.warn('${secret}'); Promise.reject(new Error('${secret}')); });`;
    const child = spawn(process.execPath, [...tsx, '-e', script], { cwd: folder, env });
    let [stdout, stderr] = ['', ''];
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
    child.stdout.on('data', (part: Buffer) => {
      stdout += part.toString();
      if (!stdout.includes('console') && stdout.includes('started')) child.kill('SIGUSR2');
    });
    const [status] = (await once(child, 'close')) as [number];
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ event }) => event)).toEqual(['started', 'console', 'crashed']);
    expect(stdout + stderr).not.toContain('eyJ');
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  test('says what is wrong with the environment in sentences, without a secret', () => {
    const start = () =>
      execFileSync(process.execPath, [...tsx, join(root, 'src', 'main.ts')], {
        ...{ cwd: folder, env: { ...env, BOT_ID: '' }, stdio: 'pipe' },
      });
    expect(start).toThrow(/BOT_ID is missing/u);
  });

  test('says that the database cannot be reached in one line, without its password', () => {
    const { status, stderr } = spawnSync(process.execPath, [...tsx, join(root, 'src', 'main.ts')], {
      ...{ cwd: folder, encoding: 'utf8' },
      env: { ...env, DATABASE_URL: `postgres://bot:${secret}@127.0.0.1:1/bot` },
    });
    expect(stderr).toBe('Device Assist did not start.\ndatabase cannot be reached\n');
    expect(status).toBe(1);
  });

  test('says that the database is one of a newer version, without a stack', async () => {
    const database = await openDatabase({ kind: 'sqlite', file: join(folder, 'bot.db') });
    await sql`insert into device_assist_migrations values ('9999-of-tomorrow', '2027-01-01')`.execute(
      database.db,
    );
    await database.close();
    const { status, stderr } = spawnSync(process.execPath, [...tsx, join(root, 'src', 'main.ts')], {
      ...{ cwd: folder, encoding: 'utf8', env: { ...env, DATABASE_URL: 'file:bot.db' } },
    });
    expect(stderr).toMatch(
      /^Device Assist did not start\.\nThe database belongs to a newer version.*update\.\n$/u,
    );
    expect(status).toBe(1);
  });
});
