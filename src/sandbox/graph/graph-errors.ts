import type { Answer, Reply } from '../http';
import type { Fault } from '../tenant/device';

/** The two ids that go with every reply of Graph. */
export interface RequestIds {
  readonly request: string;
  readonly client: string;
}

const BARE = 'An error has occurred';
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** What Graph says in its own words. */
export function graphError(status: number, code: string, message: string, ids: RequestIds): Answer {
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': ids.request,
    'client-request-id': ids.client,
  };
  return { status, body: { error: { code, message, innerError } } };
}

/** What Intune says, as Graph hands it on: the message is itself JSON text (facts/graph.md § 1.4). */
export function intuneError(
  status: number,
  code: string,
  text: string,
  ids: RequestIds,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return graphError(status, code, nestedMessage(text, ids, headers), ids);
}

function nestedMessage(text: string, ids: RequestIds, headers: Readonly<Record<string, string>>): string {
  const url =
    'https://fef.amsub0102.manage.microsoft.com/DeviceFE/StatelessDeviceFEService/deviceManagement/managedDevices?api-version=2024-06-14';
  const message = {
    _version: 3,
    Message: `${text} - Operation ID (for customer support): ${NO_ID} - Activity ID: ${ids.request} - Url: ${url}`,
    CustomApiErrorPhrase: '',
    RetryAfter: null,
    ErrorSourceService: '',
    HttpHeaders: JSON.stringify(headers),
  };
  return JSON.stringify(message, null, 2);
}

/** With code UnknownError there is one wrapper more, and the status may be 401 for what means 403. */
function doublyNestedForbidden(status: number, ids: RequestIds): Answer {
  const realm = `Bearer realm="urn:intune:service,${NO_ID},${NO_ID}"`;
  const wrapped = {
    ErrorCode: 'Forbidden',
    Message: nestedMessage(BARE, ids, { 'WWW-Authenticate': realm }),
    Target: null,
    Details: null,
    InnerError: null,
    InstanceAnnotations: [],
  };
  return graphError(status, 'UnknownError', JSON.stringify(wrapped), ids);
}

function claimsChallenge(ids: RequestIds): Answer {
  const claims = { access_token: { nbf: { essential: true, value: String(Math.floor(Date.now() / 1000)) } } };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  const challenge =
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
    `client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${encoded}"`;
  const refused = graphError(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    ids,
  );
  return { ...refused, headers: { 'www-authenticate': challenge } };
}

/** Permissions are named because the real text names them. */
export function scopeMissing(ids: RequestIds): Answer {
  return intuneError(
    403,
    'Forbidden',
    'Application is not authorized to perform this operation. Application must have one of the following scopes: DeviceManagementManagedDevices.ReadWrite.All',
    ids,
  );
}

/** What Graph answers for a fault. @param retryAfter the header's text, for "throttled". */
export function faultReply(fault: Fault, ids: RequestIds, retryAfter = '5'): Reply {
  switch (fault) {
    case 'reset':
    case 'hang':
      return fault;
    case 'garbage':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><body>Welcome to the proxy</body></html>',
      };
    case 'cut-short':
      return { ...graphError(200, 'never', 'seen whole', ids), cutShort: true };
    case 'claims-challenge':
      return claimsChallenge(ids);
    case 'throttled':
      return {
        ...graphError(429, 'TooManyRequests', 'An error has occurred.', ids),
        headers: { 'retry-after': retryAfter },
      };
    default:
      return plainFault(fault, ids);
  }
}

type PlainFault = Exclude<
  Fault,
  'reset' | 'hang' | 'garbage' | 'cut-short' | 'claims-challenge' | 'throttled'
>;

function plainFault(fault: PlainFault, ids: RequestIds): Answer {
  switch (fault) {
    case 'forbidden':
      return intuneError(403, 'Forbidden', 'User is not authorized to perform this operation', ids);
    case 'forbidden-as-401':
      return doublyNestedForbidden(401, ids);
    case 'scope-missing':
      return scopeMissing(ids);
    case 'token-rejected':
      return graphError(401, 'InvalidAuthenticationToken', 'Lifetime validation failed.', ids);
    case 'throttled-bare':
      return graphError(429, 'TooManyRequests', 'An error has occurred.', ids);
    case 'bad-request':
      return intuneError(400, 'BadRequest', BARE, ids);
    case 'not-found':
      return intuneError(404, 'ResourceNotFound', BARE, ids);
    case 'no-route':
      return graphError(
        400,
        'No method match route template',
        'No OData route exists that match template ~/entityset/key/navigation/key with http verb GET',
        ids,
      );
    case 'conflict':
      return intuneError(409, 'Conflict', BARE, ids);
    case 'server-error':
      return intuneError(500, 'InternalServerError', BARE, ids);
    case 'bad-gateway':
      return graphError(502, 'BadGateway', 'Bad gateway', ids);
    case 'unavailable':
      return graphError(503, 'ServiceUnavailable', 'Service unavailable', ids);
    case 'gateway-timeout':
      return graphError(504, 'GatewayTimeout', 'Gateway timeout', ids);
  }
}
