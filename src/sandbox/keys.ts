import {
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
  type KeyLike,
} from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  sign(claims: JWTPayload): Promise<string>;
  /** The claims, or undefined if the signature, the audience or the times are wrong. */
  verify(token: string, at: Date, audience?: string | string[]): Promise<JWTPayload | undefined>;
}

interface KeyPair {
  readonly privateKey: KeyLike;
  readonly publicKey: KeyLike;
}

// Making an RSA key takes a tenth of a second; sandboxes of one process share theirs by name.
const pairs = new Map<string, Promise<KeyPair>>();

/** A signing key by name; the same name gives the same key within one process. */
export async function signingKey(kid: string): Promise<SigningKey> {
  let pair = pairs.get(kid);
  if (!pair) {
    pair = generateKeyPair('RS256', { modulusLength: 2048 });
    pairs.set(kid, pair);
  }
  const { privateKey, publicKey } = await pair;
  const publicJwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  return {
    kid,
    publicJwk,
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey),
    verify: async (token, currentDate, audience) => {
      try {
        const options = {
          algorithms: ['RS256'],
          currentDate,
          ...(audience === undefined ? {} : { audience }),
        };
        return (await jwtVerify(token, publicKey, options)).payload;
      } catch {
        return undefined; // whatever is wrong with it, the caller refuses it
      }
    },
  };
}
