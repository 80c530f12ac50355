import Libsql from 'libsql';
import { Client } from 'pg';
import { cardSubject } from '../../src/desk/cards';
import { followSessions } from '../../src/desk/follow-sessions';
import type { Due, Stored } from '../../src/desk/ports';
import { ordinaryClaimTimes, type Storage } from '../../src/storage/storage';
import { deskInMemory } from '../desk/desk-in-memory';
import { limits, minute, must, noon, second, tenant, tom } from '../request/stories';
import { query } from './as-administrator';
import { accepted, anotherDevice, cancelled, confirmed, move, open, sending } from './examples';
import { describeOnBoth, openFresh, standingClock, type Fresh } from './open-for-test';
import { freshPostgres } from './postgres-for-test';

const numbersOf = (due: readonly Due[]) => due.map(({ stored }) => must(stored).request.number);

describeOnBoth('due requests', (world) => {
  const claim = (most = 10) => world.storage.requests.claimDue(most);
  const opened = (at = noon) => open(world.storage.requests, { at, device: anotherDevice() });
  const requested = async () => accepted(world.storage, await sending(world.storage, await opened()));

  test('what time can change is due when it is, the longest due first', async () => {
    const late = await opened(noon + minute);
    const early = await opened();
    await cancelled(world.storage, await opened());
    await world.pass(9 * minute);
    expect(await claim()).toEqual([]);
    await world.pass(2 * minute);
    expect(numbersOf(await claim(1))).toEqual([early.request.number]);
    expect(numbersOf(await claim())).toEqual([late.request.number]);
  });

  test('one that was taken is left alone until it was changed, or the claim has run out', async () => {
    const stored = await requested();
    await world.pass(10 * second);
    const [due] = await claim();
    expect(due).toEqual({ id: stored.request.id, stored, abandoned: true, failures: 0 });
    expect(await claim()).toEqual([]);
    await world.pass(ordinaryClaimTimes.lease - 1);
    expect(await claim()).toEqual([]);
    await world.pass(1);
    expect(await claim()).toHaveLength(1);
    await move(world.storage.requests, stored, { type: 'record-sight', at: noon, seen: {} });
    expect(await claim()).toHaveLength(1);
  });

  test('what was sent comes before what is to be sent', async () => {
    const postponed = await move(world.storage.requests, await confirmed(world.storage, await opened()), {
      ...{ type: 'postpone', why: 'not-reached', at: noon },
    });
    const sent = await requested();
    await world.pass(10 * second);
    expect(numbersOf(await claim())).toEqual([sent.request.number, postponed.request.number]);
  });

  test('what a living bot is about to send is nobody else’s, and its own when the time has come', async () => {
    await move(world.storage.requests, await confirmed(world.storage, await opened()), {
      ...{ type: 'postpone', why: 'intune-busy', at: noon, until: noon + minute },
    });
    await world.pass(minute - 1);
    await world.storage.signOfLife();
    expect(await claim()).toEqual([]);
    await world.pass(1);
    expect(await claim()).toMatchObject([{ abandoned: false }]);
  });

  describe('that our own code fails on', () => {
    const write = async (state: string, { request }: Stored) => {
      const { database } = world.fresh;
      if (database.kind === 'sqlite') {
        const file = new Libsql(database.file);
        file.prepare('update requests set state = ? where id = ?').run([state, request.id]);
        file.close();
      } else {
        const client = new Client({ connectionString: database.url });
        await client.connect();
        await client.query('update requests set state = $1 where id = $2', [state, request.id]);
        await client.end();
      }
    };

    test.each(['no JSON', '{}', 'null', '{"id":"somebody else"}'])(
      'a state that reads %s stops none of the others',
      async (state) => {
        await write(state, await opened());
        const sound = await opened();
        await world.pass(11 * minute);
        const due = await claim();
        expect(due.map(({ stored }) => stored?.request.number)).toEqual([undefined, sound.request.number]);
        const own = await world.storage.requests.ofTechnician(tenant, tom, { open: true, most: 10 });
        expect(own.map(({ request }) => request.number)).toEqual([sound.request.number]);
      },
    );

    test('it comes again after growing waits, and after five failures not any more', async () => {
      await opened();
      await world.pass(11 * minute);
      for (const wait of [2, 4, 8, 16]) {
        expect(await world.storage.requests.fail(must((await claim())[0]))).toBe('again');
        await world.pass(wait * second - 1);
        expect(await claim()).toEqual([]);
        await world.pass(1);
      }
      expect(await world.storage.requests.fail(must((await claim())[0]))).toBe('quarantined');
      await world.pass(60 * minute);
      expect(await claim()).toEqual([]);
      expect(await world.storage.backlog(noon)).toMatchObject({ quarantined: 1 });
    });

    test('its card has to say that nobody follows it', async () => {
      const stored = await requested();
      const subject = cardSubject(stored);
      const [card] = await world.storage.cards.claim({ subject, most: 1 });
      await world.storage.cards.settle(must(card), { kind: 'shown', activityId: 'm1' });
      for (let failures = 0; failures < 5; failures += 1)
        await world.storage.requests.fail({ id: stored.request.id, stored, abandoned: false, failures });
      expect(await world.storage.requests.load(stored.request.id)).toMatchObject({ isLeftAlone: true });
      expect(await world.storage.cards.claim({ subject, most: 1 })).toHaveLength(1);
    });

    test('it holds no device any more, and a press that succeeds brings it back', async () => {
      const stored = await requested();
      const rival = { ...(await opened()).request, device: stored.request.device };
      for (let failures = 0; failures < 5; failures += 1)
        await world.storage.requests.fail({ id: stored.request.id, stored, abandoned: false, failures });
      expect(await world.storage.requests.occupant(rival)).toBeUndefined();
      await move(world.storage.requests, stored, { type: 'check-again', by: tom, at: noon + minute });
      expect(await world.storage.backlog(noon)).toMatchObject({ quarantined: 0 });
      expect(await world.storage.requests.occupant(rival)).toBeDefined();
    });

    test('a success in between starts the count anew', async () => {
      const stored = await requested();
      await world.pass(10 * second);
      await world.storage.requests.fail(must((await claim())[0]));
      await move(world.storage.requests, stored, { type: 'record-sight', at: noon, seen: {} });
      await world.pass(minute);
      expect(await claim()).toMatchObject([{ failures: 0 }]);
    });
  });
});

describe('several bots on one PostgreSQL', () => {
  const clock = standingClock(noon);
  let fresh: Fresh;
  let one: Storage;
  let other: Storage;
  const pass = async (milliseconds: number) => {
    clock.pass(milliseconds);
    await fresh.setTime(clock.now());
  };
  beforeEach(async () => {
    clock.pass(noon - clock.now());
    fresh = await freshPostgres();
    await fresh.setTime(noon);
    one = await openFresh(fresh, clock, 'one');
    other = await openFresh(fresh, clock, 'other');
  });
  afterEach(async () => {
    await one.close();
    await other.close();
    await fresh.remove();
  });
  const opened = () => open(one.requests, { device: anotherDevice() });

  test('share out what is due: each request is taken by one of them', async () => {
    for (let many = 0; many < 40; many += 1) await opened();
    await pass(11 * minute);
    const taken = await Promise.all(
      Array.from({ length: 16 }, (_, index) => (index % 2 ? one : other).requests.claimDue(4)),
    );
    const ids = taken.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length + (await one.requests.claimDue(50)).length).toBe(40);
  });

  test('a confirmation goes to another one as soon as its bot has been silent for its lease', async () => {
    await confirmed(one, await opened());
    await pass(ordinaryClaimTimes.instanceLease - 1);
    expect(await other.requests.claimDue(10)).toEqual([]);
    await pass(1);
    expect(await other.requests.claimDue(10)).toMatchObject([{ abandoned: true }]);
  });

  test('a sign of life keeps it', async () => {
    await confirmed(one, await opened());
    await pass(ordinaryClaimTimes.instanceLease - 1);
    await one.signOfLife();
    await pass(second);
    expect(await other.requests.claimDue(10)).toEqual([]);
  });

  test('what a silent bot may have sent waits for the lease of the sending, not only for that of the bot', async () => {
    await sending(one, await opened());
    await pass(limits.lease);
    expect(await other.requests.claimDue(10)).toEqual([]);
    await pass(2 * second);
    expect(await other.requests.claimDue(10)).toMatchObject([{ abandoned: true }]);
  });

  test('the successor of a dead bot takes up at once what that one held, sent or not', async () => {
    const requested = await accepted(one, await sending(one, await opened()));
    await pass(10 * second);
    await one.signOfLife();
    await one.requests.claimDue(10);
    await one.cards.claim({ most: 10 });
    await confirmed(one, await opened());
    await sending(one, await opened());
    await other.signOfLife();
    const cards = await other.cards.claim({ most: 10 });
    expect(await other.requests.claimDue(10)).toEqual([]);
    const again = await openFresh(fresh, clock, 'one');
    const due = await again.requests.claimDue(10);
    expect(due.map(({ stored }) => must(stored).request.status).sort()).toEqual([
      'confirmed',
      'requested',
      'sending',
    ]);
    expect(due).toContainEqual(expect.objectContaining({ id: requested.request.id }));
    expect(due.every(({ abandoned }) => abandoned)).toBe(true);
    expect(cards).toHaveLength(2);
    await again.close();
  });

  test('a bot that stops hands back what it held', async () => {
    await confirmed(one, await opened());
    await one.close();
    expect(await other.requests.claimDue(10)).toMatchObject([{ abandoned: true }]);
    one = await openFresh(fresh, clock, 'one');
  });

  test('a newer bot that changes the schema under an older one puts that one out of work, and no request to blame', async () => {
    await accepted(one, await sending(one, await opened()));
    const { desk, world } = deskInMemory({ requests: one.requests, vault: one.vault, clock: one.clock });
    world.signedIn = false; // so that the vault is asked
    expect(await one.isReady()).toBe(true);
    await query(fresh.database, 'alter table secrets rename column sealed to sealed_better');
    await query(
      fresh.database,
      "insert into device_assist_migrations values ('9999-of-tomorrow', '2027-01-01')",
    );
    for (let passes = 0; passes < 6; passes += 1) {
      await pass(ordinaryClaimTimes.lease);
      await followSessions(desk);
    }
    await pass(ordinaryClaimTimes.lease);
    expect(await one.requests.claimDue(10)).toMatchObject([{ failures: 0 }]);
    expect(await one.isReady()).toBe(false);
  });

  test.each([-10 * minute, 10 * minute])(
    'a bot whose clock is wrong by %d ms reads the time from the database',
    async (skew) => {
      const wrong = { ...standingClock(noon + skew), monotonic: () => clock.monotonic() };
      const skewed = await openFresh(fresh, wrong, 'skewed');
      expect(skewed.clock.now()).toBe(noon);
      await pass(5 * second);
      expect(skewed.clock.now()).toBe(noon + 5 * second);
      const bearer = { tenant, person: tom, conversation: 'a:chat' };
      const ticket = await skewed.tickets.issue('verify', bearer, { person: tom }, noon + minute);
      expect(await one.tickets.read('verify', ticket)).toMatchObject({ expired: false });
      expect(await skewed.tickets.read('verify', ticket)).toMatchObject({ expired: false });
      await skewed.close();
    },
  );

  test('a bot that was held up hears the time again with the next request that it reads', async () => {
    const stored = await opened();
    await fresh.setTime(noon + 30 * minute); // the process stood still, its monotonic clock too
    expect(one.clock.now()).toBe(noon);
    await one.requests.load(stored.request.id);
    expect(one.clock.now()).toBe(noon + 30 * minute);
  });
});
