// Everything that leaves the house goes through here: to Graph, the login host, the key servers and the connector.

/** The platform's fetch, or what stands in for it. */
export type Fetch = typeof globalThis.fetch;

/** Whether a token may travel to this address. */
export type AddressGuard = (address: string) => boolean;

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(host);

/**
 * Guards an address that is kept and compared, such as the connector's: https only (http on loopback), a listed host,
 * nothing before or behind it. `*.` in the list stands for one or more labels; a host without a port means the default
 * port, on loopback any.
 */
export function guardServiceUrls(allowed: readonly string[]): AddressGuard {
  const hosts = allowed.map((host) => host.toLowerCase());
  return (serviceUrl) => {
    const url = parsed(serviceUrl);
    if (!url || url.username || url.password || url.search || url.hash) return false;
    // What the parser would have to repair is not what was signed and compared.
    if (/[\s\\@#?]/.test(serviceUrl)) return false;
    return isAmong(url, hosts);
  };
}

/** The same for the address of a request, which may have a query. */
export function guardRequests(allowed: readonly string[]): AddressGuard {
  const hosts = allowed.map((host) => host.toLowerCase());
  return (address) => {
    const url = parsed(address);
    return url !== undefined && !url.username && !url.password && isAmong(url, hosts);
  };
}

/** Where a machine in Azure hands out tokens of its own identity: on itself, at most a hop away, or over https. */
export const isMachineAddress: AddressGuard = (address) => {
  const url = parsed(address);
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || isLoopback(url.hostname) || /^169\.254\.\d+\.\d+$/u.test(url.hostname);
};

function isAmong(url: URL, hosts: readonly string[]): boolean {
  const loopback = isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return false;
  return hosts.some((host) => matches(url, host, loopback));
}

function matches(url: URL, allowed: string, loopback: boolean): boolean {
  if (allowed.startsWith('*.'))
    return (
      url.port === '' && url.hostname.endsWith(allowed.slice(1)) && url.hostname.length > allowed.length - 1
    );
  return url.host === allowed || (loopback && url.hostname === allowed);
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Nothing was sent. Says nothing of the address, which may be somebody's. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
  readonly code = 'ERR_NOT_ALLOWED';
  constructor() {
    super('Not an address to which the bot sends anything');
  }
}

/** Milliseconds for a question whose asker sets no time. */
const ANSWER_WITHIN = 30_000;

/**
 * The same fetch, which goes to allowed addresses only, follows no redirect and ends in time, whatever the caller
 * forgot. @throws {NotAllowed} from the returned function.
 */
export function guarded(fetch: Fetch, isAllowed: AddressGuard): Fetch {
  return (input, init = {}) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    if (!isAllowed(address)) return Promise.reject(new NotAllowed());
    const redirect = init.redirect === 'manual' ? 'manual' : 'error';
    const signal = init.signal ?? AbortSignal.timeout(ANSWER_WITHIN);
    return fetch(input, { ...init, redirect, signal });
  };
}

/**
 * The text of an answer from outside, up to `most` bytes, counted after unpacking.
 * @throws {RangeError} when there is more; the connection is given up then.
 */
export async function readBounded(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop by an error cancels the stream and with it the connection. The cast: the stream of a
  // response holds bytes, which Node's type does not say.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new RangeError('The answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
