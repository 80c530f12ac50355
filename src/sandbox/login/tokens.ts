import type { JWTPayload } from 'jose';
import type { Addresses, Registrations } from '../addresses';
import type { Clock } from '../clock';
import { stableToken } from '../ids';
import type { SigningKey } from '../keys';
import type { Person } from '../tenant/person';

/** Teams on the desktop and phone, and Teams on the web: the two clients that ask for sign-on tokens. */
export const TEAMS_CLIENTS = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
] as const;

export const CONNECTOR_AUDIENCE = 'https://api.botframework.com';

/** Issues what Entra would issue. Claims can be overridden, so that tests can make tokens that must be refused. */
export class TokenIssuer {
  /** Seconds that each kind of token lives; tests shorten them. */
  readonly lifetime = { signOn: 3_600, graph: 4_200, bot: 86_399 };

  constructor(
    public key: SigningKey,
    private readonly addresses: Addresses,
    private readonly registrations: Registrations,
    private readonly tenantId: string,
    private readonly clock: Clock,
  ) {}

  issuer(tenantId: string): string {
    return `${this.addresses.login}/${tenantId}/v2.0`;
  }

  /** The single sign-on token that a Teams client gets for the bot's registration. */
  signOnToken(person: Person, overrides: JWTPayload = {}): Promise<string> {
    return this.sign(this.lifetime.signOn, {
      ...this.personClaims(person),
      ...rolesOf(person),
      aud: this.registrations.signOn.id,
      azp: TEAMS_CLIENTS[0],
      azpacr: '0',
      scp: 'access_as_user',
      ...overrides,
    });
  }

  /** A Graph token on behalf of a person. */
  graphToken(person: Person, scopes: readonly string[], overrides: JWTPayload = {}): Promise<string> {
    return this.sign(this.lifetime.graph, {
      ...this.personClaims(person),
      aud: this.addresses.graph,
      appid: this.registrations.signOn.id,
      idtyp: 'user',
      scp: scopes.join(' '),
      upn: person.upn,
      ...overrides,
    });
  }

  idToken(person: Person, nonce: string | undefined): Promise<string> {
    const aud = this.registrations.signOn.id;
    const claims = { ...this.personClaims(person), ...rolesOf(person), aud };
    return this.sign(3_600, { ...claims, ...(nonce ? { nonce } : {}) });
  }

  /** A token of an application for itself: the bot's for the connector, or one that Graph must refuse. */
  applicationToken(clientId: string, audience: string): Promise<string> {
    return this.sign(this.lifetime.bot, {
      iss: this.issuer(this.tenantId),
      aud: audience,
      appid: clientId,
      azp: clientId,
      idtyp: 'app',
      tid: this.tenantId,
      ver: '2.0',
    });
  }

  /** What msal-node reads the account from. */
  clientInfo(person: Person): string {
    return Buffer.from(JSON.stringify({ uid: person.oid, utid: person.tid })).toString('base64url');
  }

  private personClaims(person: Person): JWTPayload {
    return {
      iss: this.issuer(person.tid),
      oid: person.oid,
      tid: person.tid,
      sub: stableToken(`sub ${person.key}`, 43),
      name: person.name,
      preferred_username: person.upn,
      uti: stableToken(`uti ${person.key} ${this.clock.now()}`, 22),
      ver: '2.0',
      ...(person.isGuest ? { acct: 1 } : {}),
    };
  }

  private sign(lifetimeSeconds: number, claims: JWTPayload): Promise<string> {
    const now = Math.floor(this.clock.now() / 1000);
    return this.key.sign({ iat: now, nbf: now, exp: now + lifetimeSeconds, ...claims });
  }
}

/** App roles of the sign-on registration: in the tokens that are for it, not in those for Graph. */
function rolesOf({ behaviour: { roles } }: Person): { roles?: string[] } {
  return roles.length > 0 ? { roles: [...roles] } : {};
}
