import { inState, minute, noon } from '../request/stories';
import { accepted, anotherDevice, cancelled, confirmed, open, otherTenant, sending } from './examples';
import { describeOnBoth } from './open-for-test';
import type { Shown } from '../../src/desk/cards';

describeOnBoth('the backlog', (world) => {
  const at = (now: number) => world.storage.backlog(now);
  /** Shows the newest state of every card that may be tried. */
  const settleAll = async (how: Shown) => {
    for (const card of await world.storage.cards.claim({ most: 10 }))
      await world.storage.cards.settle(card, how);
  };

  test('of an empty database is nothing', async () => {
    const { open: byState, ...rest } = await at(noon);
    expect(rest).toEqual({ opened: 0, undeliverable: 0, quarantined: 0 });
    expect(new Set(Object.values(byState))).toEqual(new Set([0]));
  });

  test('counts open requests of all tenants by state, and those that are over only among all', async () => {
    await open(world.storage.requests);
    await open(world.storage.requests, { tenant: otherTenant });
    await confirmed(world.storage, await open(world.storage.requests));
    await accepted(world.storage, await sending(world.storage, await open(world.storage.requests)));
    await cancelled(world.storage, await open(world.storage.requests));
    const { open: byState, opened } = await at(noon);
    expect(byState).toEqual({
      ...{ draft: 2, confirmed: 1, sending: 0, requested: 1, unknown: 0 },
      ...{ 'no-link': 0, 'needs-human': 0, ready: 0 },
    });
    expect(opened).toBe(5);
  });

  test('counts a request in every state that is not over, since each of them is due some day', async () => {
    for (const state of Object.values(inState)) {
      const first = await open(world.storage.requests, { device: anotherDevice() });
      const { id, number, device } = first.request;
      await world.storage.requests.commit(first, { ...state, id, number, device }, []);
    }
    const { open: byState } = await at(noon);
    expect(new Set(Object.values(byState))).toEqual(new Set([1]));
  });

  test('names the time since which the oldest request is due, and none before', async () => {
    await open(world.storage.requests, { at: noon + minute });
    await open(world.storage.requests, { at: noon });
    expect((await at(noon + 9 * minute)).dueSince).toBeUndefined();
    expect((await at(noon + 30 * minute)).dueSince).toBe(noon + 10 * minute);
  });

  test('names the time since which a card has been without its state for longest', async () => {
    const first = await open(world.storage.requests);
    expect((await at(noon)).unshownSince).toBe(noon);
    await settleAll({ kind: 'shown', activityId: 'm1' });
    expect((await at(noon)).unshownSince).toBeUndefined();
    await world.pass(minute);
    await open(world.storage.requests);
    await world.pass(minute);
    const next = await confirmed(world.storage, first);
    expect((await at(noon)).unshownSince).toBe(noon + minute);
    await world.pass(minute);
    await cancelled(world.storage, next);
    await settleAll({ kind: 'undeliverable' });
    expect((await at(noon)).unshownSince).toBeUndefined();
  });

  test('counts cards that Teams will not take any more, and leaves them out of what is missing', async () => {
    await open(world.storage.requests);
    await settleAll({ kind: 'undeliverable' });
    expect(await at(noon)).toMatchObject({ undeliverable: 1 });
    expect((await at(noon)).unshownSince).toBeUndefined();
  });
});
