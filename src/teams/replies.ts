import { randomBytes } from 'node:crypto';
import type { Caller } from '../desk/help-desk';
import type { Place } from '../desk/ports';
import type { Screen } from '../desk/screens';
import { Busy, isTrouble, NotPermitted, SignInNeeded, Unreachable, type Trouble } from '../desk/troubles';
import { describeError, type Fields, type Log } from '../log';
import type { Chats, Delivery } from './connector';
import type { Present } from './presenting';
import type { MakeSignInScreen } from './sign-in-cards';

export type RepliesParts = {
  readonly chats: Chats;
  readonly present: Present;
  readonly signInScreen: MakeSignInScreen;
  readonly log: Log;
};

/** What goes back to people as messages. */
export interface Replies {
  /** New messages, in order. Screens of requests hang on the noticeboard already. */
  send(place: Place, screens: readonly Screen[], language: string): Promise<void>;
  /** The same, but the first card takes the place of a pressed one. */
  replace(caller: Caller, cardActivityId: string | undefined, screens: readonly Screen[]): Promise<void>;
  /** Shows that the bot is at work; whether that arrives does not matter. */
  typing(place: Place): Promise<void>;
  /** What to show of an error, logged once: a sign-in card, the trouble, or "unexpected" with a reference. */
  screenFor(caller: Caller, error: unknown, without?: 'without-exchange'): Promise<Screen>;
}

export function openReplies({ chats, present, signInScreen, log }: RepliesParts): Replies {
  const send: Replies['send'] = async (place, screens, language) => {
    for (const screen of screens) {
      if (screen.kind === 'request') continue;
      logLost(log, await chats.create(place, present(screen, language).message));
    }
  };
  return {
    send,
    async replace(caller, cardActivityId, screens) {
      const { place, language } = caller;
      const [first, ...rest] = screens.filter(({ kind }) => kind !== 'request');
      if (!first) return;
      const { message, isCard } = present(first, language);
      if (!isCard || cardActivityId === undefined) return send(place, [first, ...rest], language);
      const delivery = await chats.update(place, cardActivityId, message);
      logLost(log, delivery);
      // A card that Teams has no more: its successor hangs below.
      return send(place, delivery.ok ? rest : [first, ...rest], language);
    },
    async typing(place) {
      await chats.create(place, { type: 'typing' });
    },
    async screenFor(caller, error, without) {
      if (!(error instanceof SignInNeeded)) return troubleScreen(error, log);
      try {
        return await signInScreen(caller, error, without);
      } catch (second) {
        return troubleScreen(second, log); // no tickets, no sign-in: then that is what to show
      }
    },
  };
}

function logLost(log: Log, delivery: Delivery): void {
  if (delivery.ok) return;
  log.warn('message not delivered', {
    because: delivery.why,
    ...('status' in delivery && { status: delivery.status }),
  });
}

function troubleScreen(error: unknown, log: Log): Screen {
  const reference = newReference();
  if (isTrouble(error)) {
    log.warn('trouble', { reference, error: error.name, ...factsOf(error) });
    return { kind: 'trouble', trouble: error, reference };
  }
  log.error('unexpected', { reference, ...describeError(error) });
  return { kind: 'unexpected', reference };
}

function factsOf(trouble: Trouble): Fields {
  if (trouble instanceof NotPermitted)
    return { cause: trouble.reason, graphRequestId: trouble.graphRequestId };
  if (trouble instanceof Busy) return { party: trouble.party };
  if (trouble instanceof Unreachable) return { party: trouble.party, graphRequestId: trouble.graphRequestId };
  return {};
}

/** What a person quotes to support, and what the log line says. */
const newReference = () => randomBytes(4).toString('hex').toUpperCase();
