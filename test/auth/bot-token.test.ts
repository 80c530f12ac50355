import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Alarm } from '../../src/auth/alarms';
import { botToken } from '../../src/auth/bot-token';
import type { Credential } from '../../src/config';
import { Busy, Unreachable } from '../../src/desk/troubles';
import { BOT, LoginDouble, refuse, TENANT, testClock, testConfig } from './login-double';

const minute = 60_000;
let login: LoginDouble;
let alarms: Alarm[];

beforeAll(async () => {
  login = await LoginDouble.open();
});
beforeEach(() => {
  login.reset();
  alarms = [];
});
afterAll(() => login.close());

function open(credential?: Credential, timeout = 20_000) {
  const clock = testClock();
  const { bot } = testConfig(login.url);
  const onAlarm = (alarm: Alarm) => alarms.push(alarm);
  const host = { authorityHost: login.url, clock, onAlarm, timeout };
  return { clock, token: botToken(credential ? { ...bot, credential } : bot, host) };
}

it('is asked for once by all who need it, for the connector only', async () => {
  const { token } = open();
  expect(new Set(await Promise.all([token(), token(), token()]))).toEqual(new Set(['bot-token-1']));
  expect(await token()).toBe('bot-token-1');
  expect(login.posts).toHaveLength(1);
  expect(login.posts[0]).toMatchObject({
    client_id: BOT,
    client_secret: 'the-secret',
    grant_type: 'client_credentials',
    scope: 'https://api.botframework.com/.default',
  });
});

it('is fetched anew five minutes before it ends, while the old one still does', async () => {
  const { clock, token } = open();
  await token();
  clock.pass(54 * minute);
  expect(await token()).toBe('bot-token-1');
  clock.pass(2 * minute);
  expect(await token()).toBe('bot-token-1');
  while (login.posts.length < 2) await new Promise((resolve) => setImmediate(resolve));
  clock.pass(5 * minute);
  expect(await token()).toBe('bot-token-2');
  expect(login.posts).toHaveLength(2);
});

it('outlives an outage of the login host by its last minutes', async () => {
  const { clock, token } = open();
  await token();
  login.token = () => ({ status: 503, body: 'no' });
  clock.pass(58 * minute);
  expect(await token()).toBe('bot-token-1');
  clock.pass(2 * minute);
  await expect(token()).rejects.toBeInstanceOf(Unreachable);
});

it('a login host that is too busy is left in peace until it said', async () => {
  const { clock, token } = open();
  login.token = () => ({ status: 429, headers: { 'retry-after': '30' }, body: {} });
  await expect(token()).rejects.toBeInstanceOf(Busy);
  await expect(token()).rejects.toBeInstanceOf(Busy);
  expect(login.posts).toHaveLength(1);
  login.reset();
  clock.pass(30_000);
  expect(await token()).toBe('bot-token-1');
});

it('a refused secret is the operator’s business', async () => {
  login.token = () => refuse(7000222, { status: 401, error: 'invalid_client' });
  await expect(open().token()).rejects.toBeInstanceOf(Unreachable);
  expect(alarms).toEqual([
    { event: 'credential-refused', because: 'invalid_client', client: BOT, number: 7000222 },
  ]);
});

it('a login host that hangs is given up', async () => {
  login.token = () => 'hang';
  await expect(open(undefined, 50).token()).rejects.toBeInstanceOf(Unreachable);
});

it('a certificate signs for the bot, towards the very address that is asked', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const credential = { kind: 'certificate', privateKey: pem, thumbprintSha256: 'ab'.repeat(32) } as const;
  await open(credential).token();
  const assertion = login.posts[0]?.['client_assertion'] ?? '';
  expect(login.posts[0]?.['client_secret']).toBeUndefined();
  expect(decodeJwt(assertion)).toMatchObject({
    iss: BOT,
    sub: BOT,
    aud: `${login.url}/${TENANT}/oauth2/v2.0/token`,
  });
  expect(decodeProtectedHeader(assertion)).toMatchObject({
    alg: 'PS256',
    'x5t#S256': Buffer.from('ab'.repeat(32), 'hex').toString('base64url'),
  });
});

it('a managed identity hands the token out without a secret, and may not hang either', async () => {
  // How App Service tells programs where their identity is; msal reads it from the environment.
  process.env['IDENTITY_ENDPOINT'] = `${login.url}/msi/token`;
  process.env['IDENTITY_HEADER'] = 'header';
  const expires_on = Math.floor(Date.now() / 1000) + 3_600;
  login.keys = () => ({ body: { access_token: 'machine-token', expires_on, token_type: 'Bearer' } });
  const { token, clock } = open({ kind: 'managed-identity' }, 100);
  expect(await token()).toBe('machine-token');
  clock.pass(50 * minute);
  expect(await token()).toBe('machine-token');
  expect([login.keyReads, login.posts]).toEqual([1, []]);

  login.keys = () => 'hang';
  clock.pass(10 * minute);
  await expect(token()).rejects.toBeInstanceOf(Unreachable);
  delete process.env['IDENTITY_ENDPOINT'];
  delete process.env['IDENTITY_HEADER'];
});
