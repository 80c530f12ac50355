import {
  goodHeader,
  ISSUER,
  sign,
  signAsStranger,
  signElliptic,
  signWeakly,
  signWith,
  signWithSecret,
  unsigned,
} from './forger';
import { rawRequest } from './raw-http';

/** Where a case is played: whose bot, whose tenant, and what time it is there. */
export type TokenWorld = {
  /** Seconds since 1970. */
  readonly now: () => number;
  readonly botId: string;
  readonly appId: string;
  readonly tenant: string;
  readonly serviceUrl: string;
  /** An ordinary message of a person of the tenant, each with an id of its own. */
  readonly activity: (more?: object) => object;
};

/**
 * What must become of it. `in`: a turn is taken. `idle`: authentic but senseless, nothing comes of it.
 * `out`: 4xx with a fixed body, no turn, nothing sent.
 */
export type Verdict = 'in' | 'idle' | 'out';

export type TokenCase = {
  readonly name: string;
  readonly verdict: Verdict;
  readonly bytes: (world: TokenWorld) => Buffer;
};

type Header = readonly [string, string];
const JSON_TYPE: Header = ['Content-Type', 'application/json'];

const request = (headers: readonly Header[], activity: unknown, line?: string) =>
  rawRequest([JSON_TYPE, ...headers], JSON.stringify(activity), line);

const bearer = (token: string): Header => ['Authorization', `Bearer ${token}`];

export const goodClaims = (world: TokenWorld, more: object = {}): Record<string, unknown> => ({
  ...{ iss: ISSUER, aud: world.botId, serviceurl: world.serviceUrl },
  ...{ nbf: world.now() - 300, exp: world.now() + 3600 },
  ...more,
});

/** The order of a good request, for whoever wants one. */
export const goodRequest = (world: TokenWorld, more: object = {}) =>
  request([bearer(sign(goodClaims(world)))], world.activity(more));

type Make<T> = (world: TokenWorld) => T;
type Row = readonly [string, Make<Buffer>, (Verdict | undefined)?];

/** Only the Authorization header is unusual. */
const header = (name: string, headers: Make<readonly Header[]>, verdict?: Verdict): Row => [
  name,
  (world) => request(headers(world), world.activity()),
  verdict,
];

/** Only the token is unusual. */
const token = (name: string, make: Make<string>, verdict?: Verdict): Row =>
  header(name, (world) => [bearer(make(world))], verdict);

/** Only claims of a well signed token are unusual; `undefined` leaves one out. */
const claims = (name: string, more: Make<object>, verdict?: Verdict): Row =>
  token(name, (world) => sign(goodClaims(world, more(world))), verdict);

const tokenHeader = (name: string, changed: unknown): Row =>
  token(name, (world) => sign(goodClaims(world), changed));

/** Only the activity under a good token is unusual. */
const activity = (name: string, make: Make<unknown>, verdict?: Verdict): Row => [
  name,
  (world) => request([bearer(sign(goodClaims(world)))], make(world)),
  verdict,
];

/** Token and activity agree on a service URL that must not get the bot's token. */
const agreed = (name: string, url: Make<unknown>, verdict?: Verdict): Row => [
  name,
  (world) =>
    request(
      [bearer(sign(goodClaims(world, { serviceurl: url(world) })))],
      world.activity({ serviceUrl: url(world) }),
    ),
  verdict,
];

const good: Make<string> = (world) => sign(goodClaims(world));
const payload = (name: string, text: string) => token(name, () => sign(text));
const DAY = 24 * 3600;

const headers: readonly Row[] = [
  header('no Authorization header', () => []),
  header('an empty Authorization header', () => [['Authorization', '']]),
  header('the scheme alone', () => [['Authorization', 'Bearer']]),
  header('the scheme and a space', () => [['Authorization', 'Bearer ']]),
  header('a lower-case scheme', (world) => [['Authorization', `bearer ${good(world)}`]]),
  header('Basic', () => [['Authorization', 'Basic ZGFuYTpzZWNyZXQ=']]),
  header('two spaces behind the scheme', (world) => [['Authorization', `Bearer  ${good(world)}`]]),
  header('a tab behind the scheme', (world) => [['Authorization', `Bearer\t${good(world)}`]]),
  // HTTP itself takes white space away at the end of a header: the same header, so nothing to refuse.
  header('a space at the end', (world) => [['Authorization', `Bearer ${good(world)} `]], 'in'),
  header('two tokens with a comma', (world) => [
    ['Authorization', `Bearer ${good(world)}, Bearer ${good(world)}`],
  ]),
  header('the header twice', (world) => [bearer(good(world)), bearer(good(world))]),
  header('the header in two spellings', (world) => [
    bearer(good(world)),
    ['authorization', `Bearer ${sign({})}`],
  ]),
  claims('a token of 17 KB', () => ({ padding: 'x'.repeat(12_500) })),
  claims('a token of 10 KB', () => ({ padding: 'x'.repeat(7_500) })),
  header('letters beyond ASCII', (world) => [['Authorization', `Bearer ${good(world)}é`]]),
  token('two segments', (world) => good(world).split('.').slice(0, 2).join('.')),
  token('four segments', (world) => `${good(world)}.AA`),
];

const encodings: readonly Row[] = [
  token('padding', (world) => `${good(world)}==`),
  token('the letters of plain base64', (world) => `${good(world).slice(0, -2)}+/`),
  header('a line break inside', (world) => [
    ['Authorization', `Bearer ${good(world).slice(0, 40)}\r\n ${good(world).slice(40)}`],
  ]),
  tokenHeader('a header that is no JSON', 'not json'),
  payload('a payload that is null', 'null'),
  payload('a payload that is a list', '[]'),
  payload('a payload that is a text', '"text"'),
  payload('a payload that is a number', '1'),
  tokenHeader('two algorithms in one header', '{"alg":"none","alg":"RS256","kid":"good"}'),
  tokenHeader('two key ids in one header', '{"alg":"RS256","kid":"unknown","kid":"good"}'),
  tokenHeader('a byte order mark', `\uFEFF${JSON.stringify(goodHeader)}`),
  token('a NUL in the payload', (world) => sign(`${JSON.stringify(goodClaims(world))}\u0000`)),
  claims('a payload of a megabyte', () => ({ padding: 'x'.repeat(1_000_000) })),
];

const algorithms: readonly Row[] = [
  token('a signature of somebody else', (world) => signAsStranger(goodClaims(world))),
  token('a payload that was changed after signing', (world) => {
    const changed = Buffer.from(JSON.stringify(goodClaims(world, { extra: 1 }))).toString('base64url');
    return good(world).replace(/\.[^.]+\./u, `.${changed}.`);
  }),
  ...['none', 'None', 'nOnE'].map((alg) => token(`alg ${alg}`, (world) => unsigned(goodClaims(world), alg))),
  token('HS256 with the public key as PEM', (world) => signWithSecret(goodClaims(world), 'pem')),
  token('HS256 with the modulus', (world) => signWithSecret(goodClaims(world), 'modulus')),
  token('ES256', (world) =>
    signElliptic(goodClaims(world), { ...goodHeader, alg: 'ES256', kid: 'elliptic' }),
  ),
  ...(['PS256', 'RS384', 'RS512'] as const).map((alg) =>
    token(alg, (world) => signWith(alg, goodClaims(world))),
  ),
  tokenHeader('a key that nobody published', { ...goodHeader, kid: 'unknown' }),
  tokenHeader('no key id', { alg: 'RS256', typ: 'JWT' }),
  tokenHeader('a key id that is a list', { ...goodHeader, kid: ['good'] }),
  tokenHeader('a key id that is an object', { ...goodHeader, kid: { good: 'good' } }),
  tokenHeader('a key id that names a prototype', { ...goodHeader, kid: '__proto__' }),
  tokenHeader('a key that the token brings', { ...goodHeader, jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }),
  tokenHeader('an address of keys', { ...goodHeader, jku: 'https://evil.example/keys' }),
  tokenHeader('an address of a certificate', { ...goodHeader, x5u: 'https://evil.example/certificate' }),
  tokenHeader('critical members', { ...goodHeader, crit: ['exp'] }),
  tokenHeader('a payload that is not encoded', { ...goodHeader, b64: false }),
  tokenHeader('a published key for encryption', { ...goodHeader, kid: 'for-encryption' }),
  tokenHeader('a published key for RS512', { ...goodHeader, kid: 'for-rs512' }),
  token('a published key of another kind', (world) =>
    signElliptic(goodClaims(world), { ...goodHeader, kid: 'elliptic' }),
  ),
  token('a published key of 1,024 bits', (world) => signWeakly(goodClaims(world))),
];

const times: readonly Row[] = [
  claims('ended six minutes ago', ({ now }) => ({ nbf: now() - 4000, exp: now() - 360 })),
  claims('ended four minutes ago', ({ now }) => ({ nbf: now() - 4000, exp: now() - 240 }), 'in'),
  claims('no end', () => ({ exp: undefined })),
  claims('an end in words', ({ now }) => ({ exp: String(now() + 3600) })),
  claims('an end in the year 9999', () => ({ exp: 253_402_300_799 })),
  claims('a life of 25 hours', ({ now }) => ({ nbf: now(), exp: now() + 25 * 3600 })),
  claims('no beginning', () => ({ nbf: undefined })),
  claims('a beginning in six minutes', ({ now }) => ({ nbf: now() + 360 })),
  claims('issued in six minutes', ({ now }) => ({ iat: now() + 360 })),
  claims('a negative end', () => ({ exp: -1 })),
  claims('an end that is no number', () => ({ exp: null })),
  claims('issued long before it begins', ({ now }) => ({ iat: now() - 2 * DAY })),
];

const issuersAndAudiences: readonly Row[] = [
  claims('another issuer', ({ tenant }) => ({ iss: `https://sts.windows.net/${tenant}/` })),
  claims('the issuer with a slash', () => ({ iss: `${ISSUER}/` })),
  claims('the issuer in capitals', () => ({ iss: ISSUER.toUpperCase() })),
  claims('the issuer in a list', () => ({ iss: [ISSUER] })),
  claims('the issuer of another cloud', () => ({ iss: 'https://api.botframework.us' })),
  claims('no issuer', () => ({ iss: undefined })),
  claims('another audience', () => ({ aud: '33333333-3333-4333-8333-333333333333' })),
  claims('us among several audiences', ({ botId }) => ({ aud: [botId] })),
  claims('our address as the audience', ({ botId }) => ({ aud: `api://${botId}` })),
  claims('no audience', () => ({ aud: undefined })),
  claims('an audience that is null', () => ({ aud: null })),
  claims('our id in capitals', ({ botId }) => ({ aud: `${botId.toUpperCase()}A`.slice(1) })),
];

const FOREIGN_TENANT = 'f0e1d2c3-b4a5-4968-8776-5a4b3c2d1e0f';

type Named = readonly [string, unknown];
const byName = (rows: readonly Named[]) => rows;

const serviceUrls: readonly Row[] = [
  claims('no service URL in the token', () => ({ serviceurl: undefined })),
  claims('another service URL in the token', () => ({ serviceurl: 'https://smba.trafficmanager.net/x/' })),
  ...byName([
    ['no service URL in the activity', undefined],
    ['an empty service URL', ''],
    ['0 for a service URL', 0],
    ['null for a service URL', null],
    ['a list of service URLs', ['https://smba.trafficmanager.net/emea/']],
    ['an object for a service URL', { url: 'https://smba.trafficmanager.net/emea/' }],
  ]).map(([name, serviceUrl]) => activity(name, (world) => world.activity({ serviceUrl }))),
  agreed('both without a service URL', () => undefined),
  agreed('both with an empty one', () => ''),
  agreed('http', () => 'http://smba.trafficmanager.net/emea/'),
  agreed('a user name', () => 'https://somebody@smba.trafficmanager.net/emea/'),
  agreed('another port', () => 'https://smba.trafficmanager.net:8443/emea/'),
  agreed('an address in numbers', () => 'https://10.0.0.1/emea/'),
  agreed('our host as a label', () => 'https://smba.trafficmanager.net.evil.example/'),
  agreed('a look-alike host', () => 'https://smbа.trafficmanager.net/emea/'),
  agreed('a host outside the list', () => 'https://evil.example/emea/'),
  agreed('a listed host', () => 'https://smba.trafficmanager.net/emea/', 'in'),
];

const channels: readonly Row[] = [
  ...byName([
    ['no channel', undefined],
    ['an empty channel', ''],
    ['null for a channel', null],
    ['an object for a channel', { id: 'msteams' }],
    ...['webchat', 'directline', 'emulator', 'slack', 'MSTEAMS', 'AseChannel'].map((id): Named => [
      `channel ${id}`,
      id,
    ]),
  ]).map(([name, channelId]) => activity(name, (world) => world.activity({ channelId }))),
  tokenHeader('a key for other channels', { ...goodHeader, kid: 'other-channel' }),
  tokenHeader('a key for no channel', { ...goodHeader, kid: 'no-channel' }),
  [
    'a key for no channel, for Direct Line',
    (world) =>
      request(
        [bearer(sign(goodClaims(world), { ...goodHeader, kid: 'no-channel' }))],
        world.activity({ channelId: 'directline' }),
      ),
  ],
  [
    'Teams only in a header',
    (world) =>
      request([['channelid', 'msteams'], bearer(good(world))], world.activity({ channelId: 'emulator' })),
  ],
  activity('another tenant', (world) => world.activity({ channelData: { tenant: { id: FOREIGN_TENANT } } })),
  activity('no tenant', (world) =>
    world.activity({ channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } }),
  ),
];

/** Tokens that are good elsewhere. They are signed with the connector's key, so that only their claims refuse them. */
const entra = (name: string, more: Make<object>): Row =>
  claims(name, (world) => ({ tid: world.tenant, ver: '2.0', ...more(world) }));
const v1 = (tenant: string) => `https://sts.windows.net/${tenant}/`;
const v2 = (tenant: string) => `https://login.microsoftonline.com/${tenant}/v2.0`;
const ours = ({ botId }: TokenWorld) => ({ appid: botId, azp: botId });

const otherDoors: readonly Row[] = [
  entra('a token of ours for ourselves, v1', (world) => ({
    ...ours(world),
    iss: v1(world.tenant),
    ver: '1.0',
  })),
  entra('a token of ours for ourselves, v2', (world) => ({ ...ours(world), iss: v2(world.tenant) })),
  entra('the same of a foreign tenant, v1', (world) => ({
    ...ours(world),
    ...{ iss: v1(FOREIGN_TENANT), tid: FOREIGN_TENANT, ver: '1.0' },
  })),
  entra('the same of a foreign tenant, v2', (world) => ({
    ...ours(world),
    ...{ iss: v2(FOREIGN_TENANT), tid: FOREIGN_TENANT },
  })),
  entra('a tenant that is a list', (world) => ({
    ...ours(world),
    iss: v2(world.tenant),
    tid: [world.tenant],
  })),
  entra('a tenant that is an object', (world) => ({ ...ours(world), iss: v2(world.tenant), tid: {} })),
  entra('a tenant that is a number', (world) => ({ ...ours(world), iss: v2(world.tenant), tid: 1 })),
  entra('a sign-on token of Teams', (world) => ({
    iss: v2(world.tenant),
    aud: world.appId,
    scp: 'access_as_user',
  })),
  entra('an id token', (world) => ({ iss: v2(world.tenant), aud: world.appId, nonce: 'n' })),
  entra('a Graph token', (world) => ({ iss: v1(world.tenant), aud: 'https://graph.microsoft.com' })),
  entra('an application token for our API', (world) => ({
    ...{ iss: v2(world.tenant), aud: `api://botid-${world.botId}`, idtyp: 'app' },
  })),
  entra('our own token for the connector', (world) => ({
    ...ours(world),
    iss: v1(world.tenant),
    aud: ISSUER,
  })),
  entra('a token of a skill', (world) => ({
    iss: v2(world.tenant),
    azp: '55555555-5555-4555-8555-555555555555',
  })),
  entra('an anonymous skill', () => ({
    iss: 'AnonymousSkill',
    appid: 'AnonymousSkill',
    aud: 'AnonymousSkill',
  })),
  [
    'an upgrade to WebSocket',
    (world) =>
      request(
        [
          ['Connection', 'Upgrade'],
          ['Upgrade', 'websocket'],
          ['Sec-WebSocket-Key', 'eA=='],
          bearer(good(world)),
        ],
        world.activity(),
      ),
  ],
  ['GET', (world) => request([bearer(good(world))], world.activity(), 'GET /api/messages HTTP/1.1')],
  // The reply must not leave in the answer: the runner compares the body.
  activity(
    'a wish for replies in the answer',
    (world) => world.activity({ deliveryMode: 'expectReplies' }),
    'in',
  ),
];

const bodies: readonly Row[] = [
  activity('an empty activity', () => ({})),
  activity('a type alone', () => ({ type: 'message' })),
  activity('nobody as the sender', (world) => world.activity({ from: null }), 'idle'),
  activity('a conversation that is a text', (world) => world.activity({ conversation: 'a:1' })),
  activity(
    'a mention of nobody',
    (world) => world.activity({ entities: [{ type: 'mention', text: '<at>x</at>' }] }),
    'in',
  ),
  activity(
    'a huge channelData',
    (world) => world.activity({ channelData: { tenant: { id: world.tenant }, more: Array(4000).fill(1) } }),
    'in',
  ),
  activity('dates that are objects', (world) => world.activity({ timestamp: {}, localTimestamp: [] }), 'in'),
  [
    'keys that name prototypes',
    (world) => {
      const text = JSON.stringify(world.activity()).replace(
        /^\{/u,
        '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},',
      );
      return rawRequest([JSON_TYPE, bearer(good(world))], text);
    },
    'in',
  ],
];

const groups = {
  ...{ header: headers, encoding: encodings, algorithm: algorithms, time: times },
  ...{ 'issuer and audience': issuersAndAudiences, 'service URL': serviceUrls, channel: channels },
  ...{ 'other door': otherDoors, body: bodies },
};

export const tokenCases: readonly TokenCase[] = Object.entries(groups).flatMap(([group, rows]) =>
  rows.map(([name, bytes, verdict = 'out']) => ({ name: `${group}: ${name}`, verdict, bytes })),
);
