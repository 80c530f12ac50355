import { parseArgs } from 'node:util';

/** What stands on the command line, read and checked. */
export type AuditArguments =
  | { readonly command: 'help' }
  | {
      readonly command: 'verify';
      /** Rows that made a new seal, with the operator's knowledge. */
      readonly accept: readonly number[];
      readonly ends: readonly NotedEnd[];
      readonly withoutKey: boolean;
    };

/** An end as `verify` printed it. */
export type NotedEnd = { readonly sequence: number; readonly hash: string };

/** Something on the command line is wrong; the message is for whoever typed it. */
export class BadArguments extends Error {
  override name = 'BadArguments';
}

export const usage = `npm run audit -- verify [options]

Works on the database of DATABASE_URL (.env or environment), beside a running bot or without one.

verify: holds every row against the one before it, the end of each trail against its seal, the register of people
against the rows, and the requests against the trail. Prints the end of each trail: note it elsewhere.
  --end ROW:HASH     an end that was printed earlier; broken when it is not in the trail any more. May be repeated
  --accept ROW       a row that made a new seal and was expected: DATA_KEY had changed, or the bot was updated from a
                     version without seals. May be repeated
  --without-key      do not look at the seals; else DATA_KEY, or what it is derived from, must be that of the bot

--help               this text

Exit code: 0 all in order, 1 broken, 2 it could not run.
`;

const options = {
  end: { type: 'string', multiple: true },
  accept: { type: 'string', multiple: true },
  'without-key': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** @throws {BadArguments} */
export function readArguments(given: readonly string[]): AuditArguments {
  const { values, positionals } = parsed(given);
  if (values.help) return { command: 'help' };
  const [command, ...rest] = positionals;
  if (rest.length > 0) throw new BadArguments(`One command at a time; ${rest.join(' ')} is too much.`);
  switch (command) {
    case 'verify':
      return {
        command,
        accept: (values.accept ?? []).map(rowOf),
        ends: (values.end ?? []).map(endOf),
        withoutKey: values['without-key'],
      };
    default:
      throw new BadArguments(`${command ?? 'Nothing'} is no command of this; --help lists them.`);
  }
}

function parsed(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true });
  } catch (error) {
    throw new BadArguments(error instanceof Error ? error.message : String(error));
  }
}

function rowOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/u.test(text)) throw new BadArguments(`--accept needs the number of a row.`);
  return Number(text);
}

function endOf(text: string): NotedEnd {
  const [, sequence, hash] = /^([1-9]\d{0,14}):([\da-f]{64})$/u.exec(text) ?? [];
  if (!sequence || !hash) throw new BadArguments('--end needs ROW:HASH, as verify prints it.');
  return { sequence: Number(sequence), hash };
}
