import type { GraphAccess } from '../desk/graph-access';
import type { Rows } from '../desk/ports';
import type { Device, DeviceAddress, FoundDevice } from '../request/device';
import { DEVICE_PROPERTIES, readDeviceRow, type DeviceRow } from './device-rows';
import type { GraphClient } from './graph-client';
import { readRows, withQuery } from './odata';

export const DEVICES = '/v1.0/deviceManagement/managedDevices';

export type DeviceQuestion = {
  /** The canonical list where none is named. */
  readonly path?: string;
  readonly filter?: string;
  /** A property beside those of a card, for `matches`. */
  readonly alsoSelect?: keyof DeviceRow;
  /**
   * Whether a row answers the question. Graph ignores filters that it does not know and returns every device, so
   * no row counts before it was looked at.
   */
  readonly matches: (row: DeviceRow) => boolean;
  /** Directly, where nothing is said. */
  readonly addressOf?: (device: Device) => DeviceAddress;
};

/** @throws {Trouble} */
export async function listDevices(
  client: GraphClient,
  access: GraphAccess,
  question: DeviceQuestion,
): Promise<Rows<FoundDevice>> {
  const { path = DEVICES, filter, alsoSelect, matches, addressOf = directly } = question;
  const select = [...DEVICE_PROPERTIES, ...(alsoSelect ? [alsoSelect] : [])].join(',');
  const target = withQuery(path, { ...(filter !== undefined && { $filter: filter }), $select: select });
  const { rows, more } = await readRows(client, access, target);
  const found = rows.flatMap((value) => {
    const read = readDeviceRow(value);
    return read && matches(read.row) ? [{ device: read.device, address: addressOf(read.device) }] : [];
  });
  return { rows: found, more };
}

export const directly = ({ id }: Device): DeviceAddress => ({ form: 'direct', api: 'v1.0', device: id });

export const nothing: Rows<never> = { rows: [], more: false };

/** Texts that Graph takes for equal: neither case nor the way an accent is written counts. */
export const fold = (text: string | undefined): string =>
  (text ?? '').normalize('NFC').trim().toLocaleLowerCase('en');

/** Nothing in Intune or the directory has a longer name; asking would only make a long address. */
export const isTooLong = (term: string): boolean => term.length > 256;
