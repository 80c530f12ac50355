import type { Device } from './device';
import type { HelpRequest } from './help-request';
import { NOBODY, type PersonId } from './ids';

/** Who is to be forgotten; `numbers` are those of the requests of which they are the technician. */
export type Forgotten = {
  readonly id: PersonId;
  /** In lower case. */
  readonly signInNames: readonly string[];
  readonly numbers: ReadonlySet<number>;
};

/** Foreign words that may stand in a request or a case: what people wrote, and what was said about them. */
const words = new Set([
  'typed',
  'reason',
  'details',
  'text',
  'deviceName',
  'phrase',
  'ownerName',
  'technicianName',
]);

/**
 * The request without what is of this person, or undefined when nothing is. Where they acted, or the device is
 * theirs, all words go: a reason that somebody else wrote may speak of them. Codes, times and Graph's ids stay.
 */
export function forgetPerson(request: HelpRequest, whom: Forgotten): HelpRequest | undefined {
  if (!isAbout(request, whom)) return isOccupant(request, whom) ? withoutWords(request) : undefined;
  const forgotten = withoutWay(withoutWords(withoutThem(request, whom)));
  return isThem(request.device.user, whom) ? withoutDevice(forgotten) : forgotten;
}

/** The request without any person and any word, whoever it was about. */
export const forgetEverybody = (request: HelpRequest): HelpRequest =>
  withoutDevice(withoutWords(withoutThem(request)));

/** Whether a person stands anywhere in a part of what is kept. */
export function isAbout(part: unknown, whom: Forgotten): boolean {
  if (typeof part !== 'object' || part === null) return isSame(part, whom);
  return Object.values(part).some((inner) => isAbout(inner, whom));
}

const isSame = (part: unknown, { id, signInNames }: Forgotten): boolean =>
  typeof part === 'string' && (part === id || signInNames.includes(part.toLowerCase()));

const isOccupant = (request: HelpRequest, { numbers }: Forgotten): boolean =>
  request.status === 'refused' && request.occupant !== undefined && numbers.has(request.occupant.number);

type Named = { readonly id?: unknown; readonly name?: unknown; readonly signInName?: unknown };

const isThem = (part: Named | undefined, whom: Forgotten): boolean =>
  isSame(part?.id, whom) || isSame(part?.signInName, whom);

/** Everybody, or the one: whatever has an id and a name and is no device. */
export function withoutThem<T>(part: T, whom?: Forgotten): T {
  return mapped(part, (key, value) => {
    if (key === 'device' || !isNamed(key, value)) return value;
    return !whom || isThem(value, whom) ? { id: NOBODY, name: '' } : value;
  });
}

/** Of the user of a device Graph may tell the id alone. */
const isNamed = (key: string, value: unknown): value is Named =>
  typeof value === 'object' && value !== null && (key === 'user' || 'name' in value);

/** The same shape with every foreign word gone. */
export const withoutWords = <T>(part: T): T =>
  mapped(part, (key, value) => (words.has(key) && typeof value === 'string' ? '' : value));

/** The same shape, each value passed through `change`, outermost first. */
function mapped<T>(part: T, change: (key: string, value: unknown) => unknown): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part))
    return part.map((inner: unknown, at) => mapped(change(String(at), inner), change)) as T;
  const entries = Object.entries(part).map(([key, value]) => [key, mapped(change(key, value), change)]);
  // The keys are those that were there, and `change` puts values of the same kind in their place.
  return Object.fromEntries(entries) as T;
}

/** A device is called by its user's name as often as not; Intune's id stays, which leads to nobody by itself. */
function withoutDevice(request: HelpRequest): HelpRequest {
  const { id, manufacturer, model, operatingSystem, osVersion } = request.device;
  const device: Device = {
    ...{ id, name: id },
    ...(manufacturer !== undefined && { manufacturer }),
    ...(model !== undefined && { model }),
    ...(operatingSystem !== undefined && { operatingSystem }),
    ...(osVersion !== undefined && { osVersion }),
  };
  return withoutWay({ ...request, device });
}

/** The way to a device through a person names them; it answers to its id as well. */
function withoutWay(request: HelpRequest): HelpRequest {
  const { address, device } = request;
  if (address.form !== 'user') return request;
  return { ...request, address: { form: 'direct', api: address.api, device: device.id } };
}
