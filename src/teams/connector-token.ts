import { compactVerify } from 'jose';
import { z } from 'zod';
import type { SigningKey, SigningKeys } from '../auth/signing-keys';

/** A connector token that passed every check that needs no activity. */
export type ConnectorToken = { readonly serviceUrl: string; readonly expiresAt: number };

export type TokenRefusal =
  | 'token-header-malformed'
  | 'token-algorithm'
  | 'token-key-unknown'
  | 'token-key-not-endorsed'
  | 'token-signature'
  | 'token-claims-malformed'
  | 'token-issuer'
  | 'token-audience'
  | 'token-expired'
  | 'token-not-yet-valid'
  | 'token-lives-too-long';

export type TokenRules = { readonly issuer: string; readonly audience: string; readonly channel: string };

/** Clocks may differ by this much, in seconds. */
const TOLERANCE = 5 * 60;
const LONGEST_LIFE = 24 * 60 * 60;

// A header that brings its own key, or its own rules for reading it, is not the connector's.
const FOREIGN_MEMBERS = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64'];
const headerShape = z.looseObject({ alg: z.string(), kid: z.string().min(1).max(200) });
const claimsShape = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.int().positive(),
  nbf: z.int(),
  iat: z.int().optional(),
  serviceurl: z.string().min(1),
});
type Claims = z.infer<typeof claimsShape>;

/**
 * Checks a token of three base64url segments. Costs no key look-up and no crypto before the header is right.
 * @throws {KeysUnavailable}
 */
export async function verifyConnectorToken(
  token: string,
  rules: TokenRules,
  keys: SigningKeys,
  now: number,
): Promise<ConnectorToken | TokenRefusal> {
  const header = readHeader(token);
  if (!header) return 'token-header-malformed';
  if (header.alg !== 'RS256') return 'token-algorithm';
  const signer = await keys.find(header.kid);
  if (!signer) return 'token-key-unknown';
  if (!signer.endorsements.includes(rules.channel)) return 'token-key-not-endorsed';
  const payload = await verifiedPayload(token, signer);
  if (!payload) return 'token-signature';
  const claims = claimsShape.safeParse(parsedJson(payload)).data;
  if (!claims) return 'token-claims-malformed';
  const seconds = Math.floor(now / 1000);
  return refuseClaims(claims, rules, seconds) ?? acceptedToken(claims);
}

function refuseClaims(claims: Claims, rules: TokenRules, now: number): TokenRefusal | undefined {
  const { exp, nbf, iat = nbf } = claims;
  if (claims.iss !== rules.issuer) return 'token-issuer';
  if (claims.aud !== rules.audience) return 'token-audience';
  if (exp + TOLERANCE <= now) return 'token-expired';
  if (nbf - TOLERANCE > now || iat - TOLERANCE > now) return 'token-not-yet-valid';
  return exp - Math.min(nbf, iat) > LONGEST_LIFE ? 'token-lives-too-long' : undefined;
}

const acceptedToken = ({ serviceurl, exp }: Claims): ConnectorToken => ({
  serviceUrl: serviceurl,
  expiresAt: (exp + TOLERANCE) * 1000,
});

function readHeader(token: string): z.infer<typeof headerShape> | undefined {
  const bytes = Buffer.from(token.slice(0, token.indexOf('.')), 'base64url');
  const header = headerShape.safeParse(parsedJson(bytes)).data;
  if (!header || FOREIGN_MEMBERS.some((member) => member in header)) return undefined;
  // Two algorithms in one header: readers may differ on which one counts.
  return (bytes.toString('latin1').match(/"(?:alg|kid)"\s*:/g) ?? []).length === 2 ? header : undefined;
}

async function verifiedPayload(token: string, { key }: SigningKey): Promise<Uint8Array | undefined> {
  try {
    return (await compactVerify(token, key, { algorithms: ['RS256'] })).payload;
  } catch {
    return undefined; // jose says no in many ways; all of them mean that this key did not sign this token
  }
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // no JSON: refused by its shape
  }
}
