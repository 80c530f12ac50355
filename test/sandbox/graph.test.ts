import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import type { Fault } from '../../src/sandbox/tenant/device';
import { errorOf, graphAs, rows } from './graph-caller';
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

describe('a request for remote assistance', () => {
  test('is accepted, and the link comes later, only to a GET that selects it', async () => {
    const laptop = sandbox.tenant.device('LAPTOP-7F3K');
    const answer = await tom().call('POST', `${path(laptop.name)}/requestRemoteAssistance`, {
      'client-request-id': '11111111-2222-4333-8444-555555555555',
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('client-request-id')).toBe('11111111-2222-4333-8444-555555555555');
    expect(laptop.accepted).toEqual(['tom']);
    const early = await tom().get(`${path(laptop.name)}?${details}`);
    expect(early.body).toMatchObject({
      remoteAssistanceSessionUrl: null,
      deviceActionResults: [{ actionState: 'pending' }],
    });
    now += 3_000;
    const late = await tom().get(`${path(laptop.name)}?${details}`);
    expect(late.body).toMatchObject({
      remoteAssistanceSessionUrl: expect.stringMatching(/^https:\/\/get\.teamviewer\.com\//) as string,
      deviceActionResults: [{ actionState: 'done' }],
    });
    expect(slice.problems(device, late.body)).toEqual([]);
    expect((await tom().get(path(laptop.name))).body['remoteAssistanceSessionUrl']).toBeNull();
  });

  test.each([
    ['FORBIDDEN-1', 403, 'Forbidden', /User is not authorized/],
    ['FORBIDDEN-401', 401, 'UnknownError', /An error has occurred/],
    ['THROTTLED-1', 429, 'TooManyRequests', /An error has occurred/],
    ['UNSUPPORTED-1', 400, 'BadRequest', /An error has occurred/],
    ['NOT-FOUND-1', 404, 'ResourceNotFound', /An error has occurred/],
    ['SERVER-ERROR-1', 500, 'InternalServerError', /An error has occurred/],
  ])('for %s is answered %d', async (name, status, code, message) => {
    const answer = await tom().post(`${path(name)}/requestRemoteAssistance`);
    expect(answer.status).toBe(status);
    expect(errorOf(answer)).toEqual({ code, message: expect.stringMatching(message) as string });
    expect(sandbox.tenant.device(name).accepted).toEqual([]);
  });

  test('may be accepted although the connection breaks', async () => {
    await expect(tom().post(`${path('RESET-AFTER-SEND')}/requestRemoteAssistance`)).rejects.toThrow();
    expect(sandbox.tenant.device('RESET-AFTER-SEND').accepted).toEqual(['tom']);
    await expect(tom().post(`${path('RESET-BEFORE')}/requestRemoteAssistance`)).rejects.toThrow();
    expect(sandbox.tenant.device('RESET-BEFORE').accepted).toEqual([]);
  });

  test('busy once, is accepted the second time', async () => {
    const post = () => tom().post(`${path('THROTTLED-1')}/requestRemoteAssistance`);
    expect((await post()).headers.get('retry-after')).toBe('5');
    expect((await post()).status).toBe(204);
  });

  test('works on every documented form, and a form can be unrouted', async () => {
    const { tenant, parts } = sandbox;
    const { id } = tenant.device('LAPTOP-7F3K');
    const anna = tenant.person('anna').oid;
    const app = tenant.apps.find(({ deviceNames }) => deviceNames.includes('LAPTOP-7F3K'))?.id ?? '';
    const [script] = tenant.scripts;
    const state = `${script?.id ?? ''}/deviceRunStates/${script?.runStates[0]?.id ?? ''}/managedDevice`;
    const forms = [
      `/v1.0/users/${anna}/managedDevices/${id}`,
      `/v1.0/deviceManagement/managedDevices/${id}`,
      `/v1.0/deviceManagement/detectedApps/${app}/managedDevices/${id}`,
      `/beta/users/${anna}/managedDevices/${id}`,
      `/beta/deviceManagement/managedDevices/${id}`,
      `/beta/deviceManagement/deviceManagementScripts/${state}`,
      `/beta/deviceManagement/deviceManagementScripts/${state}/detectedApps/${app}/managedDevices/${id}`,
    ];
    for (const form of forms) {
      expect((await tom().get(`${form}?$select=id`)).body['id']).toBe(id);
      expect((await tom().post(`${form}/requestRemoteAssistance`)).status).toBe(204);
    }
    expect(tenant.device(id).accepted).toHaveLength(forms.length);
    parts.graphSettings.forms.userDevice = 'no-route';
    const unrouted = await tom().get(forms[0] ?? '');
    expect(errorOf(unrouted).code).toBe('No method match route template');
  });
});

describe('who may', () => {
  test('an application token is refused and raises an alarm', async () => {
    const token = await sandbox.login.tokens.applicationToken('any', sandbox.addresses.graph);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${sandbox.addresses.graph}${list}`, { headers })).status).toBe(401);
    expect(sandbox.wire.alarms).toHaveLength(1);
  });

  test('a person of another tenant, a missing permission and a missing Intune role are refused', async () => {
    expect((await graphAs(sandbox, 'frida').get(list)).status).toBe(401);
    expect((await graphAs(sandbox, 'nora').get(list)).status).toBe(403);
    expect((await graphAs(sandbox, 'ravi').get(list)).status).toBe(200);
    expect((await graphAs(sandbox, 'ravi').post(`${path('LINK-3S')}/requestRemoteAssistance`)).status).toBe(
      403,
    );
    sandbox.tenant.grantedScopes = ['User.Read'];
    expect(errorOf(await tom().get(list)).message).toMatch(/Application is not authorized/);
    expect(errorOf(await tom().get('/v1.0/users')).code).toBe('Authorization_RequestDenied');
  });

  test('a claims challenge says so in the header, the 401 that means forbidden does not', async () => {
    const challenge = await tom().post(`${path('CLAIMS-1')}/requestRemoteAssistance`);
    expect(challenge.headers.get('www-authenticate')).toMatch(/error="insufficient_claims", claims="/);
    const forbidden = await tom().post(`${path('FORBIDDEN-401')}/requestRemoteAssistance`);
    expect(forbidden.headers.get('www-authenticate')).toBeNull();
  });
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
