import { z } from 'zod';
import type { Device } from '../request/device';
import { deviceId, personId, readGuid, type Instant } from '../request/ids';

/** The properties that a card shows; named in every `$select`. */
export const DEVICE_PROPERTIES = [
  'id',
  'deviceName',
  'serialNumber',
  'userId',
  'userDisplayName',
  'userPrincipalName',
  'manufacturer',
  'model',
  'operatingSystem',
  'osVersion',
  'managedDeviceOwnerType',
  'complianceState',
  'managementState',
  'deviceEnrollmentType',
  'lastSyncDateTime',
  'azureADDeviceId',
] as const;

const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * A text of Graph. "Nothing" comes as null, as an empty text or as the all-zero GUID; of a newer type it would be
 * nothing we can show. Enumerations are read as texts, since they may grow.
 */
export const graphText = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((text) => {
    const trimmed = text?.trim();
    return trimmed && trimmed !== NO_ID ? trimmed : undefined;
  });

const rowShape = z.object({
  id: graphText,
  deviceName: graphText,
  serialNumber: graphText,
  imei: graphText,
  userId: graphText,
  userDisplayName: graphText,
  userPrincipalName: graphText,
  manufacturer: graphText,
  model: graphText,
  operatingSystem: graphText,
  osVersion: graphText,
  managedDeviceOwnerType: graphText,
  complianceState: graphText,
  managementState: graphText,
  deviceEnrollmentType: graphText,
  lastSyncDateTime: graphText,
  azureADDeviceId: graphText,
});

/** A `managedDevice` of Graph; what it does not say is undefined. */
export type DeviceRow = z.infer<typeof rowShape>;

/** Undefined for anything that is no managed device with an id. */
export function readDeviceRow(
  value: unknown,
): { readonly row: DeviceRow; readonly device: Device } | undefined {
  const row = rowShape.safeParse(value).data;
  const device = row && deviceOf(row);
  return row && device ? { row, device } : undefined;
}

function deviceOf(row: DeviceRow): Device | undefined {
  const id = deviceId(row.id);
  if (!id) return undefined;
  const user = userOf(row);
  const facts = {
    serialNumber: row.serialNumber,
    manufacturer: row.manufacturer,
    model: row.model,
    operatingSystem: row.operatingSystem,
    osVersion: row.osVersion,
    ownerType: row.managedDeviceOwnerType,
    complianceState: row.complianceState,
    managementState: row.managementState,
    enrollmentType: row.deviceEnrollmentType,
    lastSyncAt: readInstant(row.lastSyncDateTime),
    entraDeviceId: readGuid(row.azureADDeviceId),
  };
  return { id, name: row.deviceName ?? id, ...(user && { user }), ...withoutUndefined(facts) };
}

function userOf(row: DeviceRow): Device['user'] {
  const user = withoutUndefined({
    id: personId(row.userId),
    name: row.userDisplayName,
    signInName: row.userPrincipalName,
  });
  return Object.keys(user).length > 0 ? user : undefined;
}

/** Graph writes "no date" as the first or the last year of its calendar. */
export function readInstant(text: string | undefined): Instant | undefined {
  const at = Date.parse(text ?? '');
  const year = new Date(at).getUTCFullYear();
  return Number.isNaN(at) || year <= 1 || year >= 9999 ? undefined : at;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

export function withoutUndefined<T extends object>(facts: T): Defined<T> {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  // The cast: what was filtered out is exactly what `Defined` leaves out.
  return Object.fromEntries(known) as Defined<T>;
}
