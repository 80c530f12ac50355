import { parseArgs, type ParseArgsConfig } from 'node:util';
import { deviceId, type DeviceId, type Instant } from '../../request/ids';
import { BadArguments, readInstant } from './instants';

/** What stands on the command line, read and checked. */
export type AuditArguments = { readonly command: 'help' } | Verify | Export | Erase;

export type Verify = {
  readonly command: 'verify';
  /** Rows that made a new seal, with the operator's knowledge. */
  readonly accept: readonly number[];
  readonly ends: readonly NotedEnd[];
  readonly withoutKey: boolean;
};

/** An end as `verify` printed it. */
export type NotedEnd = { readonly sequence: number; readonly hash: string };

export type Export = {
  readonly command: 'export';
  readonly format: Format;
  readonly names: boolean;
  readonly from?: Instant;
  /** The first instant that is not wanted any more. */
  readonly to?: Instant;
  readonly device?: DeviceId;
  readonly person?: string;
  readonly out?: string;
};

export type Format = (typeof formats)[number];
const formats = ['csv', 'jsonl'] as const;

export type Erase =
  | { readonly command: 'erase'; readonly person: string }
  | { readonly command: 'erase'; readonly before: Instant };

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const severalTexts = { type: 'string', multiple: true } as const;

/** @throws {BadArguments} */
export function readArguments([command, ...rest]: readonly string[]): AuditArguments {
  if (command === '--help' || command === 'help' || rest.includes('--help')) return { command: 'help' };
  switch (command) {
    case 'verify':
      return readVerify(rest);
    case 'export':
      return readExport(rest);
    case 'erase':
      return readErase(rest);
    default:
      throw new BadArguments(`${command ?? 'Nothing'} is no command of this; --help lists them.`);
  }
}

function readVerify(rest: readonly string[]): Verify {
  const { end, accept, ...flags } = parsed(rest, {
    end: severalTexts,
    accept: severalTexts,
    'without-key': flag,
  });
  return {
    command: 'verify',
    accept: (accept ?? []).map(rowOf),
    ends: (end ?? []).map(endOf),
    withoutKey: flags['without-key'],
  };
}

function readExport(rest: readonly string[]): Export {
  const options = { format: text, names: flag, from: text, to: text, device: text, person: text, out: text };
  const { format, names, from, to, device, person, out } = parsed(rest, options);
  const period = {
    ...(from !== undefined && { from: readInstant('--from', from).begins }),
    ...(to !== undefined && { to: readInstant('--to', to).ends }),
  };
  if (period.from !== undefined && period.to !== undefined && period.from >= period.to)
    throw new BadArguments('--from must come before --to.');
  return {
    command: 'export',
    format: formatOf(format),
    names,
    ...period,
    ...(device !== undefined && { device: deviceOf(device) }),
    ...(person !== undefined && { person: wordOf('--person', person) }),
    ...(out !== undefined && { out: wordOf('--out', out) }),
  };
}

function readErase(rest: readonly string[]): Erase {
  const { person, before } = parsed(rest, { person: text, before: text });
  if ((person === undefined) === (before === undefined))
    throw new BadArguments('erase needs either --person or --before.');
  if (person !== undefined) return { command: 'erase', person: wordOf('--person', person) };
  return { command: 'erase', before: readInstant('--before', before ?? '').begins };
}

function parsed<const T extends NonNullable<ParseArgsConfig['options']>>(
  given: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...given], options }).values;
  } catch (error) {
    throw new BadArguments(error instanceof Error ? error.message : String(error));
  }
}

function formatOf(given: string | undefined): Format {
  const format = formats.find((known) => known === given);
  if (!format) throw new BadArguments(`--format must be one of: ${formats.join(', ')}.`);
  return format;
}

function wordOf(option: string, given: string): string {
  if (given.trim() === '') throw new BadArguments(`${option} must not be empty.`);
  return given.trim();
}

function deviceOf(given: string): DeviceId {
  const id = deviceId(given);
  if (!id) throw new BadArguments('--device needs the id of the device in Intune, a GUID.');
  return id;
}

function rowOf(given: string): number {
  if (!/^[1-9]\d{0,14}$/u.test(given)) throw new BadArguments(`--accept needs the number of a row.`);
  return Number(given);
}

function endOf(given: string): NotedEnd {
  const [, sequence, hash] = /^([1-9]\d{0,14}):([\da-f]{64})$/u.exec(given) ?? [];
  if (!sequence || !hash) throw new BadArguments('--end needs ROW:HASH, as verify prints it.');
  return { sequence: Number(sequence), hash };
}
