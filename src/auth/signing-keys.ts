import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../desk/ports';
import { guardRequests, type Fetch } from '../outbound';
import { fetchJson, NoAnswer } from './fetch-json';

/** A public RSA key as the issuer publishes it. `endorsements`: the channels the connector may speak for. */
export type SigningKey = { readonly key: KeyObject; readonly endorsements: readonly string[] };

/** The keys of one issuer. */
export interface SigningKeys {
  /** The key with this id, or undefined when the issuer has none. @throws {KeysUnavailable} */
  find(kid: string): Promise<SigningKey | undefined>;
}

export interface KeptKeys extends SigningKeys {
  /** Whether there are any; the issuer is asked when there are none. Never throws. */
  areUsable(): Promise<boolean>;
}

/** There are no usable keys, and the issuer does not hand them out now. */
export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable';
  constructor(options?: ErrorOptions) {
    super('The signing keys are not available', options);
  }
}

export type KeySource = ({ readonly jwksUrl: string } | { readonly openIdMetadataUrl: string }) & {
  readonly clock: Clock;
  readonly fetch?: Fetch;
  /** Milliseconds for the whole reading, metadata included. */
  readonly timeout?: number;
};

const minute = 60_000;
const READ_WITHIN = 3_000;
/** Read again behind the scenes: a withdrawn key is gone after that. */
const FRESH_FOR = 60 * minute;
/** An issuer that is down does not lock everybody out. */
const USABLE_FOR = 7 * 24 * 60 * minute;
/** Anyone can make up key ids: asking for unknown ones, and asking again after a failure, is rationed. */
const ASK_AGAIN_AFTER = 5 * minute;
/** With no keys at all nobody gets in, so the issuer is asked again soon. */
const FIRST_KEYS_AGAIN_AFTER = 1_000;
const MOST_KEYS = 100;

/** The signing keys of an issuer, read once for all who ask at the same time and kept. */
export function signingKeys(source: KeySource): KeptKeys {
  return new KeyCache(source);
}

class KeyCache implements KeptKeys {
  #keys: ReadonlyMap<string, SigningKey> = new Map();
  // All on the monotonic clock: a set clock neither ages keys nor makes them young.
  #readAt = -Infinity;
  #failedAt = -Infinity;
  #lookedUpAt = -Infinity;
  #underWay: Promise<void> | undefined;

  constructor(private readonly source: KeySource) {}

  async find(kid: string): Promise<SigningKey | undefined> {
    const now = this.source.clock.monotonic();
    if (now - this.#readAt > USABLE_FOR) {
      if (now - this.#failedAt < FIRST_KEYS_AGAIN_AFTER) throw new KeysUnavailable();
      await this.#read();
      return this.#keys.get(kid);
    }
    if (now - this.#readAt > FRESH_FOR && now - this.#failedAt > ASK_AGAIN_AFTER) void this.#tryToRead();
    return this.#keys.get(kid) ?? (await this.#lookUp(kid, now));
  }

  async areUsable(): Promise<boolean> {
    const { clock } = this.source;
    const isTooOld = () => clock.monotonic() - this.#readAt > USABLE_FOR;
    if (isTooOld() && clock.monotonic() - this.#failedAt >= FIRST_KEYS_AGAIN_AFTER) await this.#tryToRead();
    return !isTooOld();
  }

  /** The issuer may have a new key. */
  async #lookUp(kid: string, now: number): Promise<SigningKey | undefined> {
    if (now - this.#lookedUpAt < ASK_AGAIN_AFTER) {
      await this.#underWay?.catch(() => undefined); // those who come during the look-up share it
      return this.#keys.get(kid);
    }
    this.#lookedUpAt = now;
    await this.#tryToRead();
    return this.#keys.get(kid);
  }

  /** The old keys do in the meantime: a failure is noted and tried again later. */
  async #tryToRead(): Promise<void> {
    await this.#read().catch(() => undefined);
  }

  #read(): Promise<void> {
    this.#underWay ??= readKeys(this.source)
      .then(
        (keys) => {
          this.#keys = keys;
          this.#readAt = this.source.clock.monotonic();
        },
        (error: unknown) => {
          this.#failedAt = this.source.clock.monotonic();
          throw new KeysUnavailable({ cause: error });
        },
      )
      .finally(() => (this.#underWay = undefined));
    return this.#underWay;
  }
}

async function readKeys(source: KeySource): Promise<ReadonlyMap<string, SigningKey>> {
  const { fetch, timeout = READ_WITHIN } = source;
  const first = 'jwksUrl' in source ? source.jwksUrl : source.openIdMetadataUrl;
  const outside = { fetch, isAllowed: guardRequests([new URL(first).host]) };
  const signal = AbortSignal.timeout(timeout);
  const get = async (url: string) => {
    const answer = await fetchJson(outside, url, { signal, headers: { accept: 'application/json' } });
    if (answer.status !== 200) throw new NoAnswer(`Answered ${answer.status}`);
    return answer.body;
  };
  const url =
    'jwksUrl' in source
      ? source.jwksUrl
      : jwksUrlOf(await get(source.openIdMetadataUrl), source.openIdMetadataUrl);
  const keys = new Map(readJwks(await get(url)).slice(0, MOST_KEYS));
  if (keys.size === 0) throw new NoAnswer('No usable key in the answer');
  return keys;
}

/** Keys come from the host that was configured, wherever the metadata point. */
function jwksUrlOf(metadata: unknown, metadataUrl: string): string {
  const { jwks_uri } = z.object({ jwks_uri: z.url() }).parse(metadata);
  if (new URL(jwks_uri).origin !== new URL(metadataUrl).origin)
    throw new NoAnswer('The metadata point to keys on another host');
  return jwks_uri;
}

const rsaKey = z.object({
  kid: z.string().min(1).max(200),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  // A key for something else must not sign tokens.
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
  endorsements: z.array(z.string()).default([]),
});

function readJwks(body: unknown): readonly [string, SigningKey][] {
  const { keys } = z.object({ keys: z.array(z.unknown()) }).parse(body);
  return keys.flatMap((entry) => {
    const jwk = rsaKey.safeParse(entry).data;
    const key = jwk && publicKey({ kty: jwk.kty, n: jwk.n, e: jwk.e });
    return jwk && key ? [[jwk.kid, { key, endorsements: jwk.endorsements }] as const] : [];
  });
}

function publicKey(jwk: JsonWebKey): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? key : undefined;
  } catch {
    return undefined; // one broken key does not spoil the others
  }
}
