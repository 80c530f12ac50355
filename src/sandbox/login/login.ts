import { z } from 'zod';
import type { Addresses, Registrations } from '../addresses';
import type { Clock } from '../clock';
import type { Ask, Reply } from '../http';
import { signingKey } from '../keys';
import type { ExchangeTrouble } from '../tenant/person';
import type { Tenant } from '../tenant/tenant';
import type { Wire } from '../wire';
import { Authorizations, type AuthorizationRequest } from './authorizations';
import { entraReply } from './entra-errors';
import { grantToken } from './grants';
import { errorPage, formPostPage, signInPage } from './sign-in-page';
import { TokenIssuer } from './tokens';

export interface LoginParts {
  readonly tenant: Tenant;
  readonly addresses: Addresses;
  readonly registrations: Registrations;
  readonly clock: Clock;
  readonly wire: Wire;
}

const answerForm = z.object({
  request: z.string(),
  person: z.string(),
  decision: z.enum(['accept', 'cancel']),
});
const page = { 'content-type': 'text/html; charset=utf-8' };

/** The login host of a cloud: tokens, keys, and the page on which people sign in. */
export class Login {
  readonly tokens: TokenIssuer;
  /** What every token request meets, whoever it is for. */
  trouble: ExchangeTrouble | undefined;
  /** What everybody who asks for the signing keys meets. */
  keysTrouble: 'unavailable' | 'hang' | 'reset' | undefined;
  private readonly authorizations: Authorizations;
  private rotations = 0;

  private constructor(
    private readonly parts: LoginParts,
    tokens: TokenIssuer,
  ) {
    this.tokens = tokens;
    this.authorizations = new Authorizations(parts.clock);
  }

  static async create(parts: LoginParts): Promise<Login> {
    const { addresses, registrations, tenant, clock } = parts;
    const key = await signingKey('login-0');
    return new Login(parts, new TokenIssuer(key, addresses, registrations, tenant.id, clock));
  }

  /** From now on tokens are signed with a new key, and only that one is published. */
  async rotateKeys(): Promise<void> {
    this.rotations += 1;
    this.tokens.key = await signingKey(`login-${this.rotations}`);
  }

  async answer(ask: Ask): Promise<Reply> {
    const { pathname } = ask.url;
    const { reply, person, note } = await this.route(ask);
    const status = typeof reply === 'string' ? reply : 'status' in reply ? reply.status : 200;
    this.parts.wire.record({
      where: 'login',
      method: ask.method,
      path: pathname,
      status,
      ...(person ? { person } : {}),
      ...(note ? { note } : {}),
    });
    return reply;
  }

  private async route(ask: Ask): Promise<{ reply: Reply; person?: string; note?: string }> {
    const [, tenantId = '', ...rest] = ask.url.pathname.split('/');
    switch (`${ask.method} ${rest.join('/')}`) {
      case 'POST oauth2/v2.0/token':
        return this.token(ask);
      case 'GET discovery/v2.0/keys':
        return { reply: this.keys() };
      case 'GET v2.0/.well-known/openid-configuration':
        return { reply: { status: 200, body: this.metadata(tenantId) } };
      case 'GET oauth2/v2.0/authorize':
        return { reply: this.authorize(ask.url.searchParams) };
      case 'POST sign-in':
        return this.signIn(ask);
      default:
        return { reply: { status: 404, headers: page, body: errorPage('No such page.') } };
    }
  }

  private async token(ask: Ask) {
    if (this.trouble) return { reply: entraReply(this.trouble), note: this.trouble };
    const form = Object.fromEntries(new URLSearchParams(ask.body));
    return grantToken({ ...this.parts, tokens: this.tokens, authorizations: this.authorizations }, form);
  }

  private keys(): Reply {
    if (this.keysTrouble === 'unavailable') return { status: 503, body: 'Service unavailable' };
    return this.keysTrouble ?? { status: 200, body: { keys: [this.tokens.key.publicJwk] } };
  }

  private metadata(tenantId: string) {
    const base = `${this.parts.addresses.login}/${tenantId}`;
    return {
      issuer: this.tokens.issuer(tenantId),
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  private authorize(query: URLSearchParams): Reply {
    const request = this.authorizations.begin(query);
    const problem = !request
      ? 'AADSTS900144: The request is not complete.'
      : request.clientId !== this.parts.registrations.signOn.id
        ? 'AADSTS700016: Application was not found in the directory.'
        : new URL(request.redirectUri).origin !== this.parts.addresses.bot
          ? 'AADSTS50011: The redirect URI does not match those configured for the application.'
          : undefined;
    if (!request || problem) return { status: 400, headers: page, body: errorPage(problem ?? '') };
    return { status: 200, headers: page, body: signInPage(request, this.parts.tenant.people) };
  }

  private signIn(ask: Ask): { reply: Reply; person?: string } {
    const form = answerForm.safeParse(Object.fromEntries(new URLSearchParams(ask.body))).data;
    const request = form && this.authorizations.find(form.request);
    if (!request) return { reply: { status: 400, headers: page, body: errorPage('This sign-in is over.') } };
    const fields = this.decide(request, form.person, form.decision === 'accept');
    if (request.state !== undefined) fields.set('state', request.state);
    return { reply: backToApp(request, fields), person: form.person };
  }

  private decide(request: AuthorizationRequest, key: string, accepts: boolean): URLSearchParams {
    const person = this.parts.tenant.person(key);
    const { consented, mayConsent } = person.behaviour;
    const refusal = !accepts
      ? 'AADSTS65004: User declined to consent to access the app.'
      : !consented && !mayConsent
        ? 'AADSTS90094: An administrator has to consent to this app.'
        : undefined;
    if (refusal !== undefined)
      return new URLSearchParams({ error: 'access_denied', error_description: refusal });
    person.signedInInteractively();
    return new URLSearchParams({ code: this.authorizations.issueCode(request, person) });
  }
}

function backToApp(request: AuthorizationRequest, fields: URLSearchParams): Reply {
  if (request.responseMode === 'form_post')
    return { status: 200, headers: page, body: formPostPage(request.redirectUri, fields) };
  const target = new URL(request.redirectUri);
  for (const [name, value] of fields) target.searchParams.set(name, value);
  return { status: 302, headers: { location: target.href } };
}
