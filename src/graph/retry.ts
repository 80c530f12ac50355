import type { Instant } from '../request/ids';
import type { Answer } from './exchange';

/** Nobody waits longer; Graph itself names seconds, rarely minutes. */
const LONGEST_WAIT = 15 * 60 * 1000;

/**
 * Milliseconds that an answer asks to wait: seconds, also with a fraction, or an HTTP date. Undefined when it says
 * nothing that makes sense; Intune often says nothing at all.
 */
export function retryAfter(answer: Answer, now: Instant): number | undefined {
  const value = answer.header('retry-after')?.trim() ?? '';
  const wait = /^\d+(?:\.\d+)?$/u.test(value) ? Number(value) * 1000 : untilDate(value, answer, now);
  return wait === undefined ? undefined : Math.min(wait, LONGEST_WAIT);
}

function untilDate(value: string, answer: Answer, now: Instant): number | undefined {
  // Every HTTP date has a day's name; without it Date.parse would take "-1" for a year.
  const date = /^[A-Za-z]{3,9},? /u.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(date)) return undefined;
  // The date is of their clock; measured against their own "now", ours may be wrong.
  const theirs = Date.parse(answer.header('date') ?? '');
  return Math.max(0, date - (Number.isNaN(theirs) ? now : theirs));
}

/** Reads are asked three times in all. */
export const MOST_TRIES = 3;

/** Milliseconds before a read is asked again, or undefined to give up. Only for reads: nothing else is repeated. */
export function waitBeforeRetry(asked: {
  readonly tries: number;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  /** From 0 to 1. Without it all who were turned away would come back together. */
  readonly random: number;
}): number | undefined {
  if (asked.tries >= MOST_TRIES) return undefined;
  if (asked.retryAfter !== undefined) return asked.retryAfter;
  const base = asked.status === 429 ? 1000 : 250;
  return base * 2 ** (asked.tries - 1) * (0.5 + asked.random / 2);
}
