import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNames, examine, type Finding } from '../../src/operator/doctor';
import { exitCode, readable } from '../../src/operator/doctor-report';
import { play, type Play } from '../whole-bot/play';
import { complete, emptyFolder, NOBODY, serverThat, worldOf } from './doctor-world';

// The doctor as a whole: the bot in the sandbox, everything at once, and the command at a terminal.

let played: Play;
beforeAll(async () => {
  played = await play();
});
afterAll(() => played.stop());

const root = join(__dirname, '..', '..');

test('there are at least 25 checks, each by its own name, and each is tried in these tests', () => {
  expect(checkNames.length).toBeGreaterThanOrEqual(25);
  expect(new Set(checkNames).size).toBe(checkNames.length);
  const tests = readdirSync(__dirname)
    .filter((file) => /^doctor-.*\.test\.ts$/u.test(file))
    .map((file) => readFileSync(join(__dirname, file), 'utf8'))
    .join('');
  expect(checkNames.filter((name) => !tests.includes(`'${name}'`))).toEqual([]);
});

test('a bot in the sandbox: nothing is wrong but what makes it a sandbox', async () => {
  const findings = await examine(worldOf(played.sandbox.environment(), { folder: root }));
  const problems = findings.filter(({ status }) => status === 'problem').map(({ check }) => check);
  // It is not to be reached from outside this machine.
  expect(problems).toEqual(['public-url', 'public-url-certificate']);
  const broken = findings.filter(({ finding }) => /broke|too long/u.test(finding));
  expect(broken).toEqual([]);
});

test('no secret and no token is in the report, whether things go well or badly', async () => {
  const { sandbox } = played;
  const graphToken = await sandbox.login.tokens.graphToken(sandbox.tenant.person('tom'), ['User.Read']);
  const secrets = {
    BOT_PASSWORD: 'sesame-bot',
    AAD_APP_CLIENT_SECRET: 'sesame-app',
    DATA_KEY: 'c2VzYW1lLWtleQ==',
  };
  const database = { DATABASE_URL: 'postgres://bot:sesame-db@127.0.0.1:9/bot', DATA_KEY: '' };
  const worlds: readonly Record<string, string>[] = [
    {},
    { ...secrets, DATA_KEY: '' },
    secrets,
    { ...secrets, ...database },
  ];
  for (const changes of worlds) {
    const env = sandbox.environment(changes);
    const report = JSON.stringify(await examine(worldOf(env, { graphToken })));
    for (const secret of [sandbox.registrations.bot.secret, sandbox.registrations.signOn.secret, graphToken])
      expect(report).not.toContain(secret);
    expect(report).not.toMatch(/sesame|c2VzYW1l/u);
  }
});

test('where nothing answers, the doctor is done soon all the same', async () => {
  const silent = await serverThat(() => 'hang');
  const env = played.sandbox.environment({
    AAD_APP_OAUTH_AUTHORITY_HOST: silent,
    GRAPH_ENDPOINT: silent,
    BOT_OPENID_METADATA_URL: `${silent}/metadata`,
    PUBLIC_URL: silent,
  });
  const findings = await examine(worldOf(env, { patience: 150, graphToken: 'opaque-token-of-an-operator' }));
  expect(findings.filter(({ finding }) => finding.includes('itself broke'))).toEqual([]);
  expect(findings.filter(({ finding }) => finding.includes('in time')).length).toBeGreaterThan(5);
});

test('a check that breaks says so and spoils no other one', async () => {
  const readCertificate = () => Promise.reject(new TypeError('with a secret'));
  const findings = await examine(
    worldOf(complete, { readCertificate, fetch: () => Promise.reject(new Error('x')) }),
    ['public-url-certificate', 'cloud'],
  );
  expect(findings).toMatchObject([
    { check: 'cloud', status: 'ok' },
    {
      check: 'public-url-certificate',
      status: 'cannot-tell',
      finding: 'The check itself broke (TypeError).',
    },
  ]);
});

const finding = (status: Finding['status'], change: Partial<Finding> = {}): Finding => ({
  ...{ check: 'clock', status, finding: 'It is late.', why: 'Tokens.', who: 'somebody', how: 'Set it.' },
  ...change,
});

test('the report has a line a finding, and three more where something is to be done', () => {
  const report = readable([finding('ok'), finding('problem', { check: 'graph' }), finding('warning')]);
  expect(report.split('\n')).toEqual([
    'ok           clock                       It is late.',
    'PROBLEM      graph                       It is late.',
    '             why  Tokens.',
    '             who  somebody',
    '             how  Set it.',
    'warning      clock                       It is late.',
    '             why  Tokens.',
    '             who  somebody',
    '             how  Set it.',
    '',
    '1 problem, 1 warning, 0 that cannot be told, 1 in order.',
    '',
  ]);
});

test.each([
  [['ok', 'warning', 'cannot-tell'], 0],
  [['ok', 'problem'], 1],
] as const)('the exit code after %j is %d', (statuses, code) => {
  expect(exitCode(statuses.map((status) => finding(status)))).toBe(code);
});

type Ended = { readonly code: unknown; readonly stdout: string; readonly stderr: string };

/** Runs the command of `npm run doctor` in a folder of its own. */
function run(env: Record<string, string>, ...more: string[]): Promise<Ended> {
  const command = [
    '--import',
    require.resolve('tsx'),
    join(root, 'src', 'operator', 'doctor-command.ts'),
    ...more,
  ];
  const options = { cwd: emptyFolder(), env: { PATH: process.env['PATH'] ?? '', ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

test('at a terminal: JSON of everything, a problem as exit code 1, and 2 when it could not run', async () => {
  const token = join(emptyFolder(), 'token.txt');
  writeFileSync(token, 'this is no token');
  const [json, noToken] = await Promise.all([
    run(played.sandbox.environment({ GRAPH_ENDPOINT: NOBODY }), '--json'),
    run(complete, '--token-file', token),
  ]);
  expect(json).toMatchObject({ code: 1, stderr: '' });
  const findings = JSON.parse(json.stdout) as Finding[]; // what is asserted below
  expect(findings.find(({ check }) => check === 'graph')).toEqual({
    check: 'graph',
    status: 'problem',
    finding: '127.0.0.1:20009 gives no answer: nothing listens there (ECONNREFUSED).',
    why: 'Devices are found and assistance is requested there.',
    who: 'whoever runs the network or the proxy',
    how: 'Let this machine reach it over https: look at DNS, firewall and proxy.',
  });
  expect(noToken).toMatchObject({ code: 2, stdout: '' });
  expect(noToken.stderr).toMatch(/does not hold an access token/u);
});
