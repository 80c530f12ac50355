import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { clouds, type Cloud } from './clouds';
import { tenantId, type TenantId } from './request/ids';

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
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

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

type Name = (typeof configNames)[number];

/**
 * Reads the environment once. An empty value counts as missing.
 * @throws {ConfigError} naming every problem at once.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const read = reader(env, problems);
  const cloud = read.oneOf('CLOUD', ['public', 'usgov', 'usdod', 'china'], 'public');
  const config = {
    port: read.port('PORT', 3978),
    host: read.optional('HOST'),
    publicUrl: read.address('PUBLIC_URL'),
    cloud,
    hasConnector: clouds[cloud].hasConnector,
    bot: readBot(read, cloud),
    signIn: readSignIn(read, cloud),
    graphEndpoint: read.address('GRAPH_ENDPOINT', clouds[cloud].graph),
    graphResource: clouds[cloud].graph,
    technicianRoles: read.list('TECHNICIAN_ROLES'),
    sessionLinkHosts: read.hosts('SESSION_LINK_HOSTS', ['get.teamviewer.com', '*.teamviewer.com']),
    dataKey: read.key('DATA_KEY'),
    database: read.database('DATABASE_URL', 'file:data/device-assist.db'),
    defaultLanguage: read.oneOf('DEFAULT_LANGUAGE', ['en', 'es', 'ru', 'pt-BR', 'de', 'ja'], 'en'),
    logLevel: read.oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
  };
  if (config.bot.id && config.bot.id === config.signIn.clientId)
    problems.push('BOT_ID and AAD_APP_CLIENT_ID must be two registrations: one would open a second door.');
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function readBot(read: Reader, cloud: Cloud): Config['bot'] {
  const type = read.oneOf('BOT_TYPE', ['SingleTenant', 'UserAssignedMSI'], 'SingleTenant');
  return {
    // An empty bot id would turn authentication off in botbuilder.
    id: read.guid('BOT_ID'),
    tenant: read.tenant('BOT_TENANT_ID'),
    credential:
      type === 'UserAssignedMSI'
        ? read.noCredential('BOT_PASSWORD', 'BOT_CERTIFICATE_PATH')
        : read.credential('BOT_PASSWORD', 'BOT_CERTIFICATE_PATH'),
    openIdMetadataUrl: read.address('BOT_OPENID_METADATA_URL', clouds[cloud].botOpenIdMetadata),
    tokenIssuer: read.optional('BOT_TOKEN_ISSUER') ?? clouds[cloud].botTokenIssuer,
    connectorScope: clouds[cloud].connectorScope,
    serviceUrlHosts: [...clouds[cloud].serviceUrlHosts, ...read.hosts('SERVICE_URL_HOSTS', [])],
  };
}

function readSignIn(read: Reader, cloud: Cloud): Config['signIn'] {
  return {
    clientId: read.guid('AAD_APP_CLIENT_ID'),
    tenant: read.optional('AAD_APP_TENANT_ID')
      ? read.tenant('AAD_APP_TENANT_ID')
      : read.tenant('BOT_TENANT_ID'),
    credential: read.credential('AAD_APP_CLIENT_SECRET', 'AAD_APP_CERTIFICATE_PATH'),
    authorityHost: read.address('AAD_APP_OAUTH_AUTHORITY_HOST', clouds[cloud].login),
    resource: `api://botid-${read.optional('BOT_ID')?.toLowerCase() ?? ''}`,
  };
}

type Reader = ReturnType<typeof reader>;

/** Reads one name at a time; what is wrong is noted and a harmless value handed on, so that all is looked at. */
function reader(env: Environment, problems: string[]) {
  const problem = (text: string) => {
    if (!problems.includes(text)) problems.push(text);
  };
  const optional = (name: Name) => env[name]?.trim() || undefined;
  const required = (name: Name) => {
    const value = optional(name);
    if (value === undefined) problem(`${name} is missing.`);
    return value;
  };
  const list = (name: Name) =>
    (optional(name) ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean);

  return {
    optional,
    list,
    oneOf<const T extends readonly string[]>(name: Name, allowed: T, otherwise: T[number]): T[number] {
      const value = optional(name) ?? otherwise;
      const known = allowed.find((entry) => entry === value);
      if (known === undefined) problem(`${name} must be one of: ${allowed.join(', ')}.`);
      return known ?? otherwise;
    },
    port(name: Name, otherwise: number): number {
      const parsed = z.coerce
        .number()
        .int()
        .min(0)
        .max(65535)
        .safeParse(optional(name) ?? otherwise);
      if (!parsed.success) problem(`${name} must be a port number from 0 to 65535.`);
      return parsed.data ?? otherwise;
    },
    guid(name: Name): string {
      const value = required(name);
      const id = tenantId(value);
      if (value !== undefined && id === undefined) problem(`${name} must be a GUID.`);
      return id ?? '';
    },
    tenant(name: Name): TenantId {
      const value = required(name);
      const id = tenantId(value);
      if (value !== undefined && id === undefined)
        problem(
          `${name} must be the GUID of one tenant; "common" and "organizations" would let everybody in.`,
        );
      // Never used: a missing tenant is a problem, and a problem ends in ConfigError.
      return id ?? ('' as TenantId);
    },
    address(name: Name, otherwise?: string): string {
      const value = optional(name) ?? otherwise;
      if (value === undefined) problem(`${name} is missing.`);
      else if (!isSafeAddress(value))
        problem(
          `${name} must be an https:// address without query or password; http:// only on this machine (loopback).`,
        );
      return (value ?? '').replace(/\/+$/u, '');
    },
    hosts(name: Name, otherwise: readonly string[]): readonly string[] {
      const hosts = list(name).map((host) => host.toLowerCase());
      if (hosts.some((host) => !isHost(host)))
        problem(
          `${name} must list hosts such as "example.com", "example.com:8443" or "*.example.com", separated by commas.`,
        );
      return hosts.length > 0 ? hosts : otherwise;
    },
    key(name: Name): Buffer | undefined {
      const value = optional(name);
      const key = value === undefined ? undefined : Buffer.from(value, 'base64');
      if (key !== undefined && key.length !== 32) problem(`${name} must be 32 bytes in base64.`);
      return key;
    },
    database(name: Name, otherwise: string): Config['database'] {
      const value = optional(name) ?? otherwise;
      if (/^postgres(?:ql)?:\/\//u.test(value)) return { kind: 'postgres', url: value };
      const file = value.startsWith('file:') ? value.slice('file:'.length).replace(/^\/\/(?=\/)/u, '') : '';
      if (!file) problem(`${name} must be file:PATH (SQLite) or postgres://… (PostgreSQL).`);
      return { kind: 'sqlite', file };
    },
    credential(secretName: Name, pathName: Name): Exclude<Credential, { kind: 'managed-identity' }> {
      const secret = optional(secretName);
      const path = optional(pathName);
      if (secret !== undefined && path !== undefined)
        problem(`${secretName} and ${pathName} exclude each other.`);
      if (secret === undefined && path === undefined) problem(`${secretName} or ${pathName} is missing.`);
      if (path === undefined) return { kind: 'secret', secret: secret ?? '' };
      return readCertificate(path, (text) => {
        problem(`${pathName} ${text}`);
      });
    },
    noCredential(...names: Name[]): Credential {
      for (const name of names)
        if (optional(name) !== undefined) problem(`${name} must be empty with BOT_TYPE=UserAssignedMSI.`);
      return { kind: 'managed-identity' };
    },
  };
}

function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username || url.password || url.search || url.hash) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(host);

/** A host, host:port, or `*.` before at least two labels: a lone `*` would allow everything. */
const isHost = (text: string) =>
  /^(?:\*\.[a-z0-9-]{1,63}\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,10}(?::\d{1,5})?$/u.test(text) ||
  /^\[[0-9a-f:]{2,39}\](?::\d{1,5})?$/u.test(text);

function readCertificate(
  path: string,
  problem: (text: string) => void,
): Exclude<Credential, { kind: 'managed-identity' }> {
  const nothing = { kind: 'secret', secret: '' } as const;
  try {
    if ((statSync(path).mode & 0o004) !== 0) problem('can be read by every user of this machine: chmod 600.');
    const pem = readFileSync(path, 'utf8');
    const thumbprintSha256 = new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
    const privateKey = createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString();
    return { kind: 'certificate', privateKey, thumbprintSha256 };
  } catch {
    // The parser's own message could hold parts of the file.
    problem('must name a readable PEM file that holds the private key and the certificate.');
    return nothing;
  }
}
