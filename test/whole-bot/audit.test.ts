import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { play, type Play } from './play';

// What an auditor sees of a day, beside the bot that goes on: `npm run audit` as a process of its own.

let played: Play;
let folder: string;
beforeEach(async () => {
  played = await play();
  folder = mkdtempSync(join(tmpdir(), 'device-assist-'));
  const { DATABASE_URL, DATA_KEY, AAD_APP_CLIENT_SECRET } = played.sandbox.environment();
  const lines = Object.entries({ DATABASE_URL, DATA_KEY, AAD_APP_CLIENT_SECRET });
  writeFileSync(
    join(folder, '.env'),
    lines.flatMap(([name, value]) => (value ? [`${name}=${value}\n`] : [])).join(''),
  );
});
afterEach(async () => {
  await played.stop();
  rmSync(folder, { recursive: true });
});

const tsx = require.resolve('tsx');
const command = join(__dirname, '..', '..', 'src', 'operator', 'audit-command.ts');

/** In a folder with a `.env` that says where the data are and what opens them, and nothing else. */
function audit(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'] };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', tsx, command, ...words],
      { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 },
      (_, out, err) => {
        resolve({ code: child.exitCode ?? -1, out, err });
      },
    );
  });
}

type Line = Readonly<Record<string, string | number | null>> & { readonly facts: Record<string, unknown> };

test('a day at the help desk, as an auditor reads it', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  await tom.press('request-assistance', { reason: 'the printer of Anna Vogel' });
  await tom.card(/session is ready/i);
  await tom.press('close');
  await tom.card(/closed/i);

  const trail = await audit('export', '--format', 'jsonl');
  expect(trail).toMatchObject({ code: 0, err: expect.stringMatching(/^\d+ rows\.\n$/u) as string });
  const lines = trail.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const laptop = played.device('LAPTOP-7F3K');
  const [first] = lines;
  expect(lines.map(({ event }) => event)).toEqual([
    ...[
      'signed-in',
      'looked-up',
      'opened',
      'confirmed',
      'sending-started',
      'accepted',
      'session-ready',
      'closed',
    ],
  ]);
  expect(lines.map(({ person }) => person === first?.['person'])).toEqual([
    ...[true, true, true, true, false, false, false, true],
  ]);
  expect(lines.slice(1).every(({ device }) => device === laptop.id)).toBe(true);
  expect(lines[1]?.facts).toEqual({ how: 'device-name', found: 1 });
  const post = played.sandbox.wire.find('graph', /^POST .*\/requestRemoteAssistance$/u)[0];
  expect(post?.path).toContain(laptop.id);
  expect(String(lines[4]?.['client_request_id'])).toMatch(/^[0-9a-f-]{36}$/u);
  expect(String(lines[5]?.['graph_request_id'])).toMatch(/^[0-9a-f-]{36}$/u);
  for (const secret of [
    'teamviewer',
    'Tom',
    'Anna',
    'contoso',
    'printer',
    'LAPTOP',
    'eyJ',
    laptop.behaviour.link,
  ])
    expect(trail.out).not.toContain(secret);

  expect(await audit('verify')).toMatchObject({
    ...{ code: 0, err: '' },
    out: expect.stringMatching(/8 rows, all in order\. End 8:/u) as string,
  });
  const erased = await audit('erase', '--person', String(first?.['person']));
  expect(erased).toMatchObject({ code: 0, err: '' });
  expect(await audit('verify')).toMatchObject({ code: 0 });
  const left = await audit('export', '--format', 'csv', '--names');
  expect(left.out).not.toContain(String(first?.['person']));

  // The bot did not notice any of it, and greets Tom as somebody new.
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  expect(await audit('verify')).toMatchObject({ code: 0 });
});

test('whoever is turned away, or signs out, leaves a line', async () => {
  const [tom, gus] = [played.sandbox.openChat('tom'), played.sandbox.openChat('gus')];
  await gus.say('help me with device LAPTOP-7F3K');
  await gus.text(/guest/i);
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  await tom.say('sign out');
  await tom.text(/signed out/i);
  const { out } = await audit('export', '--format', 'jsonl');
  expect(out).toMatch(/"event":"turned-away".*"cause":"guest"/u);
  expect(out).toContain('"event":"signed-out"');
  expect(out).not.toContain('Gus');
});

test('a word too much is answered with what is wrong', async () => {
  const { code, out, err } = await audit('verify', '--fast');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('--fast');
});
