import type { FoundDevice } from '../request/device';
import type { DeviceId, PersonId, TenantId } from '../request/ids';
import type { TechnicianCheck } from '../request/who-may';
import type { GraphAccess } from './graph-access';
import type { Devices, Rows } from './ports';

/** What people do beside changing a request: with the requests it tells who looked at what, and who tried to. */
export type Act = { readonly tenant: TenantId; readonly by: PersonId } & (
  | { readonly type: 'signed-in' | 'signed-out' }
  /** Something was found. What was typed is not part of it; `device` is there when it was a single one. */
  | { readonly type: 'looked-up'; readonly how: LookUp; readonly found: number; readonly device?: DeviceId }
  /** Asked for something, or pressed something, that is not theirs. */
  | { readonly type: 'turned-away'; readonly why: Exclude<TechnicianCheck, 'technician'> | 'not-your-card' }
);

export type LookUp =
  | 'device-name'
  | 'part-of-name'
  | 'serial-number'
  | 'imei'
  | 'intune-id'
  | 'entra-id'
  | 'devices-of-person'
  | 'devices-with-app'
  | 'people';

/** The audit trail, for what is no change of a request. */
export interface Acts {
  /** @throws {Unreachable} */
  record(act: Act): Promise<void>;
}

/** The same look-ups; what was found leaves its line before anybody sees it. Apps are nobody's. */
export function recordLookUps(devices: Devices, acts: Acts): Devices {
  const seen = async (access: GraphAccess, how: LookUp, found: Rows<FoundDevice>) => {
    const [only, ...others] = found.rows;
    if (!only) return found;
    const single = others.length === 0 && !found.more ? { device: only.device.id } : {};
    await acts.record({ ...lookUp(access, how, found), ...single });
    return found;
  };
  return {
    named: async (access, name) => seen(access, 'device-name', await devices.named(access, name)),
    nameContaining: async (access, part) =>
      seen(access, 'part-of-name', await devices.nameContaining(access, part)),
    withSerialNumber: async (access, serialNumber) =>
      seen(access, 'serial-number', await devices.withSerialNumber(access, serialNumber)),
    withImei: async (access, imei) => seen(access, 'imei', await devices.withImei(access, imei)),
    withIntuneId: async (access, id) => seen(access, 'intune-id', await devices.withIntuneId(access, id)),
    withEntraId: async (access, id) => seen(access, 'entra-id', await devices.withEntraId(access, id)),
    ofPerson: async (access, person) =>
      seen(access, 'devices-of-person', await devices.ofPerson(access, person)),
    withApp: async (access, app) => seen(access, 'devices-with-app', await devices.withApp(access, app)),
    apps: (access, name) => devices.apps(access, name),
    people: async (access, name) => {
      const found = await devices.people(access, name);
      if (found && found.rows.length > 0) await acts.record(lookUp(access, 'people', found));
      return found;
    },
  };
}

const lookUp = ({ tenant, technician }: GraphAccess, how: LookUp, { rows }: Rows<unknown>) =>
  ({ tenant, by: technician, type: 'looked-up', how, found: rows.length }) as const;
