import { once } from 'node:events';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import restify from 'restify';
import { describeError, type Log } from '../log';
import { guardConnections, isNearAddress, type ConnectionLimits } from './connections';
import { fixedAnswer, refuseUnread, sendAnswer, type Handler, type HttpAnswer } from './http-answer';

export type Routes = Readonly<Record<`${'GET' | 'POST'} /${string}`, Handler>>;

/** The address cannot be listened on: mostly somebody else has the port. */
export class CannotListen extends Error {
  override name = 'CannotListen';
  constructor(
    readonly port: number,
    readonly code: string,
  ) {
    super(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken by another program: stop that one, or set PORT.`
        : `Cannot listen on port ${port} (${code}): check HOST and PORT.`,
    );
  }
}

const LIMITS: ConnectionLimits = {
  perAddress: 64,
  isNear: isNearAddress,
};

/** Milliseconds and counts. Teams' requests are small and come from few connections. */
const HTTP_LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  maxHeadersCount: 64,
  maxConnections: 1_024,
  // Node looks for requests over time only every 30 s otherwise; an option of the constructor, which restify hides.
  connectionsCheckingInterval: 500,
};

/** A restify server that knows exactly these routes. What is none of them never reaches restify's own parsing. */
export class Server {
  readonly #restify: restify.Server;
  readonly #http: HttpServer;
  #stopping = false;
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly routes: Routes,
    private readonly log: Log,
    limits: ConnectionLimits = LIMITS,
  ) {
    // An empty name: no `Server` header. The cast: restify's type wants bunyan, its code any object like it.
    this.#restify = restify.createServer({ name: '', log: silent as unknown as restify.Server['log'] });
    // The cast: its type does not know `first`, and pretends to be the http.Server that it holds.
    const inner = this.#restify as unknown as Inner;
    this.#http = inner.server;
    Object.assign(this.#http, HTTP_LIMITS);
    guardConnections(this.#http, log, limits);
    inner.first((request, response) => this.mayPass(request, response));
    // restify takes upgrades away from Node and then forgets them. No WebSocket, in particular not botbuilder's.
    this.#restify.on('upgrade', (_request, socket: Socket) => {
      log.warn('refused', { status: 400, code: 'upgrade' });
      // Nobody else hears of its errors any more, and one that nobody hears ends the process.
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });
    // restify passes errors of its server on, and one that nobody hears ends the process; `listen` has its own ears.
    this.#restify.on('error', (error) => {
      if (this.#http.listening) this.log.error('server error', describeError(error));
    });
    for (const [route, handler] of Object.entries(routes)) this.addRoute(route, handler);
  }

  /** @throws {CannotListen} Resolves with the port, which `0` leaves to the system. */
  async listen(port: number, host: string | undefined): Promise<number> {
    this.#http.listen(port, host);
    try {
      await once(this.#http, 'listening');
    } catch (error) {
      throw new CannotListen(port, codeOf(error));
    }
    const address = this.#http.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  /** Takes no more requests and resolves when those under way are answered. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (!this.#http.listening) return;
    const closed = once(this.#http, 'close');
    this.#http.close();
    await Promise.allSettled(this.#underWay);
    this.#http.closeIdleConnections();
    await closed;
  }

  private addRoute(route: string, handler: Handler): void {
    const [method, path = ''] = route.split(' ');
    const answer = async (request: restify.Request, response: restify.Response) => {
      const work = this.answer(handler, request, response);
      this.#underWay.add(work);
      await work.finally(() => this.#underWay.delete(work));
    };
    if (method === 'POST') this.#restify.post(path, answer);
    else this.#restify.get(path, answer);
  }

  private async answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      sendAnswer(response, await handler(request));
    } catch (error) {
      if (request.destroyed && !request.complete) return; // the caller went away: nobody is left to answer
      this.log.error('request failed', describeError(error));
      if (!response.headersSent) sendAnswer(response, refuseUnread(500));
    }
  }

  /** Only an exact path and its method go on to restify. */
  private mayPass(request: IncomingMessage, response: ServerResponse): boolean {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (!this.#stopping && `${request.method ?? ''} ${path}` in this.routes) return true;
    const answer = this.refusal(path);
    this.log.warn('refused', { status: answer.status, code: this.#stopping ? 'stopping' : 'no-route' });
    sendAnswer(response, answer);
    return false;
  }

  private refusal(path: string): HttpAnswer {
    if (this.#stopping) return refuseUnread(503);
    const allow = ['GET', 'POST'].filter((method) => `${method} ${path}` in this.routes);
    return allow.length > 0
      ? fixedAnswer(405, { allow: allow.join(', '), connection: 'close' })
      : refuseUnread(404);
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error && 'code' in error ? String(error.code) : 'unknown';

type Inner = {
  readonly server: HttpServer;
  first(mayPass: (request: IncomingMessage, response: ServerResponse) => boolean): void;
};

const nothing = () => undefined;
const silent = {
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing },
  child: () => silent,
};
