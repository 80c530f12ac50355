import { ordinaryIntervals, type Intervals } from '../../../src/bot';

/** By how much the bot's patience is shortened in the proofs with processes, so that a lease takes 1.5 s. */
export const FACTOR = 30;

/** Nobody types as fast as these technicians, and no proof here is about how fast Teams lets a bot send. */
const unbounded = { burst: 1_000_000, every: 1 };

const unhindered = {
  floodLimits: { person: unbounded, conversation: unbounded, tenant: unbounded },
  sendRates: { conversation: unbounded, tenant: unbounded },
};

/** The bot's patience as it is in earnest. */
export const unscaled: Intervals = { ...ordinaryIntervals, ...unhindered };

/** Every duration of the bot divided by one factor: the proportions stay as they are in earnest. */
export function scaledBy(factor: number): Intervals {
  const { tick, stopWithin, limits, graphTimeouts } = ordinaryIntervals;
  return {
    ...shortened(ordinaryIntervals, factor),
    // A pass costs the same however short everything else is; a stop takes the time it needs.
    ...{ tick: tick / 10, stopWithin },
    limits: {
      ...shortened(limits, factor),
      // A card waits for a technician, and a process may be slow to start on a busy machine: these two need no haste.
      ...{ draftLives: limits.draftLives, sendWithin: limits.sendWithin / 10 },
    },
    // Reads are no part of a lease.
    graphTimeouts: { ...shortened(graphTimeouts, factor), read: 2_000 },
    ...unhindered,
  };
}

export const scaled: Intervals = scaledBy(FACTOR);

/** The same shape, every number in it divided. */
function shortened<T extends object>(durations: T, factor: number): T {
  const entries = Object.entries(durations).map(([name, value]: [string, unknown]) => [
    name,
    shorter(value, factor),
  ]);
  // The cast: it has the keys of T, and numbers where T has numbers.
  return Object.fromEntries(entries) as T;
}

function shorter(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return Math.max(1, Math.round(value / factor));
  if (Array.isArray(value)) return value.map((one) => shorter(one, factor));
  return typeof value === 'object' && value !== null ? shortened(value, factor) : value;
}
