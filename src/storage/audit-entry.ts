import type { DeviceId, Instant, PersonId } from '../request/ids';

/** One line of the audit trail before it is numbered and chained. */
export type Entry = {
  readonly at: Instant;
  /** What happened, in the past tense: `confirmed`, `signed-in`. */
  readonly type: string;
  /** Absent when time or the bot did it. */
  readonly by?: PersonId;
  readonly subject?: Subject;
  readonly device?: DeviceId;
  readonly facts?: Facts;
};

/** What it happened to. `number`: what people say, "#2077". */
export type Subject = {
  readonly kind: 'request' | 'case' | 'person';
  readonly id: string;
  readonly number?: number;
};

/** Everything that may be written down of an event, and nothing else: codes, ids, numbers, times. */
export type Facts = { readonly [name in FactName]?: string | number };

export type FactName = (typeof factNames)[number];
export const factNames = [
  'api',
  'attempt',
  'cause',
  'clientRequestId',
  'form',
  'found',
  'graphRequestId',
  'guard',
  'how',
  'leaseUntil',
  'minutes',
  'notBefore',
  'occupiedBy',
  'outcome',
  'releaseAt',
  'request',
  'sealed',
  'urgency',
  'why',
] as const;

/**
 * The facts as they are written. The second fence behind the types: what does not look like a code or an id, such
 * as a sentence, a link, a sign-in name or a token, becomes "?". Ids come from Graph's headers, so anything may come.
 */
export function factsJson(facts: Facts = {}): string {
  const allowed = factNames.flatMap((name) => {
    const value = facts[name];
    return value === undefined ? [] : [[name, typeof value === 'number' ? whole(value) : code(value)]];
  });
  return JSON.stringify(Object.fromEntries(allowed));
}

const code = (text: string) => (/^[\w.:-]{1,64}$/u.test(text) ? text : '?');
const whole = (value: number) => (Number.isSafeInteger(value) ? value : '?');
