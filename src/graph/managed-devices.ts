import type { GraphAccess } from '../desk/graph-access';
import type { Devices, Rows } from '../desk/ports';
import { NotPermitted, Unreachable } from '../desk/troubles';
import type { FoundDevice } from '../request/device';
import type { DeviceId } from '../request/ids';
import { appsNamed, devicesWithApp } from './detected-apps';
import { directly, fold, isTooLong, listDevices, nothing, type DeviceQuestion } from './device-lists';
import { devicePath } from './device-paths';
import { DEVICE_PROPERTIES, readDeviceRow } from './device-rows';
import { devicesOfPerson } from './devices-of-person';
import type { GraphClient } from './graph-client';
import { refusalBehind } from './graph-errors';
import { contains, equals, withQuery } from './odata';
import { peopleNamed } from './people';
import { scriptRunDevices } from './script-runs';

/** No need of the desk yet: the chat flow for devices that ran a script follows. */
export type ScriptRuns = {
  /** Devices that ran a device management script, addressed through the run. Beta. @throws {Trouble} */
  scriptRunDevices(access: GraphAccess, scriptId: string): Promise<Rows<FoundDevice>>;
};

/** Finding devices with the technician's own token. Needs `DeviceManagementManagedDevices.Read.All` or more. */
export function managedDevices(client: GraphClient): Devices & ScriptRuns {
  const search = searchIn(client);
  return {
    named: (access, name) => search(access, name, byEqual('deviceName')),
    nameContaining: (access, part) => search(access, part, byPartOfName),
    withSerialNumber: (access, serialNumber) => search(access, serialNumber, byEqual('serialNumber')),
    withImei: (access, imei) => search(access, imei, byImei),
    withIntuneId: (access, id) => withIntuneId(client, access, id),
    withEntraId: (access, id) => search(access, id, byEqual('azureADDeviceId')),
    ofPerson: (access, person) => devicesOfPerson(client, access, person),
    apps: (access, name) => appsNamed(client, access, name),
    withApp: (access, appId) => devicesWithApp(client, access, appId),
    people: (access, name) => peopleNamed(client, access, name),
    scriptRunDevices: (access, scriptId) => scriptRunDevices(client, access, scriptId),
  };
}

/** One term, one request: of several terms joined by `or` Graph may look at the first only. */
const searchIn =
  (client: GraphClient) =>
  async (
    access: GraphAccess,
    term: string,
    by: (term: string) => DeviceQuestion,
  ): Promise<Rows<FoundDevice>> =>
    isTooLong(term) ? nothing : listDevices(client, access, by(term));

const byEqual =
  (property: 'deviceName' | 'serialNumber' | 'azureADDeviceId') =>
  (text: string): DeviceQuestion => ({
    filter: equals(property, text),
    matches: (row) => fold(row[property]) === fold(text),
  });

const byPartOfName = (part: string): DeviceQuestion => ({
  filter: contains('deviceName', part),
  matches: (row) => fold(row.deviceName).includes(fold(part)),
});

const byImei = (imei: string): DeviceQuestion => ({
  filter: equals('imei', imei),
  alsoSelect: 'imei',
  matches: (row) => digits(row.imei) !== '' && digits(row.imei) === digits(imei),
});

const digits = (text: string | undefined): string => (text ?? '').replaceAll(/\D/gu, '');

/** `id` cannot be filtered on, so the device itself is read; an unknown id is no trouble but no hit. */
async function withIntuneId(
  client: GraphClient,
  access: GraphAccess,
  id: DeviceId,
): Promise<Rows<FoundDevice>> {
  const path = devicePath({ form: 'direct', api: 'v1.0', device: id });
  const target = withQuery(path, { $select: DEVICE_PROPERTIES.join(',') });
  try {
    const device = readDeviceRow(await client.read(access, target, 'device'))?.device;
    if (!device) throw new Unreachable('intune');
    return device.id === id ? { rows: [{ device, address: directly(device) }], more: false } : nothing;
  } catch (error) {
    if (error instanceof NotPermitted && isUnknownId(refusalBehind(error)?.status)) return nothing;
    throw error;
  }
}

/**
 * Also a device that is there and not for this technician: the answer must not tell that it is there. Who may read no
 * device at all hears so from the list that is asked next.
 */
const isUnknownId = (status: number | undefined): boolean =>
  status === 404 || status === 400 || status === 403;
