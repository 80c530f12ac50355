import type { Instant, PersonId, TenantId } from '../request/ids';

/**
 * A technician's own Graph token. Only `src/auth` makes one, after it has seen that the token is delegated and
 * belongs to this person of this tenant; Graph is never called with anything else. The token itself is private,
 * so that no log line and no JSON can hold it.
 */
export class GraphAccess {
  readonly #token: string;

  constructor(
    readonly technician: PersonId,
    readonly tenant: TenantId,
    readonly expiresAt: Instant,
    token: string,
    /** How often this person had signed out before the sign-in that brought it; after one more it is worth nothing. */
    readonly signOuts = 0,
  ) {
    this.#token = token;
  }

  /** The same token, from a sign-in that began after so many sign-outs. */
  gotAfter(signOuts: number): GraphAccess {
    return new GraphAccess(this.technician, this.tenant, this.expiresAt, this.#token, signOuts);
  }

  /** For the `Authorization` header and for the vault. */
  bearerToken(): string {
    return this.#token;
  }
}
