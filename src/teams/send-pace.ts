import { setTimeout as wait } from 'node:timers/promises';
import type { Bucket, Buckets, Clock, Place } from '../desk/ports';
import { rateWithin, type Rate } from '../desk/rate';
import { isTrouble } from '../desk/troubles';
import type { Instant } from '../request/ids';
import type { Chats } from './connector';

/** Keeps to what Teams allows, before Teams has to say so; shared by all instances. */
export interface SendPace {
  /** Whether a message may go there now, or when it may. */
  take(place: Place): Promise<'ok' | { readonly until: Instant }>;
}

/** How fast a bot may send in one conversation, and in one tenant. */
export type SendRates = { readonly conversation: Rate; readonly tenant: Rate };

// learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
const ordinarySendRates: SendRates = {
  conversation: rateWithin(5, [
    { most: 7, within: 1_000 },
    { most: 8, within: 2_000 },
    { most: 60, within: 30_000 },
  ]),
  // Cards that wait are sent once a second, as many as the bucket holds: half of what is allowed at once, and the other
  // half to fill it again, carries the most.
  tenant: rateWithin(15, [{ most: 30, within: 1_000 }]),
};

export function sendPace(buckets: Buckets, rates: SendRates = ordinarySendRates): SendPace {
  return {
    take: ({ tenant, conversation }) => {
      const inTenant: Bucket = { of: ['teams-sends', tenant], rate: rates.tenant };
      const inConversation: Bucket = { of: ['teams-sends', tenant, conversation], rate: rates.conversation };
      return buckets.take([inConversation, inTenant]);
    },
  };
}

/** Milliseconds a message waits for its turn at most; somebody is waiting for it. */
const LONGEST_WAIT = 20_000;
const SHORTEST_WAIT = 10;

/** The same chats; a message waits until it is its turn. */
export function pacedChats(chats: Chats, pace: SendPace, clock: Clock): Chats {
  const turn = async (place: Place) => {
    const patience = clock.monotonic() + LONGEST_WAIT;
    for (;;) {
      const answer = await nextTurn(pace, place);
      const left = patience - clock.monotonic();
      if (answer === 'ok' || left <= 0) return;
      await wait(Math.min(left, Math.max(answer.until - clock.now(), SHORTEST_WAIT)));
    }
  };
  return {
    ...chats,
    create: async (place, message) => {
      // That somebody is typing is worth nothing later.
      if (message.type === 'typing' && (await nextTurn(pace, place)) !== 'ok')
        return { ok: false, why: 'not-sent' };
      if (message.type !== 'typing') await turn(place);
      return chats.create(place, message);
    },
    update: async (place, activityId, message) => {
      await turn(place);
      return chats.update(place, activityId, message);
    },
  };
}

/** Without the database nobody counts, and the message that says so must go out all the same. */
async function nextTurn(pace: SendPace, place: Place): ReturnType<SendPace['take']> {
  try {
    return await pace.take(place);
  } catch (error) {
    if (isTrouble(error)) return 'ok';
    throw error;
  }
}
