import type { Fetch } from '../../outbound';

/** What came back, or why nothing did. `code` is the platform's; its texts may quote addresses. */
export type Reply =
  | {
      readonly answered: true;
      readonly status: number;
      readonly headers: Headers;
      readonly text: string;
      /** Undefined when the text is no JSON. */
      readonly json: unknown;
    }
  | { readonly answered: false; readonly code: string };

export type Answered = Extract<Reply, { readonly answered: true }>;

type Asking = { readonly fetch: Fetch; readonly patience: number };

/** Larger answers are not read to their end. The login host's page has some 200 kB. */
const MOST_BYTES = 1024 * 1024;

/** One question, one answer; no redirect is followed. Never throws for what the network does. */
export async function probe(
  { fetch, patience }: Asking,
  url: string,
  init: RequestInit = {},
): Promise<Reply> {
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const text = await readText(response);
    const { status, headers } = response;
    return { answered: true, status, headers, text, json: parsed(text) };
  } catch (error) {
    return { answered: false, code: codeOf(error) };
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // The cast: the stream of a response holds bytes, which Node's type does not say.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) break; // leaving the loop cancels the stream
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON: the caller says what it wanted
  }
}

/** Of an error of fetch, whose cause holds the code, and of several addresses with an error each. */
export function codeOf(error: unknown): string {
  const cause = fieldOf(error, 'cause') ?? error;
  const list = fieldOf(cause, 'errors');
  const first: unknown = Array.isArray(list) ? list[0] : cause;
  return textOf(first, 'code') ?? textOf(cause, 'code') ?? textOf(error, 'name') ?? 'unknown';
}

const fieldOf = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;

function textOf(from: unknown, name: string): string | undefined {
  const value = fieldOf(from, name);
  return typeof value === 'string' ? value : undefined;
}

const inWords: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known to DNS',
  EAI_AGAIN: 'DNS gives no answer',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was dropped',
  TimeoutError: 'no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_SOCKET: 'the connection was dropped',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody this machine trusts',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of its issuer is missing',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by nobody this machine trusts',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Why a host gave no answer, for people. */
export const explainSilence = (code: string): string => {
  const words = inWords[code];
  return words === undefined ? code : `${words} (${code})`;
};

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
