import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A self-signed certificate for localhost and 127.0.0.1, and its key, both as PEM. */
export type TestCertificate = { readonly certificate: string; readonly privateKey: string };

const YEAR = 365 * 24 * 60 * 60 * 1000;
let pair: KeyObject | undefined;

/** Made here, since nothing in Node makes certificates: X.509 (RFC 5280 § 4.1) in DER. Ends at `endsAt`. */
export function certificateUntil(endsAt: number): TestCertificate {
  pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const publicKey = createPublicKey(pair).export({ type: 'spki', format: 'der' });
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, 'localhost'))));
  const algorithm = sequence(oid('2a864886f70d01010b'), der(0x05)); // sha256WithRSAEncryption
  const alternatives = sequence(der(0x82, 'localhost'), der(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = sequence(sequence(oid('551d11'), der(0x04, alternatives)));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ...[algorithm, name, sequence(time(endsAt - 2 * YEAR), time(endsAt)), name, publicKey],
    der(0xa3, extensions),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, pair)]);
  const whole = sequence(body, algorithm, der(0x03, signature)).toString('base64');
  const lines = whole.match(/.{1,64}/gu)?.join('\n') ?? '';
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    privateKey: pair.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function der(tag: number, contents: Buffer | string = ''): Buffer {
  const bytes = Buffer.from(contents as string); // a copy, whichever of the two it is
  const size = bytes.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), bytes]);
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, Buffer.concat(parts));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const time = (at: number) => der(0x18, `${new Date(at).toISOString().replace(/\D/gu, '').slice(0, 14)}Z`);
