import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose';
import type { SigningKey, SigningKeys } from './signing-keys';

/** A signed token that was read, and not yet believed. */
export type UnprovenToken = {
  readonly text: string;
  readonly kid: string;
  readonly claims: Readonly<Record<string, unknown>>;
};

export type UnreadableToken = 'malformed' | 'wrong-algorithm';

/** jose alone tolerates spaces and padding. */
const shape = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const LONGEST = 16 * 1024;

/** Reads header and claims without any cryptography. RS256 is the only algorithm that Entra signs with. */
export function readToken(text: string): UnprovenToken | UnreadableToken {
  if (text.length > LONGEST || !shape.test(text)) return 'malformed';
  try {
    const { alg, kid, crit } = decodeProtectedHeader(text);
    if (alg !== 'RS256') return 'wrong-algorithm';
    if (typeof kid !== 'string' || crit !== undefined) return 'malformed';
    return { text, kid, claims: decodeJwt(text) };
  } catch {
    return 'malformed'; // the decoder's message quotes the token
  }
}

/** Claims of a token that is somebody else's business, such as Graph's; undefined when it is no JWT. */
export function peekClaims(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return decodeJwt(text);
  } catch {
    return undefined; // opaque, as access tokens may be
  }
}

export type Signature =
  | { readonly ok: true; readonly key: SigningKey }
  | { readonly ok: false; readonly why: 'unknown-key' | 'bad-signature' };

/** Looks up the key and checks the signature with it. @throws {KeysUnavailable} */
export async function checkSignature(token: UnprovenToken, keys: SigningKeys): Promise<Signature> {
  const key = await keys.find(token.kid);
  if (!key) return { ok: false, why: 'unknown-key' };
  try {
    await compactVerify(token.text, key.key, { algorithms: ['RS256'] });
    return { ok: true, key };
  } catch {
    return { ok: false, why: 'bad-signature' };
  }
}
