import { createServer, type AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { Client } from 'pg';
import { Unreachable } from '../../src/desk/troubles';
import { auditTrail } from '../../src/storage/audit-trail';
import { openPostgres } from '../../src/storage/database/postgres';
import type { Database } from '../../src/storage/database/tables';
import { ownClock } from '../../src/storage/database/database-clock';
import { requestStore } from '../../src/storage/request-store';
import { ordinaryClaimTimes, type Storage } from '../../src/storage/storage';
import { limits, noon } from '../request/stories';
import { open } from './examples';
import { dataKey, openFresh, standingClock, untilAnswered, type Fresh } from './open-for-test';
import { emptyPostgres, freshPostgres } from './postgres-for-test';
import { silenceable } from './silenceable';

const clock = standingClock(noon);
let fresh: Fresh & { readonly url: string };
let storage: Storage;

beforeEach(async () => {
  fresh = await freshPostgres();
  storage = await openFresh(fresh, clock);
});

afterEach(async () => {
  await storage.close();
  await fresh.remove();
});

async function asAdministrator<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: fresh.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const cutConnections = () =>
  asAdministrator((client) =>
    client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    ),
  );

test('several instances that start at once share one schema', async () => {
  const empty = await emptyPostgres();
  const instances = await Promise.all([
    openFresh(empty, clock),
    openFresh(empty, clock),
    openFresh(empty, clock),
  ]);
  const opened = await Promise.all(instances.map(({ requests }) => open(requests)));
  expect(opened.map(({ request }) => request.number).sort()).toEqual([1, 2, 3]);
  await Promise.all(instances.map((instance) => instance.close()));
  await empty.remove();
});

test('a server that is not there is told as such', async () => {
  const database = {
    kind: 'postgres',
    url: `postgres://nobody@127.0.0.1:${await closedPort()}/bot`,
  } as const;
  await expect(openFresh({ ...fresh, database }, clock)).rejects.toBeInstanceOf(Unreachable);
});

test('connections that were cut cost at most one answer, and the bot lives on', async () => {
  expect(await storage.isReady()).toBe(true);
  await cutConnections();
  const first = await open(storage.requests).catch((error: unknown) => error);
  if (first instanceof Error) expect(first).toBeInstanceOf(Unreachable);
  expect((await open(storage.requests)).request.number).toBeGreaterThan(0);
});

test('a connection that is cut while a transaction waits costs that transaction, not the process', async () => {
  const opened = openPostgres(fresh.url);
  await expect(transactionThatIsCut(opened)).rejects.toBeInstanceOf(Unreachable);
  await opened.close();
});

const transactionThatIsCut = ({ db }: Database) =>
  db.transaction().execute(async (tx) => {
    await tx.selectFrom('counters').selectAll().execute();
    await cutConnections();
    // Until the news has arrived: it comes as an event, to nobody in particular.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tx.selectFrom('counters').selectAll().execute();
  });

test.each([
  ['a silence', (opened: Database) => transactionThatIsCut(opened)],
  ['a conflict of two transactions', ({ db }: Database) => sql.raw(conflict).execute(db)],
])('after %s, whoever waits until our own hand a connection back gets it', async (_, trouble) => {
  const opened = openPostgres(fresh.url);
  await expect(trouble(opened)).rejects.toBeInstanceOf(Unreachable);
  const handBack = await holdAllConnections(opened);
  const waiting = opened.db.selectFrom('counters').selectAll().execute();
  setTimeout(handBack, 400); // longer than a server that is suspected of silence has
  await expect(waiting).resolves.toEqual([]);
  await opened.close();
});

const conflict = `do $$ begin raise exception 'one of two has to go' using errcode = '40P01'; end $$`;

async function holdAllConnections({ db }: Database): Promise<() => void> {
  let handBack = () => {};
  const until = new Promise<void>((resolve) => (handBack = resolve));
  const hold = () =>
    new Promise<void>((held, failed) => {
      const holding = db.connection().execute(async () => {
        held();
        await until;
      });
      holding.catch(failed);
    });
  await Promise.all(Array.from({ length: 10 }, hold));
  return handBack;
}

const requestsIn = (database: Database) =>
  requestStore({
    ...{ database, limits, clock: ownClock(clock), claims: ordinaryClaimTimes },
    ...{ instance: 'this one', trail: auditTrail(database, dataKey) },
  });

test('a statement that is not answered in time leaves nothing behind for whoever comes next', async () => {
  const impatient = openPostgres(fresh.url, 200);
  const requests = requestsIn(impatient);
  await asAdministrator(async (client) => {
    await client.query('begin; lock table requests in exclusive mode');
    await expect(open(requests)).rejects.toBeInstanceOf(Unreachable);
    await client.query('rollback');
  });
  // The number taken in the transaction that was given up is free again.
  expect((await open(requests)).request.number).toBe(1);
  await asAdministrator(async (client) => {
    expect((await client.query('select type from audit')).rows).toEqual([{ type: 'opened' }]);
  });
  await impatient.close();
});

test('of many who want a number, whoever came first is first: nobody waits until the time is up', async () => {
  const patient = openPostgres(fresh.url, 60_000);
  const requests = requestsIn(patient);
  await open(requests);
  const opening: ReturnType<typeof open>[] = [];
  await asAdministrator(async (client) => {
    await client.query('begin; select * from counters for update');
    while (opening.length < 7) {
      opening.push(open(requests));
      while ((await waitingForLocks()) < opening.length);
    }
    await client.query('commit');
  });
  const opened = await Promise.all(opening);
  expect(opened.map(({ request }) => request.number)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  await patient.close();
});

const waitingForLocks = () =>
  asAdministrator(async (client) => {
    const { rows } = await client.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.waiting ?? 0;
  });

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('of a server that has fallen silent a person learns after one wait, however many questions there are', async () => {
  const server = await silenceable(fresh.url);
  const bot = await openFresh({ ...fresh, database: { kind: 'postgres', url: server.url } }, clock);
  const stored = await open(bot.requests);
  server.fallSilent();
  const began = performance.now();
  for (let questions = 0; questions < 10; questions += 1)
    await expect(bot.requests.load(stored.request.id)).rejects.toBeInstanceOf(Unreachable);
  // Ten patient questions would have taken twenty seconds.
  expect(performance.now() - began).toBeLessThan(10_000);
  server.speakAgain();
  await expect(untilAnswered(() => bot.requests.load(stored.request.id))).resolves.toEqual(stored);
  await bot.close();
  server.stop();
});
