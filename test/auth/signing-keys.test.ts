import { KeysUnavailable, signingKeys, type KeySource } from '../../src/auth/signing-keys';
import { LoginDouble, testClock, testKey, type TestKey } from './login-double';

const minute = 60_000;
const day = 24 * 60 * minute;
let login: LoginDouble;
let second: TestKey;

beforeAll(async () => {
  [login, second] = await Promise.all([LoginDouble.open(), testKey('k2')]);
});
beforeEach(() => {
  login.reset();
});
afterAll(() => login.close());

function open(more: Partial<KeySource> = {}) {
  const clock = testClock();
  return { clock, keys: signingKeys({ jwksUrl: `${login.url}/keys`, clock, ...more }) };
}
const down = () => {
  login.keys = () => ({ status: 503, body: 'no' });
};
/** Lets what goes on behind the scenes come to its end. */
const settled = async (reads: number) => {
  while (login.keyReads < reads) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 20));
};

it('fifty who ask at once cause one reading', async () => {
  const { keys } = open();
  const found = await Promise.all(Array.from({ length: 50 }, () => keys.find('k1')));
  expect(found.every((key) => key?.key.asymmetricKeyType === 'rsa')).toBe(true);
  expect(login.keyReads).toBe(1);
});

it('keys are kept and read again behind the scenes after an hour', async () => {
  const { keys, clock } = open();
  await keys.find('k1');
  clock.pass(59 * minute);
  await keys.find('k1');
  expect(login.keyReads).toBe(1);
  clock.pass(2 * minute);
  login.keys = () => ({ body: { keys: [second.jwk] } });
  expect(await keys.find('k1')).toBeDefined(); // nobody waits for the reading
  await settled(2);
  expect(await keys.find('k2')).toBeDefined();
  expect(await keys.find('k1')).toBeUndefined(); // withdrawn
});

it('an issuer that is down for six days locks nobody out, for eight days everybody', async () => {
  const { keys, clock } = open();
  await keys.find('k1');
  down();
  clock.pass(6 * day);
  expect(await keys.find('k1')).toBeDefined();
  await settled(2);
  clock.pass(2 * day);
  await expect(keys.find('k1')).rejects.toBeInstanceOf(KeysUnavailable);
});

it('behind the scenes a failed reading is tried again no sooner than after five minutes', async () => {
  const { keys, clock } = open();
  await keys.find('k1');
  down();
  clock.pass(61 * minute);
  await keys.find('k1');
  await settled(2);
  for (let n = 0; n < 20; n += 1) await keys.find('k1');
  expect(login.keyReads).toBe(2);
  clock.pass(6 * minute);
  await keys.find('k1');
  await settled(3);
});

it('a new key is found at once', async () => {
  const { keys } = open();
  await keys.find('k1');
  login.keys = () => ({ body: { keys: [login.key.jwk, second.jwk] } });
  expect(await keys.find('k2')).toBeDefined();
});

it('a flood of made-up key ids causes one reading in five minutes', async () => {
  const { keys, clock } = open();
  await keys.find('k1');
  const flood = () => Promise.all(Array.from({ length: 500 }, (_, n) => keys.find(`made-up-${n}`)));
  await flood();
  await flood();
  expect(login.keyReads).toBe(2);
  clock.pass(5 * minute);
  await flood();
  expect(login.keyReads).toBe(3);
});

it('with no keys at all the issuer is asked again after a second', async () => {
  const { keys, clock } = open();
  down();
  await expect(keys.find('k1')).rejects.toBeInstanceOf(KeysUnavailable);
  await expect(keys.find('k1')).rejects.toBeInstanceOf(KeysUnavailable);
  expect(login.keyReads).toBe(1);
  login.reset();
  clock.pass(1_000);
  expect(await keys.find('k1')).toBeDefined();
});

it('an issuer that hangs is given up', async () => {
  login.keys = () => 'hang';
  await expect(open({ timeout: 50 }).keys.find('k1')).rejects.toBeInstanceOf(KeysUnavailable);
});

it.each<[string, () => object]>([
  ['HTML', () => ({ body: '<html>' })],
  ['a megabyte', () => ({ body: { keys: [login.key.jwk], padding: 'x'.repeat(1_000_000) } })],
  ['a redirect', () => ({ status: 302, headers: { location: `${login.url}/elsewhere` }, body: '' })],
  ['no keys', () => ({ body: { keys: [] } })],
  ['a key for encryption', () => ({ body: { keys: [{ ...login.key.jwk, use: 'enc' }] } })],
  ['a key for another algorithm', () => ({ body: { keys: [{ ...login.key.jwk, alg: 'PS256' }] } })],
  ['a symmetric key', () => ({ body: { keys: [{ kid: 'k1', kty: 'oct', k: 'c2VjcmV0' }] } })],
  ['a short key', () => ({ body: { keys: [{ ...login.key.jwk, n: 'q1vLx-Kw' }] } })],
])('takes no keys from %s', async (_, answer) => {
  // The cast: rows of the table are replies.
  login.keys = answer as LoginDouble['keys'];
  await expect(open().keys.find('k1')).rejects.toBeInstanceOf(KeysUnavailable);
});

it('one broken key does not spoil the others', async () => {
  login.keys = () => ({ body: { keys: [{ kid: 'k0' }, null, { ...second.jwk, n: '!' }, login.key.jwk] } });
  expect(await open().keys.find('k1')).toBeDefined();
});

describe('keys named by OpenID metadata', () => {
  const open = () => signingKeys({ openIdMetadataUrl: `${login.url}/openid`, clock: testClock() });
  const answers = (jwksUrl: string) => {
    login.keys = () =>
      login.keyReads === 1
        ? { body: { jwks_uri: jwksUrl } }
        : { body: { keys: [{ ...login.key.jwk, endorsements: ['msteams'] }] } };
  };

  it('come with their endorsements', async () => {
    answers(`${login.url}/keys`);
    expect((await open().find('k1'))?.endorsements).toEqual(['msteams']);
  });

  it('are not fetched from another host', async () => {
    answers('http://localhost:1/keys');
    await expect(open().find('k1')).rejects.toBeInstanceOf(KeysUnavailable);
    expect(login.keyReads).toBe(1);
  });
});

it('says whether there are any: asked for when there are none, old ones for six days, none after eight', async () => {
  const { keys, clock } = open();
  down();
  expect(await keys.areUsable()).toBe(false);
  login.reset();
  expect(await keys.areUsable()).toBe(false); // asked a moment ago
  clock.pass(1_000);
  expect(await keys.areUsable()).toBe(true);
  down();
  clock.pass(6 * day);
  expect(await keys.areUsable()).toBe(true);
  clock.pass(2 * day);
  expect(await keys.areUsable()).toBe(false);
});
