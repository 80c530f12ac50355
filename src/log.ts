import pino from 'pino';
import { logText } from './safe-text/log-text';

/** The only fields a log line may have. Names, texts, links and tokens are none of them. */
export type Fields = Partial<Record<(typeof allowed)[number], string | number | boolean | undefined>>;

const allowed = [
  'activityId',
  'attempt',
  'because',
  'card',
  'case',
  'cause',
  'code',
  'error',
  'event',
  'form',
  'graphRequestId',
  'host',
  'method',
  'milliseconds',
  'number',
  'party',
  'person',
  'port',
  'reference',
  'request',
  'stack',
  'status',
  'tenant',
  'verb',
] as const;

export type Log = {
  debug(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
  /** The same log, saying which room speaks. */
  room(name: string): Log;
};

/** JSON lines on standard output. */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' };
  // Written before the next thing happens: what a process said last is what one wants to read after a crash.
  return over(pino(options, destination ?? pino.destination({ fd: process.stdout.fd, sync: true })));
}

function over(logger: pino.Logger): Log {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: Fields = {}) => {
      logger[level](allowedOnly(fields), event);
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    room: (name) => over(logger.child({ room: name })),
  };
}

/** The type already says so; this holds where a cast or a spread got around it. */
function allowedOnly(fields: Fields): Fields {
  return Object.fromEntries(
    allowed.flatMap((name) => (name in fields ? [[name, readable(name, fields[name])]] : [])),
  );
}

/** Foreign text in a field stays on its line and does nothing to a terminal. Places are our own. */
const readable = <T>(name: string, value: T): T | string =>
  typeof value === 'string' && name !== 'stack' ? logText(value) : value;

/** What a log may hold of an error: its class and its place in our code, not its message, which may quote data. */
export function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = '' } = error;
  // A message of several lines may look like places.
  const afterMessage = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  return { error: /^[A-Za-z][\w.]{0,60}$/u.test(name) ? name : 'Error', stack: placesOf(afterMessage) };
}

const MOST_PLACES = 6;
const place =
  /^ +at (?:async )?(?:[\w$.<>[\] #]+ \()?(?:node:|file:\/\/|\/|[A-Z]:\\|<anonymous>)[^()\s]*\)?$/u;

/** The places of a stack, innermost first, without the first `skipped`. */
export function placesOf(stack = '', skipped = 0): string {
  const places = stack.split('\n').filter((line) => place.test(line));
  return places
    .slice(skipped, skipped + MOST_PLACES)
    .map((line) => line.trim())
    .join(' < ');
}
