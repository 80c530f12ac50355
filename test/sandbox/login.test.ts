import { createHash } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { Browser } from '../../src/sandbox/teams-client/browser';
import type { ExchangeTrouble } from '../../src/sandbox/tenant/person';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  await sandbox.stop();
});

type Body = Record<string, unknown>;

async function token(
  form: Record<string, string>,
): Promise<{ status: number; body: Body; headers: Headers }> {
  const url = `${sandbox.addresses.login}/${sandbox.tenant.id}/oauth2/v2.0/token`;
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Body, headers: response.headers };
}

const signOnClient = () => ({
  client_id: sandbox.registrations.signOn.id,
  client_secret: sandbox.registrations.signOn.secret,
});

async function exchange(
  key: string,
  overrides: JWTPayload = {},
  scope = `${sandbox.addresses.graph}/.default`,
) {
  const assertion = await sandbox.login.tokens.signOnToken(sandbox.tenant.person(key), overrides);
  return token({
    ...signOnClient(),
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion,
    scope,
  });
}

test('a sign-on token has the claims that Teams gives, and the published key verifies it', async () => {
  const person = sandbox.tenant.person('tom');
  const raw = await sandbox.login.tokens.signOnToken(person);
  const keys = createRemoteJWKSet(
    new URL(`${sandbox.addresses.login}/${sandbox.tenant.id}/discovery/v2.0/keys`),
  );
  const { payload } = await jwtVerify(raw, keys, {
    issuer: `${sandbox.addresses.login}/${sandbox.tenant.id}/v2.0`,
    audience: sandbox.registrations.signOn.id,
  });
  expect(payload).toMatchObject({
    ver: '2.0',
    scp: 'access_as_user',
    oid: person.oid,
    tid: sandbox.tenant.id,
    azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
    preferred_username: 'tom@contoso.example',
    roles: ['Technician'],
  });
});

test('a sign-on token is exchanged for a Graph token of the same person', async () => {
  const { status, body } = await exchange('tom');
  expect(status).toBe(200);
  const claims = decodeJwt(String(body['access_token']));
  expect(claims).toMatchObject({
    aud: sandbox.addresses.graph,
    idtyp: 'user',
    oid: sandbox.tenant.person('tom').oid,
  });
  expect(claims['scp']).toMatch(/DeviceManagementManagedDevices\.ReadWrite\.All/);
  expect(decodeJwt(String(body['id_token']))['oid']).toBe(claims['oid']);
});

test.each<[string, ExchangeTrouble, number, Body]>([
  ['mfa', 'mfa-required', 400, { error: 'invalid_grant', suberror: 'basic_action', error_codes: [50076] }],
  ['mfa by the book', 'mfa-required-by-the-book', 400, { error: 'interaction_required' }],
  ['policy', 'blocked-by-policy', 400, { error: 'invalid_grant', error_codes: [53003] }],
  ['expired', 'assertion-expired', 400, { error_codes: [500133] }],
  ['invalid', 'assertion-invalid', 400, { error_codes: [50013] }],
  ['revoked', 'token-revoked', 400, { suberror: 'bad_token' }],
  ['not assigned', 'not-assigned', 400, { error_codes: [50105] }],
  ['secret', 'wrong-secret', 401, { error: 'invalid_client', error_codes: [7000215] }],
  ['busy', 'busy', 429, { error: 'temporarily_unavailable' }],
  ['unavailable', 'unavailable', 503, { error: 'temporarily_unavailable' }],
])('an exchange can meet trouble: %s', async (_, trouble, status, body) => {
  sandbox.tenant.person('tom').behave({ exchange: trouble, exchangeTimes: 1 });
  expect(await exchange('tom')).toMatchObject({ status, body });
  expect((await exchange('tom')).status).toBe(200);
});

test('consent is missing for whoever has not given it, and for permissions nobody granted', async () => {
  const missing = { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001] };
  expect((await exchange('carl')).body).toMatchObject(missing);
  const unknown = await exchange('tom', {}, `${sandbox.addresses.graph}/DeviceManagementRBAC.Read.All`);
  expect(unknown.body).toMatchObject(missing);
});

test('an assertion that is foreign, expired, for somebody else or forged is refused', async () => {
  const codes = async (key: string, overrides: JWTPayload) =>
    (await exchange(key, overrides)).body['error_codes'];
  expect(await codes('frida', {})).toEqual([50020]);
  expect(await codes('tom', { exp: Math.floor(Date.now() / 1000) - 1 })).toEqual([500133]);
  expect(await codes('tom', { aud: 'another app' })).toEqual([50013]);
});

test('a client with a wrong secret gets nothing', async () => {
  const { status, body } = await token({
    grant_type: 'client_credentials',
    client_id: sandbox.registrations.bot.id,
    client_secret: 'wrong',
    scope: 'https://api.botframework.com/.default',
  });
  expect(status).toBe(401);
  expect(body['error_codes']).toEqual([7000215]);
});

describe('signing in with a browser', () => {
  const verifier = 'a-verifier-that-is-long-enough-for-the-standard-0123456789';
  let redirect: string;

  /** Goes to the sign-in page as a person would and answers it; the query that comes back to the app. */
  async function signIn(key: string, decision: 'accept' | 'cancel'): Promise<URLSearchParams> {
    redirect = `${sandbox.addresses.bot}/auth/end`;
    const url = new URL(`${sandbox.addresses.login}/${sandbox.tenant.id}/oauth2/v2.0/authorize`);
    url.search = new URLSearchParams({
      client_id: sandbox.registrations.signOn.id,
      redirect_uri: redirect,
      response_type: 'code',
      response_mode: 'form_post',
      scope: 'openid profile offline_access',
      state: 'state-1',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    const browser = new Browser();
    const page = await browser.open(url.href);
    const request = /name="request" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const posting = await browser.post(`${sandbox.addresses.login}/sandbox/sign-in`, {
      request,
      person: key,
      decision,
    });
    const inputs = [...posting.body.matchAll(/name="(\w+)" value="([^"]*)"/g)];
    return new URLSearchParams(Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value])));
  }

  const redeem = (code: string, codeVerifier: string) =>
    token({
      ...signOnClient(),
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirect,
      code_verifier: codeVerifier,
      scope: `${sandbox.addresses.graph}/.default`,
    });

  test('gives a code that is redeemed once, with the right verifier, and consent from then on', async () => {
    const back = await signIn('carl', 'accept');
    expect(back.get('state')).toBe('state-1');
    const redeemed = await redeem(back.get('code') ?? '', verifier);
    expect(decodeJwt(String(redeemed.body['access_token']))['oid']).toBe(sandbox.tenant.person('carl').oid);
    expect((await redeem(back.get('code') ?? '', verifier)).body['error_codes']).toEqual([54005]);
    expect((await exchange('carl')).status).toBe(200);
  });

  test('is refused with another verifier', async () => {
    const back = await signIn('carl', 'accept');
    expect((await redeem(back.get('code') ?? '', 'another')).body['error_codes']).toEqual([501481]);
  });

  test('can be cancelled, and can demand an administrator', async () => {
    expect((await signIn('carl', 'cancel')).get('error')).toBe('access_denied');
    sandbox.tenant.person('carl').behave({ mayConsent: false });
    expect((await signIn('carl', 'accept')).get('error_description')).toMatch(/AADSTS90094/);
  });

  test('only leads back to the app that is registered', async () => {
    const url = new URL(`${sandbox.addresses.login}/${sandbox.tenant.id}/oauth2/v2.0/authorize`);
    url.search = new URLSearchParams({
      client_id: sandbox.registrations.signOn.id,
      redirect_uri: 'https://evil.example/auth/end',
      response_type: 'code',
    }).toString();
    expect((await new Browser().open(url.href)).status).toBe(400);
  });
});
