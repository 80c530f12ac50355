import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { find, NOBODY, says, serverThat, worldOf } from './doctor-world';

// What the doctor finds out from Microsoft's services, played by the sandbox; where the sandbox knows no trouble
// of that kind, by a server of one answer.

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

type Env = Record<string, string>;
const look = (check: string, env: Env = {}, changes: Parameters<typeof worldOf>[1] = {}) =>
  find(check, worldOf(sandbox.environment(env), changes));
const elsewhere = { BOT_TENANT_ID: 'deadbeef-1d2e-4f30-8a4b-5c6d7e8f9a0b', AAD_APP_TENANT_ID: '' };

test.each([
  ['sign-in-tenant', /knows the tenant/u],
  ['login-issuer', /expects/u],
  ['login-keys', /signing keys/u],
  ['clock', /agrees/u],
  ['bot-credential', /accepts/u],
  ['bot-token', /for the connector/u],
  ['sign-in-credential', /accepts/u],
  ['application-id-uri', /Application ID URI/u],
  ['token-version', /version 2/u],
  ['connector-metadata', /issues the tokens/u],
  ['connector-keys', /can be read/u],
  ['graph', /wants a token/u],
])('in a tenant in order: %s', async (check, finding) => {
  expect(await look(check)).toMatchObject(says('ok', finding));
});

test.each([
  ['sign-in-tenant', 'AAD_APP_OAUTH_AUTHORITY_HOST'],
  ['login-keys', 'AAD_APP_OAUTH_AUTHORITY_HOST'],
  ['connector-metadata', 'BOT_OPENID_METADATA_URL'],
  ['graph', 'GRAPH_ENDPOINT'],
])('%s: nobody listens where %s leads', async (check, name) => {
  expect(await look(check, { [name]: NOBODY })).toMatchObject({ status: 'problem' });
});

test('the login host does not know the tenant', async () => {
  const url = await serverThat(() => ({ status: 400, body: { error: 'invalid_tenant' } }));
  const env = { ...elsewhere, AAD_APP_OAUTH_AUTHORITY_HOST: url };
  expect(await look('sign-in-tenant', env)).toMatchObject(says('problem', /does not know the tenant/u));
});

test('the login host calls itself otherwise than the bot expects', async () => {
  const url = await serverThat(() => ({ status: 200, body: { issuer: 'https://login.elsewhere.com/v2.0' } }));
  const finding = await look('login-issuer', { AAD_APP_OAUTH_AUTHORITY_HOST: url });
  expect(finding).toMatchObject(says('problem', /calls itself https:\/\/login\.elsewhere\.com/u));
});

test('the login host hands out no keys', async () => {
  sandbox.login.keysTrouble = 'unavailable';
  const finding = await look('login-keys');
  sandbox.login.keysTrouble = undefined;
  expect(finding).toMatchObject(says('problem', /no usable signing keys/u));
});

test.each([
  [2 * 3600, 'problem', /7(?:199|20\d) s ahead/u],
  [-300, 'problem', /(?:29[89]|30\d) s behind/u],
  [50, 'ok', /agrees/u],
] as const)("this machine's clock is %d s off", async (seconds, status, finding) => {
  const clock = { now: () => Date.now() + seconds * 1000, monotonic: () => performance.now() };
  expect(await look('clock', {}, { clock })).toMatchObject(says(status, finding));
});

test.each([
  ['bot-credential', 'BOT_PASSWORD'],
  ['sign-in-credential', 'AAD_APP_CLIENT_SECRET'],
])('%s: a wrong secret is refused, and not shown', async (check, name) => {
  const finding = await look(check, { [name]: 'not-the-secret' });
  expect(finding).toMatchObject(says('problem', /refuses the credential.*AADSTS7000215/u));
  expect(JSON.stringify(finding)).not.toContain('not-the-secret');
});

test.each([
  ['bot-credential', 'BOT_ID'],
  ['sign-in-credential', 'AAD_APP_CLIENT_ID'],
])('%s: no registration has the id in %s', async (check, name) => {
  const finding = await look(check, { [name]: '9d9d9d9d-0000-4000-8000-00000000abcd' });
  expect(finding).toMatchObject(says('problem', /knows no registration.*AADSTS700016/u));
});

test.each(['bot-credential', 'sign-in-credential', 'token-version', 'bot-token', 'application-id-uri'])(
  '%s cannot be told while the login host is busy',
  async (check) => {
    sandbox.login.trouble = 'busy';
    const finding = await look(check);
    sandbox.login.trouble = undefined;
    expect(finding).toMatchObject({ status: 'cannot-tell' });
  },
);

const tokenOf = (claims: object) =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

const granting = (claims: object) =>
  serverThat(() => ({
    status: 200,
    body: { token_type: 'Bearer', expires_in: 3600, access_token: tokenOf(claims) },
  }));

test("the bot's token is of another tenant", async () => {
  const url = await granting({ aud: 'https://api.botframework.com', tid: 'other', appid: 'other' });
  const finding = await look('bot-token', { AAD_APP_OAUTH_AUTHORITY_HOST: url });
  expect(finding).toMatchObject(says('problem', /of another tenant, of another registration/u));
});

test('tokens for the sign-in app have version 1', async () => {
  const url = await granting({ ver: '1.0' });
  const finding = await look('token-version', { AAD_APP_OAUTH_AUTHORITY_HOST: url });
  expect(finding).toMatchObject(says('problem', /version 1\.0/u));
});

test('the Application ID URI belongs to another registration', async () => {
  const url = await granting({ aud: '9d9d9d9d-0000-4000-8000-00000000abcd' });
  const finding = await look('application-id-uri', { AAD_APP_OAUTH_AUTHORITY_HOST: url });
  expect(finding).toMatchObject(says('problem', /another registration/u));
});

test('nobody has the Application ID URI', async () => {
  const body = { error: 'invalid_resource', error_description: 'AADSTS500011: …', error_codes: [500011] };
  const url = await serverThat(() => ({ status: 400, body }));
  const finding = await look('application-id-uri', { AAD_APP_OAUTH_AUTHORITY_HOST: url });
  expect(finding).toMatchObject(says('problem', /knows no application api:\/\/botid-/u));
});

test('the redirect address is registered when the login host sends a silent question back to it', async () => {
  const url = await serverThat(({ url: asked }) => ({
    status: 302,
    headers: { location: `${asked.searchParams.get('redirect_uri') ?? ''}?error=login_required` },
  }));
  const finding = await look('redirect-uri', { AAD_APP_OAUTH_AUTHORITY_HOST: url });
  expect(finding).toMatchObject(says('ok', /\/auth\/end/u));
});

test('the redirect address is not registered', async () => {
  const finding = await look('redirect-uri', { PUBLIC_URL: 'https://elsewhere.contoso.com' });
  expect(finding).toMatchObject(says('problem', /elsewhere\.contoso\.com\/auth\/end is no redirect URI/u));
});

test('a page of the login host that says nothing of the redirect address proves nothing', async () => {
  expect(await look('redirect-uri')).toMatchObject(says('cannot-tell', /does not say/u));
});

test('the connector is of another cloud', async () => {
  const finding = await look('connector-metadata', { BOT_TOKEN_ISSUER: 'https://api.botframework.us' });
  expect(finding).toMatchObject(says('problem', /expects https:\/\/api\.botframework\.us/u));
});

test('no key of the connector may speak for Teams', async () => {
  const keys: string = await serverThat(({ url }) => ({
    status: 200,
    body:
      url.pathname === '/keys'
        ? { keys: [{ kid: 'a', endorsements: ['skype'] }] }
        : { issuer: 'x', jwks_uri: `${url.origin}/keys` },
  }));
  const finding = await look('connector-keys', { BOT_OPENID_METADATA_URL: keys });
  expect(finding).toMatchObject(says('problem', /endorsed for msteams/u));
});

test.each<[string, number, unknown, ...Parameters<typeof says>]>([
  ['a proxy in the place of Graph', 200, '<html>Please sign in</html>', 'problem', /is not Graph/u],
  ['a Graph in trouble', 503, { error: { code: 'ServiceUnavailable' } }, 'warning', /answers 503/u],
])('%s', async (_about, status, body, ...said) => {
  const url = await serverThat(() => ({ status, body }));
  expect(await look('graph', { GRAPH_ENDPOINT: url })).toMatchObject(says(...said));
});
