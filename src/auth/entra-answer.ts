import { Busy, NotPermitted, SignInNeeded, Unreachable, type Trouble } from '../desk/troubles';
import type { Instant } from '../request/ids';
import type { Alarm } from './alarms';

/** What was seen on the wire while msal-node asked: it tells neither status nor `Retry-After`. */
export type Seen =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'answer'; readonly status: number; readonly retryAt?: Instant };

/** A refusal of the login host, without its text: that quotes names and addresses. */
export class EntraRefused extends Error {
  override name = 'EntraRefused';
  constructor(
    readonly code: string,
    readonly number: number | undefined,
    readonly suberror: string,
    readonly correlationId: string,
    /** A claims challenge, as JSON text. */
    readonly claims: string | undefined,
  ) {
    super(`The login host answered ${code} ${number ?? ''} ${suberror}`.trimEnd());
  }
}

/**
 * The refusal inside an error of msal-node, or undefined for any other error. Looked at by its fields, since
 * several copies of the library are installed and `instanceof` knows one only.
 */
export function readRefusal(error: unknown): EntraRefused | undefined {
  if (!(error instanceof Error) || !('errorCode' in error)) return undefined;
  const text = (name: string) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? value : '';
  };
  // Typed as a string, a number at run time (facts/graph.md § 5.2).
  const number = Number(Reflect.get(error, 'errorNo') ?? NaN);
  return new EntraRefused(
    text('errorCode'),
    Number.isFinite(number) ? number : undefined,
    text('subError'),
    text('correlationId'),
    text('claims') || undefined,
  );
}

const consentMissing = [65001, 65004, 90094, 90095];
/** Conditional Access, a person who is not assigned, disabled or not of this tenant. */
const blocked = [53000, 53001, 53002, 53003, 53004, 50105, 50057, 50020, 50034];
const secondFactor = [50072, 50074, 50076, 50078, 50079, 50158];
const tooBusy = [90055];
/** A secret or certificate that is wrong or has ended, an application that does not exist. */
const clientRefused = [7000215, 7000222, 700024, 700027, 700016];
/** Refusals of a person's grant; all others concern the registration, and signing in again cannot cure them. */
const personRefused = ['invalid_grant', 'interaction_required', 'consent_required', 'login_required'];

/**
 * The desk's word for a failed question to the login host. Entra asks apps to go by `error`, `suberror` and
 * `claims`; the numbers only tell cases apart that share those (facts/graph.md § 5.2).
 */
export function troubleOf(refusal: EntraRefused, seen: Seen, now: Instant): Trouble {
  const options = { cause: refusal };
  if (seen.kind !== 'answer') return new Unreachable('sign-in', undefined, options);
  const isBusy = seen.status === 429 || (seen.status >= 500 && seen.retryAt !== undefined);
  if (isBusy || isOneOf(tooBusy, refusal.number))
    return new Busy('sign-in', seen.retryAt ?? now + 10_000, options);
  // A refusal has its own 4xx; anything else is an answer that could not be used.
  if (seen.status < 400 || seen.status >= 500 || isMisconfigured(refusal))
    return new Unreachable('sign-in', undefined, options);
  return refusedPerson(refusal, options);
}

function refusedPerson(refusal: EntraRefused, options: ErrorOptions): Trouble {
  const { code, number, suberror, claims } = refusal;
  if (suberror === 'consent_required' || code === 'consent_required' || isOneOf(consentMissing, number))
    return new SignInNeeded('consent', undefined, options);
  // Before the claims: a blocked sign-in names some too, and no second factor would help.
  if (suberror === 'message_only' || isOneOf(blocked, number))
    return new NotPermitted('blocked-by-policy', undefined, options);
  if (claims !== undefined || isOneOf(secondFactor, number) || /^(?:basic|additional)_action$/.test(suberror))
    return new SignInNeeded('second-factor', claims, options);
  return new SignInNeeded('expired', undefined, options);
}

function isMisconfigured({ code, number }: EntraRefused): boolean {
  if (isOneOf(clientRefused, number)) return true;
  const isOfPerson = isOneOf([...consentMissing, ...blocked, ...secondFactor], number);
  return !isOfPerson && !personRefused.includes(code);
}

/** The operator hears of what only they can put right. */
export function alarmOf(refusal: EntraRefused, seen: Seen, client: string): Alarm | undefined {
  const { code, number } = refusal;
  const isDefinite = seen.kind === 'answer' && seen.status >= 400 && seen.status < 500 && seen.status !== 429;
  if (!isDefinite || isOneOf(tooBusy, number) || !isMisconfigured(refusal)) return undefined;
  const isCredential = code === 'invalid_client' || isOneOf(clientRefused, number);
  const event = isCredential ? 'credential-refused' : 'sign-in-misconfigured';
  return { event, because: code, client, ...(number === undefined ? {} : { number }) };
}

const isOneOf = (numbers: readonly number[], number: number | undefined) =>
  number !== undefined && numbers.includes(number);
