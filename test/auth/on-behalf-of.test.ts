import { Busy, SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { ExchangeDouble } from './exchange-double';
import {
  APP,
  oidOf,
  person,
  refuse,
  SCOPE,
  TENANT,
  TOM,
  type LoginDouble,
  type Reply,
  type TokenForm,
} from './login-double';

let double: ExchangeDouble;
let login: LoginDouble;

beforeAll(async () => {
  double = await ExchangeDouble.open();
  login = double.login;
});
beforeEach(() => {
  double.reset();
});
afterAll(() => login.close());

const exchangeToms = async () => double.exchange()(await login.assertion(TOM.id), TOM);

it("gives the technician's own Graph token until it ends", async () => {
  const access = await exchangeToms();
  expect([access.technician, access.tenant]).toEqual([TOM.id, TENANT]);
  expect(oidOf(access.bearerToken())).toBe(TOM.id);
  expect(Math.abs(access.expiresAt - (double.clock.now() + 3_600_000))).toBeLessThan(5_000);
  expect(JSON.stringify(access)).not.toContain('ey');
});

it('asks for the one permission of the cloud, by the secret of the sign-in registration', async () => {
  await exchangeToms();
  expect(login.posts).toHaveLength(1);
  expect(login.posts[0]).toMatchObject({
    client_id: APP,
    client_secret: 'the-secret',
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    scope: `${SCOPE} openid profile offline_access`,
  });
});

it('people who exchange at the same time never get each other’s token', async () => {
  const obtain = double.exchange();
  login.token = async (form) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
    return login.grant(form);
  };
  const people = Array.from({ length: 200 }, (_, n) => ({ id: person(n), tenant: TENANT }));
  const assertions = await Promise.all(people.map(({ id }) => login.assertion(id)));
  const round = () => Promise.all(people.map((expected, n) => obtain(assertions[n] ?? '', expected)));
  const granted = [...(await round()), ...(await round())];
  const crossings = granted.filter(
    (access, n) =>
      oidOf(access.bearerToken()) !== access.technician || access.technician !== people[n % 200]?.id,
  );
  expect(crossings).toEqual([]);
  expect(login.posts).toHaveLength(400);
  expect(double.alarms).toEqual([]);
});

it('clients of one person that send the same token at once cause one exchange', async () => {
  const obtain = double.exchange();
  const assertion = await login.assertion(TOM.id);
  const granted = await Promise.all(Array.from({ length: 5 }, () => obtain(assertion, TOM)));
  expect(new Set(granted).size).toBe(1);
  expect(login.posts).toHaveLength(1);
});

it('a failed exchange does not stick', async () => {
  const obtain = double.exchange();
  const assertion = await login.assertion(TOM.id);
  login.token = () => refuse(65001);
  await expect(obtain(assertion, TOM)).rejects.toBeInstanceOf(SignInNeeded);
  login.reset();
  await expect(obtain(assertion, TOM)).resolves.toBeDefined();
});

it('a throttled person blocks nobody else', async () => {
  const obtain = double.exchange();
  login.token = (form) =>
    oidOf(form['assertion'] ?? '') === TOM.id
      ? refuse(90055, { status: 429, error: 'temporarily_unavailable' })
      : login.grant(form);
  await expect(obtain(await login.assertion(TOM.id), TOM)).rejects.toBeInstanceOf(Busy);
  const anna = { id: person(2), tenant: TENANT };
  await expect(obtain(await login.assertion(anna.id), anna)).resolves.toBeDefined();
});

describe('a token that is not the technician’s is dropped with an alarm', () => {
  const other = person(2);
  const someTenant = '99999999-9999-4999-8999-999999999999';
  const granting = (changes: object) => (form: TokenForm) => login.grant(form, { ...changes });

  it.each<[string, string, (form: TokenForm) => Promise<Reply>]>([
    ['wrong-person', 'a token of another person', granting({ oid: other })],
    ['wrong-tenant', 'a token of another tenant', granting({ tid: someTenant })],
    ['app-only', 'a token of the application', granting({ idtyp: 'app', scp: undefined, roles: ['All'] })],
    ['app-only', 'a token that says it is an application’s', granting({ idtyp: 'app' })],
    ['app-only', 'a token without delegated permissions', granting({ scp: undefined })],
    ['wrong-audience', 'a token for somebody else than Graph', granting({ aud: APP })],
    [
      'wrong-person',
      'an id token of another person',
      async () =>
        login.tokens({ access_token: await login.graphToken(TOM.id), id_token: await login.idToken(other) }),
    ],
    [
      'wrong-person',
      'an opaque token and an id token of another person',
      async () =>
        login.tokens({ access_token: 'opaque', scope: SCOPE, id_token: await login.idToken(other) }),
    ],
    [
      'nobody-named',
      'an opaque token and no id token',
      () => Promise.resolve(login.tokens({ access_token: 'opaque', scope: SCOPE })),
    ],
  ])('%s: %s', async (because, _, answer) => {
    login.token = answer;
    expect(await double.failure()).toEqual(new SignInNeeded('expired'));
    expect(double.alarms).toEqual([
      { event: 'foreign-token', because, client: APP, person: TOM.id, tenant: TENANT },
    ]);
  });
});

it('an opaque token is taken when the id token beside it is the technician’s', async () => {
  login.token = async () =>
    login.tokens({ access_token: 'opaque', scope: SCOPE, id_token: await login.idToken(TOM.id) });
  expect((await exchangeToms()).bearerToken()).toBe('opaque');
});

it('a token without the permission means that consent is missing', async () => {
  login.token = (form) => login.grant(form, { scp: 'User.Read' });
  expect(await double.failure()).toEqual(new SignInNeeded('consent'));
  expect(double.alarms).toEqual([]);
});

it.each([
  'https://login.microsoftonline.com',
  'https://login.microsoftonline.us',
  'https://login.partner.microsoftonline.cn',
  'https://login.example:8443/entra',
])('asks %s itself, and nobody else', async (authorityHost) => {
  const asked: unknown[] = [];
  const fetch = (url: unknown) => {
    asked.push(String(url).split('?')[0]);
    return Promise.reject(new Error('not today'));
  };
  const obtain = double.exchange({ authorityHost, fetch: fetch });
  await expect(obtain('a.b.c', TOM)).rejects.toBeInstanceOf(Unreachable);
  expect(asked).toEqual([`${authorityHost}/${TENANT}/oauth2/v2.0/token`]);
});
