import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Config } from '../config';

/** What a sealed text belongs to. It opens only in the same context: a row copied to another one opens nothing. */
export type Context = readonly string[];

export type Seal = {
  readonly seal: (text: string, context: Context) => string;
  /** Undefined for what was not sealed here: another key, another context, or changed on the way. */
  readonly open: (sealed: string, context: Context) => string | undefined;
};

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Says how the rest is to be read: base64url of nonce, tag and text. */
const FORMAT = 'v1.';

/** AES-256-GCM under the data key, with a random nonce each time. */
export function sealUnder(dataKey: Buffer): Seal {
  if (dataKey.length !== KEY_BYTES) throw new Error(`The data key has ${KEY_BYTES} bytes`);
  return {
    seal: (text, context) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, dataKey, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(bytesOf(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return FORMAT + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed, context) => {
      if (!sealed.startsWith(FORMAT)) return undefined;
      return openBytes(dataKey, Buffer.from(sealed.slice(FORMAT.length), 'base64url'), bytesOf(context));
    },
  };
}

function openBytes(dataKey: Buffer, bytes: Buffer, context: Buffer): string | undefined {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  if (tag.length !== TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, dataKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(context);
  decipher.setAuthTag(tag);
  const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined; // the only thing that `final` says: not sealed here, or not like this
  }
}

/** As JSON: no two contexts give the same bytes. */
const bytesOf = (context: Context) => Buffer.from(JSON.stringify([FORMAT, ...context]), 'utf8');

/** The configured key, or one derived from the sign-on registration's credential, the same on all instances. */
export function dataKeyFrom({
  dataKey,
  credential,
}: Pick<Config, 'dataKey'> & Pick<Config['signIn'], 'credential'>): Buffer {
  if (dataKey) return dataKey;
  const secret = credential.kind === 'secret' ? credential.secret : credential.privateKey;
  return Buffer.from(hkdfSync('sha256', secret, '', 'device-assist data key', KEY_BYTES));
}
