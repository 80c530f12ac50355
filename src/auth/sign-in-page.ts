import { createHash, randomBytes } from 'node:crypto';
import type { GraphAccess } from '../desk/graph-access';
import { signatureOf } from './assertion';
import { askLoginHost, loginUrl } from './login-host';
import { graphScope, type GraphExchange } from './on-behalf-of';
import { ownGraphToken } from './own-graph-token';
import {
  describePerson,
  personClaims,
  refusePerson,
  type Expected,
  type PersonRefusal,
  type SignedOnPerson,
} from './person-claims';
import type { SigningKeys } from './signing-keys';
import { readToken, type UnreadableToken } from './token';

/** A visit to the login host's own page. */
export type Visit = {
  readonly state: string;
  /** {@link challengeOf} the verifier that stays with us. */
  readonly challenge: string;
  /** A claims challenge, as JSON text. */
  readonly claims?: string;
  /** The person's sign-in name: spares them the choice of an account. */
  readonly loginHint?: string;
};

export type ReturnedCode = { readonly code: string; readonly verifier: string; readonly expected: Expected };

export type RedeemRefusal =
  PersonRefusal | UnreadableToken | 'wrong-audience' | 'unknown-key' | 'bad-signature';

export type Redeemed =
  | { readonly ok: true; readonly who: SignedOnPerson; readonly access: GraphAccess }
  | { readonly ok: false; readonly why: RedeemRefusal };

export type SignInPage = GraphExchange & { readonly publicUrl: string; readonly keys: SigningKeys };

/** A PKCE verifier of 256 random bits. */
export const newVerifier = () => randomBytes(32).toString('base64url');

/** The S256 challenge of a PKCE verifier (RFC 7636 § 4.2). */
export const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

/** The only address to which the login host may send people back; the registration names the same. */
const redirectUri = ({ publicUrl }: SignInPage) => `${publicUrl}/auth/end`;

/** The address of the login host's page for one visit. */
export function startUrl(page: SignInPage, { state, challenge, claims, loginHint }: Visit): string {
  const { host, registration, graphResource } = page;
  const query = new URLSearchParams({
    client_id: registration.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirectUri(page),
    // msal redeems with offline_access among the scopes, and both legs have to ask for the same.
    scope: `${graphScope(graphResource)} openid profile offline_access`,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  if (claims !== undefined) query.set('claims', claims);
  if (loginHint !== undefined) query.set('login_hint', loginHint);
  return `${loginUrl(host.authorityHost, registration.tenant, 'authorize')}?${query.toString()}`;
}

/**
 * Redeems the code that a visit ended with. Whoever signed in on the page must be the person who was sent there:
 * another one is refused, and their token dropped. @throws {Trouble}
 */
export async function redeem(page: SignInPage, returned: ReturnedCode): Promise<Redeemed> {
  const { host, registration, graphResource, rules } = page;
  const { code, verifier: codeVerifier, expected } = returned;
  const request = { code, codeVerifier, redirectUri: redirectUri(page), scopes: [graphScope(graphResource)] };
  const granted = await askLoginHost(host, registration, (client) => client.acquireTokenByCode(request));
  const signedIn = await checkIdToken(page, granted.idToken, expected);
  if (!signedIn.ok) return signedIn;
  return { ...signedIn, access: ownGraphToken(granted, expected, rules) };
}

type CheckedIdToken = Exclude<Redeemed, { readonly ok: true }> | { readonly ok: true; who: SignedOnPerson };

async function checkIdToken(page: SignInPage, raw: string, expected: Expected): Promise<CheckedIdToken> {
  const token = readToken(raw);
  if (typeof token === 'string') return { ok: false, why: token };
  const claims = personClaims.safeParse(token.claims).data;
  if (!claims) return { ok: false, why: 'malformed' };

  const { host, registration, keys } = page;
  const rules = { tenant: registration.tenant, authorityHost: host.authorityHost, now: host.clock.now() };
  const why = refusePerson(claims, expected, rules);
  if (why) return { ok: false, why };
  if (claims.aud.toLowerCase() !== registration.clientId) return { ok: false, why: 'wrong-audience' };

  const signature = await signatureOf(token, keys);
  return signature.ok ? { ok: true, who: describePerson(claims, expected, rules.now) } : signature;
}
