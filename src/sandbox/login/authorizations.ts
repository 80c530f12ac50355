import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock';
import type { Person } from '../tenant/person';

/** Entra's codes live ten minutes. */
const CODE_LIFETIME_MS = 600_000;

const authorizeQuery = z.looseObject({
  client_id: z.string(),
  redirect_uri: z.url(),
  response_type: z.literal('code'),
  scope: z.string().default('openid'),
  state: z.string().optional(),
  nonce: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal('S256').optional(),
  login_hint: z.string().optional(),
  response_mode: z.enum(['query', 'form_post']).default('query'),
});

export interface AuthorizationRequest {
  readonly id: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
  readonly loginHint: string | undefined;
  readonly responseMode: 'query' | 'form_post';
}

interface Code {
  readonly request: AuthorizationRequest;
  readonly person: Person;
  readonly issuedAt: number;
  redeemed: boolean;
}

/** Sign-ins under way in a browser, and the codes they ended with. */
export class Authorizations {
  private readonly requests = new Map<string, AuthorizationRequest>();
  private readonly codes = new Map<string, Code>();

  constructor(private readonly clock: Clock) {}

  /** Reads the query of /authorize; undefined if Entra would show an error page. */
  begin(query: URLSearchParams): AuthorizationRequest | undefined {
    const asked = authorizeQuery.safeParse(Object.fromEntries(query)).data;
    if (!asked) return undefined;
    const request = {
      id: randomUUID(),
      clientId: asked.client_id,
      redirectUri: asked.redirect_uri,
      scope: asked.scope,
      state: asked.state,
      nonce: asked.nonce,
      challenge: asked.code_challenge,
      loginHint: asked.login_hint,
      responseMode: asked.response_mode,
    };
    this.requests.set(request.id, request);
    return request;
  }

  find(id: string): AuthorizationRequest | undefined {
    return this.requests.get(id);
  }

  issueCode(request: AuthorizationRequest, person: Person): string {
    const code = `0.${randomUUID()}`;
    this.codes.set(code, { request, person, issuedAt: this.clock.now(), redeemed: false });
    return code;
  }

  redeem(code: string): Code | 'code-invalid' | 'code-redeemed' {
    const found = this.codes.get(code);
    if (!found || this.clock.now() - found.issuedAt > CODE_LIFETIME_MS) return 'code-invalid';
    if (found.redeemed) return 'code-redeemed';
    found.redeemed = true;
    return found;
  }
}
