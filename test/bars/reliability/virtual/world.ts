import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { startBot, type Intervals } from '../../../../src/bot';
import { readConfig } from '../../../../src/config';
import { GraphAccess } from '../../../../src/desk/graph-access';
import type { Caller, HelpDesk } from '../../../../src/desk/help-desk';
import { personId, tenantId } from '../../../../src/request/ids';
import { Clock } from '../../../../src/sandbox/clock';
import { environmentFor } from '../../../../src/sandbox/environment';
import { Graph } from '../../../../src/sandbox/graph/graph';
import { ordinaryGraphSettings } from '../../../../src/sandbox/graph/graph-call';
import type { Ask, Reply } from '../../../../src/sandbox/http';
import type { TokenIssuer } from '../../../../src/sandbox/login/tokens';
import type { Person } from '../../../../src/sandbox/tenant/person';
import { ORDINARY_SCOPES, Tenant } from '../../../../src/sandbox/tenant/tenant';
import { Wire } from '../../../../src/sandbox/wire';
import { migrate } from '../../../../src/storage/database/migrate';
import { openSqlite } from '../../../../src/storage/database/sqlite';
import type { Database } from '../../../../src/storage/database/tables';
import type { Storage } from '../../../../src/storage/storage';
import { Intune, type Fates } from '../stage/intune';
import { VirtualChats } from './chats';
import { props } from './doubles';
import { Life } from './life';
import { VirtualTime } from './time';

const GRAPH = 'https://graph.microsoft.com';
const HOUR = 3_600_000;

/** An instance of the real bot, in this process and in virtual time. */
export type Instance = {
  readonly life: Life;
  readonly desk: HelpDesk;
  readonly storage: Storage;
  readonly signIn: (caller: Caller) => void;
  end(): void;
};

/** One tenant, one database, one time; instances of the bot come and go in it. */
export class World {
  readonly time = new VirtualTime();
  readonly chats = new VirtualChats();
  readonly tenant: Tenant;
  readonly intune: Intune;
  /** Answers instead of Graph for a while. */
  outage: ((ask: Ask) => Reply | undefined) | undefined;
  private people = 0;

  private constructor(
    private readonly folder: string,
    readonly database: Database,
    readonly file: string,
    fates: Fates,
  ) {
    this.time.install();
    const clock = new Clock(1, () => this.time.now);
    this.tenant = new Tenant(clock);
    const addresses = { login: '', graph: GRAPH, connector: '', bot: '' };
    const world = { tenant: this.tenant, addresses, clock, settings: ordinaryGraphSettings };
    this.intune = new Intune(
      new Graph(world, this.tokens(), new Wire()),
      this.tenant,
      fates,
      () => this.time.now,
    );
  }

  static async open(fates: Fates): Promise<World> {
    const folder = mkdtempSync('/tmp/device-assist-bars-');
    const file = join(folder, 'virtual.db');
    const database = openSqlite(file);
    // Nothing dies here but in appearance: no commit has to reach the disk.
    await sql`pragma synchronous = off`.execute(database.db);
    await migrate(database);
    return new World(folder, database, file, fates);
  }

  async close(): Promise<void> {
    await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async startBot(intervals: Intervals): Promise<Instance> {
    const life = new Life(this.time);
    const signedIn = new Map<string, GraphAccess>();
    const { database, chats } = this;
    props.current = { life, database, chats, signedIn, desk: undefined, storage: undefined };
    globalThis.fetch = this.fetchFor(life);
    const timers = await this.time.startedBy(() => startBot(this.config(), intervals, this.time.clock));
    const { desk, storage } = props.current;
    if (!desk || !storage) throw new Error('The bot was started without a desk');
    return {
      ...{ life, desk, storage },
      signIn: ({ person, tenant }) => {
        signedIn.set(person, new GraphAccess(person, tenant, this.time.now + HOUR, person));
      },
      end: () => {
        life.end();
        this.time.forget(timers);
      },
    };
  }

  /** A new technician with a personal chat. */
  async newTechnician(storage: Storage): Promise<Caller> {
    this.people += 1;
    const key = `tech${this.people}`;
    const behaviour = { roles: ['Technician'], intune: 'helpDeskOperator' } as const;
    const person: Person = this.tenant.addPerson({ key, name: `Tech ${this.people}`, about: key, behaviour });
    const [id, tenant] = [personId(person.oid), tenantId(person.tid)];
    if (!id || !tenant) throw new Error('The sandbox gives ids that the bot does not take');
    const conversation = `a:${key}`;
    const place = {
      tenant,
      serviceUrl: 'https://smba.example/',
      conversation,
      kind: 'personal',
      bot: '28:bot',
    } as const;
    await storage.people.learn(tenant, id, {
      ...{
        name: person.name,
        isGuest: false,
        roles: ['Technician'],
        rolesSeenAt: this.time.now,
        chat: place,
      },
    });
    return { person: id, tenant, name: person.name, place, language: 'en' };
  }

  private config() {
    const local = 'http://127.0.0.1:1';
    const addresses = { login: local, graph: GRAPH, connector: local, bot: local };
    const registration = (id: string) => ({ id, secret: 'secret-of-the-proofs' });
    const registrations = {
      bot: registration('11111111-1111-4111-8111-111111111111'),
      signOn: registration('22222222-2222-4222-8222-222222222222'),
    };
    const own = environmentFor(addresses, registrations, this.tenant.id, `file:${this.file}`);
    return readConfig({ ...own, LOG_LEVEL: process.env['BARS_LOG'] ?? 'silent' });
  }

  /** Tokens here are the person's id: who signed what is proved elsewhere. */
  private tokens(): TokenIssuer {
    const verify = (oid: string) =>
      Promise.resolve({ oid, tid: this.tenant.id, scp: ORDINARY_SCOPES.join(' ') });
    return { key: { verify } } as unknown as TokenIssuer; // Graph asks it for nothing else
  }

  private fetchFor(life: Life): typeof fetch {
    return (input, init) =>
      life.step('graph', async () => {
        const headers = Object.fromEntries(
          Object.entries(init?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
        );
        const body = init?.body ? await new Response(init.body).text() : '';
        const ask = {
          method: init?.method ?? 'GET',
          url: new URL(input instanceof Request ? input.url : input),
          headers,
          body,
        };
        const answered = async () => this.outage?.(ask) ?? (await this.intune.answer(ask, 'virtual'));
        // Who has stopped listening has not taken anything back: Intune goes on.
        const gaveUp = aborted(init?.signal ?? undefined);
        return Promise.race([
          gaveUp,
          answered().then((reply) => (reply === 'hang' ? gaveUp : responseOf(reply))),
        ]);
      });
  }
}

/** Rejects as `fetch` does when its signal says so. */
const aborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error); // a TimeoutError, as undici gives it
    });
  });

/** A reply of the sandbox's Graph as `fetch` would give it. */
function responseOf(reply: Exclude<Reply, 'hang'>): Promise<Response> {
  if (reply === 'reset')
    return Promise.reject(new TypeError('fetch failed', { cause: { code: 'UND_ERR_SOCKET' } }));
  if ('stream' in reply) throw new Error('Graph sends no streams');
  const { status, headers, body } = reply;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return Promise.resolve(new Response(text ?? null, { status, ...(headers && { headers }) }));
}
