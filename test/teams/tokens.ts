import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { KeptKeys } from '../../src/auth/signing-keys';
import { botId } from './doubles';

/** Mints tokens of the Bot Connector, right ones and wrong ones. */

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const connector = pair();
const stranger = pair();
const unendorsed = pair();
export const issuer = 'https://api.botframework.com';

/** The published keys; `reads` counts how often one was asked for. */
export function connectorKeys(): KeptKeys & { reads: number } {
  const published = new Map([
    ['k1', { key: connector.publicKey, endorsements: ['msteams', 'directline'] }],
    ['k2', { key: unendorsed.publicKey, endorsements: ['directline'] }],
    ['k3', { key: unendorsed.publicKey, endorsements: [] }],
  ]);
  const keys = {
    reads: 0,
    areUsable: () => Promise.resolve(true),
    find(kid: string) {
      keys.reads += 1;
      return Promise.resolve(published.get(kid));
    },
  };
  return keys;
}

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

export function goodClaims(now: number, serviceUrl = 'https://smba.trafficmanager.net/emea/') {
  const seconds = Math.floor(now / 1000);
  return { iss: issuer, aud: botId, serviceurl: serviceUrl, nbf: seconds - 300, exp: seconds + 3600 };
}

export const goodHeader = { alg: 'RS256', kid: 'k1', typ: 'JWT', x5t: 'k1' };

/** Header and claims may be any JSON, or raw text. */
export function sign(claims: unknown, header: unknown = goodHeader, key: KeyObject = connector.privateKey) {
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${createSign('RSA-SHA256').update(input).sign(key).toString('base64url')}`;
}

export const signAsStranger = (claims: unknown) => sign(claims, goodHeader, stranger.privateKey);
export const signUnendorsed = (claims: unknown, kid: 'k2' | 'k3') =>
  sign(claims, { ...goodHeader, kid }, unendorsed.privateKey);

/** The old trick: the public key as the secret of an HMAC. */
export function signWithPublicKey(claims: unknown) {
  const input = `${part({ ...goodHeader, alg: 'HS256' })}.${part(claims)}`;
  const pem = connector.publicKey.export({ type: 'spki', format: 'pem' });
  return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
}

export function signWith(hash: 'RSA-SHA384' | 'RSA-SHA512', alg: string, claims: unknown) {
  const input = `${part({ ...goodHeader, alg })}.${part(claims)}`;
  return `${input}.${createSign(hash).update(input).sign(connector.privateKey).toString('base64url')}`;
}

export const unsigned = (claims: unknown, alg: string) =>
  `${part({ ...goodHeader, alg })}.${part(claims)}.AA`;
