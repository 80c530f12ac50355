import type { IncomingMessage } from 'node:http';
import { isWithinBounds } from './json-bounds';

/** Bytes of a request body, counted while they arrive. Teams' activities are far smaller. */
export const LARGEST_BODY = 256 * 1024;

export type Body =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly status: 400 | 413 };

const TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** What the headers alone refuse, before anything is read or verified. */
export function refuseHeaders(request: IncomingMessage): 413 | 415 | undefined {
  const { headers } = request;
  if (headers['content-encoding'] !== undefined || !TYPE.test(headers['content-type'] ?? '')) return 415;
  return Number(headers['content-length'] ?? 0) > LARGEST_BODY ? 413 : undefined;
}

/** Reads a JSON body whose headers passed {@link refuseHeaders}. Rejects when the caller goes away. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request);
  if (!bytes) return { ok: false, status: 413 };
  if (!isWithinBounds(bytes)) return { ok: false, status: 400 };
  try {
    // `fatal`: bytes that are no UTF-8 are refused, not replaced. The parser takes no byte order mark either.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, json: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, status: 400 };
  }
}

/** Undefined as soon as the body is too large; the rest is not read. */
function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LARGEST_BODY) return void chunks.push(chunk);
      request.off('data', onData);
      request.pause();
      resolve(undefined);
    };
    request.on('data', onData);
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.once('error', reject);
    request.once('close', () => {
      reject(new Error('The caller went away'));
    });
  });
}
