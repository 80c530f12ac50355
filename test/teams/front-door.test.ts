import { KeysUnavailable } from '../../src/auth/signing-keys';
import { frontDoor } from '../../src/teams/front-door';
import { messagesRoute } from '../../src/teams/messages-route';
import { Server } from '../../src/teams/server';
import { guardServiceUrls } from '../../src/outbound';
import { message } from './activities';
import { botId, otherTenant, tenant, testClock, testLog } from './doubles';
import { ask } from './http';
import {
  connectorKeys,
  goodClaims,
  goodHeader,
  issuer,
  sign,
  signAsStranger,
  signUnendorsed,
  signWith,
  signWithPublicKey,
  unsigned,
} from './tokens';

const clock = testClock();
const log = testLog();
const keys = connectorKeys();
const turns: unknown[] = [];
const rules = {
  ...{ botId, tenant, tokenIssuer: issuer },
  maySendTo: guardServiceUrls(['smba.trafficmanager.net', '*.botframework.com', '127.0.0.1:3979']),
};
const takeTurn = (activity: unknown) => {
  turns.push(activity);
  return Promise.resolve(undefined);
};
const route = messagesRoute({ frontDoor: frontDoor(rules, keys, clock), takeTurn, log });
const server = new Server({ 'POST /api/messages': route }, log);
let port = 0;

beforeAll(async () => {
  port = await server.listen(0, '127.0.0.1');
});
afterAll(() => server.stop());
beforeEach(() => {
  turns.length = 0;
  log.lines.length = 0;
});

const post = (authorization: string | string[] | undefined, activity: unknown = message('hello')) =>
  ask(port, '/api/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(activity),
  });

const now = () => Math.floor(clock.now() / 1000);
const claims = (more: object = {}) => ({ ...goodClaims(clock.now()), ...more });
const bearer = (more: object = {}, header: unknown = goodHeader) => `Bearer ${sign(claims(more), header)}`;

describe('the connector itself', () => {
  it.each([
    ['is let in', () => bearer()],
    [
      'is let in with a token that ended four minutes ago',
      () => bearer({ nbf: now() - 4000, exp: now() - 240 }),
    ],
    ['is let in with a token that begins in four minutes', () => bearer({ nbf: now() + 240 })],
    ['is let in with a token that says when it was issued', () => bearer({ iat: now() - 10 })],
  ])('%s', async (_name, authorization) => {
    expect((await post(authorization())).status).toBe(200);
    expect(turns).toHaveLength(1);
  });

  it('costs no second look at the keys with the same token', async () => {
    const authorization = bearer({ exp: now() + 1234 });
    await post(authorization);
    const before = keys.reads;
    await post(authorization);
    expect(keys.reads).toBe(before);
    expect(turns).toHaveLength(2);
  });

  it('is not let in with a remembered token that has ended', async () => {
    const authorization = bearer({ exp: now() + 60 });
    expect((await post(authorization)).status).toBe(200);
    clock.pass(7 * 60 * 1000);
    expect((await post(authorization)).status).toBe(401);
  });
});

const good = () => sign(claims());
const raw = (header: unknown) => () => bearer({}, header);
const tokens: [string, () => string | string[] | undefined][] = [
  // header
  ['no token', () => undefined],
  ['an empty header', () => ''],
  ['the scheme alone', () => 'Bearer'],
  ['the scheme and a space', () => 'Bearer '],
  ['another scheme', () => 'Basic ZGFuYTpzZWNyZXQ='],
  ['a lower-case scheme', () => `bearer ${good()}`],
  ['two spaces', () => `Bearer  ${good()}`],
  ['a tab', () => `Bearer\t${good()}`],
  ['two tokens with a comma', () => `Bearer ${good()}, Bearer ${good()}`],
  ['two headers', () => [`Bearer ${good()}`, `Bearer ${good()}`]],
  ['two segments', () => `Bearer ${good().split('.').slice(0, 2).join('.')}`],
  ['four segments', () => `Bearer ${good()}.AA`],
  ['an empty signature', () => `Bearer ${good().replace(/[^.]+$/, '')}`],
  // encoding
  ['padding', () => `Bearer ${good()}==`],
  ['a plus sign', () => `Bearer ${good().slice(0, -1)}+`],
  ['a header that is no JSON', raw('not json')],
  ['a header with a byte order mark', raw(`\uFEFF${JSON.stringify(goodHeader)}`)],
  ['a payload that is null', () => `Bearer ${sign('null')}`],
  ['a payload that is a list', () => `Bearer ${sign([])}`],
  ['a payload that is text', () => `Bearer ${sign('"x"')}`],
  ['a payload that is no JSON', () => `Bearer ${sign('{')}`],
  ['two algorithms in one header', raw('{"alg":"none","alg":"RS256","kid":"k1"}')],
  // algorithm and key
  ['a signature of somebody else', () => `Bearer ${signAsStranger(claims())}`],
  [
    'a changed payload',
    () =>
      `Bearer ${good().replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify(claims({ aud: botId, x: 1 }))).toString('base64url')}.`)}`,
  ],
  ['no algorithm', () => `Bearer ${unsigned(claims(), 'none')}`],
  ['no algorithm, oddly spelt', () => `Bearer ${unsigned(claims(), 'nOnE')}`],
  ['an HMAC with the public key', () => `Bearer ${signWithPublicKey(claims())}`],
  ['RS384', () => `Bearer ${signWith('RSA-SHA384', 'RS384', claims())}`],
  ['RS512', () => `Bearer ${signWith('RSA-SHA512', 'RS512', claims())}`],
  ['another algorithm over our signature', raw({ ...goodHeader, alg: 'PS256' })],
  ['a key nobody published', raw({ ...goodHeader, kid: 'k9' })],
  ['no key id', raw({ alg: 'RS256' })],
  ['a key id that is a list', raw({ ...goodHeader, kid: ['k1'] })],
  ['a key id that names a prototype', raw({ ...goodHeader, kid: '__proto__' })],
  ['a key of its own', raw({ ...goodHeader, jwk: { kty: 'RSA' } })],
  ['an address of keys', raw({ ...goodHeader, jku: 'https://evil.example/keys' })],
  ['an address of a certificate', raw({ ...goodHeader, x5u: 'https://evil.example/cert' })],
  ['critical members', raw({ ...goodHeader, crit: ['exp'] })],
  ['an unencoded payload', raw({ ...goodHeader, b64: false })],
  ['a key for other channels', () => `Bearer ${signUnendorsed(claims(), 'k2')}`],
  ['a key for no channel', () => `Bearer ${signUnendorsed(claims(), 'k3')}`],
  // time
  ['a token that ended six minutes ago', () => bearer({ nbf: now() - 4000, exp: now() - 360 })],
  ['no end', () => bearer({ exp: undefined })],
  ['an end in words', () => bearer({ exp: String(now() + 3600) })],
  ['a negative end', () => bearer({ exp: -1 })],
  ['an end in the year 9999', () => bearer({ exp: 253402300799 })],
  ['a beginning in six minutes', () => bearer({ nbf: now() + 360 })],
  ['no beginning', () => bearer({ nbf: undefined })],
  ['a token from the future', () => bearer({ iat: now() + 360 })],
  ['a token that lives for 25 hours', () => bearer({ nbf: now(), exp: now() + 25 * 3600 })],
  // issuer and audience
  ['another issuer', () => bearer({ iss: `https://sts.windows.net/${otherTenant}/` })],
  ['the issuer with a slash', () => bearer({ iss: `${issuer}/` })],
  ['the issuer in capitals', () => bearer({ iss: issuer.toUpperCase() })],
  ['the issuer in a list', () => bearer({ iss: [issuer] })],
  ['the issuer of another cloud', () => bearer({ iss: 'https://api.botframework.us' })],
  ['no issuer', () => bearer({ iss: undefined })],
  [
    'our own tenant as the issuer, as botbuilder lets in',
    () =>
      bearer({
        iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
        azp: botId,
        appid: botId,
        tid: tenant,
        ver: '2.0',
      }),
  ],
  ['another audience', () => bearer({ aud: '33333333-3333-4333-8333-333333333333' })],
  ['us among several audiences', () => bearer({ aud: [botId] })],
  ['our address as the audience', () => bearer({ aud: `api://${botId}` })],
  ['no audience', () => bearer({ aud: undefined })],
  ['no service URL', () => bearer({ serviceurl: undefined })],
  ['an empty service URL', () => bearer({ serviceurl: '' })],
];

describe('a token with', () => {
  it.each(tokens)('%s is turned away', async (_name, authorization) => {
    const answer = await post(authorization());
    expect([answer.status, answer.body]).toEqual([401, '{"error":"unauthorized"}']);
    expect(turns).toEqual([]);
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toMatchObject({ level: 'warn', event: 'refused at the front door' });
    expect(JSON.stringify(log.lines)).not.toMatch(/eyJ|Bearer/);
  });
});

const personal = message('x').conversation;
const serviceUrl = (url: unknown) => ({
  authorization: () => bearer({ serviceurl: url }),
  activity: message('x', { serviceUrl: url }),
});
const activities: [string, { authorization?: () => string; activity: unknown }][] = [
  [
    'another service URL than the token',
    { activity: message('x', { serviceUrl: 'https://smba.trafficmanager.net/amer/' }) },
  ],
  [
    'the service URL without its slash',
    { activity: message('x', { serviceUrl: 'https://smba.trafficmanager.net/emea' }) },
  ],
  ['no service URL', { activity: message('x', { serviceUrl: undefined }) }],
  ['an empty service URL', { activity: message('x', { serviceUrl: '' }) }],
  ['0 for a service URL', { activity: message('x', { serviceUrl: 0 }) }],
  [
    'a list of service URLs',
    { activity: message('x', { serviceUrl: ['https://smba.trafficmanager.net/emea/'] }) },
  ],
  ['a foreign host', serviceUrl('https://evil.example/')],
  ['a foreign host that ends like ours', serviceUrl('https://evilbotframework.com/')],
  ['a foreign host that begins like ours', serviceUrl('https://smba.trafficmanager.net.evil.example/')],
  ['our host as a user name', serviceUrl('https://smba.trafficmanager.net@evil.example/')],
  ['our host behind a backslash', serviceUrl('https://evil.example\\@smba.trafficmanager.net/')],
  ['our host without encryption', serviceUrl('http://smba.trafficmanager.net/emea/')],
  ['our host on another port', serviceUrl('https://smba.trafficmanager.net:8443/')],
  ['our host with a dot behind it', serviceUrl('https://smba.trafficmanager.net./emea/')],
  ['a machine of the inner network', serviceUrl('https://10.0.0.1/')],
  ['loopback on a port that is not listed', serviceUrl('http://127.0.0.1:8080/')],
  ['no channel', { activity: message('x', { channelId: undefined }) }],
  ['an empty channel', { activity: message('x', { channelId: '' }) }],
  ['a channel that is no text', { activity: message('x', { channelId: { id: 'msteams' } }) }],
  ['Web Chat as its channel', { activity: message('x', { channelId: 'webchat' }) }],
  ['Direct Line as its channel', { activity: message('x', { channelId: 'directline' }) }],
  ['the emulator as its channel', { activity: message('x', { channelId: 'emulator' }) }],
  ['its channel in capitals', { activity: message('x', { channelId: 'MSTEAMS' }) }],
  ['the App Service Extension as its channel', { activity: message('x', { channelId: 'AseChannel' }) }],
  ['another tenant', { activity: message('x', { channelData: { tenant: { id: otherTenant } } }) }],
  [
    'no tenant',
    { activity: message('x', { channelData: {}, conversation: { id: 'a', conversationType: 'personal' } }) },
  ],
  ['two tenants', { activity: message('x', { conversation: { ...personal, tenantId: otherTenant } }) }],
  ['nothing in it', { activity: {} }],
  ['a list', { activity: [] }],
  ['null', { activity: null }],
  ['text', { activity: 'message' }],
  ['a conversation that is text', { activity: message('x', { conversation: 'a:1' }) }],
];

describe('under a good token an activity with', () => {
  it.each(activities)('%s is turned away', async (_name, { authorization = () => bearer(), activity }) => {
    const answer = await post(authorization(), activity);
    expect([400, 401, 403]).toContain(answer.status);
    expect(answer.body).toMatch(/^\{"error":"(?:bad-request|unauthorized|forbidden)"\}$/);
    expect(turns).toEqual([]);
    expect(log.lines).toHaveLength(1);
  });

  it.each(['http://127.0.0.1:3979/emea/', 'https://europe.botframework.com/'])(
    'the service URL %s is let in',
    async (url) => {
      const { authorization, activity } = serviceUrl(url);
      expect((await post(authorization(), activity)).status).toBe(200);
    },
  );
});

it('without keys nobody gets in, and Teams may try again', async () => {
  const down = { find: () => Promise.reject(new KeysUnavailable()) };
  const door = frontDoor(rules, down, clock);
  expect(await door.checkToken([bearer()])).toEqual({ ok: false, status: 503, code: 'keys-unavailable' });
});
