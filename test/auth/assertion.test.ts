import { createHmac } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { exportSPKI, type JWTPayload } from 'jose';
import { assertionCheck } from '../../src/auth/assertion';
import type { Expected } from '../../src/auth/person-claims';
import { KeysUnavailable, type SigningKeys } from '../../src/auth/signing-keys';
import { Unreachable } from '../../src/desk/troubles';
import { APP, BOT, TEAMS, TENANT, person, testClock, testKey, TOM, type TestKey } from './login-double';

const HOST = 'https://login.microsoftonline.com';
const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';
const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad';
const clock = testClock(1_800_000_000_000);
const now = clock.now() / 1000;

let key: TestKey;
let stranger: TestKey;
let looked: string[];
let keys: SigningKeys;

beforeAll(async () => {
  [key, stranger] = await Promise.all([testKey('k1'), testKey('k1')]);
});
beforeEach(() => {
  looked = [];
  const known = { key: createPublicKey({ key: { ...key.jwk }, format: 'jwk' }), endorsements: [] };
  keys = {
    find: (kid) => {
      looked.push(kid);
      return Promise.resolve(kid === 'k1' ? known : undefined);
    },
  };
});

const rules = () => ({
  tenant: TENANT,
  authorityHost: HOST,
  audiences: [APP, `api://botid-${BOT}`],
  keys,
  clock,
});
const good: JWTPayload = {
  iss: `${HOST}/${TENANT}/v2.0`,
  aud: APP,
  azp: TEAMS,
  scp: 'access_as_user',
  oid: TOM.id,
  tid: TENANT,
  ver: '2.0',
  iat: now - 60,
  nbf: now - 60,
  exp: now + 3600,
  name: 'Tom Tech',
  preferred_username: 'tom@contoso.example',
  roles: ['Technician'],
};
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name)));
const check = (token: string, sender: Expected = TOM) => assertionCheck(rules())(token, sender);
const verdict = async (claims: JWTPayload, sender?: Expected) => {
  const checked = await check(await key.sign(claims), sender);
  return checked.ok ? 'accepted' : checked.why;
};

it('a good token says who the sender is', async () => {
  expect(await check(await key.sign(good))).toEqual({
    ok: true,
    who: {
      person: TOM.id,
      tenant: TENANT,
      name: 'Tom Tech',
      signInName: 'tom@contoso.example',
      roles: ['Technician'],
      isGuest: false,
      issuedAt: (now - 60) * 1000,
    },
  });
});

it.each<[string, JWTPayload]>([
  ['the resource as audience', { ...good, aud: `api://botid-${BOT}` }],
  ['an object id in capitals', { ...good, oid: TOM.id.toUpperCase() }],
  ['Teams on the web', { ...good, azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }],
  ['further scopes', { ...good, scp: 'email access_as_user' }],
  ['a token that ended four minutes ago', { ...good, exp: now - 240 }],
  ['a token that begins in four minutes', { ...good, nbf: now + 240 }],
  ['a person without roles', without('roles')],
])('accepts %s', async (_, claims) => {
  expect(await verdict(claims)).toBe('accepted');
});

it.each<[string, string, JWTPayload]>([
  ['wrong-tenant', 'another tenant', { ...good, tid: OTHER_TENANT }],
  ['wrong-tenant', 'a tenant that is no GUID', { ...good, tid: 'common' }],
  ['personal-account', 'the tenant of personal accounts', { ...good, tid: CONSUMERS }],
  ['personal-account', 'a personal account as guest', { ...good, idp: 'live.com' }],
  [
    'personal-account',
    'a personal account by its issuer',
    { ...good, idp: `https://sts.windows.net/${CONSUMERS}/` },
  ],
  ['wrong-issuer', "another tenant's issuer", { ...good, iss: `${HOST}/${OTHER_TENANT}/v2.0` }],
  ['wrong-issuer', 'a slash behind the issuer', { ...good, iss: `${HOST}/${TENANT}/v2.0/` }],
  ['wrong-issuer', 'the issuer of version 1', { ...good, iss: `https://sts.windows.net/${TENANT}/` }],
  ['wrong-version', 'version 1', { ...good, ver: '1.0' }],
  ['expired', 'an end six minutes ago', { ...good, iat: now - 4000, nbf: now - 4000, exp: now - 360 }],
  ['not-yet-valid', 'a beginning in six minutes', { ...good, nbf: now + 360 }],
  ['not-yet-valid', 'an issue in six minutes', { ...good, iat: now + 360 }],
  ['lives-too-long', 'an end in the year 9999', { ...good, exp: 253_402_300_799 }],
  ['lives-too-long', 'a life of two days', { ...good, nbf: now - 100_000, exp: now + 72_000 }],
  ['wrong-person', "another person's token", { ...good, oid: person(2) }],
  ['wrong-audience', 'a Graph token', { ...good, aud: 'https://graph.microsoft.com' }],
  ['wrong-audience', "the bot's own registration", { ...good, aud: BOT }],
  ['app-only', 'a token of an application', { ...good, idtyp: 'app' }],
  ['app-only', 'no scope at all', without('scp')],
  ['scope-missing', 'another scope', { ...good, scp: 'access_as_user2 email' }],
  ['wrong-client', 'another client', { ...good, azp: APP }],
  ['wrong-client', 'no client', without('azp')],
  ['malformed', 'no end', without('exp')],
  ['malformed', 'no beginning', without('nbf')],
  ['malformed', 'no audience', without('aud')],
  ['malformed', 'two audiences', { ...good, aud: [APP, BOT] }],
  ['malformed', 'no person', without('oid')],
  ['malformed', 'roles that are no list', { ...good, roles: 'Technician' }],
])('refuses as %s: %s, without looking for a key', async (code, _, claims) => {
  expect(await verdict(claims)).toBe(code);
  expect(looked).toEqual([]);
});

it('refuses a sender of another tenant, whatever the token says', async () => {
  // The cast makes the tenant that no configuration would have.
  const sender = { ...TOM, tenant: OTHER_TENANT as Expected['tenant'] };
  expect(await verdict(good, sender)).toBe('wrong-tenant');
});

it("refuses a good token in somebody else's activity", async () => {
  expect(await verdict(good, { ...TOM, id: person(2) })).toBe('wrong-person');
});

describe('a guest', () => {
  it.each<[string, JWTPayload]>([
    ['says so', { ...good, acct: 1 }],
    ['has a guest name', { ...good, upn: 'gus_partner.example#ext#@contoso.example' }],
    ['is at home elsewhere', { ...good, idp: `https://sts.windows.net/${OTHER_TENANT}/` }],
  ])('is known when the token %s', async (_, claims) => {
    expect(await check(await key.sign(claims))).toMatchObject({ ok: true, who: { isGuest: true } });
  });

  it('is nobody whose account is of this tenant', async () => {
    const claims = { ...good, acct: 0, idp: `https://sts.windows.net/${TENANT}/` };
    expect(await check(await key.sign(claims))).toMatchObject({ ok: true, who: { isGuest: false } });
  });
});

describe('signature', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const refusal = async (token: string) => {
    const checked = await check(token);
    return checked.ok ? 'accepted' : checked.why;
  };

  it('by a stranger is refused', async () => {
    expect(await refusal(await stranger.sign(good))).toBe('bad-signature');
  });

  it('of a changed token is refused', async () => {
    const [header, , signature] = (await key.sign(good)).split('.');
    expect(await refusal(`${header}.${part({ ...good, roles: ['Admin'] })}.${signature}`)).toBe(
      'bad-signature',
    );
  });

  it('by a key that nobody published is refused', async () => {
    expect(await refusal(await key.sign(good, { kid: 'k2' }))).toBe('unknown-key');
  });

  it('cannot be made with the public key as a secret', async () => {
    const { key: publicKey } = (await keys.find('k1')) ?? {};
    const pem = publicKey ? await exportSPKI(publicKey) : '';
    const text = `${part({ alg: 'HS256', kid: 'k1' })}.${part(good)}`;
    const forged = `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
    expect(await refusal(forged)).toBe('wrong-algorithm');
  });

  it.each(['none', 'nOnE', 'HS256', 'RS512', 'PS256', 'ES256'])('%s is no algorithm of ours', async (alg) => {
    expect(await refusal(`${part({ alg, kid: 'k1' })}.${part(good)}.c2ln`)).toBe('wrong-algorithm');
  });

  it.each<[string, object]>([
    ['no key id', { alg: 'RS256' }],
    ['a key id that is no text', { alg: 'RS256', kid: ['k1'] }],
    ['critical extensions', { alg: 'RS256', kid: 'k1', crit: ['b64'], b64: false }],
  ])('with %s is refused', async (_, header) => {
    expect(await refusal(`${part(header)}.${part(good)}.c2ln`)).toBe('malformed');
  });

  it('ignores a key that the token brings along', async () => {
    expect(await refusal(await stranger.sign(good, { jwk: stranger.jwk }))).toBe('bad-signature');
  });
});

it.each<[string, (token: string) => string]>([
  ['nothing', () => ''],
  ['two parts', (token) => token.split('.').slice(0, 2).join('.')],
  ['four parts', (token) => `${token}.x`],
  ['padding', (token) => `${token}=`],
  ['a line break', (token) => `${token}\n`],
  ['a space in front', (token) => ` ${token}`],
  ['no signature', (token) => `${token.split('.').slice(0, 2).join('.')}.`],
  ['17 kB', (token) => token + 'A'.repeat(17_000)],
  ['a payload that is no object', (token) => `${token.split('.')[0]}.bnVsbA.c2ln`],
])('refuses what is no token: %s', async (_, spoil) => {
  expect(await check(spoil(await key.sign(good)))).toEqual({ ok: false, why: 'malformed' });
});

it('without signing keys nobody is refused: the login host cannot be reached', async () => {
  keys = { find: () => Promise.reject(new KeysUnavailable()) };
  await expect(check(await key.sign(good))).rejects.toEqual(new Unreachable('sign-in'));
});
