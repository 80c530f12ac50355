import type { DeviceAddress, GraphApi } from '../request/device';
import { deviceId, readGuid } from '../request/ids';

/** What an id may look like in a path; the allow-list of calls is built from the same patterns. */
export const segmentPatterns = {
  device: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  script: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  /** An object id, or a sign-in name as Entra allows it, encoded. */
  user: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?:[A-Za-z0-9._~-]|%(?:21|23|27|5E)){1,192}%40[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*',
  /** Intune's ids of detected apps are GUIDs or long hexadecimal texts. */
  app: '[A-Za-z0-9_-]{1,128}',
  /** "script id:device id", encoded. */
  run: '(?:[A-Za-z0-9_-]|%3A){1,200}',
} as const;

/**
 * The path that reads a device, relative to the Graph endpoint and with the version segment.
 * @throws a bug when an id could be anything but one path segment.
 */
export function devicePath(address: DeviceAddress): string {
  switch (address.form) {
    case 'direct':
      return `/${version(address.api)}/deviceManagement/managedDevices/${segment('device', address.device)}`;
    case 'user':
      return `${devicesOfPersonPath(address.user, address.api)}/${segment('device', address.device)}`;
    case 'app':
      return `${devicesWithAppPath(address.app)}/${segment('device', address.device)}`;
    case 'script-run':
      return runPath(address.script, address.run);
    case 'script-run-app': {
      const app = `detectedApps/${segment('app', address.app)}`;
      return `${runPath(address.script, address.run)}/${app}/managedDevices/${segment('device', address.device)}`;
    }
  }
}

/** The path of the one action, on the same form of address. */
export const assistancePath = (address: DeviceAddress): string =>
  `${devicePath(address)}/requestRemoteAssistance`;

/** The form that Microsoft documents first and that always works; undefined where the id is not known. */
export function canonicalAddress(address: DeviceAddress): DeviceAddress | undefined {
  if (address.form === 'script-run') return undefined;
  return { form: 'direct', api: 'v1.0', device: address.device };
}

export const isCanonical = ({ form, api }: DeviceAddress): boolean => form === 'direct' && api === 'v1.0';

export const apiOf = (address: DeviceAddress): GraphApi => version(address.api);

export const devicesOfPersonPath = (user: string, api: GraphApi = 'v1.0'): string =>
  `/${version(api)}/users/${segment('user', user)}/managedDevices`;

export const devicesWithAppPath = (app: string): string =>
  `/v1.0/deviceManagement/detectedApps/${segment('app', app)}/managedDevices`;

export const runStatesPath = (script: string): string =>
  `/beta/deviceManagement/deviceManagementScripts/${segment('script', script)}/deviceRunStates`;

export const personPath = (id: string): string => `/v1.0/users/${segment('user', id)}`;

const runPath = (script: string, run: string): string =>
  `${runStatesPath(script)}/${segment('run', run)}/managedDevice`;

/** Whether a text can stand in a path as such an id; a person may be an object id or an ordinary sign-in name. */
export const canAddress = (kind: 'user' | 'app' | 'run', id: string): boolean =>
  pathSegment(kind, id) !== undefined;

function segment(kind: keyof typeof segmentPatterns, id: string): string {
  const encoded = pathSegment(kind, id);
  // The id itself stays out of the message: it may be a sign-in name.
  if (encoded === undefined) throw new Error(`Not an id for a Graph path: ${kind}`);
  return encoded;
}

function pathSegment(kind: keyof typeof segmentPatterns, id: string): string | undefined {
  // Wherever a GUID can stand, the form that the checks of the core give it is used.
  const plain = kind === 'device' ? deviceId(id) : kind === 'script' ? readGuid(id) : (readGuid(id) ?? id);
  const encoded = plain === undefined ? undefined : encodeText(plain);
  return encoded !== undefined && patterns[kind].test(encoded) ? encoded : undefined;
}

const patternOf = (kind: keyof typeof segmentPatterns) => new RegExp(`^(?:${segmentPatterns[kind]})$`, 'u');
const patterns = {
  device: patternOf('device'),
  script: patternOf('script'),
  user: patternOf('user'),
  app: patternOf('app'),
  run: patternOf('run'),
};

/** Percent-encoded, with the marks that `encodeURIComponent` leaves; half a surrogate pair becomes U+FFFD. */
export function encodeText(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(
    /[!'()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

// Addresses come back from the database as data: the type alone proves nothing there.
function version(api: GraphApi): GraphApi {
  if (api !== 'v1.0' && (api as string) !== 'beta') throw new Error('Not a version of Graph');
  return api;
}
