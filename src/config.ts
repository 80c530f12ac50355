import { existsSync } from 'node:fs';
import { clouds, type Cloud } from './clouds';
import { Reader, type Rule } from './config/reader';
import { isOpenToAll } from './config/secret-files';
import type { TenantId } from './request/ids';

/** A registration's credential. A certificate file is PEM and holds the private key and the certificate. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly privateKey: string; readonly thumbprintSha256: string }
  | { readonly kind: 'managed-identity' };

export type Config = {
  readonly port: number;
  /** Undefined: all addresses. */
  readonly host: string | undefined;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly cloud: Cloud;
  /** False where Intune has no TeamViewer connector: the bot says so instead of calling. */
  readonly hasConnector: boolean;
  readonly bot: {
    readonly id: string;
    readonly tenant: TenantId;
    readonly credential: Credential;
    readonly openIdMetadataUrl: string;
    readonly tokenIssuer: string;
    /** Scope of the token that the bot shows to the connector. */
    readonly connectorScope: string;
    /** Hosts, or host:port, to which the connector token may go. `*.` stands for one or more labels. */
    readonly serviceUrlHosts: readonly string[];
  };
  /** The second registration: single sign-on and on-behalf-of. Its tenant is the people's tenant. */
  readonly signIn: {
    readonly clientId: string;
    readonly tenant: TenantId;
    readonly credential: Exclude<Credential, { readonly kind: 'managed-identity' }>;
    /** Login host, without a slash at the end. */
    readonly authorityHost: string;
    /** `api://botid-{BOT_ID}`: on the sign-in card, in the manifest, and an accepted audience. */
    readonly resource: string;
  };
  /** Where Graph answers, without version segment and slash at the end. */
  readonly graphEndpoint: string;
  /** The resource that Graph scopes name; belongs to the cloud, not to the address. */
  readonly graphResource: string;
  readonly technicianRoles: readonly string[];
  readonly sessionLinkHosts: readonly string[];
  /** 32 bytes; undefined: derived from the credential of the sign-on registration. */
  readonly dataKey: Buffer | undefined;
  readonly database:
    { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };
  readonly defaultLanguage: string;
  readonly logLevel: string;
};

/** Everything that is wrong with the environment, one sentence each; no value that could be a secret. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}; .env.example explains each name:\n` +
        problems.map((problem) => `  - ${problem}`).join('\n'),
    );
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment, with what a `.env` file in the working folder adds; the environment wins. */
export function environment(): Environment {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  return process.env;
}

export const ENV_FILE = '.env';

/** Every name the bot reads. `.env.example` lists the same, and a test compares. */
export const configNames = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'BOT_ID',
  'BOT_TENANT_ID',
  'BOT_TYPE',
  'BOT_PASSWORD',
  'BOT_CERTIFICATE_PATH',
  'AAD_APP_CLIENT_ID',
  'AAD_APP_TENANT_ID',
  'AAD_APP_CLIENT_SECRET',
  'AAD_APP_CERTIFICATE_PATH',
  'CLOUD',
  'AAD_APP_OAUTH_AUTHORITY_HOST',
  'GRAPH_ENDPOINT',
  'BOT_OPENID_METADATA_URL',
  'BOT_TOKEN_ISSUER',
  'SERVICE_URL_HOSTS',
  'TECHNICIAN_ROLES',
  'SESSION_LINK_HOSTS',
  'DATA_KEY',
  'DATABASE_URL',
  'DEFAULT_LANGUAGE',
  'LOG_LEVEL',
] as const;

export type Name = (typeof configNames)[number];

/**
 * Reads the environment once. An empty value counts as missing. `files`: those that the environment came from.
 * @throws {ConfigError} naming every problem at once.
 */
export function readConfig(env: Environment, files: readonly string[] = []): Config {
  const problems = files
    .filter(isOpenToAll)
    .map((file) => `${file} holds secrets and can be read by every user of this machine: chmod 600.`);
  const read = new Reader(env, problems);
  const cloud = read.oneOf('CLOUD', ['public', 'usgov', 'usdod', 'china'], 'public');
  const config = {
    port: read.port('PORT', 3978),
    host: read.listenOn('HOST'),
    publicUrl: read.address('PUBLIC_URL'),
    cloud,
    hasConnector: clouds[cloud].hasConnector,
    bot: readBot(read, cloud),
    signIn: readSignIn(read, cloud),
    graphEndpoint: read.address('GRAPH_ENDPOINT', clouds[cloud].graph, noVersion),
    graphResource: clouds[cloud].graph,
    technicianRoles: read.roles('TECHNICIAN_ROLES'),
    sessionLinkHosts: read.linkHosts('SESSION_LINK_HOSTS', ['get.teamviewer.com', '*.teamviewer.com']),
    dataKey: read.key('DATA_KEY'),
    database: read.database('DATABASE_URL', ORDINARY_DATABASE),
    defaultLanguage: read.oneOf('DEFAULT_LANGUAGE', ['en', 'es', 'ru', 'pt-BR', 'de', 'ja'], 'en'),
    logLevel: read.oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
  };
  if (config.bot.id && config.bot.id === config.signIn.clientId)
    problems.push('BOT_ID and AAD_APP_CLIENT_ID must be two registrations: one would open a second door.');
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** What a command beside the bot works on. */
export type StorageConfig = {
  readonly database: Config['database'];
  /** What the data key is made of; undefined where the environment does not say. */
  readonly key: (Pick<Config, 'dataKey'> & Pick<Config['signIn'], 'credential'>) | undefined;
};

/**
 * Reads only where the data are and what opens them; the rest of the configuration need not be there.
 * @throws {ConfigError}
 */
export function readStorageConfig(env: Environment): StorageConfig {
  const problems: string[] = [];
  const read = new Reader(env, problems);
  const dataKey = read.key('DATA_KEY');
  const names = ['AAD_APP_CLIENT_SECRET', 'AAD_APP_CERTIFICATE_PATH'] as const;
  const hasCredential = names.some((name) => read.optional(name) !== undefined);
  const credential = hasCredential ? read.credential(...names) : ({ kind: 'secret', secret: '' } as const);
  const database = read.database('DATABASE_URL', ORDINARY_DATABASE);
  if (problems.length > 0) throw new ConfigError(problems);
  return { database, key: dataKey || hasCredential ? { dataKey, credential } : undefined };
}

const ORDINARY_DATABASE = 'file:data/device-assist.db';

function readBot(read: Reader, cloud: Cloud): Config['bot'] {
  const type = read.oneOf('BOT_TYPE', ['SingleTenant', 'UserAssignedMSI'], 'SingleTenant');
  return {
    // An empty bot id would turn authentication off in botbuilder.
    id: read.application('BOT_ID'),
    tenant: read.tenant('BOT_TENANT_ID'),
    credential:
      type === 'UserAssignedMSI'
        ? read.noCredential('BOT_PASSWORD', 'BOT_CERTIFICATE_PATH')
        : read.credential('BOT_PASSWORD', 'BOT_CERTIFICATE_PATH'),
    openIdMetadataUrl: read.address('BOT_OPENID_METADATA_URL', clouds[cloud].botOpenIdMetadata, notEntra),
    tokenIssuer: read.address('BOT_TOKEN_ISSUER', clouds[cloud].botTokenIssuer, notEntra),
    connectorScope: clouds[cloud].connectorScope,
    serviceUrlHosts: [...clouds[cloud].serviceUrlHosts, ...read.hosts('SERVICE_URL_HOSTS', [])],
  };
}

function readSignIn(read: Reader, cloud: Cloud): Config['signIn'] {
  return {
    clientId: read.application('AAD_APP_CLIENT_ID'),
    tenant: read.optional('AAD_APP_TENANT_ID')
      ? read.tenant('AAD_APP_TENANT_ID')
      : read.tenant('BOT_TENANT_ID'),
    credential: read.credential('AAD_APP_CLIENT_SECRET', 'AAD_APP_CERTIFICATE_PATH'),
    authorityHost: read.address('AAD_APP_OAUTH_AUTHORITY_HOST', clouds[cloud].login, noTenant),
    resource: `api://botid-${read.optional('BOT_ID')?.toLowerCase() ?? ''}`,
  };
}

/** Entra signs for everybody in the world; only the connector's own keys and tokens are endorsed for Teams. */
const notEntra: Rule = {
  sentence: "is Entra's; it must be the connector's, or any tenant could sign for Teams.",
  breaks: ({ hostname }) =>
    hostname === 'sts.windows.net' ||
    Object.values(clouds).some(({ login }) => new URL(login).hostname === hostname),
};

const noVersion: Rule = {
  sentence: 'must not end in a version of Graph: the bot adds it.',
  breaks: ({ pathname }) => /\/(?:v\d+\.\d+|beta)\/*$/iu.test(pathname),
};

const noTenant: Rule = {
  sentence: 'must be the host without a tenant: the bot adds AAD_APP_TENANT_ID, and nobody else may sign in.',
  breaks: ({ pathname }) => /\/(?:common|organizations|consumers|[0-9a-f-]{36})(?:\/|$)/iu.test(pathname),
};
