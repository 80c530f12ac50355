import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject } from './json';

/** One HTTP request, read to its end. */
export interface Ask {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string goes out as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Announce the whole body, send half of it and drop the connection. */
  readonly cutShort?: boolean;
}

/** No answer at all: keep the caller waiting, or drop the connection. */
export type Silence = 'hang' | 'reset';

/** An answer that stays open (server-sent events). */
export interface Stream {
  readonly stream: (response: ServerResponse) => void;
}

export type Reply = Answer | Silence | Stream;

export interface Listening {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** The port was asked for by number and somebody else has it. */
export class PortTaken extends Error {
  override name = 'PortTaken';
  constructor(
    readonly what: string,
    readonly port: number,
  ) {
    super(`Port ${port} for ${what} is taken. Choose another one, or 0 for any free port.`);
  }
}

/** Listens on 127.0.0.1 only. Port 0 takes any free one. */
export async function listen(
  what: string,
  port: number,
  answer: (ask: Ask) => Promise<Reply>,
): Promise<Listening> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined); // the caller went away: nobody is left to answer
    request.on('end', () => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
      const body = Buffer.concat(chunks).toString('utf8');
      const ask = { method: request.method ?? 'GET', url, headers: request.headers, body };
      answer(ask).then(
        (reply) => {
          send(response, reply);
        },
        (error: unknown) => {
          send(response, { status: 500, body: `sandbox bug: ${String(error)}` });
        },
      );
    });
  });
  await bind(server, what, port);
  const taken = (server.address() as AddressInfo).port; // a TCP server that listens has an AddressInfo
  return { port: taken, url: `http://127.0.0.1:${taken}`, stop: () => close(server) };
}

async function bind(server: Server, what: string, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (isObject(error) && error['code'] === 'EADDRINUSE') throw new PortTaken(what, port);
    throw error;
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections(); // those that hang would keep the server open
  await closed;
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'reset') return void response.socket?.resetAndDestroy();
  if ('stream' in reply) {
    reply.stream(response);
    return;
  }
  const body = bodyBytes(reply.body);
  const json = reply.body !== undefined && typeof reply.body !== 'string';
  response.writeHead(reply.status, {
    ...(json ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    ...(body.length > 0 ? { 'content-length': String(body.length) } : {}),
    ...reply.headers,
  });
  if (!reply.cutShort) return void response.end(body);
  response.write(body.subarray(0, body.length / 2), () => response.socket?.resetAndDestroy());
}

function bodyBytes(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Below those that Linux (from 32768) and others (from 49152) give to connections: one of them would soon be taken. */
const OWN_PORTS = [20_000, 32_768] as const;

/** A port that is free right now, for a server that somebody else starts. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...OWN_PORTS);
    try {
      const probe = await listen('a probe', port, () => Promise.resolve('hang'));
      await probe.stop();
      return port;
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
}
