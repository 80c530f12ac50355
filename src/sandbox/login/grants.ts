import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { Registrations } from '../addresses';
import type { Clock } from '../clock';
import type { Reply } from '../http';
import type { Person } from '../tenant/person';
import type { Tenant } from '../tenant/tenant';
import type { Authorizations } from './authorizations';
import { entraReply, type EntraTrouble } from './entra-errors';
import { CONNECTOR_AUDIENCE, type TokenIssuer } from './tokens';

/** What came to the token endpoint. */
export type TokenForm = Readonly<Partial<Record<string, string>>>;

/** A reply of the token endpoint, and for the record on whose behalf and why. */
export interface Granted {
  readonly reply: Reply;
  readonly person?: string;
  readonly note: string;
}

interface House {
  readonly tenant: Tenant;
  readonly tokens: TokenIssuer;
  readonly registrations: Registrations;
  readonly authorizations: Authorizations;
  readonly clock: Clock;
}

const claimsOfAssertion = z.looseObject({
  exp: z.number(),
  oid: z.string(),
  tid: z.string(),
  aud: z.string(),
});

/** Answers one token request. */
export async function grantToken(house: House, form: TokenForm): Promise<Granted> {
  const note = form['grant_type'] ?? 'no grant type';
  const client = [house.registrations.bot, house.registrations.signOn].find(
    ({ id }) => id === form['client_id'],
  );
  if (!client) return { reply: entraReply('unknown-client'), note };
  if (form['client_assertion'] === undefined && form['client_secret'] !== client.secret)
    return { reply: entraReply('wrong-secret'), note };
  switch (form['grant_type']) {
    case 'client_credentials':
      return { reply: await clientCredentials(house, client.id, form['scope'] ?? ''), note };
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return { note: 'on_behalf_of', ...(await onBehalfOf(house, form)) };
    case 'authorization_code':
      return { note, ...(await authorizationCode(house, form)) };
    default:
      return { reply: entraReply('grant-unsupported'), note };
  }
}

async function clientCredentials({ tokens }: House, clientId: string, scope: string): Promise<Reply> {
  const resource = scope.replace(/\/\.default$/, '');
  const audience = resource === CONNECTOR_AUDIENCE ? CONNECTOR_AUDIENCE : resource;
  const access_token = await tokens.applicationToken(clientId, audience);
  const expires_in = tokens.lifetime.bot;
  return {
    status: 200,
    body: { token_type: 'Bearer', expires_in, ext_expires_in: expires_in, access_token },
  };
}

async function onBehalfOf(house: House, form: TokenForm): Promise<Omit<Granted, 'note'>> {
  const assertion = form['assertion'] ?? '';
  const claims = claimsOfAssertion.safeParse(decoded(assertion)).data;
  if (!claims) return { reply: entraReply('assertion-invalid') };
  const person = house.tenant.personByOid(claims.oid);
  const refused = await refuseAssertion(house, assertion, claims);
  if (!person || refused) return { reply: entraReply(refused ?? 'assertion-invalid') };
  const trouble =
    person.nextExchangeTrouble() ?? (person.behaviour.consented ? undefined : 'consent-missing');
  if (trouble) return { reply: entraReply(trouble), person: person.key };
  return { reply: await graphTokens(house, person, form['scope'] ?? '', undefined), person: person.key };
}

function decoded(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch {
    return undefined; // not a token at all: refused as invalid
  }
}

async function refuseAssertion(
  { tokens, registrations, clock, tenant }: House,
  assertion: string,
  claims: z.infer<typeof claimsOfAssertion>,
): Promise<EntraTrouble | undefined> {
  const audiences = [registrations.signOn.id, `api://botid-${registrations.bot.id}`];
  if (!audiences.includes(claims.aud)) return 'audience-mismatch';
  if (claims.exp * 1000 <= clock.now()) return 'assertion-expired';
  if (!(await tokens.key.verify(assertion, clock.date()))) return 'assertion-invalid';
  return claims.tid === tenant.id ? undefined : 'foreign-account';
}

async function authorizationCode(house: House, form: TokenForm): Promise<Omit<Granted, 'note'>> {
  const found = house.authorizations.redeem(form['code'] ?? '');
  if (typeof found === 'string') return { reply: entraReply(found) };
  const { request, person } = found;
  const challenge = createHash('sha256')
    .update(form['code_verifier'] ?? '')
    .digest('base64url');
  if (request.challenge !== undefined && request.challenge !== challenge)
    return { reply: entraReply('verifier-wrong'), person: person.key };
  if (request.redirectUri !== form['redirect_uri'])
    return { reply: entraReply('redirect-wrong'), person: person.key };
  if (request.clientId !== form['client_id'])
    return { reply: entraReply('code-invalid'), person: person.key };
  const reply = await graphTokens(house, person, form['scope'] ?? request.scope, request.nonce);
  return { reply, person: person.key };
}

async function graphTokens(
  { tenant, tokens }: House,
  person: Person,
  scope: string,
  nonce: string | undefined,
): Promise<Reply> {
  const granted = tenant.grantedScopes;
  if (!asksOnlyFor(granted, scope)) return entraReply('consent-missing');
  const expires_in = tokens.lifetime.graph;
  const body = {
    token_type: 'Bearer',
    scope: [...granted, 'openid', 'profile', 'offline_access', ...scope.split(' ')].join(' '),
    expires_in,
    ext_expires_in: expires_in,
    access_token: await tokens.graphToken(person, granted),
    refresh_token: 'not-usable-in-the-sandbox',
    id_token: await tokens.idToken(person, nonce),
    client_info: tokens.clientInfo(person),
  };
  return { status: 200, body };
}

/** Permissions asked for by name must have been granted; `.default` means whatever was granted. */
function asksOnlyFor(granted: readonly string[], scope: string): boolean {
  const names = scope.split(' ').map((one) => one.slice(one.lastIndexOf('/') + 1));
  const always = ['', '.default', 'openid', 'profile', 'offline_access', 'email'];
  return names.every((name) => always.includes(name) || granted.includes(name));
}
