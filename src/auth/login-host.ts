import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import type { Credential } from '../config';
import type { Clock } from '../desk/ports';
import type { Instant, TenantId } from '../request/ids';
import type { OnAlarm } from './alarms';
import { alarmOf, EntraRefused, readRefusal, troubleOf, type Seen } from './entra-answer';
import { guardRequests, isMachineAddress, type Fetch } from '../outbound';
import { fetchJson, NoAnswer, type AnswerHead } from './fetch-json';

/** The host that issues tokens, and how long it may take. */
export type LoginHost = {
  /** Without a slash at the end; http on loopback. */
  readonly authorityHost: string;
  readonly clock: Clock;
  readonly onAlarm: OnAlarm;
  readonly fetch?: Fetch;
  /** Milliseconds for one question and its answer. */
  readonly timeout?: number;
};

/** One of the two registrations, with its credential. */
export type Registration = {
  readonly clientId: string;
  readonly tenant: TenantId;
  readonly credential: Exclude<Credential, { readonly kind: 'managed-identity' }>;
};

/** What of a token answer is used here. Refresh tokens are not: they are dropped with msal's client. */
export type Granted = {
  readonly accessToken: string;
  readonly expiresAt: Instant;
  /** Empty when the answer had none. */
  readonly idToken: string;
  readonly scopes: readonly string[];
};

const ANSWER_WITHIN = 8_000;
/** An answer that neither grants nor refuses. */
const nothingGranted = new EntraRefused('no_token', undefined, '', '', undefined);

/** The part of msal's result that is used; its own type differs between the copies that are installed. */
type Result = {
  readonly accessToken: string;
  readonly expiresOn: Date | null;
  readonly idToken: string;
  readonly scopes: readonly string[];
};

/**
 * Asks the login host through msal-node, each time with a client of its own (20 µs). A shared one would keep
 * every person's tokens in one cache, and after a single 429 or 5xx refuse everybody for a minute without
 * asking: its throttle key names no user (facts/graph.md § 5.3).
 * @throws {Trouble}
 */
export async function askLoginHost(
  host: LoginHost,
  registration: Registration,
  ask: (client: ConfidentialClientApplication) => Promise<Result | null>,
): Promise<Granted> {
  const wire = new Wire(host);
  const client = new ConfidentialClientApplication({
    auth: { ...clientAuth(registration), ...authority(host.authorityHost, registration.tenant) },
    system: { networkClient: wire },
  });
  return readGranted(host, registration.clientId, wire, () => ask(client));
}

/** Runs one question and says what came of it. @throws {Trouble} */
export async function readGranted(
  { clock, onAlarm }: LoginHost,
  clientId: string,
  wire: Wire,
  ask: () => Promise<Result | null>,
): Promise<Granted> {
  const result = await ask().catch((error: unknown) => {
    const refusal = readRefusal(error);
    // Neither msal's nor about an answer: a bug.
    if (!refusal || wire.seen.kind === 'nothing') throw error;
    const alarm = alarmOf(refusal, wire.seen, clientId);
    if (alarm) onAlarm(alarm);
    throw troubleOf(refusal, wire.seen, clock.now());
  });
  if (!result?.accessToken) throw troubleOf(nothingGranted, wire.seen, clock.now());
  const { accessToken, expiresOn, idToken, scopes } = result;
  // msal reckons with the system's clock: only the distance counts.
  const lifetime = expiresOn ? expiresOn.getTime() - Date.now() : 0;
  return { accessToken, expiresAt: clock.now() + lifetime, idToken, scopes };
}

/** Where one app signs in and redeems. The tenant's own addresses: "common" would let everybody in. */
export const loginUrl = (authorityHost: string, tenant: TenantId, path: 'authorize' | 'token') =>
  `${authorityHost}/${tenant}/oauth2/v2.0/${path}`;

export const loginKeysUrl = (authorityHost: string, tenant: TenantId) =>
  `${authorityHost}/${tenant}/discovery/v2.0/keys`;

/**
 * msal insists on an https authority and looks unknown ones up at Microsoft. It gets the https form of the
 * configured host as a known one, and metadata with the real addresses, so it only asks for tokens, and there;
 * the audience of a certificate's assertion is then the real address too.
 */
function authority(authorityHost: string, tenant: TenantId) {
  return {
    authority: `${authorityHost.replace(/^http:/u, 'https:')}/${tenant}`,
    knownAuthorities: [new URL(authorityHost).host],
    authorityMetadata: JSON.stringify({
      issuer: `${authorityHost}/${tenant}/v2.0`,
      authorization_endpoint: loginUrl(authorityHost, tenant, 'authorize'),
      token_endpoint: loginUrl(authorityHost, tenant, 'token'),
      jwks_uri: loginKeysUrl(authorityHost, tenant),
    }),
  };
}

function clientAuth({ clientId, credential }: Registration) {
  if (credential.kind === 'secret') return { clientId, clientSecret: credential.secret };
  const { privateKey, thumbprintSha256 } = credential;
  return { clientId, clientCertificate: { privateKey, thumbprintSha256 } };
}

type Options = { readonly headers?: Record<string, string>; readonly body?: string };
type Answer<T> = { headers: Record<string, string>; body: T; status: number };

/** msal's way to the network, for one question: bounded, without redirects, and remembering what was seen. */
export class Wire implements INetworkModule {
  seen: Seen = { kind: 'nothing' };

  /** `machine`: the address of a machine's managed identity is the machine's own business. */
  constructor(
    private readonly host: LoginHost,
    private readonly reach: 'login-host' | 'machine' = 'login-host',
  ) {}

  // The casts are the contract of INetworkModule: the caller names the shape, and msal checks what it uses.
  async sendGetRequestAsync<T>(url: string, options?: Options): Promise<Answer<T>> {
    return (await this.#send(url, { method: 'GET', ...options })) as Answer<T>;
  }

  async sendPostRequestAsync<T>(url: string, options?: Options): Promise<Answer<T>> {
    return (await this.#send(url, { method: 'POST', ...options })) as Answer<T>;
  }

  async #send(url: string, { method, headers, body }: Options & { readonly method: string }) {
    const { authorityHost, fetch, timeout = ANSWER_WITHIN } = this.host;
    // The body holds our credential and the person's token.
    if (this.reach === 'login-host' && !url.startsWith(`${authorityHost}/`))
      throw new NoAnswer('Not an address of the login host');
    this.seen = { kind: 'no-answer' };
    const init = { method, signal: AbortSignal.timeout(timeout), headers: headers ?? {} };
    try {
      const isAllowed =
        this.reach === 'machine' ? isMachineAddress : guardRequests([new URL(authorityHost).host]);
      const answer = await fetchJson(
        { fetch, isAllowed },
        url,
        body === undefined ? init : { ...init, body },
      );
      this.#note(answer);
      return { ...answer, headers: Object.fromEntries(answer.headers) };
    } catch (error) {
      if (error instanceof NoAnswer && error.head) this.#note(error.head);
      throw error;
    }
  }

  #note({ status, headers }: AnswerHead): void {
    const retryAt = retryTime(headers.get('retry-after'), this.host.clock.now());
    this.seen = { kind: 'answer', status, ...(retryAt === undefined ? {} : { retryAt }) };
  }
}

/** `Retry-After` is a number of seconds or a date; more than an hour is not believed. */
function retryTime(header: string | null, now: Instant): Instant | undefined {
  if (header === null) return undefined;
  const at = /^\d{1,9}$/.test(header) ? now + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(at, now), now + 3_600_000);
}
