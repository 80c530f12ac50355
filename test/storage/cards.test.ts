import type { Card, Shown } from '../../src/desk/cards';
import { ordinaryCardTimes, cardSubject } from '../../src/desk/cards';
import { minute, must, noon, second, tom } from '../request/stories';
import { accepted, cancelled, confirmed, move, open, otherTenant, placeIn, sending } from './examples';
import { describeOnBoth, openFresh } from './open-for-test';

describeOnBoth('cards', (world) => {
  const claim = () => world.storage.cards.claim({ most: 10 });
  const settle = (card: Card, how: Shown) => world.storage.cards.settle(card, how);
  const one = async () => {
    const cards = await claim();
    expect(cards).toHaveLength(1);
    return must(cards[0]);
  };
  const shown = async (activityId = 'm1') => settle(await one(), { kind: 'shown', activityId });
  const opened = () => open(world.storage.requests);

  test('a new request wants its card in the place where it was asked for', async () => {
    const { request } = await opened();
    expect(await one()).toEqual({
      ...{
        id: `request/${request.id}/technician`,
        tenant: request.tenant,
        person: tom,
        audience: 'technician',
      },
      ...{ subject: { kind: 'request', id: request.id }, place: placeIn(request.tenant), language: 'en' },
      ...{ wanted: 1, shown: 0, behindSince: noon, failures: 0, replaces: false },
      claimedUntil: noon + ordinaryCardTimes.lease,
    });
  });

  test('a card is wanted until its newest change was shown', async () => {
    const stored = await opened();
    await shown();
    expect(await claim()).toEqual([]);
    await confirmed(world.storage, stored);
    expect(await one()).toMatchObject({ activityId: 'm1', shown: 1, wanted: 2 });
  });

  test('a look that changes nothing wants nothing newer', async () => {
    const requested = await accepted(world.storage, await sending(world.storage, await opened()));
    await shown();
    await move(world.storage.requests, requested, { type: 'record-sight', at: noon + 5 * second, seen: {} });
    expect(await claim()).toEqual([]);
  });

  test('a change that came while a card was sent is shown next', async () => {
    const stored = await opened();
    const card = await one();
    await confirmed(world.storage, stored);
    expect(await claim()).toEqual([]);
    await settle(card, { kind: 'shown', activityId: 'm1' });
    expect(await one()).toMatchObject({ shown: 1, wanted: 2 });
  });

  test('a wish that was not committed is none', async () => {
    const stored = await opened();
    await shown();
    await confirmed(world.storage, stored);
    await shown();
    await expect(cancelled(world.storage, stored)).rejects.toThrow();
    expect(await claim()).toEqual([]);
  });

  test('of many who come for the same cards at once, on two instances, each card goes to one', async () => {
    const other =
      world.fresh.database.kind === 'postgres' ? await openFresh(world.fresh, world.clock) : undefined;
    for (let many = 0; many < 20; many += 1) await opened();
    const instances = [world.storage, other ?? world.storage];
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) => must(instances[index % 2]).cards.claim({ most: 3 })),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length + (await world.storage.cards.claim({ most: 30 })).length).toBe(20);
    await other?.close();
  });

  test('those of one subject are taken alone when only they are asked for', async () => {
    await opened();
    const { request } = await opened();
    const subject = cardSubject({ request, version: 1 });
    const cards = await world.storage.cards.claim({ subject, most: 10 });
    expect(cards).toMatchObject([{ subject: { kind: 'request', id: request.id } }]);
  });

  test('an update left by a dead sender is done by the next one when the claim has run out', async () => {
    const stored = await opened();
    await shown();
    await confirmed(world.storage, stored);
    await one();
    await world.pass(ordinaryCardTimes.lease - 1);
    expect(await claim()).toEqual([]);
    await world.pass(1);
    expect(await one()).toMatchObject({ activityId: 'm1', replaces: false });
  });

  test('a create left by a dead sender is not repeated for two minutes, and says then what it replaces', async () => {
    await opened();
    await one();
    await world.pass(2 * minute - 1);
    expect(await claim()).toEqual([]);
    await world.pass(1);
    expect(await one()).toMatchObject({ replaces: true });
  });

  test('a create of which nobody knows whether it arrived waits as long, whatever happens meanwhile', async () => {
    const stored = await opened();
    await settle(await one(), { kind: 'lost' });
    await confirmed(world.storage, stored);
    await world.pass(2 * minute - 1);
    expect(await claim()).toEqual([]);
    await world.pass(1);
    expect(await one()).toMatchObject({ replaces: true, wanted: 2 });
  });

  /** Every so many minutes somebody looks for a card to send; how often one was. */
  async function sentWithin(
    minutes: number,
    sent: (card: Card) => Promise<void>,
    every = 2,
  ): Promise<number> {
    let creates = 0;
    for (let passed = 0; passed < minutes; passed += every) {
      for (const card of await claim()) {
        creates += 1;
        await sent(card);
      }
      await world.pass(every * minute);
    }
    return creates;
  }
  const lost = (card: Card) => settle(card, { kind: 'lost' });

  test.each([
    ['of which Teams never says whether they arrived', lost],
    ['whose senders all die', () => Promise.resolve()],
  ])('creates %s fill no chat: each waits longer for the next one, an hour at most', async (_, sent) => {
    await opened();
    expect(await sentWithin(62, sent)).toBe(5);
    expect(await sentWithin(23 * 60, sent, 30)).toBe(23);
    await world.pass(60 * minute);
    await shown();
    expect(await claim()).toEqual([]);
  });

  test('a card that arrived after many lost creates starts anew when its message is gone', async () => {
    const stored = await opened();
    await sentWithin(62, lost);
    await shown();
    await confirmed(world.storage, stored);
    await settle(await one(), { kind: 'gone' });
    await lost(await one());
    await world.pass(2 * minute);
    expect(await one()).toMatchObject({ wanted: 2 });
  });

  /** One card waits for half an hour after lost creates; another one gets through, after so many failures. */
  async function getsThroughAfter(failures: number): Promise<void> {
    await opened();
    await sentWithin(32, lost);
    await opened();
    for (let failed = 0; failed < failures; failed += 1)
      await settle(await one(), { kind: 'again', after: 0, failed: true });
    await shown('m2');
  }

  test('after an outage a lost create is repeated with the others, not at the end of its long wait', async () => {
    await getsThroughAfter(3);
    expect(await one()).toMatchObject({ replaces: true });
  });

  test('a hiccup elsewhere is no reason to repeat a create that Teams keeps losing', async () => {
    await getsThroughAfter(2);
    expect(await claim()).toEqual([]);
    await world.pass(30 * minute);
    expect(await one()).toMatchObject({ replaces: true });
  });

  test('a press on a card of which nobody knew makes it the card: no second one is created', async () => {
    const stored = await opened();
    await settle(await one(), { kind: 'lost' });
    await world.storage.cards.adopt(cardSubject(stored), 'm7');
    expect(await one()).toMatchObject({ activityId: 'm7', replaces: false });
  });

  test('a press on a card that is known changes nothing', async () => {
    const stored = await opened();
    await shown('m1');
    await world.storage.cards.adopt(cardSubject(stored), 'm0');
    await confirmed(world.storage, stored);
    expect(await one()).toMatchObject({ activityId: 'm1' });
  });

  test('a create that certainly was not taken is tried again after its wait, and counted', async () => {
    await opened();
    await settle(await one(), { kind: 'again', after: 5 * second, failed: true });
    await world.pass(5 * second - 1);
    expect(await claim()).toEqual([]);
    await world.pass(1);
    expect(await one()).toMatchObject({ failures: 1, replaces: false });
  });

  test('waiting for its turn counts as no failure', async () => {
    await opened();
    await settle(await one(), { kind: 'again', after: second, failed: false });
    await world.pass(second);
    expect(await one()).toMatchObject({ failures: 0 });
  });

  test('a new state is worth a new try at once', async () => {
    const stored = await opened();
    await settle(await one(), { kind: 'again', after: minute, failed: true });
    await confirmed(world.storage, stored);
    expect(await one()).toMatchObject({ wanted: 2 });
  });

  test('the first card that gets through again calls the waiting ones of its tenant back', async () => {
    const first = await opened();
    await opened();
    await open(world.storage.requests, { tenant: otherTenant });
    for (const card of await claim()) await settle(card, { kind: 'again', after: minute, failed: true });
    await confirmed(world.storage, first);
    await shown();
    expect(await one()).toMatchObject({ failures: 1, tenant: first.request.tenant });
  });

  test('what a card shows never goes backwards, and a known message stays the card', async () => {
    const stored = await opened();
    const slow = await one();
    await world.storage.cards.adopt(cardSubject(stored), 'm1');
    await confirmed(world.storage, stored);
    await world.pass(ordinaryCardTimes.lease);
    await shown('m1');
    await settle(slow, { kind: 'shown', activityId: 'm2' });
    expect(await claim()).toEqual([]);
    await settle(slow, { kind: 'shown', activityId: 'm1' });
    expect(await claim()).toEqual([]);
  });

  test('a create that answers late is written down all the same', async () => {
    const stored = await opened();
    const slow = await one();
    await world.pass(minute);
    await settle(slow, { kind: 'shown', activityId: 'm1' });
    await confirmed(world.storage, stored);
    expect(await one()).toMatchObject({ activityId: 'm1', replaces: false });
  });

  test('an update that answers late leaves the card with whoever sends something newer by now', async () => {
    const stored = await opened();
    await shown();
    const pressed = await confirmed(world.storage, stored);
    const slow = await one();
    await cancelled(world.storage, pressed);
    await world.pass(ordinaryCardTimes.lease);
    const newer = await one();
    await settle(slow, { kind: 'shown', activityId: 'm1' });
    expect(await claim()).toEqual([]);
    await settle(newer, { kind: 'shown', activityId: 'm1' });
    await world.pass(ordinaryCardTimes.lease);
    expect(await claim()).toEqual([]);
  });

  test('who lost the claim has no say any more', async () => {
    const stored = await opened();
    await shown();
    await confirmed(world.storage, stored);
    const slow = await one();
    await world.pass(ordinaryCardTimes.lease);
    await one();
    await settle(slow, { kind: 'undeliverable' });
    await settle(slow, { kind: 'again', after: 0, failed: false });
    expect(await claim()).toEqual([]);
    await world.pass(ordinaryCardTimes.lease);
    expect(await one()).toMatchObject({ failures: 0 });
  });

  test('a message that is gone is created anew; a conversation that is gone, in another one', async () => {
    const stored = await opened();
    await shown();
    await confirmed(world.storage, stored);
    await settle(await one(), { kind: 'gone' });
    const anew = await one();
    expect(anew).not.toHaveProperty('activityId');
    const place = { ...anew.place, conversation: 'a:other' };
    await settle(anew, { kind: 'gone', place });
    expect(await one()).toMatchObject({ place, replaces: false });
  });

  test('what Teams will not take is not tried again, until a press shows that it does', async () => {
    const stored = await opened();
    await settle(await one(), { kind: 'undeliverable' });
    const next = await confirmed(world.storage, stored);
    await world.pass(minute);
    expect(await claim()).toEqual([]);
    await world.storage.cards.adopt(cardSubject(next), 'm1');
    // Giving up was news for all cards of the subject.
    expect(await one()).toMatchObject({ activityId: 'm1', wanted: 3 });
  });
});
