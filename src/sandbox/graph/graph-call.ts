import type { IncomingHttpHeaders } from 'node:http';
import type { Addresses } from '../addresses';
import type { Clock } from '../clock';
import type { Answer, Reply } from '../http';
import type { Fault } from '../tenant/device';
import type { Person } from '../tenant/person';
import type { Tenant } from '../tenant/tenant';
import type { RequestIds } from './graph-errors';

/** What nobody could verify about the real Graph, for tests to vary ([?], [H] in the facts). */
export interface GraphSettings {
  /** Rows a page; users report 1,000. */
  pageSize: number;
  /** False: Graph ignores every filter, also those it documents, and answers with all rows. */
  honoursFilters: boolean;
  /** Whether `eq` and `contains` ignore case. */
  filterIgnoresCase: boolean;
  /** What `deviceActionResults[].actionName` says for this action. */
  actionName: string;
  /** Whether each way of addressing is routed, or with what it fails. Users report failures of some. */
  forms: {
    userList: 'routed' | Fault;
    userDevice: 'routed' | Fault;
    userAction: 'routed' | Fault;
    appDevice: 'routed' | Fault;
    appAction: 'routed' | Fault;
    scriptDevice: 'routed' | Fault;
    scriptAction: 'routed' | Fault;
  };
  unknownDevice: 'not-found' | 'bad-request';
  /** How Intune says "this person has no role". */
  personRefused: 'forbidden' | 'forbidden-as-401';
  /** What a request meets while the TeamViewer connector is not onboarded. */
  connectorMissing: Fault | 'accepted-then-error';
  /** What a second request meets while a session is running. */
  whileRunning: 'accept' | Fault;
  /** At most so many requests a second for the app; beyond that 429. Infinity: no limit. */
  requestsPerSecond: number;
}

export const ordinaryGraphSettings: GraphSettings = {
  pageSize: 1_000,
  honoursFilters: true,
  filterIgnoresCase: true,
  actionName: 'requestRemoteAssistance',
  forms: {
    userList: 'routed',
    userDevice: 'routed',
    userAction: 'routed',
    appDevice: 'routed',
    appAction: 'routed',
    scriptDevice: 'routed',
    scriptAction: 'routed',
  },
  unknownDevice: 'not-found',
  personRefused: 'forbidden',
  connectorMissing: 'bad-request',
  whileRunning: 'accept',
  requestsPerSecond: Infinity,
};

/** What the routes work on. */
export interface GraphWorld {
  readonly tenant: Tenant;
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly settings: GraphSettings;
}

/** One authorised call. */
export interface GraphCall {
  readonly version: string;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly person: Person;
  readonly ids: RequestIds;
}

export interface GraphRoute {
  readonly method: 'GET' | 'POST';
  /** Path below the version, with {names}. */
  readonly path: string;
  readonly betaOnly?: boolean;
  /** Any of these permissions. */
  readonly scopes: readonly string[];
  /** What Intune must let the person do. */
  readonly intune?: 'see' | 'act';
  readonly answer: (world: GraphWorld, call: GraphCall) => Reply | Promise<Reply>;
}

/** A page of rows with `@odata.nextLink` if there are more. */
export function collection(world: GraphWorld, call: GraphCall, rows: readonly unknown[]): Answer {
  const from = Number(Buffer.from(call.query.get('$skiptoken') ?? '', 'base64url').toString() || '0');
  const top = Number(call.query.get('$top') ?? Infinity);
  const size = Math.min(top, world.settings.pageSize);
  const value = rows.slice(from, from + size);
  const url = new URL(`${world.addresses.graph}/${call.version}${call.path}?${call.query.toString()}`);
  url.searchParams.set('$skiptoken', Buffer.from(String(from + size)).toString('base64url'));
  const more = from + size < rows.length ? { '@odata.nextLink': url.href } : {};
  return {
    status: 200,
    body: { '@odata.context': context(world, call), '@odata.count': rows.length, ...more, value },
  };
}

export function context(world: GraphWorld, call: GraphCall): string {
  return `${world.addresses.graph}/${call.version}/$metadata#${call.path.slice(1)}`;
}

/** Only the properties named in `$select`; all without it. */
export function selected(
  row: Readonly<Record<string, unknown>>,
  query: URLSearchParams,
): Record<string, unknown> {
  const names = query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  if (!names) return { ...row };
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}
