import type { Config, Credential, Environment, Name } from '../config';
import { tenantId, type TenantId } from '../request/ids';
import { isLoopback } from '../outbound';
import { isHost, isSafeAddress, isTooWide } from './hosts';
import { readCertificate } from './secret-files';

/** What an address must not be, beyond being none; the sentence goes on after the name. */
export type Rule = { readonly sentence: string; readonly breaks: (url: URL) => boolean };

type Secret = Exclude<Credential, { readonly kind: 'managed-identity' }>;

const NOBODY = '00000000-0000-0000-0000-000000000000';
/** The tenant of all personal Microsoft accounts in the world. */
const PERSONAL_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad';
/** Microsoft Graph and the Teams clients: whoever copies the wrong id from a page gets one of these. */
const MICROSOFTS_OWN = [
  ...['00000003-0000-0000-c000-000000000000', '1fec8e78-bce4-4aaf-ab1b-5451cc387264'],
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
];

const PLACEHOLDER = /^(?:<.*>|change[-_ ]?me|your[-_ ].*|todo)$/iu;
const KEY_BYTES = 32;
/** Random bytes of that number have some 30 different values; below this somebody typed them. */
const LEAST_DIFFERENT_BYTES = 16;

/** Reads one name at a time; what is wrong is noted and a harmless value handed on, so that all is looked at. */
export class Reader {
  constructor(
    private readonly env: Environment,
    private readonly problems: string[],
  ) {}

  optional(name: Name): string | undefined {
    const value = this.env[name]?.trim() || undefined;
    if (value === undefined) return undefined;
    if (/\p{Cc}/u.test(value)) this.problem(`${name} holds a line break or another control character.`);
    if (/^(["'`]).*\1$/su.test(value)) this.problem(`${name} is in quotation marks; take them away.`);
    if (PLACEHOLDER.test(value)) this.problem(`${name} still holds a placeholder.`);
    return value;
  }

  oneOf<const T extends readonly string[]>(name: Name, allowed: T, otherwise: T[number]): T[number] {
    const value = this.optional(name) ?? otherwise;
    const known = allowed.find((entry) => entry === value);
    if (known === undefined) this.problem(`${name} must be one of: ${allowed.join(', ')}.`);
    return known ?? otherwise;
  }

  port(name: Name, otherwise: number): number {
    const value = this.optional(name) ?? String(otherwise);
    const isPort = /^\d{1,5}$/u.test(value) && Number(value) <= 65_535;
    if (!isPort) this.problem(`${name} must be a port number from 0 to 65535.`);
    return isPort ? Number(value) : otherwise;
  }

  listenOn(name: Name): string | undefined {
    const value = this.optional(name);
    if (value !== undefined && !/^[\w.:%-]{1,255}$/u.test(value))
      this.problem(`${name} must be an address of this machine or its name, without https:// and port.`);
    return value;
  }

  /** The application id of a registration. */
  application(name: Name): string {
    const value = this.required(name);
    const id = tenantId(value); // any GUID
    if (value !== undefined && (id === undefined || id === NOBODY)) this.problem(`${name} must be a GUID.`);
    if (id !== undefined && MICROSOFTS_OWN.includes(id))
      this.problem(`${name} is an application of Microsoft's, not a registration of yours.`);
    return id ?? '';
  }

  tenant(name: Name): TenantId {
    const value = this.required(name);
    const id = tenantId(value);
    if (value !== undefined && (id === undefined || id === NOBODY || id === PERSONAL_ACCOUNTS))
      this.problem(
        `${name} must be the GUID of one tenant; "common" and "organizations" would let everybody in.`,
      );
    // Never used: a missing tenant is a problem, and a problem ends in ConfigError.
    return id ?? ('' as TenantId);
  }

  /** Without slashes at the end. */
  address(name: Name, otherwise?: string, rule?: Rule): string {
    const value = this.optional(name) ?? otherwise;
    if (value === undefined) this.problem(`${name} is missing.`);
    else if (!isSafeAddress(value))
      this.problem(
        `${name} must be an https:// address without query or password; http:// only on this machine (loopback).`,
      );
    else if (rule?.breaks(new URL(value))) this.problem(`${name} ${rule.sentence}`);
    return (value ?? '').replace(/(?<!\/)\/+$/u, '');
  }

  hosts(name: Name, otherwise: readonly string[]): readonly string[] {
    const hosts = this.list(name).map((host) => host.toLowerCase());
    if (hosts.some((host) => !isHost(host)))
      this.problem(
        `${name} must list hosts such as "example.com", "example.com:8443" or "*.example.com", separated by commas.`,
      );
    if (hosts.some(isTooWide)) this.problem(`${name} lets in hosts that anybody can register; name yours.`);
    if (hosts.some((host) => /^[\d.]+(?::\d+)?$|^\[/u.test(host) && !isLoopback(host.replace(/:\d+$/u, ''))))
      this.problem(`${name} must list names, not numeric addresses.`);
    return hosts.length > 0 ? hosts : otherwise;
  }

  /** Where links may lead that people press: never to this machine, and never to a port of its own. */
  linkHosts(name: Name, otherwise: readonly string[]): readonly string[] {
    const hosts = this.hosts(name, otherwise);
    if (hosts.some((host) => /:\d+$/u.test(host) || isLoopback(host)))
      this.problem(`${name} must list hosts without ports, none of them this machine.`);
    return hosts;
  }

  /** Values of app roles. */
  roles(name: Name): readonly string[] {
    const roles = this.list(name);
    if (roles.some((role) => /[\s*]/u.test(role)))
      this.problem(`${name} must list values of app roles, separated by commas; empty stands for everybody.`);
    return roles;
  }

  key(name: Name): Buffer | undefined {
    const value = this.optional(name);
    if (value === undefined) return undefined;
    const key = Buffer.from(value, 'base64');
    const isWhole = key.length === KEY_BYTES && key.toString('base64') === value.padEnd(44, '=');
    if (!isWhole) this.problem(`${name} must be 32 bytes in base64.`);
    else if (new Set(key).size < LEAST_DIFFERENT_BYTES)
      this.problem(`${name} is no random key; make one with: openssl rand -base64 32`);
    return key;
  }

  database(name: Name, otherwise: string): Config['database'] {
    const value = this.optional(name) ?? otherwise;
    if (/^postgres(?:ql)?:\/\//u.test(value)) {
      const isWhole = URL.canParse(value) && /^\/[^/]/u.test(new URL(value).pathname);
      if (!isWhole)
        this.problem(`${name} must name a host and a database: postgres://user:password@host/database.`);
      return { kind: 'postgres', url: value };
    }
    const file = value.startsWith('file:') ? value.slice('file:'.length).replace(/^\/\/(?=\/)/u, '') : '';
    if (!file) this.problem(`${name} must be file:PATH (SQLite) or postgres://… (PostgreSQL).`);
    if (file.startsWith(':') || file.includes('?'))
      this.problem(`${name} must name a file that lasts, without options.`);
    return { kind: 'sqlite', file };
  }

  credential(secretName: Name, pathName: Name): Secret {
    const secret = this.optional(secretName);
    const path = this.optional(pathName);
    if (secret !== undefined && path !== undefined)
      this.problem(`${secretName} and ${pathName} exclude each other.`);
    if (secret === undefined && path === undefined) this.problem(`${secretName} or ${pathName} is missing.`);
    if (path === undefined) return { kind: 'secret', secret: secret ?? '' };
    return readCertificate(path, (text) => {
      this.problem(`${pathName} ${text}`);
    });
  }

  noCredential(...names: Name[]): Credential {
    for (const name of names)
      if (this.optional(name) !== undefined)
        this.problem(`${name} must be empty with BOT_TYPE=UserAssignedMSI.`);
    return { kind: 'managed-identity' };
  }

  private required(name: Name): string | undefined {
    const value = this.optional(name);
    if (value === undefined) this.problem(`${name} is missing.`);
    return value;
  }

  private list(name: Name): readonly string[] {
    const entries = (this.optional(name) ?? '').split(',').map((entry) => entry.trim());
    return entries.filter(Boolean);
  }

  private problem(text: string): void {
    if (!this.problems.includes(text)) this.problems.push(text);
  }
}
