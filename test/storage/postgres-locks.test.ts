import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import type { Bucket } from '../../src/desk/ports';
import { Unreachable } from '../../src/desk/troubles';
import { ordinaryCaseLimits } from '../../src/request/case/case';
import { openCase } from '../../src/request/case/evolve-case';
import { caseId } from '../../src/request/ids';
import { openPostgres } from '../../src/storage/database/postgres';
import type { Storage } from '../../src/storage/storage';
import { minute, must, noon, second, tenant, tom } from '../request/stories';
import { query } from './as-administrator';
import { open, placeIn } from './examples';
import { openFresh, standingClock, untilAnswered, type Fresh } from './open-for-test';
import { freshPostgres } from './postgres-for-test';

// Who holds what, and who waits for it: nobody waits for somebody who waits for him, and nobody for ever.

const clock = standingClock(noon);
let fresh: Fresh & { readonly url: string };
let storage: Storage;

beforeEach(async () => {
  fresh = await freshPostgres();
  await fresh.setTime(noon);
  storage = await openFresh(fresh, clock);
});

afterEach(async () => {
  await storage.close();
  await fresh.remove();
});

/** Somebody in the middle of a transaction, until the work is done. */
async function beside<T>(sql: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: fresh.url });
  await client.connect();
  try {
    await client.query(`begin; ${sql}`);
    return await work(client);
  } finally {
    await client.end();
  }
}

const chat: Bucket = { of: ['sends', tenant, 'chat'], rate: { burst: 1, every: minute } };
const everybodys: Bucket = { of: ['sends', tenant], rate: { burst: 1, every: second } };

test('whoever is told how long a bucket stays empty has written to none', async () => {
  await storage.buckets.take([chat]);
  await storage.buckets.take([everybodys]);
  const written = () =>
    query(fresh.database, 'select hash, xmin::text, ctid::text from buckets order by hash');
  const before = await written();
  expect(await storage.buckets.take([chat, everybodys])).toEqual({ until: noon + minute });
  expect(await written()).toEqual(before);
});

test('sweeping waits for no bucket that somebody takes from', async () => {
  await storage.buckets.take([chat]);
  await storage.buckets.take([everybodys]);
  await fresh.setTime(noon + minute);
  await beside('select * from buckets limit 1 for update', () => storage.sweep(noon));
  expect(await query(fresh.database, 'select 1 from buckets')).toHaveLength(1);
});

test('a transaction that says nothing any more ends by itself, and the others get on', async () => {
  const frozen = openPostgres(fresh.url, 200);
  const held = frozen.db.transaction().execute(async (tx) => {
    await sql`lock table requests in exclusive mode`.execute(tx);
    await untilAnswered(() => open(storage.requests));
    await tx.selectFrom('counters').selectAll().execute();
  });
  await expect(held).rejects.toBeInstanceOf(Unreachable);
  await frozen.close();
});

test('of two transactions that wait for each other, both are written: the one that PostgreSQL ends begins anew', async () => {
  const opened = openPostgres(fresh.url);
  const { db } = opened;
  await sql`create table counted (name text primary key, times int not null)`.execute(db);
  await sql`insert into counted values ('a', 0), ('b', 0)`.execute(db);
  let [begun, written] = [0, 0];
  const count = (...names: string[]) =>
    db.transaction().execute(async (tx) => {
      begun += 1;
      for (const name of names) {
        await sql`update counted set times = times + 1 where name = ${name}`.execute(tx);
        written += 1;
        while (written < 2) await new Promise((resolve) => setImmediate(resolve));
      }
    });
  await Promise.all([count('a', 'b'), count('b', 'a')]);
  const { rows } = await sql`select times from counted`.execute(db);
  expect(rows).toEqual([{ times: 2 }, { times: 2 }]);
  expect(begun).toBe(3);
  await opened.close();
});

test('a bot that slept through its own transaction is told so as if it had had no answer', async () => {
  const opened = openPostgres(fresh.url);
  const tooLate = sql.raw(`do $$ begin raise exception 'you slept' using errcode = '25P03'; end $$`);
  await expect(tooLate.execute(opened.db)).rejects.toBeInstanceOf(Unreachable);
  await opened.close();
});

const home = { ...placeIn(tenant), kind: 'channel' as const };

async function openCaseWith(...audiences: ('channel' | 'requester')[]): Promise<void> {
  const subject = {
    ...{ id: must(caseId(randomUUID())), tenant, text: 'it flickers' },
    urgency: 'normal',
  } as const;
  await storage.cases.open(
    (number) =>
      openCase({ ...subject, number, requester: { id: tom, name: 'Tom' } }, noon, ordinaryCaseLimits),
    { home, language: 'en', cards: audiences.map((audience) => ({ audience, place: home, language: 'en' })) },
  );
}

const findMoved = () => storage.places.moved(home, 'https://smba.trafficmanager.net/amer/');

test.each([
  ['finds that their place has moved', () => Promise.resolve(findMoved)],
  ['gives one of them up', toGiveUpOne],
])('whoever %s takes the cards by the order of their ids', async (_, prepared) => {
  await openCaseWith('requester', 'channel');
  await withoutIndexes();
  const change = await prepared();
  // What is written anew is found last.
  await query(fresh.database, `update cards set language = 'de' where audience = 'channel'`);
  await beside(`select 1 from cards where audience = 'channel' for update`, async (holding) => {
    const changing = change();
    while ((await waitingForLocks(holding)) === 0);
    await holding.query(`select 1 from cards where audience = 'requester' for update nowait`);
    await holding.query('commit');
    await changing;
  });
});

async function toGiveUpOne(): Promise<() => Promise<void>> {
  const [card] = await storage.cards.claim({ most: 2 });
  return () => storage.cards.settle(must(card), { kind: 'undeliverable' });
}

async function withoutIndexes(): Promise<void> {
  const name = new URL(fresh.url).pathname.slice(1);
  for (const scan of ['indexscan', 'bitmapscan'])
    await query(fresh.database, `alter database ${name} set enable_${scan} = off`);
  await storage.close();
  storage = await openFresh(fresh, clock);
}

test('whoever finds that a place has moved takes the cases before their cards, as a change of a case does', async () => {
  await openCaseWith('channel');
  await beside('select * from cases for update', async (changing) => {
    const moving = findMoved();
    while ((await waitingForLocks(changing)) === 0);
    await changing.query('select * from cards for update nowait');
    await changing.query('commit');
    await moving;
  });
  const [moved] = await query(fresh.database, 'select place_json from cards');
  expect(moved?.['place_json']).toContain('/amer/');
});

async function waitingForLocks(client: Client): Promise<number> {
  const { rows } = await client.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.waiting ?? 0;
}
