import { createServer } from 'node:net';
import { Busy, NotPermitted, OutcomeUnknown, SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { NoAnswer } from '../../src/graph/exchange';
import type { Fetch } from '../../src/outbound';
import { graphClient } from '../../src/graph/graph-client';
import {
  access,
  CLIENT_REQUEST_ID,
  clientOf,
  device,
  listen,
  patientClock,
  portOf,
  rejection,
  REQUEST_ID,
  withGraph,
  type Reply,
} from './fake-graph';

const target = `/v1.0/deviceManagement/managedDevices/${device('1')}`;
const action = `${target}/requestRemoteAssistance`;
/** Long enough that even on a busy machine the question has arrived by then. */
const hasty = { timeouts: { read: 1_000, send: 1_000 } };
const realTime = { clock: { now: Date.now, monotonic: () => performance.now() } };

const ok: Reply = { status: 200, body: { id: device('1') } };

describe('a read', () => {
  test('is asked again after a reset, a broken answer and an error of the server, and succeeds', async () => {
    for (const trouble of ['reset', 'cut-short', { status: 503 }, { status: 500 }] satisfies Reply[])
      await withGraph(
        (_, earlier) => (earlier === 0 ? trouble : ok),
        async ({ client, asked, waits }) => {
          await expect(client.read(access, target, 'device')).resolves.toEqual({ id: device('1') });
          expect(asked).toHaveLength(2);
          expect(waits).toEqual([250]);
        },
      );
  });

  test('is given up after three tries', async () => {
    await withGraph(
      () => ({ status: 502 }),
      async ({ client, asked, waits }) => {
        expect(await rejection(client.read(access, target, 'device'))).toBeInstanceOf(Unreachable);
        expect([asked.length, waits]).toEqual([3, [250, 500]]);
      },
    );
  });

  test('waits as long as Graph asks it to', async () => {
    await withGraph(
      (_, earlier) => (earlier === 0 ? { status: 429, headers: { 'retry-after': '4' } } : ok),
      async ({ client, waits }) => {
        await client.read(access, target, 'device');
        expect(waits).toEqual([4_000]);
      },
    );
  });

  test('does not wait past its budget: the person learns that Intune is busy, and until when', async () => {
    await withGraph(
      () => ({ status: 429, headers: { 'retry-after': '60' } }),
      async ({ client, asked, waits }) => {
        const busy = await rejection(client.read(access, target, 'device'));
        expect(busy).toBeInstanceOf(Busy);
        expect(busy).toMatchObject({ party: 'intune', until: Date.parse('2026-11-22T08:01:00Z') });
        expect([asked.length, waits]).toEqual([1, []]);
      },
    );
  });

  test.each([400, 401, 403, 404, 409])('is not asked again after %i', async (status) => {
    await withGraph(
      () => ({ status }),
      async ({ client, asked }) => {
        const trouble = await rejection(client.read(access, target, 'device'));
        expect(trouble instanceof NotPermitted || trouble instanceof SignInNeeded).toBe(true);
        expect(asked).toHaveLength(1);
      },
    );
  });

  test.each<[string, Reply]>([
    [
      'a web page with 200',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>proxy</html>' },
    ],
    ['an endless answer', 'endless'],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/stolen' } }],
  ])('is unreachable after %s', async (_, reply) => {
    await withGraph(
      () => reply,
      async ({ client }) => {
        expect(await rejection(client.read(access, target, 'device'))).toBeInstanceOf(Unreachable);
      },
    );
  });

  test('that hangs ends with its time, body included', async () => {
    await withGraph(
      () => 'hang',
      async ({ client, asked, notes }) => {
        expect(await rejection(client.read(access, target, 'device'))).toBeInstanceOf(Unreachable);
        expect(asked).toHaveLength(1);
        expect(notes.map(({ status }) => status)).toEqual(['no-answer']);
      },
      { ...hasty, ...realTime },
    );
  });
});

describe('a redirect', () => {
  test('is never followed: the token would go with it', async () => {
    await withGraph(
      () => ok,
      (elsewhere) =>
        withGraph(
          () => ({ status: 307, headers: { location: `${elsewhere.endpoint}${target}` } }),
          async ({ client }) => {
            await rejection(client.read(access, target, 'device'));
            await rejection(client.send(access, action, CLIENT_REQUEST_ID));
            expect(elsewhere.asked).toEqual([]);
          },
        ),
    );
  });
});

describe('the action', () => {
  test('is accepted with 204 and only with 204', async () => {
    await withGraph(
      () => ({ status: 204 }),
      async ({ client, asked, notes }) => {
        await expect(client.send(access, action, CLIENT_REQUEST_ID)).resolves.toEqual({
          graphRequestId: REQUEST_ID,
        });
        expect(asked[0]?.headers).toMatchObject({
          authorization: 'Bearer the.tokens.text',
          accept: 'application/json',
          'client-request-id': CLIENT_REQUEST_ID,
        });
        const form = '/v1.0/deviceManagement/managedDevices/{device}/requestRemoteAssistance';
        expect(notes).toEqual([
          { method: 'POST', form, status: 204, graphRequestId: REQUEST_ID, milliseconds: 0 },
        ]);
      },
    );
  });

  test.each<[string, Reply]>([
    ['200', { status: 200, body: {} }],
    ['202', { status: 202 }],
    ['307', { status: 307, headers: { location: '/elsewhere' } }],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503 with a time to come back', { status: 503, headers: { 'retry-after': '1' } }],
    ['504', { status: 504 }],
    ['a reset', 'reset'],
    ['an answer that breaks off', 'cut-short'],
    ['no answer at all', 'hang'],
    ['an endless answer', 'endless'],
    ['a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }],
  ])('is sent once and nobody knows, after %s', async (_, reply) => {
    await withGraph(
      () => reply,
      async ({ client, asked }) => {
        expect(await rejection(client.send(access, action, CLIENT_REQUEST_ID))).toBeInstanceOf(
          OutcomeUnknown,
        );
        expect(asked).toHaveLength(1);
      },
      { timeouts: { read: 500, send: 500 } },
    );
  });

  test.each([400, 401, 403, 404, 409, 412, 421, 429])(
    'is sent once and certainly not carried out, after %i',
    async (status) => {
      await withGraph(
        () => ({ status }),
        async ({ client, asked }) => {
          const trouble = await rejection(client.send(access, action, CLIENT_REQUEST_ID));
          expect(
            trouble instanceof NotPermitted || trouble instanceof SignInNeeded || trouble instanceof Busy,
          ).toBe(true);
          expect(asked).toHaveLength(1);
        },
      );
    },
  );

  test('never left where nobody listens, no name is known or the other side speaks no TLS', async () => {
    await withGraph(
      () => ok,
      async ({ endpoint }) => {
        const closed = await closedPort();
        const dead = [
          `http://127.0.0.1:${closed}`,
          'https://graph.invalid',
          endpoint.replace('http:', 'https:'),
        ];
        for (const one of dead) {
          const { client } = clientOf(one);
          expect(await rejection(client.send(access, action, CLIENT_REQUEST_ID))).toBeInstanceOf(Unreachable);
        }
      },
    );
  });

  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', undefined, Unreachable],
    ['CERT_HAS_EXPIRED', undefined, Unreachable],
    ['UND_ERR_CONNECT_TIMEOUT', undefined, Unreachable],
    ['EAI_AGAIN', 'getaddrinfo', Unreachable],
    ['EHOSTUNREACH', 'connect', Unreachable],
    ['EHOSTUNREACH', 'read', OutcomeUnknown],
    ['ETIMEDOUT', 'connect', Unreachable],
    ['ETIMEDOUT', 'read', OutcomeUnknown],
    ['ECONNRESET', undefined, OutcomeUnknown],
    ['EPIPE', 'write', OutcomeUnknown],
    ['UND_ERR_SOCKET', undefined, OutcomeUnknown],
    ['UND_ERR_HEADERS_TIMEOUT', undefined, OutcomeUnknown],
    ['SOMETHING_NEW', undefined, OutcomeUnknown],
  ])('with %s on %j, when in doubt it was sent', async (code, syscall, expected) => {
    expect(await sendOver(failingWith(Object.assign(new Error('x'), { code, syscall })))).toBeInstanceOf(
      expected,
    );
  });

  test('never left when every address of the name refused, and may have when one did not', async () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const reset = Object.assign(new Error('x'), { code: 'ECONNRESET', syscall: 'read' });
    expect(await sendOver(failingWith(new AggregateError([refused, refused])))).toBeInstanceOf(Unreachable);
    expect(await sendOver(failingWith(new AggregateError([refused, reset])))).toBeInstanceOf(OutcomeUnknown);
    expect(await sendOver(failingWith(new AggregateError([])))).toBeInstanceOf(OutcomeUnknown);
  });

  test('leaves before anything is awaited', () => {
    let left = false;
    const fetch: Fetch = () => {
      left = true;
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    void clientOf('https://graph.example', { fetch }).client.send(access, action, CLIENT_REQUEST_ID);
    expect(left).toBe(true);
  });

  test('cannot be a batch, and a batch cannot hold it', async () => {
    const { client } = clientOf('https://graph.example', { fetch: () => Promise.reject(new Error('sent')) });
    await expect(client.send(access, '/v1.0/$batch', CLIENT_REQUEST_ID)).rejects.toThrow('A batch is read');
    await expect(client.readBatch(access, 'v1.0', [action])).rejects.toThrow(
      'Not a call that the bot may make',
    );
    await expect(client.readBatch(access, 'beta', [target])).rejects.toThrow('one version');
  });
});

test('what the platform says about a failure does not come through: it may quote the token', async () => {
  const trouble = await sendOver(failingWith(new Error('Bearer the.tokens.text is an invalid header value')));
  const cause = trouble instanceof Error ? trouble.cause : undefined;
  expect(cause).toBeInstanceOf(NoAnswer);
  expect(`${String(trouble)} ${String(cause)}`).not.toContain('tokens');
});

test.each([
  'http://graph.microsoft.com',
  'ftp://127.0.0.1',
  'http://127.0.0.1.evil.example',
  'http://10.0.0.1',
])('no token goes to %s', (endpoint) => {
  expect(() => graphClient({ endpoint, ...patientClock() })).toThrow('https');
});

const failingWith =
  (cause: Error): Fetch =>
  () =>
    Promise.reject(new TypeError('fetch failed', { cause }));

const sendOver = (fetch: Fetch) =>
  rejection(clientOf('https://graph.example', { fetch }).client.send(access, action, CLIENT_REQUEST_ID));

async function closedPort(): Promise<number> {
  const server = createServer();
  await listen(server);
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
