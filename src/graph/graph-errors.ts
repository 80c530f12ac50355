import {
  Busy,
  NotPermitted,
  OutcomeUnknown,
  SignInNeeded,
  Unreachable,
  type Trouble,
} from '../desk/troubles';
import type { Cause } from '../request/help-request';
import type { Instant } from '../request/ids';
import { readErrorText, type ErrorText } from './error-text';
import type { Answer, NoAnswer } from './exchange';
import { retryAfter } from './retry';
import { readClaimsChallenge } from './www-authenticate';

/** What was asked: one device, rows, or the one action. The same status means different things to each. */
export type Asked = 'device' | 'rows' | 'action';

/** Graph answered, and the answer was no. Stays in this room, as the cause of the desk's trouble. */
export class GraphRefused extends Error {
  override name = 'GraphRefused';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly graphRequestId: string | undefined,
    /** Graph knows no such path, whatever the device. */
    readonly notRouted: boolean,
  ) {
    super(`Graph answered ${status}`);
  }
}

/** The refusal behind a trouble, where there is one. */
export const refusalBehind = (error: unknown): GraphRefused | undefined =>
  error instanceof Error && error.cause instanceof GraphRefused ? error.cause : undefined;

/** What an answer that is no success means to the desk. Decides on status and code. */
export function troubleOf(answer: Answer, asked: Asked, now: Instant): Trouble {
  const error = readErrorText(answer.body);
  const refusal = refusalOf(answer, error);
  const { status, graphRequestId } = refusal;
  const because = { cause: refusal };
  if (status === 429) return busy(answer, now, because);
  if (!isDefiniteNo(answer, error))
    return asked === 'action'
      ? new OutcomeUnknown(graphRequestId, because)
      : new Unreachable('intune', graphRequestId, because);
  if (status === 401 && !isForbidden(error)) return signInNeeded(answer, because);
  const challenge = readClaimsChallenge(answer.header('www-authenticate'));
  if (challenge.asked) return new SignInNeeded('expired', challenge.claims, because);
  return new NotPermitted(causeOf(refusal, error, asked), graphRequestId, because);
}

/** What silence means: for a read nothing at all, for the action only that nobody knows. */
export function troubleOfSilence(silence: NoAnswer, asked: Asked): Trouble {
  if (asked === 'action' && silence.sent === 'maybe')
    return new OutcomeUnknown(silence.graphRequestId, { cause: silence });
  return new Unreachable('intune', silence.graphRequestId, { cause: silence });
}

export function graphRequestIdOf(answer: Answer): string | undefined {
  const id = answer.header('request-id') ?? readErrorText(answer.body).graphRequestId;
  // It is shown on cards and written to the log: nothing but an id may come through.
  return id !== undefined && /^[\w-]{1,64}$/u.test(id) ? id : undefined;
}

function refusalOf(answer: Answer, { code, text }: ErrorText): GraphRefused {
  const notRouted =
    answer.status === 405 ||
    code === 'No method match route template' ||
    (answer.status === 400 && /^(?:No OData route exists|Resource not found for the segment)/u.test(text));
  return new GraphRefused(answer.status, code, graphRequestIdOf(answer), notRouted);
}

function busy(answer: Answer, now: Instant, because: ErrorOptions): Busy {
  const wait = retryAfter(answer, now);
  return new Busy('intune', wait === undefined ? undefined : now + wait, because);
}

function signInNeeded(answer: Answer, because: ErrorOptions): SignInNeeded {
  const { claims } = readClaimsChallenge(answer.header('www-authenticate'));
  return new SignInNeeded('expired', claims, because);
}

/**
 * Whether somebody looked at the question and turned it down. Not: a time-out (408, 499), anything that is no 4xx,
 * and the web page of a proxy in between, which says nothing about Graph.
 */
function isDefiniteNo(answer: Answer, { code }: ErrorText): boolean {
  if (answer.status < 400 || answer.status >= 499 || answer.status === 408) return false;
  const isPage = answer.header('content-type')?.toLowerCase().startsWith('text/html') === true;
  return !isPage || code !== '' || answer.header('request-id') !== undefined;
}

/** Intune says "forbidden" as 401 too (msgraph-sdk-powershell issue 1257): signing in again would change nothing. */
const isForbidden = ({ code, innerCode }: ErrorText): boolean =>
  code === 'Forbidden' || innerCode === 'Forbidden';

const definite: Readonly<Record<Asked, Readonly<Partial<Record<number, Cause>>>>> = {
  // An unknown id may be answered with 400 and no reason (microsoft-graph-docs issues 7128, 7129).
  device: { 400: 'device-gone', 404: 'device-gone', 410: 'device-gone' },
  rows: {},
  action: { 404: 'device-gone', 409: 'already-running', 410: 'device-gone' },
};

function causeOf({ status, notRouted }: GraphRefused, error: ErrorText, asked: Asked): Cause {
  if (status === 401 || status === 403) return permissionMissing(error);
  if (notRouted) return 'action-not-possible';
  return definite[asked][status] ?? (asked === 'action' ? 'action-not-possible' : 'unexpected');
}

/** The application lacks its permission, or the person lacks a role in Intune: two different people can fix it. */
function permissionMissing({ code, text }: ErrorText): Cause {
  // The directory's word for a permission that was not consented.
  if (code === 'Authorization_RequestDenied') return 'consent-missing';
  return text.startsWith('Application is not authorized') ? 'consent-missing' : 'intune-role-missing';
}
