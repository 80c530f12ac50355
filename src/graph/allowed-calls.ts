import { segmentPatterns } from './device-paths';

/**
 * Everything the bot may ever ask of Graph. The technician's permission could also wipe a device; this list is
 * what keeps the code from it. Anything that is not on it is a bug and never leaves.
 */
export type AllowedCall = {
  readonly method: 'GET' | 'POST';
  /** Path with {names}, relative to the endpoint. */
  readonly form: string;
  readonly query: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
};

const run = '/beta/deviceManagement/deviceManagementScripts/{script}/deviceRunStates/{run}/managedDevice';

const deviceForms = [
  '/v1.0/deviceManagement/managedDevices/{device}',
  '/v1.0/users/{user}/managedDevices/{device}',
  '/v1.0/deviceManagement/detectedApps/{app}/managedDevices/{device}',
  '/beta/deviceManagement/managedDevices/{device}',
  '/beta/users/{user}/managedDevices/{device}',
  run,
  `${run}/detectedApps/{app}/managedDevices/{device}`,
] as const;

/** What Graph may write into a next link on top of the question. */
const paging = ['$skiptoken', '$skipToken', '$skip', '$top', '$count'];
const list = (form: string, ...query: string[]): AllowedCall => ({
  method: 'GET',
  form,
  query: [...query, ...paging],
});

export const allowedCalls: readonly AllowedCall[] = [
  ...deviceForms.map((form): AllowedCall => ({ method: 'GET', form, query: ['$select'] })),
  ...deviceForms.map((form): AllowedCall => ({
    method: 'POST',
    form: `${form}/requestRemoteAssistance`,
    query: [],
  })),
  list('/v1.0/deviceManagement/managedDevices', '$filter', '$select'),
  list('/v1.0/users/{user}/managedDevices', '$select'),
  list('/v1.0/deviceManagement/detectedApps', '$filter', '$select'),
  list('/v1.0/deviceManagement/detectedApps/{app}/managedDevices', '$select'),
  list('/beta/deviceManagement/deviceManagementScripts/{script}/deviceRunStates', '$expand'),
  // The directory searches in words only with this header.
  { ...list('/v1.0/users', '$search', '$select'), headers: { ConsistencyLevel: 'eventual' } },
  { method: 'GET', form: '/v1.0/users/{user}', query: ['$select'] },
  // Carries reads only; each part goes through this list on its own.
  { method: 'POST', form: '/v1.0/$batch', query: [] },
  { method: 'POST', form: '/beta/$batch', query: [] },
];

const calls = allowedCalls.map((call) => ({ call, pattern: patternOf(call.form) }));

/** The entry for a call, or undefined when the bot must not make it. `target` is path and query. */
export function allowedCall(method: string, target: string): AllowedCall | undefined {
  const [path = '', query = '', ...rest] = target.split('?');
  if (rest.length > 0 || target.includes('#')) return undefined;
  const names = [...new URLSearchParams(query).keys()];
  if (new Set(names).size < names.length) return undefined;
  return calls.find(
    ({ call, pattern }) =>
      call.method === method && pattern.test(path) && names.every((name) => call.query.includes(name)),
  )?.call;
}

/** @throws a bug when the call is not on the list. */
export function requireAllowed(method: 'GET' | 'POST', target: string): AllowedCall {
  const call = allowedCall(method, target);
  if (!call) throw new Error(`Not a call that the bot may make to Graph: ${method}`);
  return call;
}

function patternOf(form: string): RegExp {
  const pattern = form.replaceAll(/[.$]/gu, '\\$&').replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    if (!isSegment(name)) throw new Error(`No pattern for {${name}}`);
    return `(?:${segmentPatterns[name]})`;
  });
  return new RegExp(`^${pattern}$`, 'u');
}

function isSegment(name: string): name is keyof typeof segmentPatterns {
  return name in segmentPatterns;
}
