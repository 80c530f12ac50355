import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { cardSubject } from '../../src/desk/cards';
import { dueAt, holdsDevice, isOver } from '../../src/request/decide';
import type { HelpRequest } from '../../src/request/help-request';
import { requestId } from '../../src/request/ids';
import { migrate, NewerDatabase } from '../../src/storage/database/migrate';
import { openPostgres } from '../../src/storage/database/postgres';
import { openSqlite } from '../../src/storage/database/sqlite';
import { inState, limits, minute, must, noon, second, tenant, tom } from '../request/stories';
import { anotherDevice, cancelled, confirmed, open, placeIn } from './examples';
import { query } from './as-administrator';
import { describeOnBoth, freshFile, openFresh, standingClock, type Fresh } from './open-for-test';
import { emptyPostgres } from './postgres-for-test';

// A database of the first release, with requests in every state, is what the newest bot opens.

type OldCard = {
  readonly wanted: number;
  readonly shown: number;
  readonly activityId: string | null;
  /** Null: Teams would not take it any more. */
  readonly retryAt: number | null;
};

const cards = {
  shown: { wanted: 3, shown: 3, activityId: 'm1', retryAt: 0 },
  behind: { wanted: 3, shown: 2, activityId: 'm2', retryAt: 0 },
  'never created': { wanted: 1, shown: 0, activityId: null, retryAt: 0 },
  'waiting for a better time': { wanted: 2, shown: 1, activityId: 'm3', retryAt: noon + 5 * minute },
  undeliverable: { wanted: 2, shown: 1, activityId: 'm4', retryAt: null },
} as const satisfies Record<string, OldCard>;

type Old = { readonly request: HelpRequest; readonly card: OldCard };

/** A request in each state with each kind of card, every one for a device of its own. */
const old: readonly Old[] = Object.values(inState).flatMap((state) =>
  Object.values(cards).map((card) => ({
    request: { ...state, id: must(requestId(randomUUID())), device: anotherDevice() },
    card,
  })),
);

/** As the first release wrote it. */
const rowOf = (
  { request, card }: Old,
  number: number,
): RawBuilder<unknown> => sql`insert into requests values (
  ${request.id}, ${tenant}, ${number}, ${tom}, ${request.device.id}, ${request.status}, ${isOver(request)}, 4,
  ${request.openedAt}, ${dueAt(request, limits) ?? null}, 1, ${JSON.stringify({ ...request, number })},
  ${JSON.stringify(placeIn(tenant))}, 'de', ${card.wanted}, ${card.shown}, ${card.activityId}, ${card.retryAt})`;

const trailOf = ({ request }: Old, number: number): RawBuilder<unknown> => sql`insert into audit values (
  ${tenant}, ${number}, ${request.id}, ${noon + number}, 'opened', ${tom}, ${request.device.id}, '{}')`;

async function writeFirstRelease({ database: where }: Fresh): Promise<void> {
  const database = where.kind === 'sqlite' ? openSqlite(where.file) : openPostgres(where.url);
  await migrate(database, '0001-first-tables');
  await sql`insert into counters values (${tenant}, ${old.length}, ${old.length})`.execute(database.db);
  await sql`insert into seen_activities values (${tenant}, 'of something answered', ${noon})`.execute(
    database.db,
  );
  for (const [index, one] of old.entries()) {
    await rowOf(one, index + 1).execute(database.db);
    await trailOf(one, index + 1).execute(database.db);
  }
  await database.close();
}

const kinds: [string, () => Promise<Fresh>][] = [
  ['SQLite', () => Promise.resolve(freshFile())],
  ['PostgreSQL', emptyPostgres],
];

describe.each(kinds)('a database of the first release on %s', (_, fresh) => {
  const clock = standingClock(noon);
  let where: Fresh;
  let storage: Awaited<ReturnType<typeof openFresh>>;
  beforeEach(async () => {
    where = await fresh();
    await writeFirstRelease(where);
    await where.setTime(noon);
    storage = await openFresh(where, clock);
  });
  afterEach(async () => {
    await storage.close();
    await where.remove();
  });

  test('keeps every request as it was', async () => {
    for (const [index, { request }] of old.entries())
      expect(await storage.requests.load(request.id)).toEqual({
        request: { ...request, number: index + 1 },
        version: 4,
      });
  });

  test('keeps every device for whoever has it', async () => {
    for (const { request } of old) {
      const rival = { ...request, id: must(requestId(randomUUID())) };
      const occupant = await storage.requests.occupant(rival);
      expect([request.status, occupant !== undefined]).toEqual([request.status, holdsDevice(request)]);
    }
  });

  test('keeps every card: what is behind is shown, what waits waits, what Teams refused stays so', async () => {
    const behind = await storage.cards.claim({ most: 1000 });
    const expected = old.flatMap(({ request, card }, index) => {
      if (card.wanted === card.shown || card.retryAt === null || card.retryAt > noon) return [];
      return [
        {
          ...{ id: `request/${request.id}/technician`, tenant, person: tom, audience: 'technician' },
          ...{ subject: { kind: 'request', id: request.id }, place: placeIn(tenant), language: 'de' },
          ...{ wanted: card.wanted, shown: card.shown, failures: 0, replaces: false },
          ...{ behindSince: noon + index + 1, claimedUntil: noon + 30 * second },
          ...(card.activityId && { activityId: card.activityId }),
        },
      ];
    });
    const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
    expect([...behind].sort(byId)).toEqual(expected.sort(byId));
    expect((await storage.backlog(noon)).undeliverable).toBe(Object.keys(inState).length);
    clock.pass(6 * minute);
    await where.setTime(clock.now());
    expect((await storage.cards.claim({ most: 1000 })).map(({ activityId }) => activityId)).toContain('m3');
  });

  test('remembers what arrived, and tells nobody that it went unanswered', async () => {
    expect(await query(where.database, 'select hash from seen_activities')).toHaveLength(1);
    expect(await storage.inbox.takeInterrupted(10)).toEqual([]);
  });

  test('goes on: requests are numbered on, pressed, and shown on the card that was there', async () => {
    const isDraft = ({ request, card }: Old) => request.status === 'draft' && card === cards.shown;
    const known = must(await storage.requests.load(must(old.find(isDraft)).request.id));
    await confirmed(storage, known);
    const subject = cardSubject(known);
    expect(await storage.cards.claim({ subject, most: 1 })).toMatchObject([{ activityId: 'm1', wanted: 4 }]);
    const fresh = await open(storage.requests);
    expect(fresh.request.number).toBe(old.length + 1);
    await cancelled(storage, fresh);
  });
});

describeOnBoth('a database on which a newer bot has been at work', (world) => {
  const tomorrow = "'9999-of-tomorrow'";
  const migrations = (change: string) => query(world.fresh.database, change);

  test('is left to it, in a sentence, and as it was', async () => {
    await world.storage.close();
    await migrations(`insert into device_assist_migrations values (${tomorrow}, '2027-01-01')`);
    const older = openFresh(world.fresh, world.clock);
    await expect(older).rejects.toBeInstanceOf(NewerDatabase);
    await expect(older).rejects.toThrow(/newer version.*Start that version again, or restore the backup/u);
    await migrations(`delete from device_assist_migrations where name = ${tomorrow}`);
    world.storage = await openFresh(world.fresh, world.clock);
    expect((await open(world.storage.requests)).request.number).toBe(1);
  });
});
