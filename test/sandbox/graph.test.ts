import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import type { Fault } from '../../src/sandbox/tenant/device';
import { graphAs, rows } from './graph-caller';
import { openApi } from './open-api';

const slice = openApi('v1.0');
const list = '/v1.0/deviceManagement/managedDevices';
const details =
  '$select=id,remoteAssistanceSessionUrl,remoteAssistanceSessionErrorDetails,deviceActionResults';
const device = 'microsoft.graph.managedDevice';

let sandbox: Sandbox;
let now: number;

beforeEach(async () => {
  now = Date.now();
  sandbox = await startSandbox({ now: () => now });
});

afterEach(async () => {
  await sandbox.stop();
});

const tom = () => graphAs(sandbox, 'tom');
const filter = async (text: string) => rows(await tom().get(`${list}?$filter=${encodeURIComponent(text)}`));
const path = (name: string) => `${list}/${sandbox.tenant.device(name).id}`;

describe('what Graph answers fits the OpenAPI slice', () => {
  test('lists of devices and each device by itself', async () => {
    const all = await tom().get(list);
    expect(slice.problems('microsoft.graph.managedDeviceCollectionResponse', all.body)).toEqual([]);
    for (const row of rows(all)) {
      const one = await tom().get(`${list}/${String(row['id'])}`);
      expect(slice.problems(device, one.body)).toEqual([]);
      expect(slice.unknownProperties(device, one.body)).toEqual([]);
    }
  });

  test('detected apps, partners and a script run state', async () => {
    const apps = await tom().get('/v1.0/deviceManagement/detectedApps');
    expect(slice.problems('microsoft.graph.detectedAppCollectionResponse', apps.body)).toEqual([]);
    const script = sandbox.tenant.scripts[0]?.id ?? '';
    const states = await tom().get(
      `/beta/deviceManagement/deviceManagementScripts/${script}/deviceRunStates?$expand=managedDevice`,
    );
    const name = 'microsoft.graph.deviceManagementScriptDeviceStateCollectionResponse';
    expect(openApi('beta').problems(name, states.body)).toEqual([]);
    sandbox.tenant.grantedScopes = ['DeviceManagementServiceConfig.Read.All'];
    const partners = await tom().get('/v1.0/deviceManagement/remoteAssistancePartners');
    expect(
      slice.problems('microsoft.graph.remoteAssistancePartnerCollectionResponse', partners.body),
    ).toEqual([]);
  });

  test.each<Fault>([
    'forbidden',
    'forbidden-as-401',
    'scope-missing',
    'throttled',
    'bad-request',
    'not-found',
  ])('a refusal: %s', async (fault) => {
    sandbox.tenant.device('LINK-3S').behave({ answer: fault });
    const { body } = await tom().post(`${path('LINK-3S')}/requestRemoteAssistance`);
    expect(slice.problems('microsoft.graph.ODataErrors.ODataError', body)).toEqual([]);
  });
});

describe('filters', () => {
  test('by name, ignoring case, with a doubled quote', async () => {
    expect(await filter("deviceName eq 'laptop-7f3k'")).toHaveLength(1);
    expect((await filter("deviceName eq 'O''Brien-PC'"))[0]).toMatchObject({ deviceName: "O'Brien-PC" });
    expect(await filter("deviceName eq 'iPhone' and operatingSystem eq 'iOS'")).toHaveLength(5);
  });

  test.each(["userId eq 'x'", "id eq 'x'", "deviceName eq ''", "skuFamily eq 'Pro'"])(
    'that Intune ignores bring every device: %s',
    async (text) => {
      expect(await filter(text)).toHaveLength(sandbox.tenant.devices.length);
    },
  );

  test('startswith is taken for contains', async () => {
    expect(await filter("startswith(deviceName,'7F3K')")).toHaveLength(1);
  });

  test('of an "or" across properties only the first one counts', async () => {
    expect(await filter("deviceName eq 'LINK-3S' or serialNumber eq '5CG3141592'")).toHaveLength(1);
    expect(await filter("serialNumber eq '5CG2718281' or serialNumber eq '5CG3141592'")).toHaveLength(2);
  });

  test('with an open quote are refused', async () => {
    expect((await tom().get(`${list}?$filter=deviceName eq 'O'Brien-PC'`)).status).toBe(400);
  });
});

test('pages are followed by an opaque link', async () => {
  sandbox.parts.graphSettings.pageSize = 20;
  const first = await tom().get(`${list}?$select=id`);
  const second = await tom().get(String(first.body['@odata.nextLink']));
  expect(rows(first)).toHaveLength(20);
  expect(new Set([...rows(first), ...rows(second)].map(({ id }) => id)).size).toBe(40);
});

test('people are found by name where the permission was granted', async () => {
  const found = await tom().get('/v1.0/users?$search="displayName:anna vogel"', {
    ConsistencyLevel: 'eventual',
  });
  expect(rows(found).map(({ displayName }) => displayName)).toEqual(['Anna Vogel', 'Anna Vogelsang']);
  const byStart = await tom().get("/v1.0/users?$filter=startswith(displayName,'Anna Vogel')");
  expect(rows(byStart)).toHaveLength(2);
  expect((await tom().get('/v1.0/users?$search="displayName:anna"')).status).toBe(400);
});

test('a batch answers each part by itself, in no order, and takes twenty at most', async () => {
  const part = (id: string, name: string) => ({
    id,
    method: 'GET',
    url: `${path(name).slice(5)}?${details}`,
  });
  const requests = [
    part('a', 'LINK-3S'),
    { id: 'b', method: 'GET', url: '/deviceManagement/managedDevices/none' },
  ];
  const answer = await tom().call('POST', '/v1.0/$batch', {}, { requests });
  expect(slice.problems('x.batchResponse', answer.body)).toEqual([]);
  expect(answer.body['responses']).toMatchObject([
    { id: 'b', status: 404 },
    { id: 'a', status: 200 },
  ]);
  const many = Array.from({ length: 21 }, (_, index) => part(String(index), 'LINK-3S'));
  expect((await tom().call('POST', '/v1.0/$batch', {}, { requests: many })).status).toBe(400);
});

test('any call can be made to fail, and the record shows it without a token', async () => {
  sandbox.graph.misbehave({ when: /^GET .*deviceName eq 'LINK-3S'/, as: 'unavailable' });
  const search = `${list}?$filter=${encodeURIComponent("deviceName eq 'LINK-3S'")}`;
  expect((await tom().get(search)).status).toBe(503);
  expect((await tom().get(search)).status).toBe(200);
  expect(sandbox.wire.find('graph', /LINK-3S/)).toMatchObject([
    { method: 'GET', status: 503, person: 'tom', query: "?$filter=deviceName eq 'LINK-3S'" },
    { status: 200 },
  ]);
  expect(JSON.stringify(sandbox.wire.entries)).not.toMatch(/eyJ/);
});
