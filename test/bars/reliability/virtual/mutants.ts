import { sql } from 'kysely';
import type { Intervals } from '../../../../src/bot';
import type { GraphAccess } from '../../../../src/desk/graph-access';
import type { RemoteAssistance, RequestStore } from '../../../../src/desk/ports';
import { ordinaryLimits } from '../../../../src/request/help-request';
import type { Storage } from '../../../../src/storage/storage';
import type { Database } from '../../../../src/storage/database/tables';
import { replaceExports } from './replace';

// What a bot would be without one of the things that make it safe. The proofs must catch each of them: a checker that
// finds fault with nothing proves nothing.

export const mutants = [
  'blind retry',
  'intent after the POST',
  'no unique index',
  'no baseline',
  'lease shorter than the deadline',
] as const;
export type Mutant = (typeof mutants)[number];

/** The mutant that instances are from now on; undefined: the bot as it is. */
export const mutant: { current: Mutant | undefined } = { current: undefined };

type Request = RemoteAssistance['request'];
/** What the mutant that asks before it writes needs to know of the instance that asks. */
const asking: {
  request: Request | undefined;
  access: GraphAccess | undefined;
  answer: ReturnType<Request> | undefined;
} = { request: undefined, access: undefined, answer: undefined };

replaceExports('graph/remote-assistance', (real) => ({
  remoteAssistance: (client: unknown): RemoteAssistance => {
    // The cast: it is the module's own function, with its own parameter.
    const open = real['remoteAssistance'] as (client: unknown) => RemoteAssistance;
    const assistance = open(client);
    return {
      ...assistance,
      look: (access, address) => {
        asking.request = (...given) => assistance.request(...given);
        asking.access = access;
        return assistance.look(access, address);
      },
      request: (...given) => {
        if (mutant.current === 'intent after the POST' && asking.answer) return asking.answer;
        const first = assistance.request(...given);
        return mutant.current === 'blind retry' ? first.catch(() => assistance.request(...given)) : first;
      },
    };
  },
}));

replaceExports('request/evidence', (real) => ({
  baselineOf: (sight: unknown) =>
    mutant.current === 'no baseline' ? {} : (real['baselineOf'] as (sight: unknown) => unknown)(sight),
}));

/** The storage of an instance; that of the mutant which writes down what it has done already. */
export function mutated(storage: Storage): Storage {
  const commit: RequestStore['commit'] = async (seen, next, events) => {
    const intent = events.find((event) => event.type === 'sending-started');
    if (mutant.current === 'intent after the POST' && intent && asking.request && asking.access) {
      asking.answer = asking.request(asking.access, intent.address, intent.clientRequestId);
      await asking.answer.catch(() => undefined); // whoever asks for it later is told
    }
    return storage.requests.commit(seen, next, events);
  };
  return { ...storage, requests: { ...storage.requests, commit } };
}

export async function dropIndexIfMutant({ db }: Database): Promise<void> {
  if (mutant.current === 'no unique index') await sql`drop index one_open_session_a_device`.execute(db);
}

export const intervalsOf = (intervals: Intervals): Intervals =>
  mutant.current === 'lease shorter than the deadline'
    ? { ...intervals, limits: { ...ordinaryLimits, lease: 5_000, verify: 5_000 } }
    : intervals;
