import type { Edit } from './mutant';

/** A check of the front door, and how it is taken out. */
export type Mutant = { readonly check: string; readonly edits: readonly Edit[] };

const TOKEN = 'teams/connector-token.ts';
const DOOR = 'teams/front-door.ts';
const URLS = 'outbound.ts';
const KEYS = 'auth/signing-keys.ts';
const FETCH = 'auth/fetch-json.ts';

const off = (check: string, file: string, from: string, to: string): Mutant => ({
  check,
  edits: [{ file, from, to }],
});

/** Two nets, one behind the other, that catch the same. */
const bothOff = (check: string, ...edits: Edit[]): Mutant => ({ check, edits });

// Not among them: the least length of keys, since jose refuses short ones by itself.
export const frontDoorMutants: readonly Mutant[] = [
  off(
    'exactly one space, scheme and letters',
    DOOR,
    '/^Bearer ([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)$/',
    '/^bearer\\s+([A-Za-z0-9_.-]+)=*$/i',
  ),
  off('one header', DOOR, ' || others.length > 0', ''),
  off('no token longer than 8 KiB', DOOR, 'LONGEST_TOKEN = 8 *', 'LONGEST_TOKEN = 800 *'),
  off('a remembered token ends', DOOR, 'seen && seen.expiresAt > clock.now()', 'seen'),
  off(
    'no member that brings a key or rules',
    TOKEN,
    'FOREIGN_MEMBERS.some((member) => member in header)',
    'false',
  ),
  off('each member once', TOKEN, ' === 2 ? header : undefined', ' > 0 ? header : undefined'),
  bothOff(
    'RS256',
    { file: TOKEN, from: "if (header.alg !== 'RS256') return 'token-algorithm';", to: '' },
    { file: TOKEN, from: "{ algorithms: ['RS256'] }", to: '{}' },
  ),
  off('the key that the token names', TOKEN, 'await keys.find(header.kid)', "await keys.find('good')"),
  off('the key is endorsed for Teams', TOKEN, '!signer.endorsements.includes(rules.channel)', 'false'),
  off(
    'the signature',
    TOKEN,
    "(await compactVerify(token, key, { algorithms: ['RS256'] })).payload",
    "(await Promise.resolve([key, compactVerify]), Buffer.from(token.split('.')[1] ?? '', 'base64url'))",
  ),
  off('the issuer', TOKEN, 'claims.iss !== rules.issuer', 'false'),
  off('the audience', TOKEN, 'claims.aud !== rules.audience', 'false'),
  off('the end', TOKEN, 'exp + TOLERANCE <= now', 'false'),
  off('an end at all', TOKEN, 'exp: z.int().positive()', 'exp: z.int().positive().catch(1795341600)'),
  off('the beginning', TOKEN, 'nbf - TOLERANCE > now || iat - TOLERANCE > now', 'false'),
  off('a beginning at all', TOKEN, 'nbf: z.int()', 'nbf: z.int().catch(1795338000)'),
  off('the longest life', TOKEN, 'exp - Math.min(nbf, iat) > LONGEST_LIFE', 'false'),
  off(
    'a service URL in the token',
    TOKEN,
    'serviceurl: z.string().min(1)',
    "serviceurl: z.string().catch('https://smba.trafficmanager.net/emea/')",
  ),
  off('the same service URL in the activity', DOOR, 'data.serviceUrl !== token.serviceUrl', 'false'),
  off('a service URL that may get the token', DOOR, '!rules.maySendTo(data.serviceUrl)', 'false'),
  off('the channel', DOOR, 'data.channelId !== CHANNEL', 'false'),
  off('the tenant', DOOR, 'isOfTenant(named, rules.tenant)', 'true'),
  off('https', URLS, "url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)", 'false'),
  off('a listed host', URLS, 'return hosts.some((host) => matches(url, host, loopback));', 'return true;'),
  bothOff(
    'no user name before the host',
    { file: URLS, from: 'url.username || url.password || ', to: '' },
    { file: URLS, from: '/[\\s\\\\@#?]/.test(serviceUrl)', to: 'false' },
  ),
  off('keys for signing only', KEYS, "z.literal('sig')", 'z.string()'),
  off('keys for RS256 only', KEYS, "z.literal('RS256')", 'z.string()'),
  bothOff(
    'keys from the configured host',
    { file: KEYS, from: 'new URL(jwks_uri).origin !== new URL(metadataUrl).origin', to: 'false' },
    { file: URLS, from: 'if (!isAllowed(address)) return Promise.reject(new NotAllowed());', to: '' },
  ),
  bothOff(
    'no redirect to keys',
    { file: FETCH, from: "redirect: 'error'", to: "redirect: 'follow'" },
    { file: URLS, from: "init.redirect === 'manual' ? 'manual' : 'error'", to: "'follow'" },
  ),
  off('a bound to the answer', FETCH, 'MOST_BYTES = 512 * 1024', 'MOST_BYTES = 512 * 1024 * 1024'),
  off('old keys do for seven days', KEYS, 'USABLE_FOR = 7 *', 'USABLE_FOR = 700 *'),
  off('unknown keys are looked up', KEYS, ' ?? (await this.#lookUp(kid, now))', ''),
  off('look-ups are rationed', KEYS, 'now - this.#lookedUpAt < ASK_AGAIN_AFTER', 'false'),
  off('one reading for all', KEYS, 'this.#underWay ??=', 'this.#underWay ='),
];
