import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from '../../src/operator/doctor';
import { certificateUntil } from './doctor-certificate';
import { complete, emptyFolder, find, says, worldOf } from './doctor-world';

// What can be said of the environment alone: nothing here is asked over the network.

const DAY = 24 * 60 * 60 * 1000;
const postgres = { ...complete, DATABASE_URL: 'postgres://bot:hidden@db.contoso.com/bot' };

type Line = [about: string, check: string, env: Record<string, string>, ...says: Parameters<typeof says>];

test.each<Line>([
  ['all is set', 'environment', complete, 'ok', /every name/iu],
  ['two registrations', 'registrations-distinct', complete, 'ok', /two registrations/u],
  [
    'one registration for both',
    'registrations-distinct',
    { ...complete, AAD_APP_CLIENT_ID: complete.BOT_ID },
    'problem',
    /same registration/u,
  ],
  ['two credentials', 'credentials-distinct', complete, 'ok', /of its own/u],
  [
    'one secret for both',
    'credentials-distinct',
    { ...complete, AAD_APP_CLIENT_SECRET: complete.BOT_PASSWORD },
    'problem',
    /same text/u,
  ],
  ['only names that are read', 'environment-names', { ...complete, PATH: '/bin' }, 'ok', /no name/iu],
  [
    'a misspelt name',
    'environment-names',
    { ...complete, AAD_APP_SECRET: 'x', TECHNICIAN_ROLE: 'Technician' },
    'warning',
    /AAD_APP_SECRET, TECHNICIAN_ROLE/u,
  ],
  ['the public cloud', 'cloud', complete, 'ok', /has Intune's TeamViewer connector/u],
  ['GCC High', 'cloud', { ...complete, CLOUD: 'usgov' }, 'problem', /no TeamViewer connector/u],
  ["the cloud's addresses", 'cloud-addresses', complete, 'ok', /cloud public/u],
  [
    'another Graph',
    'cloud-addresses',
    { ...complete, GRAPH_ENDPOINT: 'https://graph.contoso.com' },
    'warning',
    /GRAPH_ENDPOINT/u,
  ],
  [
    'roles for technicians',
    'technician-roles',
    { ...complete, TECHNICIAN_ROLES: 'Technician' },
    'ok',
    /Technician/u,
  ],
  ['no roles', 'technician-roles', complete, 'warning', /everybody of the tenant/u],
  ["TeamViewer's links", 'session-link-hosts', complete, 'ok', /TeamViewer only/u],
  [
    'links to elsewhere too',
    'session-link-hosts',
    { ...complete, SESSION_LINK_HOSTS: 'get.teamviewer.com,evil-teamviewer.com' },
    'warning',
    /evil-teamviewer\.com/u,
  ],
  [
    'links to elsewhere only',
    'session-link-hosts',
    { ...complete, SESSION_LINK_HOSTS: 'help.contoso.com' },
    'problem',
    /withheld/u,
  ],
  ["Teams' own hosts", 'service-url-hosts', complete, 'ok', /own hosts only/u],
  [
    'a host that anybody could have',
    'service-url-hosts',
    { ...complete, SERVICE_URL_HOSTS: 'mine.trafficmanager.net' },
    'warning',
    /mine\.trafficmanager\.net/u,
  ],
  [
    'a whole domain',
    'service-url-hosts',
    { ...complete, SERVICE_URL_HOSTS: '*.botframework.com' },
    'warning',
    /\*\.botframework\.com/u,
  ],
  ['a derived key for one instance', 'data-key', complete, 'ok', /derived/u],
  ['a derived key for several instances', 'data-key', postgres, 'problem', /each other's data/u],
  [
    'a key for several instances',
    'data-key',
    { ...postgres, DATA_KEY: Buffer.from([...Array(32).keys()]).toString('base64') },
    'ok',
    /is set/u,
  ],
  ['a public address', 'public-url', complete, 'ok', /bot\.contoso\.com/u],
  [
    'an address with a path',
    'public-url',
    { ...complete, PUBLIC_URL: 'https://contoso.com/bot' },
    'problem',
    /path \(\/bot\)/u,
  ],
  [
    'an address of this machine',
    'public-url',
    { ...complete, PUBLIC_URL: 'http://localhost:3978' },
    'problem',
    /only this machine/u,
  ],
  [
    'a name without a domain',
    'public-url',
    { ...complete, PUBLIC_URL: 'https://bot' },
    'problem',
    /cannot find/u,
  ],
  ['a secret', 'bot-credential-end', complete, 'cannot-tell', /cannot be read/u],
  [
    'a managed identity',
    'bot-credential-end',
    { ...complete, BOT_TYPE: 'UserAssignedMSI', BOT_PASSWORD: '' },
    'ok',
    /nothing that ends/u,
  ],
])('%s: %s', async (_about, check, env, ...said) => {
  expect(await find(check, worldOf(env))).toMatchObject(says(...said));
});

test('each problem of the environment is a finding of its own, and the checks that need it whole are left out', async () => {
  const findings = await examine(worldOf({ ...complete, BOT_ID: '', BOT_PASSWORD: '', PORT: 'many' }));
  expect(findings.filter(({ check }) => check === 'environment')).toMatchObject([
    says('problem', /^PORT must be/u),
    says('problem', /^BOT_ID is missing/u),
    says('problem', /^BOT_PASSWORD or BOT_CERTIFICATE_PATH is missing/u),
  ]);
  expect(findings.at(-1)).toMatchObject({ check: 'the-rest', ...says('cannot-tell', /did not run/u) });
});

test.each([
  ['v20.19.0', 'ok'],
  ['v22.1.0', 'ok'],
  ['v20.18.3', 'problem'],
  ['v18.20.0', 'problem'],
])('Node %s: %s', async (nodeVersion, status) => {
  expect(await find('node-version', worldOf(complete, { nodeVersion }))).toMatchObject({ status });
});

test.each([
  [0o600, 'ok'],
  [0o640, 'warning'],
  [0o644, 'problem'],
])('a .env file of mode %o: %s', async (mode, status) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, '.env'), 'BOT_PASSWORD=x\n');
  chmodSync(join(folder, '.env'), mode);
  expect(await find('env-file-permissions', worldOf(complete, { folder }))).toMatchObject({ status });
});

test('without a .env file there is nothing to protect', async () => {
  expect(await find('env-file-permissions', worldOf(complete))).toMatchObject(says('ok', /no \.env/u));
});

test.each([
  [0o700, 'ok'],
  [0o755, 'problem'],
])('a database folder of mode %o: %s', async (mode, status) => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'data'), { mode });
  const finding = await find('database-folder-permissions', worldOf(complete, { folder }));
  expect(finding).toMatchObject({ status, finding: expect.stringContaining(join(folder, 'data')) as string });
});

describe.each([
  ['bot-credential-end', 'BOT_CERTIFICATE_PATH', 'BOT_PASSWORD'],
  ['sign-in-credential-end', 'AAD_APP_CERTIFICATE_PATH', 'AAD_APP_CLIENT_SECRET'],
])('%s', (check, pathName, secretName) => {
  test.each<[number, ...Parameters<typeof says>]>([
    [90, 'ok', /in 90 days/u],
    [20, 'warning', /in 20 days/u],
    [-1, 'problem', /ended on/u],
  ])('a certificate that ends in %d days', async (days, ...said) => {
    const folder = emptyFolder();
    const file = join(folder, 'certificate.pem');
    const { certificate, privateKey } = certificateUntil(Date.now() + days * DAY + 60_000);
    writeFileSync(file, privateKey + certificate, { mode: 0o600 });
    const env = { ...complete, [secretName]: '', [pathName]: file };
    expect(await find(check, worldOf(env, { folder }))).toMatchObject(says(...said));
  });
});
