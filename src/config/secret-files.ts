import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Credential } from '../config';

/** What all others may do with a file, as bits of its mode: read or write it. Windows has no such bits. */
const OTHERS = 0o006;

/** A file that holds secrets, and that every account of this machine can read or change. */
export const isOpenToAll = (path: string): boolean =>
  process.platform !== 'win32' && existsSync(path) && (statSync(path).mode & OTHERS) !== 0;

type Secret = Exclude<Credential, { readonly kind: 'managed-identity' }>;

/** Reads a certificate with its key. What is wrong is told to `problem`, without a word of what is in the file. */
export function readCertificate(path: string, problem: (text: string) => void): Secret {
  try {
    if (isOpenToAll(path)) problem('can be read by every user of this machine: chmod 600.');
    const pem = readFileSync(path, 'utf8');
    const certificate = new X509Certificate(pem);
    const key = createPrivateKey(pem);
    if (!certificate.checkPrivateKey(key))
      problem('holds a private key that belongs to another certificate.');
    const thumbprintSha256 = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
    const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();
    return { kind: 'certificate', privateKey, thumbprintSha256 };
  } catch {
    // The parser's own message could hold parts of the file.
    problem('must name a readable PEM file that holds the private key and the certificate.');
    return { kind: 'secret', secret: '' };
  }
}
