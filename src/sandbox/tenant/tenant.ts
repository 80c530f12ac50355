import type { Clock } from '../clock';
import { detectedApps, managementScripts, type DetectedApp, type ManagementScript } from './apps';
import { Device, type DeviceSeed } from './device';
import { devices as deviceSeeds } from './devices';
import { people as peopleSeeds } from './people';
import { Person, type PersonSeed } from './person';
import { scriptedDevices } from './scripted-devices';

/** Our own tenant. */
export const TENANT_ID = 'c0ffee00-1d2e-4f30-8a4b-5c6d7e8f9a0b';
export const DOMAIN = 'contoso.example';

/** Permissions of the sign-on registration that an administrator has granted. */
export const ORDINARY_SCOPES = [
  'DeviceManagementManagedDevices.ReadWrite.All',
  'User.Read',
  'User.ReadBasic.All',
] as const;

/** The seeded world. Tests change it while it runs. */
export class Tenant {
  readonly id = TENANT_ID;
  readonly domain = DOMAIN;
  readonly people: Person[] = [];
  readonly devices: Device[] = [];
  readonly apps: DetectedApp[] = [...detectedApps];
  readonly scripts: ManagementScript[] = [...managementScripts];
  /** What Graph tokens carry in `scp`. Without User.ReadBasic.All people cannot be found by name. */
  grantedScopes: readonly string[] = ORDINARY_SCOPES;
  connector: 'notOnboarded' | 'onboarding' | 'onboarded' = 'onboarded';

  constructor(private readonly clock: Clock) {
    for (const seed of peopleSeeds) this.addPerson(seed);
    for (const seed of [...deviceSeeds, ...scriptedDevices]) this.addDevice(seed);
  }

  /** By key ("tom"). @throws if there is nobody of that key: a misspelt test must not pass. */
  person(key: string): Person {
    const found = this.people.find((person) => person.key === key);
    if (found) return found;
    throw new Error(`Nobody is called "${key}". There are: ${this.people.map(({ key: k }) => k).join(', ')}`);
  }

  personByOid(oid: string | undefined): Person | undefined {
    return this.people.find((person) => person.oid === oid);
  }

  /** By name or Intune id; the first one of several with one name. @throws if there is none. */
  device(nameOrId: string): Device {
    const found = this.devices.find(({ id, name }) => name === nameOrId || id === nameOrId);
    if (found) return found;
    throw new Error(`No device "${nameOrId}". There are: ${this.devices.map(({ name }) => name).join(', ')}`);
  }

  deviceById(id: string): Device | undefined {
    return this.devices.find((device) => device.id === id.toLowerCase());
  }

  addPerson(seed: PersonSeed): Person {
    const person = new Person(seed, { tenantId: this.id, domain: this.domain });
    this.people.push(person);
    return person;
  }

  addDevice(seed: DeviceSeed): Device {
    const owner = seed.owner === undefined ? undefined : this.person(seed.owner);
    const device = new Device(seed, owner, this.clock);
    this.devices.push(device);
    return device;
  }

  removeDevice(device: Device): void {
    this.devices.splice(this.devices.indexOf(device), 1);
  }

  devicesWithApp(app: DetectedApp): Device[] {
    return this.devices.filter(({ name }) => app.deviceNames.includes(name));
  }
}
