import type { Caller } from '../desk/help-desk';
import type { Bucket, Buckets } from '../desk/ports';
import { rateWithin, type Rate } from '../desk/rate';
import type { Log } from '../log';

/** How much one person, one shared chat and one tenant may want of the bot, on all instances together. */
export type FloodLimits = { readonly person: Rate; readonly conversation: Rate; readonly tenant: Rate };

const MINUTE = 60_000;

/** Far more than people type and press, far less than a script that tries out names of devices. */
export const ordinaryFloodLimits: FloodLimits = {
  person: rateWithin(30, [{ most: 90, within: MINUTE }]),
  conversation: rateWithin(60, [{ most: 240, within: MINUTE }]),
  tenant: rateWithin(300, [{ most: 6_300, within: MINUTE }]),
};

/** Of a flood, one message is answered with why; of a tenant's, one a person. */
const TOLD: Rate = { burst: 1, every: MINUTE };

export interface Floods {
  /** Counts a message or a press. `first`: too many, and nobody told the person yet. @throws {Unreachable} */
  judge(caller: Pick<Caller, 'person' | 'place'>): Promise<'fine' | 'first' | 'too-many'>;
}

export function floods(buckets: Buckets, limits: FloodLimits, log: Log): Floods {
  return {
    async judge({ person, place: { tenant, conversation, kind } }) {
      const wanted: Bucket[] = [
        { of: ['floods', tenant, 'person', person], rate: limits.person },
        { of: ['floods', tenant], rate: limits.tenant },
      ];
      // A personal chat has one person in it.
      if (kind !== 'personal')
        wanted.push({ of: ['floods', tenant, 'chat', chatOf(conversation)], rate: limits.conversation });
      if ((await buckets.take(wanted)) === 'ok') return 'fine';
      const told = await buckets.take([{ of: ['floods', tenant, 'told', person], rate: TOLD }]);
      if (told !== 'ok') return 'too-many';
      log.warn('too many at once', { person, tenant });
      return 'first';
    },
  };
}

/** A channel, whatever the thread in it. */
const chatOf = (conversation: string) => conversation.split(';', 1)[0] ?? '';
