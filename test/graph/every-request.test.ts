import { managedDevices } from '../../src/graph/managed-devices';
import { remoteAssistance } from '../../src/graph/remote-assistance';
import { allowedCalls } from '../../src/graph/allowed-calls';
import type { DeviceAddress } from '../../src/request/device';
import type { GraphClient } from '../../src/graph/graph-client';
import { access, CLIENT_REQUEST_ID, device, person, withGraph, type Asked, type Reply } from './fake-graph';
import { problemsOf } from './openapi-requests';

// Every request that the bot can make, held against the OpenAPI slices of Graph.

const script = '55555555-3333-4000-8000-000000000000';
const run = `${script}:${device('1')}`;
const app = '0000a1b2c3d4e5f60000519804ab';
const id = device('1');

const addresses: DeviceAddress[] = [
  { form: 'direct', api: 'v1.0', device: id },
  { form: 'direct', api: 'beta', device: id },
  { form: 'user', api: 'v1.0', user: "maria.o'brien@contoso.example", device: id },
  { form: 'user', api: 'v1.0', user: person('2'), device: id },
  { form: 'user', api: 'beta', user: 'guest_fabrikam.example#EXT#@contoso.example', device: id },
  { form: 'app', api: 'v1.0', app, device: id },
  { form: 'script-run', api: 'beta', script, run },
  { form: 'script-run-app', api: 'beta', script, run, app, device: id },
];

async function everything(client: GraphClient): Promise<void> {
  const devices = managedDevices(client);
  const assistance = remoteAssistance(client);
  await devices.named(access, "O'Brien & Söhne");
  await devices.nameContaining(access, 'LAP');
  await devices.withSerialNumber(access, 'PF-123');
  await devices.withImei(access, '490154203237518');
  await devices.withIntuneId(access, id);
  await devices.withEntraId(access, device('3'));
  for (const one of [person('2'), 'maria@contoso.example', '$odd name@contoso.example'])
    await devices.ofPerson(access, one).catch(() => undefined);
  await devices.apps(access, "Land's End");
  await devices.withApp(access, app);
  await devices.people(access, 'Maria O"Brien');
  await devices.scriptRunDevices(access, script).catch(() => undefined);
  for (const address of addresses) {
    await assistance.look(access, address).catch(() => undefined);
    await assistance.request(access, address, CLIENT_REQUEST_ID).catch(() => undefined);
  }
  await assistance.lookAll(access, addresses);
}

/** Runs everything twice: where all forms are routed, and where only the canonical ones are. */
async function collect(): Promise<Asked[]> {
  const plain = (asked: Asked): Reply => {
    if (asked.method === 'POST') return { status: 204 };
    if (/\/users\/[^/?]+\?/u.test(asked.target))
      return { status: 200, body: { userPrincipalName: 'maria@contoso.example' } };
    return { status: 200, body: { id, value: [] } };
  };
  const narrow = (asked: Asked): Reply =>
    /\/users\/[^/]+\/managed|detectedApps\/|\/beta\//u.test(asked.target) && asked.method === 'GET'
      ? {
          status: 400,
          body: { error: { code: 'No method match route template', message: 'No OData route' } },
        }
      : plain(asked);
  const worlds = [plain, narrow].map((answer) =>
    withGraph(answer, async ({ client, asked }) => {
      await everything(client);
      return asked;
    }),
  );
  return (await Promise.all(worlds)).flat();
}

const parts = (asked: Asked): Asked[] => {
  const version = asked.target.split('/')[1] ?? '';
  // The body was validated against the slice before.
  const { requests } = JSON.parse(asked.body) as { requests: { method: string; url: string }[] };
  return requests.map(({ method, url }) => ({ ...asked, body: '', method, target: `/${version}${url}` }));
};

let asked: Asked[] = [];
beforeAll(async () => {
  asked = await collect();
});

test('is one that Graph describes, with its query, headers and body', () => {
  const problems = asked.flatMap((one) =>
    problemsOf(one).map((problem) => `${problem} | ${one.method} ${one.target}`),
  );
  expect(problems).toEqual([]);
});

test('is one that Graph describes, inside of a batch too', () => {
  const batches = asked.filter(({ target }) => target.endsWith('/$batch'));
  expect(batches).not.toHaveLength(0);
  const problems = batches.flatMap(parts).map((part) => {
    const headers = Object.fromEntries(
      Object.entries(part.headers).filter(([name]) => name !== 'content-type'),
    );
    return problemsOf({ ...part, headers });
  });
  expect(problems.flat()).toEqual([]);
  expect(new Set(batches.flatMap(parts).map(({ method }) => method))).toEqual(new Set(['GET']));
});

test('covers the whole allow-list: nothing is allowed that nobody asks', () => {
  const calls = asked.map(({ method, target }) => `${method} ${target.split('?')[0] ?? ''}`);
  const unused = allowedCalls.filter(({ method, form }) => {
    const pattern = form.replaceAll(/[.$]/gu, '\\$&').replaceAll(/\{\w+\}/gu, '[^/]+');
    return !calls.some((call) => new RegExp(`^${method} ${pattern}$`, 'u').test(call));
  });
  expect(unused.map(({ method, form }) => `${method} ${form}`)).toEqual([]);
});

test('of those that change something is the request for remote assistance, in the seven documented forms', () => {
  const posts = allowedCalls.filter(({ method }) => method === 'POST').map(({ form }) => form);
  expect(posts.filter((form) => !form.endsWith('/requestRemoteAssistance'))).toEqual([
    '/v1.0/$batch',
    '/beta/$batch',
  ]);
  expect(posts).toHaveLength(9);
});

test('sends the action without a body and without a query', () => {
  const actions = asked.filter(({ target }) => target.includes('requestRemoteAssistance'));
  expect(actions).toHaveLength(2 * addresses.length);
  for (const { headers, body, target } of actions) {
    expect({ body, length: headers['content-length'], chunked: headers['transfer-encoding'] }).toEqual({
      ...{ body: '', length: '0', chunked: undefined },
    });
    expect(target).not.toContain('?');
    expect(headers['client-request-id']).toBe(CLIENT_REQUEST_ID);
  }
});

test('gives each read a client-request-id of its own', () => {
  const ids = asked
    .filter(({ method }) => method === 'GET')
    .map(({ headers }) => headers['client-request-id']);
  expect(new Set(ids).size).toBe(ids.length);
});

test('would be noticed if Graph did not describe it', () => {
  const [fine] = asked.filter(({ target }) => target.includes('$filter=deviceName'));
  if (!fine) throw new Error('Nobody asked for a name');
  const list = '/v1.0/deviceManagement/managedDevices';
  const wrong: Asked[] = [
    { ...fine, target: `${list}?$filter=${encodeURIComponent("userId eq 'x'")}` },
    { ...fine, target: `${list}?$filter=${encodeURIComponent("startswith(deviceName,'x')")}` },
    { ...fine, target: `${list}?$filter=${encodeURIComponent("deviceName eq 'x' or deviceName eq 'y'")}` },
    { ...fine, target: `${list}?$filter=${encodeURIComponent("deviceName eq ''")}` },
    { ...fine, target: `${list}?$select=id,invented` },
    { ...fine, target: `${list}?$invented=1` },
    { ...fine, target: '/v1.0/deviceManagement/deviceManagementScripts' },
    { ...fine, method: 'DELETE' },
    { ...fine, body: '{}' },
    { ...fine, headers: { ...fine.headers, 'client-request-id': 'x' } },
    { ...fine, headers: { ...fine.headers, authorization: undefined } },
  ];
  expect(problemsOf(fine)).toEqual([]);
  expect(wrong.filter((one) => problemsOf(one).length === 0)).toEqual([]);
});
