import { inState, minute, noon, second } from '../request/stories';
import { accepted, anotherDevice, cancelled, confirmed, open, otherTenant, sending } from './examples';
import { describeOnBoth } from './open-for-test';
import type { HelpRequest } from '../../src/request/help-request';

describeOnBoth('the backlog', (world) => {
  const at = (now: number) => world.storage.backlog(now);
  const shown = (id: HelpRequest['id'], change: number) =>
    world.storage.requests.cardShown(id, { activityId: 'm1', shown: change });

  test('of an empty database is nothing', async () => {
    const { open: byState, ...rest } = await at(noon);
    expect(rest).toEqual({ opened: 0 });
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

  test('names the time of the state that has been missing on its card for longest', async () => {
    const first = await open(world.storage.requests, { at: noon });
    const younger = await open(world.storage.requests, { at: noon + minute });
    expect((await at(noon)).unshownSince).toBe(noon);
    await shown(first.request.id, 1);
    expect((await at(noon)).unshownSince).toBe(noon + minute);
    await shown(younger.request.id, 1);
    expect((await at(noon)).unshownSince).toBeUndefined();
    await confirmed(world.storage, first, noon + 5 * second);
    expect((await at(noon)).unshownSince).toBe(noon + 5 * second);
  });

  test('leaves out a card that Teams will not take any more', async () => {
    const { request } = await open(world.storage.requests);
    await world.storage.requests.cardFailed(request.id, 'never');
    expect((await at(noon)).unshownSince).toBeUndefined();
  });
});
