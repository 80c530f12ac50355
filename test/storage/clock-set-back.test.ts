import { ordinaryCardTimes, type Card } from '../../src/desk/cards';
import { ordinaryClaimTimes } from '../../src/storage/storage';
import { minute, must, second } from '../request/stories';
import { accepted, confirmed, move, open, sending } from './examples';
import { describeOnBoth, openFresh } from './open-for-test';

const hour = 60 * minute;

// What was written before counts from a time that is still to come. That may cost the hour, and never more.

describeOnBoth('a clock that is set back by an hour', (world) => {
  const due = () => world.storage.requests.claimDue(10);
  const cards = () => world.storage.cards.claim({ most: 10 });
  const opened = () => open(world.storage.requests);
  const requested = async () => accepted(world.storage, await sending(world.storage, await opened()));
  const shown = (card: Card) => world.storage.cards.settle(card, { kind: 'shown', activityId: 'm1' });
  const putOff = (card: Card) =>
    world.storage.cards.settle(card, { kind: 'again', after: 30 * second, failed: true });

  test('a request that was taken is taken again after the hour and its lease', async () => {
    await requested();
    await world.pass(10 * second);
    expect(await due()).toHaveLength(1);
    await world.pass(-hour);
    expect(await due()).toEqual([]);
    await world.pass(hour + ordinaryClaimTimes.lease);
    expect(await due()).toHaveLength(1);
  });

  test('whoever starts next takes up at once what was being sent, and looks within seconds', async () => {
    const stored = await sending(world.storage, await opened());
    await world.pass(10 * second - hour);
    await world.storage.close();
    world.storage = await openFresh(world.fresh, world.clock);
    expect(await due()).toMatchObject([{ id: stored.request.id, abandoned: true }]);
    const at = world.clock.now();
    await move(world.storage.requests, stored, { type: 'pass-time', at, abandoned: true });
    await world.pass(2 * second);
    expect(await due()).toMatchObject([{ stored: { request: { status: 'unknown' } } }]);
  });

  test('a card that was taken is taken again after the hour and its lease', async () => {
    const stored = await opened();
    await shown(must((await cards())[0]));
    await confirmed(world.storage, stored);
    expect(await cards()).toHaveLength(1);
    await world.pass(-hour);
    expect(await cards()).toEqual([]);
    await world.pass(hour + ordinaryCardTimes.lease);
    expect(await cards()).toHaveLength(1);
  });

  test('a card that waits for a better time waits for the hour as well, unless there is something newer to show', async () => {
    const stored = await opened();
    await putOff(must((await cards())[0]));
    await world.pass(-hour);
    expect(await cards()).toEqual([]);
    await confirmed(world.storage, stored);
    await putOff(must((await cards())[0]));
    await world.pass(-hour);
    await world.pass(hour + 30 * second);
    expect(await cards()).toHaveLength(1);
  });
});
