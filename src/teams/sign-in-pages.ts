import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Auth } from '../auth/auth';
import { challengeOf, newVerifier } from '../auth/sign-in-page';
import type { Caller } from '../desk/help-desk';
import type { Clock, Ticket, Tickets } from '../desk/ports';
import { isTrouble, SignInNeeded } from '../desk/troubles';
import { languageFor } from '../i18n/language';
import type { Log } from '../log';
import type { HttpAnswer } from './http-answer';
import { pageAnswer, type PageKind, type PageWords } from './page-html';
import type { Routes } from './server';

export type SignInPagesParts = {
  readonly auth: Pick<Auth, 'startUrl' | 'redeem'>;
  readonly tickets: Tickets;
  readonly clock: Clock;
  readonly words: PageWords;
  readonly publicUrl: string;
  readonly defaultLanguage: string;
  /** Goes on with what the sign-in had interrupted. */
  readonly goOn: (caller: Caller) => void;
  readonly log: Log;
};

const VISIT_LIVES = 10 * 60 * 1000;
const CODE_LIVES = 5 * 60 * 1000;

type Visit = Ticket<'sign-in-state'>;
type Failure = { readonly kind: Exclude<PageKind, 'signed-in'>; readonly status: number };

/**
 * The road on which a person signs in where single sign-on does not lead: our start page, the login host, our end
 * page. Whoever comes back must be the person who was sent, in the browser in which they were sent. That is proof
 * enough, so the remembered message goes on at once, also when the page was opened outside Teams; the code that
 * Teams brings afterwards only closes the window properly.
 */
export function signInPages(parts: SignInPagesParts): Routes {
  return {
    'GET /auth/start': (request) => start(parts, request),
    'GET /auth/end': (request) => end(parts, request),
  };
}

async function start(parts: SignInPagesParts, request: IncomingMessage): Promise<HttpAnswer> {
  const { tickets, auth, clock } = parts;
  const given = queryOf(request).get('t');
  const ticket = given === null ? undefined : await tickets.read('sign-in', given);
  if (!ticket || ticket.expired) return failurePage(parts, request, { kind: 'link-expired', status: 400 });
  const { claims, place, language } = ticket.contents;
  const verifier = newVerifier();
  const browser = browserOf(parts, request) ?? randomBytes(32).toString('base64url');
  const visit = { verifier, browser: hash(browser), place, language };
  const state = await tickets.issue('sign-in-state', ticket.bearer, visit, clock.now() + VISIT_LIVES);
  const location = auth.startUrl({ state, challenge: challengeOf(verifier), ...(claims && { claims }) });
  const headers = { location, 'set-cookie': cookieFor(parts, browser), 'referrer-policy': 'no-referrer' };
  return { status: 302, headers };
}

async function end(parts: SignInPagesParts, request: IncomingMessage): Promise<HttpAnswer> {
  const query = queryOf(request);
  const state = query.get('state');
  const visit = state === null ? undefined : await parts.tickets.read('sign-in-state', state);
  if (state === null || !visit || visit.expired || visit.used)
    return failurePage(parts, request, { kind: 'visit-expired', status: 400 });
  const { language } = visit.contents;
  // Before the visit is spent: a stranger with the address must not be able to end it.
  if (!isSameBrowser(browserOf(parts, request), visit.contents.browser))
    return failurePage(parts, request, { kind: 'other-browser', status: 403 }, language);
  if (!(await parts.tickets.spend(state)))
    return failurePage(parts, request, { kind: 'visit-expired', status: 400 }, language);
  const signedIn = await redeem(parts, visit, query);
  if ('kind' in signedIn) return failurePage(parts, request, signedIn, language);
  const { bearer } = visit;
  const until = parts.clock.now() + CODE_LIVES;
  const code = await parts.tickets.issue('verify', bearer, { person: bearer.person }, until);
  parts.goOn({ ...bearer, ...signedIn, place: visit.contents.place, language });
  return pageAnswer(200, { ...parts.words('signed-in', language, signedIn), language, code });
}

/** Who signed in, or why nobody did. */
async function redeem(
  { auth, log }: SignInPagesParts,
  { bearer, contents }: Visit,
  query: URLSearchParams,
): Promise<{ readonly name: string } | Failure> {
  const code = query.get('code');
  if (code === null) return readError(query);
  try {
    const expected = { id: bearer.person, tenant: bearer.tenant };
    const result = await auth.redeem({ code, verifier: contents.verifier, expected });
    if (result.ok) return { name: result.who.name ?? result.who.signInName ?? '' };
    log.warn('sign-in page: refused', { person: bearer.person, because: result.why });
    return { kind: KIND_OF[result.why] ?? 'failed', status: 403 };
  } catch (error) {
    if (!isTrouble(error)) throw error;
    log.warn('sign-in page: trouble', { person: bearer.person, error: error.name });
    if (!(error instanceof SignInNeeded)) return { kind: 'unavailable', status: 503 };
    return { kind: error.reason === 'consent' ? 'consent-missing' : 'failed', status: 403 };
  }
}

const KIND_OF: Readonly<Record<string, Failure['kind']>> = {
  guest: 'guest',
  'wrong-tenant': 'wrong-tenant',
  'personal-account': 'personal-account',
  'wrong-person': 'wrong-person',
};

/** What the login host says instead of a code. Its text is not shown; Entra's numbers choose our words. */
function readError(query: URLSearchParams): Failure {
  const number = /AADSTS(\d{5,7})/.exec(query.get('error_description')?.slice(0, 200) ?? '')?.[1];
  if (number === '90094' || number === '65001') return { kind: 'consent-missing', status: 403 };
  if (number?.startsWith('5300')) return { kind: 'blocked-by-policy', status: 403 };
  return { kind: query.get('error') === 'access_denied' ? 'declined' : 'failed', status: 403 };
}

function failurePage(
  { words, defaultLanguage }: SignInPagesParts,
  request: IncomingMessage,
  { kind, status }: Failure,
  known?: string,
): HttpAnswer {
  const first = request.headers['accept-language']?.split(/[,;]/, 1)[0]?.trim();
  const language = known ?? languageFor(first) ?? defaultLanguage;
  return pageAnswer(status, { ...words(kind, language, { name: '' }), language });
}

function queryOf({ url = '' }: IncomingMessage): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');

function isSameBrowser(browser: string | undefined, expected: string): boolean {
  if (browser === undefined) return false;
  const [given, wanted] = [Buffer.from(hash(browser)), Buffer.from(expected)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** `__Host-` and `Secure` need https; without them the page still works on a developer's own machine. */
const cookieName = ({ publicUrl }: SignInPagesParts) =>
  publicUrl.startsWith('https:') ? '__Host-device-assist-sign-in' : 'device-assist-sign-in';

function cookieFor(parts: SignInPagesParts, browser: string): string {
  const secure = parts.publicUrl.startsWith('https:') ? ' Secure;' : '';
  const age = VISIT_LIVES / 1000;
  return `${cookieName(parts)}=${browser}; Path=/;${secure} HttpOnly; SameSite=Lax; Max-Age=${age}`;
}

/** One browser may have several visits under way: they share its cookie. */
function browserOf(parts: SignInPagesParts, { headers }: IncomingMessage): string | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim().split('='));
  const value = cookies.find(([name]) => name === cookieName(parts))?.[1];
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
}
