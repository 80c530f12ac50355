import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload, type KeyLike } from 'jose';
import type { Config } from '../../src/config';
import type { Clock } from '../../src/desk/ports';
import { personId, tenantId, type PersonId, type TenantId } from '../../src/request/ids';

/** Throws where a test's own constant is not what it should be. */
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A constant of the test is wrong');
  return value;
}

export const TENANT: TenantId = must(tenantId('11111111-1111-4111-8111-111111111111'));
export const BOT = '22222222-2222-4222-8222-222222222222';
export const APP = '33333333-3333-4333-8333-333333333333';
export const TEAMS = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
export const GRAPH = 'https://graph.microsoft.com';
export const SCOPE = `${GRAPH}/DeviceManagementManagedDevices.ReadWrite.All`;

export const person = (n: number): PersonId =>
  must(personId(`aaaaaaaa-aaaa-4aaa-8aaa-${String(n).padStart(12, '0')}`));
export const TOM = { id: person(1), tenant: TENANT };

/** A clock that stands still until it is pushed on. */
export function testClock(start = Date.now()): Clock & { pass(milliseconds: number): void } {
  let passed = 0;
  return {
    now: () => start + passed,
    monotonic: () => 1_000 + passed,
    pass: (milliseconds) => (passed += milliseconds),
  };
}

export type TestKey = {
  readonly jwk: JWK;
  readonly privateKey: KeyLike;
  sign(claims: JWTPayload, header?: object): Promise<string>;
};

export async function testKey(kid: string): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig' };
  const sign: TestKey['sign'] = (claims, header = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(privateKey);
  return { jwk, privateKey, sign };
}

export type Reply =
  { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown } | 'hang';
export type TokenForm = Readonly<Partial<Record<string, string>>>;

/** A login host on 127.0.0.1 whose answers the test gives. */
export class LoginDouble {
  readonly posts: TokenForm[] = [];
  keyReads = 0;
  keys: () => Reply = () => ({ body: { keys: [this.key.jwk] } });
  token: (form: TokenForm) => Reply | Promise<Reply> = (form) => this.grant(form);
  readonly #server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => void this.#answer(request.url ?? '', body, response));
  });

  private constructor(readonly key: TestKey) {}

  static async open(): Promise<LoginDouble> {
    const login = new LoginDouble(await testKey('k1'));
    login.#server.listen(0, '127.0.0.1');
    await once(login.#server, 'listening');
    return login;
  }

  get url(): string {
    // A TCP server that listens has an AddressInfo.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Ordinary again, and nothing seen. */
  reset(): void {
    this.posts.length = 0;
    this.keyReads = 0;
    this.keys = () => ({ body: { keys: [this.key.jwk] } });
    this.token = (form) => this.grant(form);
  }

  /** A sign-on token as Teams brings it. */
  assertion(oid: PersonId, changes: JWTPayload = {}): Promise<string> {
    return this.key.sign({ ...this.#about(oid), aud: APP, azp: TEAMS, scp: 'access_as_user', ...changes });
  }

  idToken(oid: PersonId, changes: JWTPayload = {}): Promise<string> {
    return this.key.sign({ ...this.#about(oid), aud: APP, ...changes });
  }

  graphToken(oid: PersonId, changes: JWTPayload = {}): Promise<string> {
    const scp = 'DeviceManagementManagedDevices.ReadWrite.All';
    return this.key.sign({ ...this.#about(oid), aud: GRAPH, scp, ...changes });
  }

  /** What Entra grants to the person whose assertion came. */
  async grant(form: TokenForm, changes: JWTPayload = {}): Promise<Reply> {
    if (form['grant_type'] === 'client_credentials')
      return this.tokens({ access_token: `bot-token-${this.posts.length}` });
    const oid = form['assertion'] ? oidOf(form['assertion']) : TOM.id;
    return this.tokens({
      access_token: await this.graphToken(oid, changes),
      id_token: await this.idToken(oid),
      scope: SCOPE,
    });
  }

  tokens(body: object): Reply {
    return { body: { token_type: 'Bearer', expires_in: 3600, ...body } };
  }

  #about(oid: PersonId): JWTPayload {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: `${this.url}/${TENANT}/v2.0`,
      tid: TENANT,
      oid,
      ver: '2.0',
      iat: now,
      nbf: now,
      exp: now + 3600,
      name: 'Tom Tech',
      preferred_username: 'tom@contoso.example',
      roles: ['Technician'],
    };
  }

  async #answer(path: string, body: string, response: ServerResponse): Promise<void> {
    if (path.split('?')[0] === `/${TENANT}/oauth2/v2.0/token`) {
      const form: TokenForm = Object.fromEntries(new URLSearchParams(body));
      this.posts.push(form);
      send(response, await this.token(form));
      return;
    }
    this.keyReads += 1;
    send(response, this.keys());
  }
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
  response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
}

/** The `oid` of a token, unverified. */
export function oidOf(token: string): PersonId {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  // Every token of these tests has one.
  return must(personId((claims as { oid: string }).oid));
}

/** Refused as Entra refuses. */
export function refuse(
  number: number,
  more: { error?: string; status?: number; [field: string]: unknown } = {},
) {
  const { status = 400, error = 'invalid_grant', ...fields } = more;
  const body = { error, error_description: `AADSTS${number}: text`, error_codes: [number], ...fields };
  return { status, body };
}

/** What `readConfig` would give for this login host. */
export function testConfig(authorityHost: string, changes: Partial<Config> = {}): Config {
  const secret = { kind: 'secret', secret: 'the-secret' } as const;
  return {
    port: 0,
    host: undefined,
    publicUrl: 'https://bot.example',
    cloud: 'public',
    hasConnector: true,
    bot: {
      id: BOT,
      tenant: TENANT,
      credential: secret,
      openIdMetadataUrl: `${authorityHost}/openid`,
      tokenIssuer: 'https://api.botframework.com',
      connectorScope: 'https://api.botframework.com/.default',
      serviceUrlHosts: [],
    },
    signIn: {
      clientId: APP,
      tenant: TENANT,
      credential: secret,
      authorityHost,
      resource: `api://botid-${BOT}`,
    },
    graphEndpoint: 'http://127.0.0.1:1',
    graphResource: GRAPH,
    technicianRoles: [],
    sessionLinkHosts: [],
    dataKey: undefined,
    database: { kind: 'sqlite', file: ':memory:' },
    defaultLanguage: 'en',
    logLevel: 'silent',
    ...changes,
  };
}
