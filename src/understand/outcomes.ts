import type { Intention, Language } from './intention';
import type { Reading } from './reading';

/** An intention without what is the same for every rule. */
type Shared = 'candidates' | 'language' | 'botMentioned';
type Without<T> = T extends unknown ? Omit<T, Shared> : never;
export type Outcome = Without<Intention> & {
  readonly candidates?: readonly string[];
  /** Languages whose cues said so. */
  readonly languages?: readonly Language[];
};

export const none = (reason: string): Outcome => ({ intent: 'none', query: null, queryKind: null, reason });

type DeviceIntent = 'help_device' | 'status' | 'cancel' | 'history';

/** The intent with the devices of the text as its object; several are a list to choose from. */
export function withDevices(intent: DeviceIntent, { entities }: Reading, reason: string): Outcome {
  const devices = [
    ...new Map(entities.devices.map((device) => [device.name.toLocaleLowerCase('en'), device])).values(),
  ];
  const [first, second] = devices;
  if (!first) return { intent, query: null, queryKind: null, reason };
  const names = devices.map((device) => device.name);
  if (second) return { intent, query: names.join(' | '), queryKind: 'multi', candidates: names, reason };
  return {
    intent,
    query: first.name,
    queryKind: first.kind,
    candidates: [first.name, ...first.others],
    reason,
  };
}

/** A request's number goes before a device's name. */
export function withNumberOrDevices(
  intent: Exclude<DeviceIntent, 'help_device'>,
  reading: Reading,
  reason: string,
): Outcome {
  const number = reading.entities.numbers[0];
  if (number !== undefined)
    return { intent, query: number, queryKind: 'request_id', candidates: [number], reason };
  return withDevices(intent, reading, reason);
}
