import fc from '../setup/generated';
import { allowedCall, requireAllowed } from '../../src/graph/allowed-calls';
import { assistancePath, canAddress, canonicalAddress, devicePath } from '../../src/graph/device-paths';
import type { DeviceAddress } from '../../src/request/device';
import { readGuid } from '../../src/request/ids';
import { device, person } from './fake-graph';

const id = device('1');
const script = '55555555-3333-4000-8000-000000000000';
const run = `${script}:${id}`;
const runPath = `/beta/deviceManagement/deviceManagementScripts/${script}/deviceRunStates/${script}%3A${id}/managedDevice`;

test.each<[string, DeviceAddress, string]>([
  ['directly', { form: 'direct', api: 'v1.0', device: id }, `/v1.0/deviceManagement/managedDevices/${id}`],
  [
    'directly, beta',
    { form: 'direct', api: 'beta', device: id },
    `/beta/deviceManagement/managedDevices/${id}`,
  ],
  [
    'through a person by object id',
    { form: 'user', api: 'v1.0', user: person('2').toUpperCase(), device: id },
    `/v1.0/users/${person('2')}/managedDevices/${id}`,
  ],
  [
    'through a person by sign-in name, beta',
    { form: 'user', api: 'beta', user: "maria.o'brien#EXT#@contoso.example", device: id },
    `/beta/users/maria.o%27brien%23EXT%23%40contoso.example/managedDevices/${id}`,
  ],
  [
    'through an app',
    { form: 'app', api: 'v1.0', app: '0000a1b2519804', device: id },
    `/v1.0/deviceManagement/detectedApps/0000a1b2519804/managedDevices/${id}`,
  ],
  ['through a run of a script', { form: 'script-run', api: 'beta', script, run }, runPath],
  [
    'through a run of a script and an app',
    { form: 'script-run-app', api: 'beta', script, run, app: '0000a1b2519804', device: id },
    `${runPath}/detectedApps/0000a1b2519804/managedDevices/${id}`,
  ],
])('a device is read and asked for on one path: %s', (_, address, path) => {
  expect(devicePath(address)).toBe(path);
  expect(assistancePath(address)).toBe(`${path}/requestRemoteAssistance`);
});

test('a device without a known id has no second way to it', () => {
  expect(canonicalAddress({ form: 'script-run', api: 'beta', script, run })).toBeUndefined();
  expect(canonicalAddress({ form: 'app', api: 'v1.0', app: 'a', device: id })).toEqual({
    ...{ form: 'direct', api: 'v1.0', device: id },
  });
});

const hostile = [
  '..',
  '.',
  '../x',
  'a/b',
  'a%2Fb',
  'a?b',
  'a#b',
  'a\\b',
  'a\r\nb',
  'a\u0000b',
  '',
  ' ',
  "a')",
  '$batch',
];

test.each(hostile)('the text %j is no app, no run and no person', (text) => {
  const texts = [canAddress('app', text), canAddress('run', text), canAddress('user', text)];
  expect(texts).toEqual([false, false, false]);
  expect(() => devicePath({ form: 'app', api: 'v1.0', app: text, device: id })).toThrow('Not an id');
});

test('a hostile device id or version from the database makes no path', () => {
  // The casts play a database that holds what no type allows.
  expect(() => devicePath({ form: 'direct', api: 'v1.0', device: '../users' as typeof id })).toThrow(
    'Not an id',
  );
  expect(() => devicePath({ form: 'direct', api: '../x' as 'beta', device: id })).toThrow('Not a version');
});

test('whatever stands for a person, app or run, the path keeps its shape', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.emailAddress()), (text) => {
      for (const address of [
        { form: 'user', api: 'v1.0', user: text, device: id },
        { form: 'app', api: 'v1.0', app: text, device: id },
        { form: 'script-run', api: 'beta', script, run: text },
      ] satisfies DeviceAddress[]) {
        const path = pathOrRefusal(address);
        if (path === undefined) continue;
        // As the platform would send it: nothing was resolved, cut off or turned into a query.
        expect(new URL(`https://graph.example${path}`).pathname).toBe(path);
        expect(allowedCall('GET', path)).toBeDefined();
        expect(path.split('/').map(decodeURIComponent)).toContain(readGuid(text) ?? text);
      }
    }),
    { numRuns: 300 },
  );
});

function pathOrRefusal(address: DeviceAddress): string | undefined {
  try {
    return devicePath(address);
  } catch {
    return undefined;
  }
}

test.each([
  ['DELETE', `/v1.0/deviceManagement/managedDevices/${id}`],
  ['POST', `/v1.0/deviceManagement/managedDevices/${id}/wipe`],
  ['POST', `/v1.0/deviceManagement/managedDevices/${id}/retire`],
  ['POST', `/v1.0/deviceManagement/managedDevices/${id}/requestRemoteAssistance?x=1`],
  ['POST', `/v1.0/deviceManagement/managedDevices/${id}/../x/requestRemoteAssistance`],
  ['PATCH', `/v1.0/deviceManagement/managedDevices/${id}`],
  ['GET', `/v1.0/deviceManagement/managedDevices/${id}?$expand=users`],
  ['GET', `/v1.0/deviceManagement/managedDevices/${id}?$select=id&$select=notes`],
  ['GET', `/v1.0/deviceManagement/managedDevices/${id}/$value`],
  ['GET', `//evil.example/v1.0/deviceManagement/managedDevices`],
  ['GET', `/v1.0/deviceManagement/managedDevices?$filter=a#b`],
  ['GET', `/v1.0/deviceManagement/managedDevices?$filter=a?b`],
  ['GET', '/v1.0/me'],
  ['GET', '/v1.0/users/maria%40contoso.example/messages'],
])('the bot cannot %s %s', (method, target) => {
  expect(allowedCall(method, target)).toBeUndefined();
});

test('a call that is not on the list is a bug that names nobody', () => {
  expect(() => requireAllowed('GET', '/v1.0/users/maria%40contoso.example/messages')).toThrow(
    /^Not a call that the bot may make to Graph: GET$/u,
  );
});
