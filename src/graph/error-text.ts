import { z } from 'zod';
import { parseJson } from './exchange';

const text = z.string().catch('');
const errorBody = z.object({
  error: z.object({
    code: text,
    message: text,
    innerError: z.object({ 'request-id': text }).catch({ 'request-id': '' }),
  }),
});
const nested = z.object({ ErrorCode: text.optional(), Message: text.optional() });

/** Graph's error, unwrapped. `text` is only a hint: Graph promises nothing about it. */
export type ErrorText = {
  readonly code: string;
  /** The code inside of an `UnknownError`. */
  readonly innerCode: string;
  readonly text: string;
  readonly graphRequestId?: string;
};

/** Wrappers that are opened; two were ever seen. */
const DEEPEST = 4;

/**
 * Opens what Intune sends: `message` is itself JSON text with a `Message`, and with code `UnknownError` there is
 * one more wrapper with an `ErrorCode` (msgraph-sdk-powershell issue 1257, microsoft-graph-docs issue 6725).
 */
export function readErrorText(body: unknown): ErrorText {
  const parsed = errorBody.safeParse(body).data?.error;
  if (!parsed) return { code: '', innerCode: '', text: '' };
  let message = parsed.message;
  let innerCode = '';
  for (let depth = 0; depth < DEEPEST && message.trimStart().startsWith('{'); depth++) {
    const inner = nested.safeParse(parseJson(message)).data;
    if (inner?.Message === undefined) break;
    innerCode = inner.ErrorCode ?? innerCode;
    message = inner.Message;
  }
  const id = parsed.innerError['request-id'];
  return { code: parsed.code, innerCode, text: message, ...(id && { graphRequestId: id }) };
}
