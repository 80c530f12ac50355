import { describeError, placesOf, type Log } from '../log';

const METHODS = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const;

export type Printing = Pick<Console, (typeof METHODS)[number]>;

/**
 * What libraries say goes into the log as well, without their words: botbuilder prints whole errors and activities,
 * which quote tokens, addresses and what people wrote. Where it was said, and of which error, is enough to look it up.
 */
export function captureConsole(log: Log, console: Printing = globalThis.console): void {
  for (const method of METHODS)
    console[method] = (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error);
      const where = error ? describeError(error) : { stack: placesOf(new Error().stack, 1) };
      const level = method === 'error' || method === 'warn' ? method : 'debug';
      log[level]('console', { code: method, ...where });
    };
}
