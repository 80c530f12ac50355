import { examine, type Finding } from '../../src/operator/doctor';
import type { Reply } from '../../src/sandbox/http';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { find, says, serverThat, worldOf } from './doctor-world';

// What a signed-in operator may read: Intune from the sandbox; the directory, which the sandbox does not have,
// from a server of one answer.

const TEAMS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];
const READ_CONNECTOR = 'DeviceManagementServiceConfig.Read.All';
const READ_DEVICES = 'DeviceManagementManagedDevices.Read.All';
const DAY = 24 * 60 * 60 * 1000;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const tokenFor = (key: string, scopes: readonly string[], claims: Record<string, unknown> = {}) =>
  sandbox.login.tokens.graphToken(sandbox.tenant.person(key), scopes, claims);

async function look(check: string, graphToken: string | undefined, graph?: string): Promise<Finding> {
  const env = sandbox.environment(graph === undefined ? {} : { GRAPH_ENDPOINT: graph });
  return find(check, worldOf(env, graphToken === undefined ? {} : { graphToken }));
}

describe('the token', () => {
  test('of an operator of the tenant', async () => {
    expect(await look('operator-token', await tokenFor('tom', []))).toMatchObject(says('ok', /valid/u));
  });

  test('is not there: what would need it is left out, and the doctor says how to get one', async () => {
    const findings = await examine(worldOf(sandbox.environment()), [
      'operator-token',
      'intune-role',
      'registered-uri',
    ]);
    expect(findings).toMatchObject([says('cannot-tell', /No operator is signed in/u)]);
  });

  test.each([
    ['of another tenant', { tid: 'deadbeef-1d2e-4f30-8a4b-5c6d7e8f9a0b' }, /another tenant/u],
    ['of an application', { scp: undefined, idtyp: 'app' }, /of an application/u],
    ['that has expired', { exp: 1_700_000_000 }, /expired/u],
  ])('%s', async (_about, claims, finding) => {
    const token = await tokenFor('tom', [], claims);
    expect(await look('operator-token', token)).toMatchObject(says('problem', finding));
  });
});

describe('Intune', () => {
  test.each<[Sandbox['tenant']['connector'], ...Parameters<typeof says>]>([
    ['onboarded', 'ok', /is set up/u],
    ['onboarding', 'problem', /not set up \(onboarding\)/u],
    ['notOnboarded', 'problem', /not set up \(notOnboarded\)/u],
  ])('the TeamViewer connector is %s', async (state, ...said) => {
    sandbox.tenant.connector = state;
    const finding = await look('teamviewer-connector', await tokenFor('tom', [READ_CONNECTOR]));
    sandbox.tenant.connector = 'onboarded';
    expect(finding).toMatchObject(says(...said));
  });

  test('who may not read the connector is told so, and never that it is missing', async () => {
    const finding = await look('teamviewer-connector', await tokenFor('tom', [READ_DEVICES]));
    expect(finding).toMatchObject(says('cannot-tell', /does not allow to read/u));
  });

  const permissions = (...allowedResourceActions: string[]): Reply => ({
    status: 200,
    body: { value: [{ resourceActions: [{ allowedResourceActions }] }] },
  });

  test.each<[string, Reply, ...Parameters<typeof says>]>([
    ['allows it', permissions('Microsoft.Intune_RemoteTasks_RequestRemoteAssistance'), 'ok', /allows/u],
    ['does not', permissions('Microsoft.Intune_RemoteTasks_Wipe'), 'warning', /does not allow/u],
  ])('the role %s', async (_about, answer, ...said) => {
    const graph = await serverThat(() => answer);
    expect(await look('intune-role', await tokenFor('tom', []), graph)).toMatchObject(says(...said));
  });

  test('where roles cannot be read, a device that can be seen shows that there is one', async () => {
    const finding = await look('intune-role', await tokenFor('tom', [READ_DEVICES]));
    expect(finding).toMatchObject(says('cannot-tell', /may see devices/u));
  });

  test('somebody without a role', async () => {
    sandbox.tenant.person('tom').behave({ intune: 'none' });
    const finding = await look('intune-role', await tokenFor('tom', [READ_DEVICES]));
    sandbox.tenant.person('tom').behave({ intune: 'helpDeskOperator' });
    expect(finding).toMatchObject(says('problem', /no role/u));
  });
});

describe('the registration', () => {
  const scopeId = 'aaaaaaaa-0000-4000-8000-000000000001';
  const api = {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [{ id: scopeId, value: 'access_as_user', isEnabled: true }],
    preAuthorizedApplications: TEAMS.map((appId) => ({ appId, delegatedPermissionIds: [scopeId] })),
  };
  const endsIn = (days: number) => [{ endDateTime: new Date(Date.now() + days * DAY).toISOString() }];
  const inOrder = () => ({
    identifierUris: [`api://botid-${sandbox.registrations.bot.id}`],
    signInAudience: 'AzureADMyOrg',
    web: { redirectUris: [`${sandbox.addresses.bot}/auth/end`] },
    api,
    requiredResourceAccess: [{ resourceAccess: [{ id: 'x', type: 'Scope' }] }],
    passwordCredentials: [...endsIn(-5), ...endsIn(200)],
    keyCredentials: [],
  });
  const lookAt = async (check: string, answer: Reply) =>
    look(check, await tokenFor('tom', []), await serverThat(() => answer));

  test.each([
    'registered-uri',
    'registered-scope',
    'registered-teams-clients',
    'registered-version',
    'registered-redirect',
    'registered-audience',
    'registered-permissions',
    'bot-secrets-end',
    'sign-in-secrets-end',
  ])('%s: in order, unreadable, unknown', async (check) => {
    expect(await lookAt(check, { status: 200, body: inOrder() })).toMatchObject({ status: 'ok' });
    const denied = { error: { code: 'Authorization_RequestDenied' } };
    expect(await lookAt(check, { status: 403, body: denied })).toMatchObject(
      says('cannot-tell', /does not allow/u),
    );
    expect(await lookAt(check, { status: 404, body: {} })).toMatchObject(
      says('problem', /no such registration/u),
    );
  });

  test.each<[string, object, Finding['status'], RegExp]>([
    ['registered-uri', { identifierUris: ['api://else'] }, 'problem', /lacks/u],
    ['registered-scope', { api: { ...api, oauth2PermissionScopes: [] } }, 'problem', /no enabled scope/u],
    [
      'registered-teams-clients',
      { api: { ...api, preAuthorizedApplications: api.preAuthorizedApplications.slice(0, 1) } },
      'problem',
      /: Teams web/u,
    ],
    ['registered-version', { api: { ...api, requestedAccessTokenVersion: null } }, 'problem', /is null/u],
    ['registered-redirect', { web: { redirectUris: [] } }, 'problem', /no redirect URI/u],
    ['registered-audience', { signInAudience: 'AzureADMultipleOrgs' }, 'warning', /other directories/u],
    ['registered-permissions', { requiredResourceAccess: [] }, 'problem', /no permission/u],
    [
      'registered-permissions',
      { requiredResourceAccess: [{ resourceAccess: [{ type: 'Role' }, { type: 'Scope' }] }] },
      'warning',
      /application permissions/u,
    ],
    ['bot-secrets-end', { passwordCredentials: endsIn(-1) }, 'problem', /ended on/u],
    ['bot-secrets-end', { passwordCredentials: [] }, 'problem', /no secret and no certificate/u],
    ['sign-in-secrets-end', { passwordCredentials: endsIn(12) }, 'warning', /in 1[12] days/u],
  ])('%s with %j', async (check, change, ...said) => {
    const body = { ...inOrder(), ...change };
    expect(await lookAt(check, { status: 200, body })).toMatchObject(says(...said));
  });

  test.each<[string, Reply, ...Parameters<typeof says>]>([
    [
      'for the whole tenant',
      {
        status: 200,
        body: {
          value: [
            { consentType: 'AllPrincipals', scope: 'openid DeviceManagementManagedDevices.ReadWrite.All' },
          ],
        },
      },
      'ok',
      /whole tenant/u,
    ],
    [
      'by one person',
      {
        status: 200,
        body: {
          value: [{ consentType: 'Principal', scope: 'DeviceManagementManagedDevices.ReadWrite.All' }],
        },
      },
      'problem',
      /Nobody has consented/u,
    ],
    ['nobody may read', { status: 403, body: {} }, 'cannot-tell', /does not allow/u],
  ])('consent %s', async (_about, answer, ...said) => {
    expect(await lookAt('admin-consent', answer)).toMatchObject(says(...said));
  });
});
