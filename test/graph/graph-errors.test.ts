import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Busy, NotPermitted, OutcomeUnknown, SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { troubleOf, type Asked } from '../../src/graph/graph-errors';
import { retryAfter, waitBeforeRetry } from '../../src/graph/retry';
import { NOW } from './fake-graph';

type Headers = Readonly<Record<string, string>>;
const answer = (status: number, body?: unknown, headers: Headers = {}) => ({
  ...{ status, body },
  header: (name: string) => headers[name],
});

/** The error bodies that the OpenAPI slice holds, re-typed from public issues. */
// The cast: the shape of our own test data.
const examples = (
  parse(readFileSync(join(__dirname, '..', 'data', 'graph', 'openapi-v1.0-slice.yaml'), 'utf8')) as {
    components: { examples: Record<string, { value: unknown }> };
  }
).components.examples;
const example = (name: string): unknown => examples[name]?.value;
const EXAMPLE_ID = '11111111-2222-3333-4444-555555555555';

const meaning = (status: number, body: unknown, asked: Asked, headers?: Headers) =>
  troubleOf(answer(status, body, headers), asked, NOW);

const userForbidden = {
  error: {
    code: 'Forbidden',
    message: JSON.stringify({
      _version: 3,
      Message: 'User is not authorized to perform this operation - Operation ID',
    }),
  },
};

test.each<[string, number, unknown, Asked, string]>([
  ['the app lacks its permission', 403, example('intuneAppScopeMissing403'), 'action', 'consent-missing'],
  [
    'the app lacks its permission for a list',
    403,
    example('intuneAppScopeMissing403'),
    'rows',
    'consent-missing',
  ],
  [
    'the directory may not be read',
    403,
    { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' } },
    'rows',
    'consent-missing',
  ],
  ['the person lacks a role', 403, userForbidden, 'action', 'intune-role-missing'],
  [
    'the person lacks a role, doubly nested',
    403,
    example('intuneUserForbidden'),
    'action',
    'intune-role-missing',
  ],
  [
    'the person lacks a role, said as 401',
    401,
    example('intuneUserForbidden'),
    'action',
    'intune-role-missing',
  ],
  [
    'the person lacks a role, said as 401 to a read',
    401,
    example('intuneUserForbidden'),
    'device',
    'intune-role-missing',
  ],
  ['a bare 403', 403, undefined, 'action', 'intune-role-missing'],
  ['the device is gone', 404, example('resourceNotFound404'), 'action', 'device-gone'],
  ['the device is gone for a read', 404, example('resourceNotFound404'), 'device', 'device-gone'],
  ['a bare 400 to a read', 400, example('intuneActionBadRequest400'), 'device', 'device-gone'],
  ['a bare 400 to the action', 400, example('intuneActionBadRequest400'), 'action', 'action-not-possible'],
  ['a path that Graph does not route', 400, example('noODataRoute'), 'action', 'action-not-possible'],
  ['a conflict', 409, { error: { code: 'Conflict', message: '' } }, 'action', 'already-running'],
  ['a failed precondition', 412, undefined, 'action', 'action-not-possible'],
  ['a list that Graph does not take', 400, example('intuneActionBadRequest400'), 'rows', 'unexpected'],
])('"%s" (%i) is a no with its own cause', (_, status, body, asked, cause) => {
  const trouble = meaning(status, body, asked);
  expect(trouble).toBeInstanceOf(NotPermitted);
  expect(trouble).toHaveProperty('reason', cause);
});

test.each([500, 502, 503, 504, 408, 499, 200, 202, 302])(
  'after %i nobody knows whether the action happened',
  (status) => {
    const trouble = meaning(status, undefined, 'action', { 'request-id': 'abc-1' });
    expect(trouble).toBeInstanceOf(OutcomeUnknown);
    expect(trouble).toHaveProperty('graphRequestId', 'abc-1');
    expect(meaning(status, undefined, 'device')).toBeInstanceOf(Unreachable);
  },
);

test('a web page of a proxy is not a word of Graph', () => {
  const page = { 'content-type': 'text/html; charset=utf-8' };
  expect(meaning(403, undefined, 'device', page)).toBeInstanceOf(Unreachable);
  expect(meaning(403, undefined, 'action', page)).toBeInstanceOf(OutcomeUnknown);
});

test('an expired token asks for a new sign-in, a claims challenge with its claims', () => {
  const expired = { error: { code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed.' } };
  expect(meaning(401, expired, 'action')).toMatchObject({
    name: 'SignInNeeded',
    reason: 'expired',
    claims: undefined,
  });
  const claims = '{"access_token":{"nbf":{"essential":true}}}';
  const challenge = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
  const asked = meaning(401, expired, 'device', { 'www-authenticate': challenge });
  expect(asked).toBeInstanceOf(SignInNeeded);
  expect(asked).toMatchObject({ reason: 'expired', claims });
});

test('the WWW-Authenticate that Intune nests into its own error is no claims challenge', () => {
  expect(meaning(401, example('intuneUserForbidden'), 'rows')).toBeInstanceOf(NotPermitted);
});

test('Graph names its request in the header or in the error, and nothing else may pass for it', () => {
  expect(meaning(404, example('resourceNotFound404'), 'action')).toHaveProperty('graphRequestId', EXAMPLE_ID);
  expect(meaning(404, example('resourceNotFound404'), 'action', { 'request-id': 'r-1' })).toHaveProperty(
    'graphRequestId',
    'r-1',
  );
  expect(meaning(404, undefined, 'action', { 'request-id': '<a href=x>' })).toHaveProperty(
    'graphRequestId',
    undefined,
  );
});

test('what Graph wrote does not come through in a message', () => {
  for (const name of Object.keys(examples))
    for (const status of [400, 401, 403, 404, 429, 500]) {
      const trouble = meaning(status, example(name), 'action');
      const said = `${trouble.message} ${trouble.cause instanceof Error ? trouble.cause.message : ''}`;
      expect(said).not.toMatch(/Operation ID|fef\.|scopes/u);
    }
});

const until = (value: string | undefined, headers: Headers = {}) => {
  const busy = meaning(429, example('tooManyRequests429'), 'action', {
    ...headers,
    ...(value !== undefined && { 'retry-after': value }),
  });
  return busy instanceof Busy && busy.until !== undefined ? busy.until - NOW : undefined;
};

test.each([
  ['5', 5_000],
  ['2.128', 2_128],
  ['0', 0],
  ['Sun, 22 Nov 2026 08:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 07:00:00 GMT', 0],
  ['-1', undefined],
  ['soon', undefined],
  ['', undefined],
  ['1e9', undefined],
  ['1000000000', 15 * 60_000],
  ['Fri, 01 Jan 2100 00:00:00 GMT', 15 * 60_000],
  [undefined, undefined],
])('Intune is busy, and Retry-After %j means %j milliseconds', (value, wait) => {
  expect(until(value)).toBe(wait);
});

test('a date is measured on the clock of the one who wrote it', () => {
  expect(until('Sun, 22 Nov 2026 09:00:10 GMT', { date: 'Sun, 22 Nov 2026 09:00:00 GMT' })).toBe(10_000);
});

test('a read waits as long as it was told, else longer each time and not in step with others', () => {
  const wait = (tries: number, random: number, after?: number, status = 503) =>
    waitBeforeRetry({ tries, random, retryAfter: after, status });
  expect([wait(1, 1), wait(2, 1), wait(3, 1)]).toEqual([250, 500, undefined]);
  expect([wait(1, 0), wait(2, 0)]).toEqual([125, 250]);
  expect(wait(1, 1, undefined, 429)).toBe(1000);
  expect(wait(1, 1, 7_000)).toBe(7_000);
  expect(retryAfter(answer(503, undefined, { 'retry-after': '3' }), NOW)).toBe(3_000);
});
