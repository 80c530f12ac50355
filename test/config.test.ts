import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clouds } from '../src/clouds';
import { ConfigError, configNames, readConfig, type Environment } from '../src/config';

const complete: Environment = {
  PUBLIC_URL: 'https://bot.contoso.com/',
  BOT_ID: '11111111-1111-4111-8111-111111111111',
  BOT_TENANT_ID: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  BOT_PASSWORD: 'bot-secret',
  AAD_APP_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  AAD_APP_CLIENT_SECRET: 'app-secret',
};

function problemsOf(changes: Environment): readonly string[] {
  try {
    readConfig({ ...complete, ...changes });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('the names that must be set are enough, and the rest has sensible defaults', () => {
  expect(readConfig(complete)).toMatchObject({
    port: 3978,
    host: undefined,
    publicUrl: 'https://bot.contoso.com',
    graphEndpoint: 'https://graph.microsoft.com',
    bot: { tokenIssuer: 'https://api.botframework.com' },
    signIn: {
      tenant: complete['BOT_TENANT_ID'],
      authorityHost: 'https://login.microsoftonline.com',
      resource: `api://botid-${complete['BOT_ID'] ?? ''}`,
    },
    sessionLinkHosts: ['get.teamviewer.com', '*.teamviewer.com'],
    database: { kind: 'sqlite', file: 'data/device-assist.db' },
    defaultLanguage: 'en',
  });
});

test('with nothing set, everything that is missing is named at once', () => {
  const nothing = Object.fromEntries(Object.keys(complete).map((name) => [name, undefined]));
  expect(problemsOf(nothing)).toEqual([
    'PUBLIC_URL is missing.',
    'BOT_ID is missing.',
    'BOT_TENANT_ID is missing.',
    'BOT_PASSWORD or BOT_CERTIFICATE_PATH is missing.',
    'AAD_APP_CLIENT_ID is missing.',
    'AAD_APP_CLIENT_SECRET or AAD_APP_CERTIFICATE_PATH is missing.',
  ]);
});

test.each<[string, Environment, string]>([
  ['a blank bot id, which would turn authentication off', { BOT_ID: ' ' }, 'BOT_ID is missing'],
  ['a bot id that is none', { BOT_ID: 'my-bot' }, 'BOT_ID must be a GUID'],
  [
    'a tenant that means everybody',
    { BOT_TENANT_ID: 'common' },
    'BOT_TENANT_ID must be the GUID of one tenant',
  ],
  [
    'one registration for both purposes',
    { AAD_APP_CLIENT_ID: complete['BOT_ID'] },
    'must be two registrations',
  ],
  ['two credentials', { BOT_CERTIFICATE_PATH: '/nowhere.pem' }, 'exclude each other'],
  [
    'a certificate that is not there',
    { AAD_APP_CLIENT_SECRET: '', AAD_APP_CERTIFICATE_PATH: '/nowhere.pem' },
    'readable PEM',
  ],
  ['a password beside a managed identity', { BOT_TYPE: 'UserAssignedMSI' }, 'BOT_PASSWORD must be empty'],
  ['a bot type that cannot be created any more', { BOT_TYPE: 'MultiTenant' }, 'BOT_TYPE must be one of'],
  [
    'an open public address',
    { PUBLIC_URL: 'http://bot.contoso.com' },
    'PUBLIC_URL must be an https:// address',
  ],
  ['Graph over an open line', { GRAPH_ENDPOINT: 'http://graph.microsoft.com' }, 'GRAPH_ENDPOINT must be'],
  [
    'a login host with a password in it',
    { AAD_APP_OAUTH_AUTHORITY_HOST: 'https://me:pw@host' },
    'AUTHORITY_HOST must be',
  ],
  ['every host as service host', { SERVICE_URL_HOSTS: '*' }, 'SERVICE_URL_HOSTS must list hosts'],
  [
    'every host for session links',
    { SESSION_LINK_HOSTS: 'ok.example, *.com/' },
    'SESSION_LINK_HOSTS must list hosts',
  ],
  ['a data key of the wrong length', { DATA_KEY: 'c2hvcnQ=' }, 'DATA_KEY must be 32 bytes'],
  ['a database that nobody knows', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be'],
  ['a port that is none', { PORT: 'http' }, 'PORT must be a port number'],
  ['a cloud that is none', { CLOUD: 'moon' }, 'CLOUD must be one of'],
  ['a language nobody translated', { DEFAULT_LANGUAGE: 'fr' }, 'DEFAULT_LANGUAGE must be one of'],
])('refuses %s', (_, changes, sentence) => {
  expect(problemsOf(changes).join('\n')).toContain(sentence);
});

test('a certificate file that everybody on the machine can read is refused', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'device-assist-')), 'app.pem');
  writeFileSync(path, 'no certificate');
  chmodSync(path, 0o644);
  const problems = problemsOf({ AAD_APP_CLIENT_SECRET: '', AAD_APP_CERTIFICATE_PATH: path });
  expect(problems.join('\n')).toContain('chmod 600');
});

test('no secret is echoed, whatever is wrong with it', () => {
  const text = problemsOf({
    PORT: 'x',
    DATA_KEY: 'hunter2',
    DATABASE_URL: 'mysql://root:hunter2@db',
    BOT_ID: 'hunter2',
  });
  expect(text.join('\n')).not.toContain('hunter2');
});

test('http is accepted on this machine, for the sandbox', () => {
  expect(problemsOf({ PUBLIC_URL: 'http://127.0.0.1:1234', GRAPH_ENDPOINT: 'http://localhost:99' })).toEqual(
    [],
  );
});

test.each(Object.keys(clouds) as (keyof typeof clouds)[])('CLOUD=%s sets every address', (cloud) => {
  const config = readConfig({ ...complete, CLOUD: cloud });
  expect(config.graphEndpoint).toBe(clouds[cloud].graph);
  expect(config.signIn.authorityHost).toBe(clouds[cloud].login);
  expect(config.bot.tokenIssuer).toBe(clouds[cloud].botTokenIssuer);
  expect(config.hasConnector).toBe(cloud === 'public' || cloud === 'china');
});

test('.env.example names exactly what is read', () => {
  const example = readFileSync(join(__dirname, '..', '.env.example'), 'utf8');
  const names = [...example.matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name);
  expect(names.sort()).toEqual([...configNames].sort());
});
