import { guarded, readBounded, type AddressGuard, type Fetch } from '../outbound';

/** The way out: injected in tests, the platform's own otherwise, and in any case only to these addresses. */
export type Outside = { readonly fetch?: Fetch | undefined; readonly isAllowed: AddressGuard };

/** What came before the body. */
export type AnswerHead = { readonly status: number; readonly headers: Headers };

/** Nobody answered, or not in a way that can be read. Says nothing about whether the question arrived. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  constructor(
    message: string,
    /** There, when only the body was of no use. */
    readonly head?: AnswerHead,
  ) {
    super(message);
  }
}

export type JsonAnswer = AnswerHead & {
  readonly body: Readonly<Record<string, unknown>>;
};

/** Largest answer that is read. Entra's key sets have some 30 kB, its token answers less. */
const MOST_BYTES = 512 * 1024;

/**
 * One question to the login host or a key server. No redirect is followed, since the body holds credentials;
 * the answer is bounded in size, and by `signal` in time, its body included.
 * @throws {NoAnswer} also when the answer is no JSON object.
 */
export async function fetchJson(
  { fetch = globalThis.fetch, isAllowed }: Outside,
  url: string,
  init: RequestInit,
): Promise<JsonAnswer> {
  let head: AnswerHead | undefined;
  try {
    const response = await guarded(fetch, isAllowed)(url, { ...init, redirect: 'error' });
    head = { status: response.status, headers: response.headers };
    return { ...head, body: readObject(await readBounded(response, MOST_BYTES)) };
  } catch (error) {
    // The class alone: the platform's texts may quote the address or the body.
    throw new NoAnswer(`No answer: ${error instanceof Error ? error.name : typeof error}`, head);
  }
}

function readObject(text: string): JsonAnswer['body'] {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('The answer is no JSON object');
  // An object that is neither null nor an array has nothing but string keys after JSON.parse.
  return value as JsonAnswer['body'];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by the caller; the parser's message would quote the text
  }
}
