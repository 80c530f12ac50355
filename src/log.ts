import pino from 'pino';

/** The only fields a log line may have. Names, texts, links and tokens are none of them. */
export type Fields = Partial<Record<(typeof allowed)[number], string | number | boolean | undefined>>;

const allowed = [
  'activityId',
  'attempt',
  'because',
  'card',
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
  return over(destination ? pino(options, destination) : pino(options));
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
  return Object.fromEntries(allowed.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])));
}

/** What a log may hold of an error: its class and its place in our code, not its message, which may quote data. */
export function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const places = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6);
  return { error: error.name, stack: places?.map((line) => line.trim()).join(' < ') };
}
