import type { Caller } from '../desk/help-desk';
import type { Clock, Tickets } from '../desk/ports';
import type { SignInScreen } from '../desk/screens';
import type { SignInNeeded } from '../desk/troubles';

/** Milliseconds for which a sign-in card works, and a message waits for the sign-in. */
export const SIGN_IN_LIVES = 60 * 60 * 1000;

export type SignInCardParts = {
  readonly tickets: Tickets;
  readonly clock: Clock;
  readonly publicUrl: string;
};

/** Makes the screen that leads through a sign-in. */
export type MakeSignInScreen = (
  caller: Caller,
  needed: SignInNeeded,
  /** Just tried in vain: only the page helps then. */
  without?: 'without-exchange',
) => Promise<SignInScreen>;

export function signInCards({ tickets, clock, publicUrl }: SignInCardParts): MakeSignInScreen {
  return async (caller, { reason, claims }, without) => {
    const { tenant, person, place, language } = caller;
    const bearer = { tenant, person, conversation: place.conversation };
    const until = clock.now() + SIGN_IN_LIVES;
    const visit = { place, language, ...(claims !== undefined && { claims }) };
    const ticket = await tickets.issue('sign-in', bearer, visit, until);
    const pageUrl = `${publicUrl}/auth/start?t=${encodeURIComponent(ticket)}`;
    // A token that Teams hands out by itself brings neither consent nor a second factor, and none in a channel.
    const silent = claims === undefined && (reason === 'first-time' || reason === 'expired');
    if (without || !silent || place.kind === 'channel') return { kind: 'sign-in', reason, pageUrl };
    const exchangeId = await tickets.issue('exchange', bearer, { reason }, until);
    return { kind: 'sign-in', reason, exchangeId, pageUrl };
  };
}
