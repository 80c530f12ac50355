import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clouds } from '../src/clouds';
import { ConfigError, configNames, readConfig, type Environment } from '../src/config';
import { badConfigurations, completeEnvironment, SECRET } from './data/bad-configurations';

const complete = completeEnvironment;

function problemsOf(changes: Environment, files: readonly string[] = []): readonly string[] {
  try {
    readConfig({ ...complete, ...changes }, files);
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

describe('a configuration that opens a door is refused by name', () => {
  const home = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'device-assist-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  test.each(badConfigurations.map((bad) => [bad.what, bad] as const))('%s', (_, { set, says, file }) => {
    if (file) {
      writeFileSync(file.name, file.text);
      chmodSync(file.name, file.mode);
    }
    const there = Object.entries(set).map(([name, value]) => [name, value?.replace('{folder}', folder)]);
    const problems = problemsOf(Object.fromEntries(there) as Environment, ['.env']);
    expect(problems).toEqual([expect.stringContaining(says)]);
    expect(problems[0]).not.toContain('\n');
    expect(problems[0]).not.toContain(SECRET);
  });

  test('at least forty of them are known, each for a reason of its own', () => {
    expect(new Set(badConfigurations.map(({ what }) => what)).size).toBe(badConfigurations.length);
    expect(badConfigurations.length).toBeGreaterThanOrEqual(40);
  });
});

test('hosts, roles, keys and files of ordinary form are welcome', () => {
  const changes = {
    SERVICE_URL_HOSTS: '127.0.0.1:4000, [::1]:4000, localhost, smba.contoso.com, *.bots.contoso.com:8443',
    SESSION_LINK_HOSTS: 'get.teamviewer.com, *.teamviewer.com, help.contoso.co.uk, *.contoso.co.uk',
    TECHNICIAN_ROLES: 'Technician, Second.Level',
    DATA_KEY: randomBytes(32).toString('base64'),
    HOST: '::1',
    DATABASE_URL: 'postgres://bot@db/bot?sslmode=require',
    BOT_TOKEN_ISSUER: 'https://api.botframework.us',
  };
  expect(problemsOf(changes, [join(tmpdir(), 'no-such-file.env')])).toEqual([]);
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
