import type { Received } from '../../src/desk/ports';
import { Unreachable } from '../../src/desk/troubles';
import { ordinaryClaimTimes, type Storage } from '../../src/storage/storage';
import { minute, must, noon, second, tenant, tom } from '../request/stories';
import { query } from './as-administrator';
import { otherTenant, placeIn } from './examples';
import {
  describeOnBoth,
  openFresh,
  standingClock,
  untilAnswered,
  type Fresh,
  type World,
} from './open-for-test';
import { freshPostgres } from './postgres-for-test';
import { silenceable } from './silenceable';

const day = 24 * 60 * minute;
const { lease, instanceLease } = ordinaryClaimTimes;

const message = (activityId = 'f:1'): Received => ({
  ...{ person: tom, tenant, account: '29:1tom', place: placeIn(tenant), locale: 'de-DE', activityId },
});

/** The bot is gone, and its successor is there. */
async function replace(world: World): Promise<void> {
  await world.storage.close();
  world.storage = await openFresh(world.fresh, world.clock);
}

const take = ({ storage }: World) => storage.inbox.takeInterrupted(10);
const written = ({ fresh }: World) => query(fresh.database, 'select * from seen_activities');

describeOnBoth('the inbox', (world) => {
  test('an activity is new once in its conversation, and again when a day has passed', async () => {
    const { inbox } = world.storage;
    const again = () => inbox.isNew(placeIn(tenant), 'f:1');
    const arrived = await Promise.all([again(), again(), again(), again()]);
    expect(arrived.filter(Boolean)).toHaveLength(1);
    const elsewhere = { ...placeIn(tenant), conversation: 'a:other' };
    expect(await inbox.isNew(elsewhere, 'f:1')).toBe(true);
    expect(await inbox.isNew(placeIn(otherTenant), 'f:1')).toBe(true);
    expect(await inbox.isNew(placeIn(tenant), 'f:2')).toBe(true);
    world.clock.pass(day);
    await world.storage.sweep(world.clock.now());
    expect(await again()).toBe(true);
  });

  test('a message is received once, however often it is delivered', async () => {
    const { inbox } = world.storage;
    const received = await Promise.all([1, 2, 3].map(() => inbox.receive(message())));
    expect(received.filter(Boolean)).toHaveLength(1);
    await inbox.close(message());
    expect(await inbox.receive(message())).toBe(false);
  });

  test('who wrote is known until they have an answer, their name and words never', async () => {
    const { inbox } = world.storage;
    const more = { ...message(), name: 'Tom Keller', text: 'help me with LAPTOP-7' };
    await inbox.receive(more);
    const before = JSON.stringify(await written(world));
    expect(before).toContain('29:1tom');
    expect(before).not.toMatch(/Keller|LAPTOP/u);
    await inbox.close(message());
    const [row] = await written(world);
    expect(row).toMatchObject({ answered_by: null, person: null, sender_json: null });
    expect(JSON.stringify(row)).not.toMatch(/29:1tom|a:chat/u);
  });

  test('what a bot answers is nobody else’s, and not interrupted for itself', async () => {
    await world.storage.inbox.receive(message());
    await world.pass(minute);
    expect(await take(world)).toEqual([]);
  });

  test('what a bot leaves unanswered is taken by its successor, once at a time, after waits that grow', async () => {
    await world.storage.inbox.receive(message());
    await world.storage.inbox.receive(message('f:2'));
    await world.storage.inbox.close(message('f:2'));
    await replace(world);
    const taken = await Promise.all([take(world), take(world)]);
    expect(taken.flat()).toEqual([{ ...message(), isLastTry: false }]);
    await world.pass(lease - 1);
    expect(await take(world)).toEqual([]);
    await world.pass(1);
    expect(await take(world)).toHaveLength(1);
    await world.pass(lease);
    expect(await take(world)).toEqual([]);
    await world.pass(lease);
    expect(await take(world)).toHaveLength(1);
  });

  test('what was told is not told again, and its delivery is not answered either', async () => {
    await world.storage.inbox.receive(message());
    await replace(world);
    expect(await world.storage.inbox.receive(message())).toBe(false);
    for (const one of await take(world)) await world.storage.inbox.close(one);
    await world.pass(minute);
    expect(await take(world)).toEqual([]);
    expect(await world.storage.inbox.receive(message())).toBe(false);
  });

  test('whoever cannot be told within an hour is left', async () => {
    await world.storage.inbox.receive(message());
    await replace(world);
    let tries = 0;
    for (let isLast = false; !isLast; tries += 1) {
      await world.pass(tries * lease);
      const [one] = await take(world);
      isLast = must(one).isLastTry;
    }
    expect(tries).toBe(15);
    expect(world.clock.now() - noon).toBeLessThan(60 * minute);
  });
});

describe('two bots on PostgreSQL', () => {
  const clock = standingClock(noon);
  let fresh: Fresh;
  let one: Storage;
  let other: Storage;

  beforeEach(async () => {
    fresh = await freshPostgres();
    await fresh.setTime(clock.now());
    one = await openFresh(fresh, clock, 'one');
    other = await openFresh(fresh, clock, 'other');
    await one.inbox.receive(message());
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await fresh.remove();
  });

  const pass = async (milliseconds: number, ...alive: readonly Storage[]) => {
    for (let passed = 0; passed < milliseconds; passed += instanceLease / 5) {
      clock.pass(instanceLease / 5);
      await fresh.setTime(clock.now());
      for (const bot of alive) await bot.signOfLife();
    }
  };
  const takes = (bot: Storage) => bot.inbox.takeInterrupted(10);

  test('of one that is dead the other takes it at once', async () => {
    const again = await openFresh(fresh, clock, 'one');
    expect(await takes(other)).toHaveLength(1);
    await again.close();
  });

  test('of one that is silent the other takes it when its lease is over', async () => {
    await pass(instanceLease - second, other);
    expect(await takes(other)).toEqual([]);
    await pass(2 * second, other);
    expect(await takes(one)).toEqual([]);
    expect(await takes(other)).toHaveLength(1);
  });

  test('after a time without the database for both, the other waits for a sign of life', async () => {
    await pass(10 * instanceLease);
    expect(await takes(other)).toEqual([]);
    await other.signOfLife();
    expect(await takes(other)).toEqual([]);
    await pass(10 * instanceLease, one, other);
    expect(await takes(other)).toEqual([]);
    await pass(2 * instanceLease, other);
    expect(await takes(other)).toHaveLength(1);
  });

  test('what another one answers cannot be closed, what is taken from a silent one can, should it wake up', async () => {
    await other.inbox.close(message());
    await pass(2 * instanceLease, other);
    expect(await takes(other)).toHaveLength(1);
    await one.inbox.close(message());
    await pass(lease, other);
    expect(await takes(other)).toEqual([]);
  });
});

test('what was answered while the database was away is written down when it is back', async () => {
  const fresh = await freshPostgres();
  const way = await silenceable(fresh.url);
  const clock = standingClock(noon);
  const bot = await openFresh({ ...fresh, database: { kind: 'postgres', url: way.url } }, clock);
  await bot.inbox.receive(message());
  way.fallSilent();
  await bot.inbox.close(message());
  await expect(bot.inbox.closeAgain()).rejects.toBeInstanceOf(Unreachable);
  way.speakAgain();
  await untilAnswered(() => bot.inbox.closeAgain());
  const [row] = await query(fresh.database, 'select * from seen_activities');
  expect(row).toMatchObject({ answered_by: null, sender_json: null });
  await bot.close();
  way.stop();
  await fresh.remove();
});
