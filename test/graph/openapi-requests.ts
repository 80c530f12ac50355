import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { Asked } from './fake-graph';

type Json = { readonly [key: string]: unknown };
type Api = { readonly document: Json; readonly ajv: Ajv };

/** What the slices do not describe and the bot asks nevertheless, each with its reason. */
export const documentedExceptions = [
  // The directory is not part of the slices: learn.microsoft.com/graph/api/user-list and user-get.
  /^GET \/v1\.0\/users\?\$search=[^&]+&\$select=id,displayName,userPrincipalName$/u,
  /^GET \/v1\.0\/users\/[0-9a-f-]{36}\?\$select=id,userPrincipalName$/u,
];

/** Properties whose filter no source documents; every row is checked again in code. */
const undocumentedFilters = new Set(['detectedApp.displayName']);

const apis = { 'v1.0': load('v1.0'), beta: load('beta') };

/** What is wrong with a request by the OpenAPI slices of Graph; an empty list when nothing is. */
export function problemsOf(asked: Asked): string[] {
  const call = `${asked.method} ${asked.target}`;
  const headers = headerProblems(asked.headers);
  if (documentedExceptions.some((exception) => exception.test(call))) return headers;
  const [, version = '', below = ''] = /^\/(v1\.0|beta)(\/[^?]*)/u.exec(asked.target) ?? [];
  if (version !== 'v1.0' && version !== 'beta') return [`no version: ${call}`];
  const api = apis[version];
  const operation = operationOf(api, asked.method, below);
  if (!operation) return [`not in the slice: ${call}`];
  return [
    ...headers,
    ...permissionProblems(operation),
    ...queryProblems(api, operation, asked.target),
    ...bodyProblems(api, operation, asked),
  ];
}

function load(version: string): Api {
  const file = join(__dirname, '..', 'data', 'graph', `openapi-${version}-slice.yaml`);
  const document = objectOf(parse(readFileSync(file, 'utf8')));
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false });
  addFormats(ajv, ['date-time', 'uuid']);
  ajv.addSchema(document, 'graph');
  return { document, ajv };
}

function operationOf({ document }: Api, method: string, path: string): Json | undefined {
  const matching = Object.entries(objectOf(document['paths'])).filter(([template]) =>
    new RegExp(`^${template.replaceAll(/[.$()]/gu, '\\$&').replaceAll(/\{[^}]+\}/gu, '[^/]+')}$`, 'u').test(
      path,
    ),
  );
  // A literal segment beats a parameter.
  const [best] = matching.sort(([a], [b]) => (a.match(/\{/gu)?.length ?? 0) - (b.match(/\{/gu)?.length ?? 0));
  const operation = best && objectOf(best[1])[method.toLowerCase()];
  return operation === undefined ? undefined : objectOf(operation);
}

function headerProblems(headers: Asked['headers']): string[] {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
  return [
    uuid.test(String(headers['client-request-id'])) ? '' : 'client-request-id is no UUID',
    headers['accept'] === 'application/json' ? '' : 'Accept is not application/json',
    /^Bearer \S+$/u.test(String(headers['authorization'])) ? '' : 'no bearer token',
  ].filter(Boolean);
}

/** The one permission that the bot asks for must cover every call. */
function permissionProblems(operation: Json): string[] {
  const security = operation['security'];
  if (security === undefined) return [];
  const needed = 'DeviceManagementManagedDevices.ReadWrite.All';
  return JSON.stringify(security).includes(needed) ? [] : [`${needed} does not cover it`];
}

function queryProblems(api: Api, operation: Json, target: string): string[] {
  const parameters = listOf(operation['parameters']).map((one) => resolve(api, one));
  const query = new URLSearchParams(target.split('?')[1] ?? '');
  return [...query].flatMap(([name, value]) => {
    const parameter = parameters.find((one) => one['in'] === 'query' && one['name'] === name);
    if (!parameter) return [`${name} is no parameter`];
    const schema = objectOf(parameter['schema']);
    const typed =
      schema['type'] === 'array' ? value.split(',') : schema['type'] === 'integer' ? Number(value) : value;
    if (!api.ajv.validate(schema, typed)) return [`${name}: ${api.ajv.errorsText()}`];
    if (name === '$select') return selectProblems(api, operation, value.split(','));
    return name === '$filter' ? filterProblems(api, operation, value) : [];
  });
}

function selectProblems(api: Api, operation: Json, names: readonly string[]): string[] {
  const known = objectOf(entityOf(api, operation)['properties']);
  return names.filter((name) => !(name in known)).map((name) => `${name} is no property`);
}

/** Graph ignores a filter that the property does not support, and returns everything. */
function filterProblems(api: Api, operation: Json, filter: string): string[] {
  const literal = "'(?:[^']|'')+'";
  const match =
    new RegExp(`^(?<property>\\w+) (?<operator>eq) ${literal}$`, 'su').exec(filter) ??
    new RegExp(`^(?<operator>contains)\\((?<property>\\w+),${literal}\\)$`, 'su').exec(filter);
  const { property = '', operator = '' } = match?.groups ?? {};
  const entity = entityOf(api, operation);
  if (undocumentedFilters.has(`${String(entity['title'])}.${property}`)) return [];
  const schema = objectOf(objectOf(entity['properties'])[property] ?? {});
  const supported = listOf(schema['x-graph-filter-operators']);
  return supported.includes(operator) ? [] : [`${property} cannot be filtered with "${operator}"`];
}

function bodyProblems({ ajv }: Api, operation: Json, { body, headers }: Asked): string[] {
  const described = operation['requestBody'];
  if (described === undefined)
    return body === '' && headers['content-type'] === undefined ? [] : ['has a body'];
  const schema = objectOf(objectOf(objectOf(objectOf(described)['content'])['application/json'])['schema']);
  const validate = ajv.getSchema(String(schema['$ref']).replace('#', 'graph#'));
  const parsed: unknown = JSON.parse(body);
  return validate?.(parsed) === true ? [] : [`body: ${ajv.errorsText(validate?.errors)}`];
}

/** The entity that a successful answer holds, or holds rows of. */
function entityOf(api: Api, operation: Json): Json {
  const ok = objectOf(objectOf(operation['responses'])['200']);
  const schema = resolve(api, objectOf(objectOf(ok['content'])['application/json'])['schema']);
  const properties = objectOf(schema['properties']);
  return 'value' in properties ? resolve(api, objectOf(properties['value'])['items']) : schema;
}

function resolve({ document }: Api, node: unknown): Json {
  const reference = objectOf(node)['$ref'];
  if (typeof reference !== 'string') return objectOf(node);
  const steps = reference.slice('#/'.length).split('/');
  return objectOf(steps.reduce<unknown>((at, step) => objectOf(at)[step], document));
}

function objectOf(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new Error('The slice is not as expected');
  // An object that came out of YAML has nothing but string keys.
  return value as Json;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
