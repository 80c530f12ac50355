import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** What goes back over HTTP. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  /** Text and bytes go out as they are, under the content type of the headers; anything else as JSON. */
  readonly body?: unknown;
};

export type Handler = (request: IncomingMessage) => Promise<HttpAnswer> | HttpAnswer;

const FIXED = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  500: 'internal-error',
  501: 'not-implemented',
  503: 'unavailable',
} as const;

/** A refusal in fixed words: what went wrong inside stays inside. */
export function fixedAnswer(status: keyof typeof FIXED, headers: OutgoingHttpHeaders = {}): HttpAnswer {
  return { status, headers, body: { error: FIXED[status] } };
}

/** A refusal before the body was read: the connection cannot be used again. */
export const refuseUnread = (status: keyof typeof FIXED): HttpAnswer =>
  fixedAnswer(status, { connection: 'close' });

export function sendAnswer(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const { bytes, type } = encode(body);
  response.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(type && { 'content-type': type }),
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
}

function encode(body: unknown): { readonly bytes: Buffer; readonly type?: string } {
  if (body === undefined) return { bytes: Buffer.alloc(0) };
  if (Buffer.isBuffer(body)) return { bytes: body };
  if (typeof body === 'string') return { bytes: Buffer.from(body) };
  return { bytes: Buffer.from(JSON.stringify(body)), type: 'application/json; charset=utf-8' };
}
