import type { Alarm } from '../../src/auth/alarms';
import { challengeOf, newVerifier, redeem, startUrl, type SignInPage } from '../../src/auth/sign-in-page';
import { signingKeys } from '../../src/auth/signing-keys';
import { SignInNeeded } from '../../src/desk/troubles';
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
  testKey,
  TOM,
} from './login-double';

let login: LoginDouble;
let page: SignInPage;
let alarms: Alarm[];

beforeAll(async () => {
  login = await LoginDouble.open();
});
beforeEach(() => {
  login.reset();
  alarms = [];
  const clock = testClock();
  const onAlarm = (alarm: Alarm) => alarms.push(alarm);
  page = {
    host: { authorityHost: login.url, clock, onAlarm, timeout: 20_000 },
    registration: testConfig(login.url).signIn,
    graphResource: GRAPH,
    rules: { graphAddresses: [GRAPH], clientId: APP, onAlarm },
    publicUrl: 'https://bot.example',
    keys: signingKeys({ jwksUrl: `${login.url}/keys`, clock }),
  };
});
afterAll(() => login.close());

const verifier = newVerifier();
const returned = { code: 'the-code', verifier, expected: TOM };
const answers = (tokens: object) => {
  login.token = async () =>
    login.tokens({
      access_token: await login.graphToken(TOM.id),
      id_token: await login.idToken(TOM.id),
      scope: SCOPE,
      ...tokens,
    });
};

it('leads to the login host with everything that ties the answer to this visit', () => {
  const url = new URL(
    startUrl(page, {
      state: 'the state',
      challenge: challengeOf(verifier),
      claims: '{"a":"b&c"}',
      loginHint: 'tom&x=y@contoso.example',
    }),
  );
  expect(`${url.origin}${url.pathname}`).toBe(`${login.url}/${TENANT}/oauth2/v2.0/authorize`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: APP,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: 'https://bot.example/auth/end',
    scope: `${SCOPE} openid profile offline_access`,
    state: 'the state',
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    claims: '{"a":"b&c"}',
    login_hint: 'tom&x=y@contoso.example',
  });
});

it('the challenge is that of RFC 7636, appendix B, and verifiers are long and never the same', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
  expect(newVerifier()).toMatch(/^[\w-]{43}$/);
  expect(newVerifier()).not.toBe(newVerifier());
});

it('redeems the code with the verifier, for the person who was sent to the page', async () => {
  const redeemed = await redeem(page, returned);
  expect(redeemed).toMatchObject({
    ok: true,
    who: { person: TOM.id, roles: ['Technician'], name: 'Tom Tech', isGuest: false },
  });
  if (redeemed.ok) expect(oidOf(redeemed.access.bearerToken())).toBe(TOM.id);
  expect(login.posts).toHaveLength(1);
  expect(login.posts[0]).toMatchObject({
    grant_type: 'authorization_code',
    code: 'the-code',
    code_verifier: verifier,
    redirect_uri: 'https://bot.example/auth/end',
    client_id: APP,
  });
});

it('another person who signed in on the page is refused', async () => {
  expect(await redeem(page, { ...returned, expected: { ...TOM, id: person(2) } })).toEqual({
    ok: false,
    why: 'wrong-person',
  });
});

it('an access token of another person than the id token is dropped with an alarm', async () => {
  answers({ access_token: await login.graphToken(person(2)) });
  await expect(redeem(page, returned)).rejects.toBeInstanceOf(SignInNeeded);
  expect(alarms).toMatchObject([{ event: 'foreign-token', because: 'wrong-person' }]);
});

it.each<[string, string, () => Promise<string | undefined>]>([
  ['wrong-audience', 'for another application', () => login.idToken(TOM.id, { aud: TENANT })],
  [
    'wrong-tenant',
    'of another tenant',
    () => login.idToken(TOM.id, { tid: '99999999-9999-4999-8999-999999999999' }),
  ],
  [
    'personal-account',
    'of a personal account',
    () => login.idToken(TOM.id, { tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }),
  ],
  ['wrong-issuer', 'of another issuer', () => login.idToken(TOM.id, { iss: 'https://evil.example' })],
  ['expired', 'that has ended', () => login.idToken(TOM.id, { iat: 1, nbf: 1, exp: 3_601 })],
  ['malformed', 'that is missing', () => Promise.resolve(undefined)],
])('refuses as %s an id token %s', async (why, _, idToken) => {
  answers({ id_token: await idToken() });
  expect(await redeem(page, returned)).toEqual({ ok: false, why });
});

it('refuses an id token that the login host did not sign', async () => {
  const stranger = await testKey('k1');
  const claims: unknown = JSON.parse(
    Buffer.from((await login.idToken(TOM.id)).split('.')[1] ?? '', 'base64url').toString(),
  );
  // Claims that were just signed are an object.
  answers({ id_token: await stranger.sign(claims as Record<string, unknown>) });
  expect(await redeem(page, returned)).toEqual({ ok: false, why: 'bad-signature' });
});

it('a code that was spent or has ended means signing in again', async () => {
  login.token = () => refuse(54005);
  await expect(redeem(page, returned)).rejects.toEqual(new SignInNeeded('expired'));
});
