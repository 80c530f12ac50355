export interface Expectation<T> {
  /** Looks once: what is waited for, or undefined. */
  look(): T | undefined;
  /** Registers for "something happened"; returns what ends it. */
  listen(again: () => void): () => void;
  readonly withinMs: number;
  /** Says what was waited for and what was seen instead. */
  otherwise(): string;
}

/** What was waited for did not come in time. */
export class NeverCame extends Error {
  override name = 'NeverCame';
}

/** Waits for events, not for time: looks at once and after each event, until the deadline. */
export function waitUntil<T>(expected: Expectation<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const seen = expected.look();
    if (seen !== undefined) {
      resolve(seen);
      return;
    }
    const end = expected.listen(() => {
      const found = expected.look();
      if (found === undefined) return;
      clearTimeout(deadline);
      end();
      resolve(found);
    });
    const deadline = setTimeout(() => {
      end();
      reject(new NeverCame(`${expected.otherwise()} (waited ${expected.withinMs} ms)`));
    }, expected.withinMs);
  });
}
