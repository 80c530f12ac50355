import {
  createHmac,
  createSign,
  generateKeyPairSync,
  sign as signBytes,
  constants,
  type KeyObject,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// Mints the Bot Connector's tokens, right ones and wrong ones, and publishes the keys that belong to them.

const rsa = (bits = 2048) => generateKeyPairSync('rsa', { modulusLength: bits });
const connector = rsa();
const stranger = rsa();
/** Too short to be believed. */
const weak = rsa(1024);
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });

export const ISSUER = 'https://api.botframework.com';

const published = (kid: string, key: KeyObject, more: object) => ({
  kid,
  ...key.export({ format: 'jwk' }),
  ...more,
});
const endorsed = { use: 'sig', alg: 'RS256', endorsements: ['msteams', 'directline'] };

/** The key set as the connector publishes it, with some keys that must be of no use. */
export const jwks = {
  keys: [
    published('good', connector.publicKey, endorsed),
    published('other-channel', connector.publicKey, { ...endorsed, endorsements: ['directline'] }),
    published('no-channel', connector.publicKey, { use: 'sig', alg: 'RS256' }),
    published('for-encryption', connector.publicKey, { ...endorsed, use: 'enc' }),
    published('for-rs512', connector.publicKey, { ...endorsed, alg: 'RS512' }),
    published('weak', weak.publicKey, endorsed),
    published('elliptic', elliptic.publicKey, { ...endorsed, alg: 'ES256' }),
  ],
};

/** The same set after the connector changed its key. */
export const rotatedJwks = { keys: [published('rotated', stranger.publicKey, endorsed)] };

export const goodHeader: Readonly<Record<string, unknown>> = {
  alg: 'RS256',
  typ: 'JWT',
  kid: 'good',
  x5t: 'good',
};

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const inputOf = (claims: unknown, header: unknown) => `${part(header)}.${part(claims)}`;

/** Header and claims are JSON, or text that is taken as it is. */
export function sign(
  claims: unknown,
  header: unknown = goodHeader,
  key: KeyObject = connector.privateKey,
): string {
  const input = inputOf(claims, header);
  return `${input}.${createSign('RSA-SHA256').update(input).sign(key).toString('base64url')}`;
}

export const signAsStranger = (claims: unknown, header: unknown = goodHeader) =>
  sign(claims, header, stranger.privateKey);

export const signWeakly = (claims: unknown) => sign(claims, { ...goodHeader, kid: 'weak' }, weak.privateKey);

export const unsigned = (claims: unknown, alg: string) => `${inputOf(claims, { ...goodHeader, alg })}.AA`;

export function signWithSecret(claims: unknown, secret: 'pem' | 'modulus'): string {
  const input = inputOf(claims, { ...goodHeader, alg: 'HS256' });
  const key =
    secret === 'pem'
      ? connector.publicKey.export({ type: 'spki', format: 'pem' })
      : Buffer.from(connector.publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
}

export function signWith(alg: 'RS384' | 'RS512' | 'PS256', claims: unknown): string {
  const input = inputOf(claims, { ...goodHeader, alg });
  const hash = alg === 'PS256' ? 'sha256' : `sha${alg.slice(2)}`;
  const key =
    alg === 'PS256'
      ? { key: connector.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
      : connector.privateKey;
  return `${input}.${signBytes(hash, Buffer.from(input), key).toString('base64url')}`;
}

export function signElliptic(claims: unknown, header: unknown): string {
  const input = inputOf(claims, header);
  const key = { key: elliptic.privateKey, dsaEncoding: 'ieee-p1363' as const };
  return `${input}.${signBytes('sha256', Buffer.from(input), key).toString('base64url')}`;
}

/** What a server of keys does when it is asked: an answer, or something worse. */
export type KeyAnswer = (response: ServerResponse, path: string, origin: string) => void;

export const orderly: KeyAnswer = (response, path, origin) => {
  const body = path === '/keys' ? jwks : { issuer: ISSUER, jwks_uri: `${origin}/keys` };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

export type KeyServer = {
  readonly metadataUrl: string;
  readonly host: string;
  answer: KeyAnswer;
  reads: number;
  stop(): void;
};

/** The connector's metadata and keys on 127.0.0.1. */
export async function startKeyServer(answer: KeyAnswer = orderly): Promise<KeyServer> {
  const server = createServer((request, response) => {
    keys.reads += 1;
    keys.answer(response, request.url ?? '', `http://${keys.host}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has an AddressInfo
  const host = `127.0.0.1:${port}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  const keys: KeyServer = { metadataUrl: `http://${host}/metadata`, host, answer, reads: 0, stop };
  return keys;
}
