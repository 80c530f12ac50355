import { randomUUID } from 'node:crypto';
import type { Reply } from '../http';
import type { ExchangeTrouble } from '../tenant/person';

interface EntraError {
  readonly status: number;
  readonly error: string;
  readonly number: number;
  readonly text: string;
  readonly suberror?: string;
  readonly claims?: string;
  readonly retryAfter?: string;
}

const MFA_CLAIMS = JSON.stringify({
  access_token: { capolids: { essential: true, values: ['6a2b3c4d-0000-4000-8000-123456789abc'] } },
});

function invalidGrant(number: number, text: string, more: Partial<EntraError> = {}): EntraError {
  return { status: 400, error: 'invalid_grant', number, text, ...more };
}

const mfa =
  "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.";
const blocked =
  'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.';

/** Errors of the token endpoint, as facts/graph.md § 5.2 lists them. */
export const entraErrors = {
  'consent-missing': invalidGrant(
    65001,
    'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
    { suberror: 'consent_required' },
  ),
  'mfa-required': invalidGrant(50076, mfa, { suberror: 'basic_action', claims: MFA_CLAIMS }),
  'mfa-required-by-the-book': {
    status: 400,
    error: 'interaction_required',
    number: 50076,
    text: mfa,
    claims: MFA_CLAIMS,
  },
  'blocked-by-policy': invalidGrant(53003, blocked),
  'blocked-by-policy-with-message': invalidGrant(53003, blocked, { suberror: 'message_only' }),
  'assertion-expired': invalidGrant(500133, 'Assertion is not within its valid time range.'),
  'assertion-invalid': invalidGrant(50013, 'Assertion failed signature validation.'),
  'audience-mismatch': invalidGrant(
    50013,
    'Assertion audience does not match the Client app presenting the assertion.',
  ),
  'foreign-account': invalidGrant(
    50020,
    'User account does not exist in tenant and cannot access the application.',
  ),
  'token-revoked': invalidGrant(
    50173,
    'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    { suberror: 'bad_token' },
  ),
  'not-assigned': invalidGrant(50105, 'The signed in user is not assigned to a role for the application.'),
  'wrong-secret': {
    status: 401,
    error: 'invalid_client',
    number: 7000215,
    text: 'Invalid client secret provided.',
  },
  'unknown-client': {
    status: 400,
    error: 'unauthorized_client',
    number: 700016,
    text: 'Application was not found in the directory.',
  },
  'code-invalid': invalidGrant(70000, 'The provided value for the code parameter is not valid.'),
  'code-redeemed': invalidGrant(
    54005,
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code.',
  ),
  'verifier-wrong': invalidGrant(
    501481,
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  ),
  'redirect-wrong': invalidGrant(
    50011,
    'The redirect URI does not match the one of the authorization request.',
  ),
  'grant-unsupported': {
    status: 400,
    error: 'unsupported_grant_type',
    number: 70003,
    text: 'The app requested an unsupported grant type.',
  },
  busy: {
    status: 429,
    error: 'temporarily_unavailable',
    number: 90055,
    text: 'Too many requests.',
    retryAfter: '7',
  },
  unavailable: {
    status: 503,
    error: 'temporarily_unavailable',
    number: 90033,
    text: 'A transient error has occurred. Please try again.',
  },
  transient: {
    status: 500,
    error: 'server_error',
    number: 90033,
    text: 'A transient error has occurred. Please try again.',
  },
} as const satisfies Record<string, EntraError>;

export type EntraTrouble = keyof typeof entraErrors;

/** What the token endpoint sends for a trouble. */
export function entraReply(trouble: EntraTrouble | ExchangeTrouble): Reply {
  if (trouble === 'hang' || trouble === 'reset') return trouble;
  if (trouble === 'garbage') return { status: 200, body: '<html><title>Proxy</title>Please sign in</html>' };
  const { status, error, number, text, ...more }: EntraError = entraErrors[trouble];
  const [traceId, correlationId] = [randomUUID(), randomUUID()];
  const timestamp = new Date().toISOString().replace('T', ' ').slice(0, 19) + 'Z';
  const body = {
    error,
    error_description: `AADSTS${number}: ${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(more.suberror ? { suberror: more.suberror } : {}),
    ...(more.claims ? { claims: more.claims } : {}),
  };
  const headers: Record<string, string> = more.retryAfter ? { 'retry-after': more.retryAfter } : {};
  return { status, headers, body };
}
