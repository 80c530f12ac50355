import { LRUCache } from 'lru-cache';
import type { Auth, SignInRefusal } from '../auth/auth';
import type { Caller, HelpDesk } from '../desk/help-desk';
import type { Bearer, Clock, Tickets } from '../desk/ports';
import type { Screen } from '../desk/screens';
import { SignInNeeded } from '../desk/troubles';
import type { Log } from '../log';
import type { Background } from './background';
import type { ExchangeInbound } from './inbound';
import type { Replies } from './replies';

export type SignInParts = {
  readonly auth: Pick<Auth, 'signInWithAssertion' | 'signIns'>;
  readonly desk: HelpDesk;
  readonly tickets: Tickets;
  readonly replies: Replies;
  readonly background: Background;
  readonly clock: Clock;
  readonly log: Log;
};

/** The answer to a sign-in invoke. */
export type InvokeAnswer = { readonly status: number; readonly body?: unknown };

/** The three invokes of Teams' sign-in. None of them acts: they only let the remembered message go on. */
export interface SignInInvokes {
  exchange(caller: Caller, exchange: ExchangeInbound): Promise<InvokeAnswer>;
  verify(caller: Caller, code: string): Promise<InvokeAnswer>;
  failed(caller: Caller, code: string): Promise<void>;
  /** After any successful sign-in of this person: goes on with what it had interrupted. */
  readonly goOn: (caller: Caller) => void;
}

const WRONG_CODES = 5;

export function signInInvokes(parts: SignInParts): SignInInvokes {
  const goOn = (caller: Caller) => {
    void parts.background.start(() => goOnNow(parts, caller));
  };
  return { goOn, exchange: exchanges(parts, goOn), verify: verifications(parts), failed: failures(parts) };
}

function exchanges(parts: SignInParts, goOn: (caller: Caller) => void): SignInInvokes['exchange'] {
  const underWay = new Map<string, Promise<boolean>>();
  return async (caller, { id, connectionName, token }) => {
    // Each open client of a person answers the same card: those who arrive together share one exchange.
    const key = `${caller.person} ${caller.place.conversation} ${id}`;
    const shared =
      underWay.get(key) ??
      exchangeOnce(parts, caller, { id, token }, goOn).finally(() => underWay.delete(key));
    underWay.set(key, shared);
    if (await shared) return { status: 200, body: { id, connectionName } };
    // 412 makes Teams lead to the button of the card. The detail is fixed: it may end up in a client's log.
    return { status: 412, body: { id, connectionName, failureDetail: 'The sign-in did not succeed.' } };
  };
}

function verifications(parts: SignInParts): SignInInvokes['verify'] {
  const wrongCodes = new LRUCache<string, number>({ max: 10_000, ttl: 10 * 60 * 1000 });
  return async (caller, code) => {
    if (code === 'CancelledByUser') return { status: 200 };
    const wrong = wrongCodes.get(caller.person) ?? 0;
    if (wrong < WRONG_CODES - 1 && (await isGoodCode(parts, caller, code))) {
      wrongCodes.delete(caller.person);
      return { status: 200 };
    }
    wrongCodes.set(caller.person, wrong + 1);
    parts.log.warn('sign-in code refused', { person: caller.person, attempt: wrong + 1 });
    return { status: 403, body: { error: 'forbidden' } };
  };
}

function failures({ replies, log }: SignInParts): SignInInvokes['failed'] {
  const told = new LRUCache<string, true>({ max: 10_000, ttl: 15_000 });
  return async (caller, code) => {
    logFailure(log, code);
    // Each open client of a person reports it, and not every chat is a place for a sign-in card.
    if (caller.place.kind !== 'personal' || told.has(caller.person)) return;
    told.set(caller.person, true);
    const screen = await replies.screenFor(caller, new SignInNeeded('not-possible-here'));
    await replies.send(caller.place, [screen], caller.language);
  };
}

const bearerOf = ({ tenant, person, place }: Caller): Bearer => ({
  ...{ tenant, person },
  conversation: place.conversation,
});

const isSame = (a: Bearer, b: Bearer) =>
  a.tenant === b.tenant && a.person === b.person && a.conversation === b.conversation;

type Offer = { readonly id: string; readonly token: string };

/** {@link exchangeTicket}, whose troubles are shown to the person; the answer to Teams is no then. */
async function exchangeOnce(
  parts: SignInParts,
  caller: Caller,
  offer: Offer,
  goOn: (caller: Caller) => void,
): Promise<boolean> {
  try {
    const succeeded = await exchangeTicket(parts, caller, offer);
    if (succeeded === 'now') goOn(caller);
    return succeeded !== 'no';
  } catch (error) {
    // Consent or a second factor is missing, or the login host is out of reach: the card says which.
    show(parts, caller, parts.replies.screenFor(caller, error, 'without-exchange'));
    return false;
  }
}

/** Whether this person is signed in because of this offer, now or a moment ago. @throws {Trouble} */
async function exchangeTicket(
  parts: SignInParts,
  caller: Caller,
  offer: Offer,
): Promise<'now' | 'before' | 'no'> {
  const { tickets, auth, log } = parts;
  const ticket = await tickets.read('exchange', offer.id);
  if (!ticket || ticket.expired || !isSame(ticket.bearer, bearerOf(caller))) {
    log.warn('token exchange refused', { person: caller.person, because: 'not offered to this person' });
    return 'no';
  }
  // A client that comes late: nothing is exchanged a second time.
  if (!(await tickets.spend(offer.id)))
    return (await auth.signIns.accessFor(caller.person)) ? 'before' : 'no';
  const sender = { id: caller.person, tenant: caller.tenant };
  const result = await auth.signInWithAssertion(offer.token, sender);
  // A guest is signed in as far as that goes: the desk has the words for them.
  if (result.ok || result.why === 'guest') return 'now';
  log.warn('sign-on token refused', { person: caller.person, because: result.why });
  const screen = screenForRefusal(result.why);
  if (screen) show(parts, caller, Promise.resolve(screen));
  return 'no';
}

function show({ background, replies }: SignInParts, caller: Caller, screen: Promise<Screen>): void {
  void background.start(async () => replies.send(caller.place, [await screen], caller.language));
}

/** Refusals that the person can do something about; the others are forgeries or the operator's business. */
function screenForRefusal(why: SignInRefusal): Screen | undefined {
  if (why === 'wrong-tenant') return { kind: 'note', note: { code: 'other-tenant' } };
  return why === 'personal-account' ? { kind: 'note', note: { code: 'personal-account' } } : undefined;
}

async function goOnNow({ desk, replies }: SignInParts, caller: Caller): Promise<void> {
  try {
    const { screens, language } = await desk.signedIn(caller);
    await replies.send(caller.place, screens, language);
  } catch (error) {
    // Signing in silently was no cure: offering it again would go round in circles.
    const screen = await replies.screenFor(caller, error, 'without-exchange');
    await replies.send(caller.place, [screen], caller.language);
  }
}

/** The code that our sign-in page gave to Teams: for this person, in this conversation, once. */
async function isGoodCode({ tickets }: SignInParts, caller: Caller, code: string): Promise<boolean> {
  const ticket = await tickets.read('verify', code);
  if (!ticket || ticket.expired || ticket.used || !isSame(ticket.bearer, bearerOf(caller))) return false;
  return ticket.contents.person === caller.person && tickets.spend(code);
}

// learn.microsoft.com, "troubleshooting SSO": all but the first group point to a registration or a manifest.
const ORDINARY_FAILURES = new Set([
  'installappfailed',
  'authrequestfailed',
  'installedappnotfound',
  'invokeerror',
]);
const MISCONFIGURATIONS = new Set(['resourcematchfailed', 'oauthcardnotvalid', 'tokenmissing']);

function logFailure(log: Log, code: string): void {
  const known = code.toLowerCase();
  if (MISCONFIGURATIONS.has(known)) log.error('single sign-on is misconfigured', { code: known });
  else log.info('single sign-on failed', { code: ORDINARY_FAILURES.has(known) ? known : 'other' });
}
