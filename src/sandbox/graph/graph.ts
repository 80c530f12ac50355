import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Ask, Reply } from '../http';
import type { TokenIssuer } from '../login/tokens';
import type { Fault } from '../tenant/device';
import type { Person } from '../tenant/person';
import type { Wire } from '../wire';
import { answerBatch } from './batch';
import { deviceRoutes } from './device-routes';
import { type GraphRoute, type GraphWorld } from './graph-call';
import { faultReply, graphError, scopeMissing, type RequestIds } from './graph-errors';
import { listRoutes } from './list-routes';
import { peopleRoutes } from './people-routes';

const graphClaims = z.looseObject({
  oid: z.string().optional(),
  tid: z.string(),
  scp: z.string().optional(),
  idtyp: z.string().optional(),
});

/** A fault for whatever call matches "METHOD path?query" (decoded), a number of times. */
export interface GraphMischief {
  readonly when: RegExp;
  readonly as: Fault;
  /** Once if not given. */
  times?: number;
  readonly retryAfter?: string;
}

interface Caller {
  readonly person: Person;
  readonly scopes: readonly string[];
}

const routes = [...listRoutes, ...deviceRoutes, ...peopleRoutes].map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** Microsoft Graph, as far as the bot uses it, with the manners of the real one. */
export class Graph {
  private readonly mischief: GraphMischief[] = [];
  private recent: number[] = [];

  constructor(
    private readonly world: GraphWorld,
    private readonly tokens: TokenIssuer,
    private readonly wire: Wire,
  ) {}

  /** The next call that matches meets a fault. */
  misbehave(mischief: GraphMischief): void {
    this.mischief.push({ times: 1, ...mischief });
  }

  async answer(ask: Ask, note?: string): Promise<Reply> {
    const ids = { request: randomUUID(), client: headerOf(ask, 'client-request-id') ?? randomUUID() };
    const path = plainPath(ask.url);
    const caller = await this.caller(ask);
    const batch = path.endsWith('/$batch') && ask.method === 'POST' && typeof caller !== 'string';
    const reply = batch
      ? await answerBatch(ask, ids, (part) => this.answer(part, 'in $batch'))
      : await this.answerOne(ask, path, caller, ids);
    const { search } = ask.url;
    this.wire.record({
      where: 'graph',
      method: ask.method,
      path,
      status: typeof reply === 'string' ? reply : 'status' in reply ? reply.status : 200,
      ...(search ? { query: decodeURIComponent(search.replaceAll('+', ' ')) } : {}),
      ...(typeof caller === 'string' ? { note: caller } : { person: caller.person.key }),
      ...(note ? { note } : {}),
    });
    return withIds(reply, ids);
  }

  private async answerOne(ask: Ask, path: string, caller: Caller | string, ids: RequestIds): Promise<Reply> {
    if (this.isTooFast()) return faultReply('throttled', ids, '1');
    const planned = this.plannedFault(`${ask.method} ${decodeURIComponent(path + ask.url.search)}`);
    if (planned) return faultReply(planned.as, ids, planned.retryAfter);
    if (typeof caller === 'string') return graphError(401, 'InvalidAuthenticationToken', caller, ids);
    const [, version = '', ...rest] = path.split('/');
    const below = `/${rest.join('/')}`;
    for (const { route, pattern } of routes) {
      const match = pattern.exec(below);
      if (!match || route.method !== ask.method || (route.betaOnly && version !== 'beta')) continue;
      const refusal = this.refuse(route, caller);
      if (refusal) return refusalReply(refusal, route, ids);
      const params = decodeAll(match.groups ?? {});
      const { headers, body, url, method } = ask;
      const query = url.searchParams;
      const call = { version, method, path: below, params, query, headers, body, person: caller.person, ids };
      return route.answer(this.world, call);
    }
    return graphError(400, 'BadRequest', `Resource not found for the segment '${rest.at(-1) ?? ''}'.`, ids);
  }

  /** Who calls; or why Graph does not take the token. */
  private async caller(ask: Ask): Promise<Caller | string> {
    const token = /^Bearer (.+)$/.exec(headerOf(ask, 'authorization') ?? '')?.[1];
    if (token === undefined) return 'Access token is empty.';
    const audiences = [this.world.addresses.graph, 'https://graph.microsoft.com'];
    const verified = await this.tokens.key.verify(token, this.world.clock.date(), audiences);
    const claims = graphClaims.safeParse(verified).data;
    if (!claims) return 'Access token validation failure.';
    if (claims.idtyp === 'app' || claims.scp === undefined) {
      this.wire.alarm(`An application token came to Graph: ${ask.method} ${ask.url.pathname}`);
      return 'Application tokens are not accepted here.';
    }
    const person = this.world.tenant.personByOid(claims.oid);
    if (!person || claims.tid !== this.world.tenant.id) {
      this.wire.alarm(`A token of another tenant came to Graph: ${ask.method} ${ask.url.pathname}`);
      return 'Access token is of another tenant.';
    }
    return { person, scopes: claims.scp.split(' ') };
  }

  private refuse(route: GraphRoute, { person, scopes }: Caller): Fault | undefined {
    if (!route.scopes.some((scope) => scopes.includes(scope))) return 'scope-missing';
    const { intune } = person.behaviour;
    const enough =
      route.intune === undefined ||
      (route.intune === 'see' ? intune !== 'none' : intune === 'helpDeskOperator');
    return enough ? undefined : this.world.settings.personRefused;
  }

  private plannedFault(call: string): GraphMischief | undefined {
    const planned = this.mischief.find(({ when, times = 1 }) => times > 0 && when.test(call));
    if (planned) planned.times = (planned.times ?? 1) - 1;
    return planned;
  }

  private isTooFast(): boolean {
    const now = this.world.clock.now();
    this.recent = this.recent.filter((at) => now - at < 1_000);
    if (this.recent.length >= this.world.settings.requestsPerSecond) return true;
    if (this.world.settings.requestsPerSecond < Infinity) this.recent.push(now);
    return false;
  }
}

function refusalReply(refusal: Fault, route: GraphRoute, ids: RequestIds): Reply {
  if (refusal !== 'scope-missing') return faultReply(refusal, ids);
  // The directory has other words for it than Intune.
  if (route.intune === undefined)
    return graphError(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
      ids,
    );
  return scopeMissing(ids);
}

function headerOf(ask: Ask, name: string): string | undefined {
  const value = ask.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** OData also takes `managedDevices('id')` for `managedDevices/id`. */
function plainPath(url: URL): string {
  return url.pathname.replaceAll(/\('([^']*)'\)/g, '/$1').replaceAll(/\(%27([^()]*)%27\)/g, '/$1');
}

function decodeAll(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]));
}

function withIds(reply: Reply, ids: RequestIds): Reply {
  if (typeof reply === 'string' || 'stream' in reply) return reply;
  const own = {
    'request-id': ids.request,
    'client-request-id': ids.client,
    'x-ms-ags-diagnostic': '{"ServerInfo":{"DataCenter":"Sandbox","Slice":"E","Ring":"0"}}',
  };
  return { ...reply, headers: { ...own, ...reply.headers } };
}
