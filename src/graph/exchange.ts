import { readBounded, type Fetch } from '../outbound';

/** One answer of Graph: of a call of its own, or of a part of a batch. */
export type Answer = {
  readonly status: number;
  header(name: string): string | undefined;
  /** What the JSON text says; undefined for any other text. */
  readonly body: unknown;
};

/** Nobody answered, or not to the end. `code` is the platform's; its texts may quote addresses and headers. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  constructor(
    /** `never`: certainly not one byte of the question left. When in doubt it was sent. */
    readonly sent: 'never' | 'maybe',
    readonly code: string,
    /** From the head of an answer that broke off. */
    readonly graphRequestId?: string,
  ) {
    super(`No answer from Graph: ${code}`);
  }
}

export type Question = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, the body of the answer included. */
  readonly milliseconds: number;
};

/** Largest answer that is read: a page of a thousand devices has less than one MB, with script results some three. */
export const MOST_BYTES = 8 * 1024 * 1024;

/**
 * One question, one answer. No redirect is followed, since the token would go with it; the answer is bounded in
 * size (unpacked) and time. @throws {NoAnswer}
 */
export async function exchange(fetch: Fetch, url: string, question: Question): Promise<Answer> {
  let head: Response | undefined;
  try {
    head = await fetch(url, {
      method: question.method,
      headers: question.headers,
      redirect: 'manual',
      // It takes whole milliseconds only; a monotonic clock counts finer.
      signal: AbortSignal.timeout(Math.ceil(question.milliseconds)),
      ...(question.method === 'POST' && bodyOf(question.body)),
    });
    const { status, headers } = head;
    return {
      status,
      header: (name) => headers.get(name) ?? undefined,
      body: parseJson(await readBounded(head, MOST_BYTES)),
    };
  } catch (error) {
    const failure = readFailure(error);
    // With a head there was an answer, so the question had been sent.
    throw head
      ? new NoAnswer('maybe', failure.code, head.headers.get('request-id') ?? undefined)
      : new NoAnswer(failure.sent, failure.code);
  }
}

/**
 * @NOTE undici's fetch repeats a request by itself on 421, unless its body cannot be read twice. A stream is
 * such a body; an empty one goes out as plain `Content-Length: 0` (seen with Node 20.20, undici 6.24).
 */
function bodyOf(text: string | undefined) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (text !== undefined) controller.enqueue(Buffer.from(text));
      controller.close();
    },
  });
  return { body, duplex: 'half' } as const;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON; the parser's message would quote the text
  }
}

/** Errors that can only come before the request is written: certificates, and a connection that never stood. */
const BEFORE_SENDING = new Set([
  'ERR_NOT_ALLOWED',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'HOSTNAME_MISMATCH',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

type Failure = { readonly sent: 'never' | 'maybe'; readonly code: string };

/** Reads fields instead of classes: errors of the platform may come from another realm, as they do under jest. */
function readFailure(error: unknown): Failure {
  const cause = fieldOf(error, 'cause') ?? error;
  // A name with several addresses fails with one error an address.
  const list = fieldOf(cause, 'errors');
  const errors: readonly unknown[] = Array.isArray(list) ? list : [cause];
  const never = errors.length > 0 && errors.every(cameBeforeSending);
  return {
    sent: never ? 'never' : 'maybe',
    code: textOf(errors[0], 'code') ?? textOf(cause, 'name') ?? 'unknown',
  };
}

function cameBeforeSending(error: unknown): boolean {
  const call = textOf(error, 'syscall');
  // The same code can also come from reading on a connection that stood: the system call tells them apart.
  if (call !== undefined) return call === 'connect' || call === 'getaddrinfo';
  return BEFORE_SENDING.has(textOf(error, 'code') ?? '');
}

function textOf(error: unknown, name: 'code' | 'syscall' | 'name'): string | undefined {
  const value = fieldOf(error, name);
  return typeof value === 'string' ? value : undefined;
}

function fieldOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
