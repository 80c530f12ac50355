import { describeError, type Log } from './log';
import { isTrouble } from './desk/troubles';

export type Repeated = {
  readonly every: number;
  readonly work: () => Promise<void>;
  /** Passes that may be under way at the same time; beyond that a pass is left out. */
  readonly atOnce?: number;
  readonly log: Log;
};

/**
 * Runs `work` again and again; a failed pass is logged and the next one comes. Returned is what stops it: it resolves
 * when the last pass is over.
 */
export function repeat({ every, work, atOnce = 1, log }: Repeated): () => Promise<void> {
  const underWay = new Set<Promise<void>>();
  const timer = setInterval(() => {
    if (underWay.size >= atOnce) return;
    const pass = work()
      .catch((error: unknown) => {
        if (isTrouble(error)) log.warn('timer', { error: error.name });
        else log.error('timer', describeError(error));
      })
      .finally(() => underWay.delete(pass));
    underWay.add(pass);
  }, every);
  return async () => {
    clearInterval(timer);
    await Promise.all(underWay);
  };
}
