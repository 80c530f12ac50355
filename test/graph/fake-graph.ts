import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { GraphAccess } from '../../src/desk/graph-access';
import type { Clock } from '../../src/desk/ports';
import type { DeviceId, PersonId, TenantId } from '../../src/request/ids';
import { deviceId, personId, tenantId } from '../../src/request/ids';
import { graphClient, type AnswerNote, type GraphClientOptions } from '../../src/graph/graph-client';

/** One request as it arrived. */
export type Asked = {
  readonly method: string;
  /** Path and query as they were on the wire. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string | string[]>; readonly body?: unknown }
  | 'reset'
  | 'hang'
  | 'cut-short'
  | 'endless';

export type FakeGraph = {
  readonly endpoint: string;
  readonly asked: Asked[];
  stop(): Promise<void>;
};

/** A Graph on 127.0.0.1 that answers as it is told. `answer` sees how many requests came before. */
export async function fakeGraph(answer: (asked: Asked, earlier: number) => Reply): Promise<FakeGraph> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void readAsked(request).then((one) => {
      asked.push(one);
      reply(response, answer(one, asked.length - 1));
    });
  });
  await listen(server);
  return {
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** A fake Graph for as long as `use` runs, with what a client of it notes and waits. */
export async function withGraph<T>(
  answer: (asked: Asked, earlier: number) => Reply,
  use: (world: FakeGraph & ReturnType<typeof clientOf>) => Promise<T>,
  options: Partial<GraphClientOptions> = {},
): Promise<T> {
  const graph = await fakeGraph(answer);
  try {
    return await use({ ...graph, ...clientOf(graph.endpoint, options) });
  } finally {
    await graph.stop();
  }
}

export const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

// The cast: a server that listens on a port has an address with a port.
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function readAsked(request: IncomingMessage): Promise<Asked> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return { method: request.method ?? '', target: request.url ?? '', headers: request.headers, body };
}

function reply(response: ServerResponse, what: Reply): void {
  if (what === 'hang') return;
  if (what === 'reset') {
    response.socket?.resetAndDestroy();
  } else if (what === 'cut-short') {
    response.writeHead(200, { 'content-length': 1000, 'request-id': REQUEST_ID });
    response.write('{"value":[');
    setTimeout(() => response.destroy(), 10);
  } else if (what === 'endless') {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  } else {
    const { status, headers, body } = what;
    response.writeHead(status, { 'request-id': REQUEST_ID, 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  }
}

export const REQUEST_ID = '0f0f0f0f-1111-4222-8333-444444444444';
export const CLIENT_REQUEST_ID = 'c0ffee00-1111-4222-8333-444444444444';
export const NOW = Date.parse('2026-11-22T08:00:00Z');

const given = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('A test needs a well-formed id');
  return value;
};
export const device = (digit: string): DeviceId =>
  given(deviceId(`${digit.repeat(8)}-0000-4000-8000-000000000000`));
export const person = (digit: string): PersonId =>
  given(personId(`${digit.repeat(8)}-1111-4000-8000-000000000000`));
export const tenant: TenantId = given(tenantId('99999999-2222-4000-8000-000000000000'));

export const access = new GraphAccess(person('7'), tenant, NOW + 3_600_000, 'the.tokens.text');

/** A clock on which waiting takes no time: `pause` moves it on. */
export function patientClock() {
  let elapsed = 0;
  const waits: number[] = [];
  const clock: Clock = { now: () => NOW + elapsed, monotonic: () => elapsed };
  const pause = (milliseconds: number) => {
    waits.push(milliseconds);
    elapsed += milliseconds;
    return Promise.resolve();
  };
  return { clock, pause, waits };
}

/** A client of a fake Graph, with what it noted and how long it waited. */
export function clientOf(endpoint: string, options: Partial<GraphClientOptions> = {}) {
  const notes: AnswerNote[] = [];
  const { clock, pause, waits } = patientClock();
  const client = graphClient({
    ...{ endpoint, clock, pause, random: () => 1 },
    onAnswer: (note) => notes.push(note),
    ...options,
  });
  return { client, notes, waits };
}

/** A managed device as Graph writes it. */
export const row = (digit: string, facts: Readonly<Record<string, unknown>> = {}) => ({
  id: device(digit),
  deviceName: `LAPTOP-${digit}`,
  ...facts,
});

export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => error,
  );
