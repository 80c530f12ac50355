import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { errorOf, graphAs } from './graph-caller';
import { openApi } from './open-api';

const list = '/v1.0/deviceManagement/managedDevices';
const details =
  '$select=id,remoteAssistanceSessionUrl,remoteAssistanceSessionErrorDetails,deviceActionResults';

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
const path = (name: string) => `${list}/${sandbox.tenant.device(name).id}`;

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
    expect(openApi('v1.0').problems('microsoft.graph.managedDevice', late.body)).toEqual([]);
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
