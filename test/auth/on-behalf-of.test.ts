import type { Alarm } from '../../src/auth/alarms';
import { onBehalfOf } from '../../src/auth/on-behalf-of';
import type { Expected } from '../../src/auth/person-claims';
import { Busy, NotPermitted, SignInNeeded, Unreachable } from '../../src/desk/troubles';
import {
  APP,
  GRAPH,
  LoginDouble,
  oidOf,
  person,
  refuse,
  SCOPE,
  TENANT,
  testClock,
  testConfig,
  TOM,
  type Reply,
  type TokenForm,
} from './login-double';

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

const clock = testClock();
const onAlarm = (alarm: Alarm) => alarms.push(alarm);
function open({ timeout = 2_000, authorityHost = login.url } = {}) {
  return onBehalfOf({
    host: { authorityHost, clock, onAlarm, timeout },
    registration: testConfig(authorityHost).signIn,
    graphResource: GRAPH,
    rules: { graphAddresses: [GRAPH, 'http://127.0.0.1:1'], clientId: APP, onAlarm },
  });
}
const exchange = async (expected: Expected = TOM) => open()(await login.assertion(expected.id), expected);
/** What became of an exchange that was not to succeed. */
const failure = async (options: Parameters<typeof open>[0] = {}): Promise<unknown> =>
  open(options)(await login.assertion(TOM.id), TOM).then(
    () => 'granted',
    (error: unknown) => error,
  );

const fieldsOf = (error: unknown): unknown => Object.fromEntries(Object.entries(error ?? {}));

it("gives the technician's own Graph token until it ends", async () => {
  const access = await exchange();
  expect([access.technician, access.tenant]).toEqual([TOM.id, TENANT]);
  expect(oidOf(access.bearerToken())).toBe(TOM.id);
  expect(Math.abs(access.expiresAt - (clock.now() + 3_600_000))).toBeLessThan(5_000);
  expect(JSON.stringify(access)).not.toContain('ey');
});

it('asks for the one permission of the cloud, by the secret of the sign-in registration', async () => {
  await exchange();
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
  const obtain = open();
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
  expect(alarms).toEqual([]);
});

it('clients of one person that send the same token at once cause one exchange', async () => {
  const obtain = open();
  const assertion = await login.assertion(TOM.id);
  const granted = await Promise.all(Array.from({ length: 5 }, () => obtain(assertion, TOM)));
  expect(new Set(granted).size).toBe(1);
  expect(login.posts).toHaveLength(1);
});

it('a failed exchange does not stick', async () => {
  const obtain = open();
  const assertion = await login.assertion(TOM.id);
  login.token = () => refuse(65001);
  await expect(obtain(assertion, TOM)).rejects.toBeInstanceOf(SignInNeeded);
  login.reset();
  await expect(obtain(assertion, TOM)).resolves.toBeDefined();
});

it('a throttled person blocks nobody else', async () => {
  const obtain = open();
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
    expect(await failure()).toEqual(new SignInNeeded('expired'));
    expect(alarms).toEqual([
      { event: 'foreign-token', because, client: APP, person: TOM.id, tenant: TENANT },
    ]);
  });
});

it('an opaque token is taken when the id token beside it is the technician’s', async () => {
  login.token = async () =>
    login.tokens({ access_token: 'opaque', scope: SCOPE, id_token: await login.idToken(TOM.id) });
  expect((await exchange()).bearerToken()).toBe('opaque');
});

it('a token without the permission means that consent is missing', async () => {
  login.token = (form) => login.grant(form, { scp: 'User.Read' });
  expect(await failure()).toEqual(new SignInNeeded('consent'));
  expect(alarms).toEqual([]);
});

describe('what the login host refuses, in the desk’s words', () => {
  const claims = '{"access_token":{"acrs":{"essential":true}}}';
  it.each<[string, Reply, Error]>([
    ['no consent', refuse(65001, { suberror: 'consent_required' }), new SignInNeeded('consent')],
    ['no consent, without suberror', refuse(65001), new SignInNeeded('consent')],
    [
      'a second factor, by the book',
      refuse(50076, { error: 'interaction_required', claims }),
      new SignInNeeded('second-factor', claims),
    ],
    [
      'a second factor, as seen',
      refuse(50079, { suberror: 'basic_action', claims }),
      new SignInNeeded('second-factor', claims),
    ],
    ['a policy', refuse(53003, { claims }), new NotPermitted('blocked-by-policy')],
    [
      'a policy with a message',
      refuse(53003, { suberror: 'message_only' }),
      new NotPermitted('blocked-by-policy'),
    ],
    ['an unfit device', refuse(53000), new NotPermitted('blocked-by-policy')],
    ['a person who is not assigned', refuse(50105), new NotPermitted('blocked-by-policy')],
    ['an ended assertion', refuse(500133), new SignInNeeded('expired')],
    ['a bad assertion', refuse(50013), new SignInNeeded('expired')],
    ['a revoked session', refuse(50173, { suberror: 'bad_token' }), new SignInNeeded('expired')],
    ['a refusal nobody knows', refuse(99999), new SignInNeeded('expired')],
  ])('%s', async (_, reply, trouble) => {
    login.token = () => reply;
    const error = await failure();
    expect(error).toEqual(trouble);
    expect(fieldsOf(error)).toEqual(fieldsOf(trouble)); // toEqual alone looks at the message of errors only
    expect(alarms).toEqual([]);
  });

  it.each<[string, Alarm['event'], Reply]>([
    ['a wrong secret', 'credential-refused', refuse(7000215, { status: 401, error: 'invalid_client' })],
    ['an ended secret', 'credential-refused', refuse(7000222, { status: 401, error: 'invalid_client' })],
    ['an unknown application', 'credential-refused', refuse(700016, { error: 'unauthorized_client' })],
    ['an unknown resource', 'sign-in-misconfigured', refuse(500011, { error: 'invalid_resource' })],
  ])('%s is the operator’s business', async (_, event, reply) => {
    login.token = () => reply;
    expect(await failure()).toEqual(new Unreachable('sign-in'));
    expect(alarms).toMatchObject([{ event, client: APP }]);
  });

  it('too many requests, with a time to come back', async () => {
    login.token = () => refuse(90055, { status: 429, error: 'temporarily_unavailable', retry: 1 });
    expect(await failure()).toMatchObject({ name: 'Busy', party: 'sign-in', until: clock.now() + 10_000 });
    login.token = () => ({ status: 429, headers: { 'retry-after': '7' }, body: '<html>' });
    expect(await failure()).toMatchObject({ name: 'Busy', party: 'sign-in', until: clock.now() + 7_000 });
    expect(alarms).toEqual([]);
  });

  it.each<[string, Reply]>([
    ['a transient error', refuse(90033, { status: 503, error: 'temporarily_unavailable' })],
    ['a page of a proxy', { body: '<html>Please sign in</html>' }],
    ['nothing at all', { body: {} }],
    ['an id token that is none', { body: { access_token: 'opaque', id_token: 'x.y.z', expires_in: 3600 } }],
    ['two megabytes', { body: { access_token: 'x'.repeat(2_000_000) } }],
    ['a redirect', { status: 307, headers: { location: 'http://127.0.0.1:1/' }, body: {} }],
  ])('%s: the login host cannot be reached', async (_, reply) => {
    login.token = () => reply;
    expect(await failure()).toEqual(new Unreachable('sign-in'));
    expect(login.posts).toHaveLength(1); // and it is not asked twice
  });
});

it('a login host that hangs is given up in time', async () => {
  login.token = () => 'hang';
  expect(await failure({ timeout: 100 })).toEqual(new Unreachable('sign-in'));
});

it('a login host that is not there cannot be reached', async () => {
  expect(await failure({ authorityHost: 'http://127.0.0.1:1' })).toEqual(new Unreachable('sign-in'));
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
  const obtain = onBehalfOf({
    // The cast: the double sees nothing but the address.
    host: { authorityHost, clock, onAlarm, fetch: fetch },
    registration: testConfig(authorityHost).signIn,
    graphResource: GRAPH,
    rules: { graphAddresses: [GRAPH], clientId: APP, onAlarm },
  });
  await expect(obtain('a.b.c', TOM)).rejects.toBeInstanceOf(Unreachable);
  expect(asked).toEqual([`${authorityHost}/${TENANT}/oauth2/v2.0/token`]);
});

it('no error holds a token, a secret or the login host’s text', async () => {
  const replies: Reply[] = [refuse(65001), refuse(7000215, { error: 'invalid_client' }), { body: '<html>' }];
  for (const reply of replies) {
    login.token = () => reply;
    const error = await failure();
    const all: unknown[] = [];
    for (let at: unknown = error; at instanceof Error; at = at.cause)
      all.push(fieldsOf(at), at.message, at.stack);
    expect(JSON.stringify([all, alarms])).not.toMatch(/eyJ|the-secret|AADSTS/);
  }
});
