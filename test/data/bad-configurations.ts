import { generateKeyPairSync } from 'node:crypto';
import type { Environment } from '../../src/config';
import { certificateUntil } from '../operator/doctor-certificate';

// Configurations that would open a door, or close every one. Each is refused by name, in one clear line.

/** All that must be set. */
export const completeEnvironment: Environment = {
  PUBLIC_URL: 'https://bot.contoso.com/',
  BOT_ID: '11111111-1111-4111-8111-111111111111',
  BOT_TENANT_ID: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  BOT_PASSWORD: 'bot-secret-2f9c',
  AAD_APP_CLIENT_ID: '2222aaaa-2222-4222-8222-222222222222',
  AAD_APP_CLIENT_SECRET: 'app-secret-7be1',
};

export type BadConfiguration = {
  readonly what: string;
  /** What is set otherwise than in the complete environment; `{folder}` stands for where `file` lies. */
  readonly set: Environment;
  /** What the one line says; it starts with the name that is to be mended. */
  readonly says: string;
  /** A file that lies in the working folder. */
  readonly file?: { readonly name: string; readonly mode: number; readonly text: string };
};

/** Stands in every value that could be a secret: it must be echoed nowhere. */
export const SECRET = 'hunter2-hunter2';

const ownKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});
const YEAR = 365 * 24 * 60 * 60 * 1000;
const another = certificateUntil(Date.now() + YEAR);

const pemFile = (text: string, mode = 0o600) => ({ name: 'app.pem', mode, text });
const byCertificate: Environment = {
  AAD_APP_CLIENT_SECRET: '',
  AAD_APP_CERTIFICATE_PATH: '{folder}/app.pem',
};
const key = (bytes: Buffer) => ({ DATA_KEY: bytes.toString('base64') });

const bad = (what: string, set: Environment, says: string): BadConfiguration => ({ what, set, says });

export const badConfigurations: readonly BadConfiguration[] = [
  // Who may speak to the bot.
  bad('no bot id, which turns authentication off in botbuilder', { BOT_ID: '' }, 'BOT_ID is missing'),
  bad('a blank bot id', { BOT_ID: '  ' }, 'BOT_ID is missing'),
  bad('a bot id that is a name', { BOT_ID: 'my-bot' }, 'BOT_ID must be a GUID'),
  bad('a bot id of zeros', { BOT_ID: '00000000-0000-0000-0000-000000000000' }, 'BOT_ID must be a GUID'),
  bad(
    'one registration for both purposes',
    { AAD_APP_CLIENT_ID: completeEnvironment['BOT_ID'] },
    'BOT_ID and AAD_APP_CLIENT_ID must be two registrations',
  ),
  bad(
    'one registration for both, in another case',
    { BOT_ID: '2222AAAA-2222-4222-8222-222222222222' },
    'BOT_ID and AAD_APP_CLIENT_ID must be two registrations',
  ),
  bad('no second registration', { AAD_APP_CLIENT_ID: '' }, 'AAD_APP_CLIENT_ID is missing'),
  bad(
    "Teams' own application as the second registration",
    { AAD_APP_CLIENT_ID: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' },
    "AAD_APP_CLIENT_ID is an application of Microsoft's",
  ),
  bad('an issuer that is no address', { BOT_TOKEN_ISSUER: 'botframework' }, 'BOT_TOKEN_ISSUER must be'),
  bad(
    'an issuer over an open line',
    { BOT_TOKEN_ISSUER: 'http://api.botframework.com' },
    'BOT_TOKEN_ISSUER must be an https:// address',
  ),
  bad(
    'Entra as the issuer, which signs for every tenant',
    { BOT_TOKEN_ISSUER: 'https://sts.windows.net/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' },
    "BOT_TOKEN_ISSUER is Entra's",
  ),
  bad(
    "Entra's keys for the connector's tokens",
    { BOT_OPENID_METADATA_URL: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration' },
    "BOT_OPENID_METADATA_URL is Entra's",
  ),
  bad(
    'keys over an open line',
    { BOT_OPENID_METADATA_URL: 'http://login.botframework.com/v1/.well-known/openidconfiguration' },
    'BOT_OPENID_METADATA_URL must be an https:// address',
  ),
  // Whose people.
  bad('a tenant that means everybody', { BOT_TENANT_ID: 'common' }, 'BOT_TENANT_ID must be the GUID of one tenant'),
  bad('a tenant that means all companies', { BOT_TENANT_ID: 'organizations' }, 'BOT_TENANT_ID must be the GUID'),
  bad('a wildcard as the tenant', { BOT_TENANT_ID: '*' }, 'BOT_TENANT_ID must be the GUID of one tenant'),
  bad('a tenant by its domain', { BOT_TENANT_ID: 'contoso.com' }, 'BOT_TENANT_ID must be the GUID of one tenant'),
  bad(
    'a tenant of zeros',
    { BOT_TENANT_ID: '00000000-0000-0000-0000-000000000000' },
    'BOT_TENANT_ID must be the GUID of one tenant',
  ),
  bad(
    'the tenant of all personal accounts',
    { AAD_APP_TENANT_ID: '9188040d-6c67-4c5b-b112-36a304b66dad' },
    'AAD_APP_TENANT_ID must be the GUID of one tenant',
  ),
  bad("everybody's people", { AAD_APP_TENANT_ID: 'consumers' }, 'AAD_APP_TENANT_ID must be the GUID'),
  bad('every role', { TECHNICIAN_ROLES: '*' }, 'TECHNICIAN_ROLES must list values of app roles'),
  bad('a sentence as a role', { TECHNICIAN_ROLES: 'All technicians' }, 'TECHNICIAN_ROLES must list values'),
  // Where tokens and links go.
  bad('an open public address', { PUBLIC_URL: 'http://bot.contoso.com' }, 'PUBLIC_URL must be an https:// address'),
  bad('no public address', { PUBLIC_URL: '' }, 'PUBLIC_URL is missing'),
  bad('a script as public address', { PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL must be an https:// address'),
  bad(
    'a public address with a password in it',
    { PUBLIC_URL: `https://me:${SECRET}@bot.contoso.com` },
    'PUBLIC_URL must be an https:// address without query or password',
  ),
  bad(
    'a public address with a query',
    { PUBLIC_URL: 'https://bot.contoso.com/?to=https://evil.example' },
    'PUBLIC_URL must be an https:// address without query',
  ),
  bad(
    'Graph over an open line',
    { GRAPH_ENDPOINT: 'http://graph.microsoft.com' },
    'GRAPH_ENDPOINT must be an https:// address',
  ),
  bad('Graph with a version', { GRAPH_ENDPOINT: 'https://graph.microsoft.com/v1.0' }, 'GRAPH_ENDPOINT must not end'),
  bad('Graph of tomorrow', { GRAPH_ENDPOINT: 'https://graph.microsoft.com/beta/' }, 'GRAPH_ENDPOINT must not end'),
  bad(
    'a login host over an open line',
    { AAD_APP_OAUTH_AUTHORITY_HOST: 'http://login.microsoftonline.com' },
    'AAD_APP_OAUTH_AUTHORITY_HOST must be an https:// address',
  ),
  bad(
    'a login host that lets everybody in',
    { AAD_APP_OAUTH_AUTHORITY_HOST: 'https://login.microsoftonline.com/common' },
    'AAD_APP_OAUTH_AUTHORITY_HOST must be the host without a tenant',
  ),
  bad(
    'a login host with a password in it',
    { AAD_APP_OAUTH_AUTHORITY_HOST: `https://me:${SECRET}@login.microsoftonline.com` },
    'AAD_APP_OAUTH_AUTHORITY_HOST must be an https:// address without query or password',
  ),
  bad('every host of the connector', { SERVICE_URL_HOSTS: '*' }, 'SERVICE_URL_HOSTS must list hosts'),
  bad('every .com as host of the connector', { SERVICE_URL_HOSTS: '*.com' }, 'SERVICE_URL_HOSTS must list hosts'),
  bad('every .co.uk', { SERVICE_URL_HOSTS: '*.co.uk' }, 'SERVICE_URL_HOSTS lets in hosts that anybody can register'),
  bad(
    'every application on Azure',
    { SERVICE_URL_HOSTS: 'smba.contoso.com, *.azurewebsites.net' },
    'SERVICE_URL_HOSTS lets in hosts that anybody can register',
  ),
  bad(
    'every traffic manager of a region',
    { SERVICE_URL_HOSTS: '*.westeurope.cloudapp.azure.com' },
    'SERVICE_URL_HOSTS lets in hosts that anybody can register',
  ),
  bad('an address instead of a host', { SERVICE_URL_HOSTS: 'https://smba.contoso.com' }, 'SERVICE_URL_HOSTS must list hosts'),
  bad('a port that is none', { SERVICE_URL_HOSTS: 'smba.contoso.com:99999' }, 'SERVICE_URL_HOSTS must list hosts'),
  bad('a number instead of a name', { SERVICE_URL_HOSTS: '10.0.0.5' }, 'SERVICE_URL_HOSTS must list names'),
  bad('every host for session links', { SESSION_LINK_HOSTS: '*' }, 'SESSION_LINK_HOSTS must list hosts'),
  bad('every .com for session links', { SESSION_LINK_HOSTS: 'get.teamviewer.com,*.com' }, 'SESSION_LINK_HOSTS must list hosts'),
  bad(
    "everybody's pages for session links",
    { SESSION_LINK_HOSTS: '*.github.io' },
    'SESSION_LINK_HOSTS lets in hosts that anybody can register',
  ),
  bad('session links to this machine', { SESSION_LINK_HOSTS: 'localhost' }, 'SESSION_LINK_HOSTS must list hosts without ports'),
  bad('session links to a port', { SESSION_LINK_HOSTS: 'get.teamviewer.com:8443' }, 'SESSION_LINK_HOSTS must list hosts without ports'),
  // Secrets.
  bad('no credential of the bot', { BOT_PASSWORD: '' }, 'BOT_PASSWORD or BOT_CERTIFICATE_PATH is missing'),
  bad(
    'no credential of the second registration',
    { AAD_APP_CLIENT_SECRET: '' },
    'AAD_APP_CLIENT_SECRET or AAD_APP_CERTIFICATE_PATH is missing',
  ),
  bad(
    'a password beside a managed identity',
    { BOT_TYPE: 'UserAssignedMSI', BOT_PASSWORD: SECRET },
    'BOT_PASSWORD must be empty',
  ),
  bad('a bot type for every tenant', { BOT_TYPE: 'MultiTenant' }, 'BOT_TYPE must be one of'),
  bad('a secret in quotation marks', { BOT_PASSWORD: `"${SECRET}"` }, 'BOT_PASSWORD is in quotation marks'),
  bad('a secret of two lines', { AAD_APP_CLIENT_SECRET: `${SECRET}\nX: y` }, 'AAD_APP_CLIENT_SECRET holds a line break'),
  bad('a placeholder', { BOT_PASSWORD: '<client secret>' }, 'BOT_PASSWORD still holds a placeholder'),
  bad('a secret to be changed', { AAD_APP_CLIENT_SECRET: 'change-me' }, 'AAD_APP_CLIENT_SECRET still holds a placeholder'),
  {
    ...bad('a secret and a certificate', { AAD_APP_CERTIFICATE_PATH: '{folder}/app.pem' }, 'AAD_APP_CLIENT_SECRET and'),
    file: pemFile(another.privateKey + another.certificate),
  },
  bad(
    'a certificate that is not there',
    { BOT_PASSWORD: '', BOT_CERTIFICATE_PATH: '{folder}/nowhere.pem' },
    'BOT_CERTIFICATE_PATH must name a readable PEM file',
  ),
  {
    ...bad('a key without its certificate', byCertificate, 'AAD_APP_CERTIFICATE_PATH must name a readable PEM file'),
    file: pemFile(String(ownKey)),
  },
  {
    ...bad('a certificate without its key', byCertificate, 'AAD_APP_CERTIFICATE_PATH must name a readable PEM file'),
    file: pemFile(another.certificate),
  },
  {
    ...bad('the key of another certificate', byCertificate, 'AAD_APP_CERTIFICATE_PATH holds a private key that belongs'),
    file: pemFile(String(ownKey) + another.certificate),
  },
  {
    ...bad('a certificate that everybody can read', byCertificate, 'AAD_APP_CERTIFICATE_PATH can be read by every user'),
    file: pemFile(another.privateKey + another.certificate, 0o644),
  },
  {
    ...bad(
      'a .env file that everybody can read',
      {},
      '.env holds secrets and can be read by every user of this machine',
    ),
    file: { name: '.env', mode: 0o644, text: `LOG_LEVEL=info\n# ${SECRET}\n` },
  },
  {
    ...bad('a .env file that everybody can write', {}, '.env holds secrets and can be read by every user'),
    file: { name: '.env', mode: 0o602, text: `LOG_LEVEL=info\n# ${SECRET}\n` },
  },
  bad('a data key that is too short', { DATA_KEY: 'c2hvcnQ=' }, 'DATA_KEY must be 32 bytes'),
  bad('a data key that is too long', key(Buffer.from(`${SECRET}-`.repeat(4))), 'DATA_KEY must be 32 bytes'),
  bad('a data key that is a sentence', { DATA_KEY: `${SECRET} and so on until it is long enough!` }, 'DATA_KEY must be'),
  bad('a data key of zeros', key(Buffer.alloc(32)), 'DATA_KEY is no random key'),
  bad('a data key that repeats itself', key(Buffer.from('hunter2-'.repeat(4))), 'DATA_KEY is no random key'),
  // Everything else.
  bad('a database that nobody knows', { DATABASE_URL: `mysql://root:${SECRET}@db/bot` }, 'DATABASE_URL must be'),
  bad('a database that forgets', { DATABASE_URL: 'file::memory:' }, 'DATABASE_URL must name a file that lasts'),
  bad('a database with options', { DATABASE_URL: 'file:bot.db?mode=ro' }, 'DATABASE_URL must name a file that lasts'),
  bad('a server without a database', { DATABASE_URL: `postgres://bot:${SECRET}@db` }, 'DATABASE_URL must name a host'),
  bad('a port by name', { PORT: 'http' }, 'PORT must be a port number'),
  bad('a port that is too high', { PORT: '70000' }, 'PORT must be a port number'),
  bad('a port in another notation', { PORT: '0x1F90' }, 'PORT must be a port number'),
  bad('an address to listen on with a scheme', { HOST: 'http://0.0.0.0' }, 'HOST must be an address of this machine'),
  bad('a cloud that is none', { CLOUD: 'moon' }, 'CLOUD must be one of'),
  bad('a language nobody translated', { DEFAULT_LANGUAGE: 'fr' }, 'DEFAULT_LANGUAGE must be one of'),
  bad('a level that logs everything', { LOG_LEVEL: 'trace' }, 'LOG_LEVEL must be one of'),
];
