import { DeviceOccupied, VersionConflict } from '../../src/desk/troubles';
import type { Stored } from '../../src/desk/ports';
import { OCCUPYING } from '../../src/request/decide';
import { ana, inState, laptop, minute, noon, second, tenant, tom } from '../request/stories';
import {
  accepted,
  anotherDevice,
  cancelled,
  confirmed,
  graphAccess,
  move,
  open,
  otherTenant,
  sending,
} from './examples';
import { describeOnBoth } from './open-for-test';

describeOnBoth('requests', (world) => {
  const inDatabase = (stored: Stored) => world.storage.requests.load(stored.request.id);
  const numbers = (requests: readonly Stored[]) => requests.map(({ request }) => request.number);

  test('a request is numbered within its tenant and comes back as it was written', async () => {
    const first = await open(world.storage.requests);
    const second = await open(world.storage.requests);
    const elsewhere = await open(world.storage.requests, { tenant: otherTenant });
    expect(numbers([first, second, elsewhere])).toEqual([1, 2, 1]);
    expect(first).toMatchObject({ version: 1 });
    expect(await inDatabase(first)).toEqual(first);
  });

  test('requests opened at the same time get different numbers', async () => {
    const opened = await Promise.all(Array.from({ length: 12 }, () => open(world.storage.requests)));
    expect(numbers(opened).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });

  describe('asked for again with the same words', () => {
    const ask = (how: Parameters<typeof open>[1] = {}) =>
      open(world.storage.requests, { asked: 'my laptop', ...how });

    test('at the same time, however often, opens one card', async () => {
      const results = await Promise.allSettled(Array.from({ length: 6 }, () => ask()));
      const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(opened).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected')
          expect(result.reason).toMatchObject({ name: 'AlreadyAsked', stored: opened[0] });
      expect((await open(world.storage.requests)).request.number).toBe(2);
    });

    test('opens another card when the first was pressed, or closed', async () => {
      await confirmed(world.storage, await ask());
      await cancelled(world.storage, await ask());
      await expect(ask()).resolves.toBeDefined();
    });

    test.each([
      ['by somebody else', { technician: { id: ana, name: 'Ana Souza' } }],
      ['for another device', { device: anotherDevice() }],
      ['in another tenant', { tenant: otherTenant }],
      ['with other words', { asked: 'the laptop' }],
      ['by a button', { asked: undefined }],
    ])('%s, is another request', async (_, how) => {
      await ask();
      await expect(ask(how)).resolves.toBeDefined();
      await expect(open(world.storage.requests)).resolves.toBeDefined();
    });
  });

  test('a commit writes the next state', async () => {
    const opened = await open(world.storage.requests);
    const next = await confirmed(world.storage, opened);
    expect(next).toMatchObject({ version: 2, request: { status: 'confirmed', reason: 'He cannot print.' } });
    expect(await inDatabase(opened)).toEqual(next);
  });

  test('who decided on an older state than the newest has to decide again', async () => {
    const opened = await open(world.storage.requests);
    const newest = await confirmed(world.storage, opened);
    await expect(cancelled(world.storage, opened)).rejects.toBeInstanceOf(VersionConflict);
    expect(await inDatabase(opened)).toEqual(newest);
  });

  test('of two commits at once exactly one wins, every time', async () => {
    for (let round = 0; round < 20; round += 1) {
      const opened = await open(world.storage.requests, { device: anotherDevice() });
      const results = await Promise.allSettled([
        confirmed(world.storage, opened),
        cancelled(world.storage, opened),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: expect.any(VersionConflict) as unknown,
      });
    }
  });

  test('a device that is taken names who is at it, and nothing of the second intent is written', async () => {
    const first = await sending(world.storage, await open(world.storage.requests));
    const second = await open(world.storage.requests, { technician: { id: ana, name: 'Ana Souza' } });
    const occupant = { technicianName: 'Tom Keller', number: first.request.number };
    await expect(sending(world.storage, second)).rejects.toMatchObject({ name: 'DeviceOccupied', occupant });
    expect(await world.storage.requests.occupant(second.request)).toEqual(occupant);
    expect(await world.storage.requests.occupant(first.request)).toBeUndefined();
    expect(await world.storage.requests.occupant({ ...second.request, tenant: otherTenant })).toBeUndefined();
    expect(await inDatabase(second)).toMatchObject({ version: 2, request: { status: 'confirmed' } });
  });

  test('of several intents for one device at once exactly one is written', async () => {
    const rivals = await Promise.all(Array.from({ length: 5 }, () => open(world.storage.requests)));
    const results = await Promise.allSettled(rivals.map((rival) => sending(world.storage, rival)));
    const losers = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(losers).toHaveLength(4);
    for (const loser of losers) expect(loser).toBeInstanceOf(DeviceOccupied);
  });

  test('a device stays taken by a request that is to be sent again, of which nobody knows what became', async () => {
    const first = await open(world.storage.requests);
    const asked = { ...inState['needs-human'], id: first.request.id, number: first.request.number };
    const question = await world.storage.requests.commit(first, asked, []);
    await move(world.storage.requests, question, { type: 'send-again', by: tom, at: noon });
    await expect(sending(world.storage, await open(world.storage.requests))).rejects.toBeInstanceOf(
      DeviceOccupied,
    );
  });

  test.each(OCCUPYING)('a device is taken by a request in state %s', async (status) => {
    const first = await open(world.storage.requests);
    const taken = { ...inState[status], id: first.request.id, number: first.request.number };
    await world.storage.requests.commit(first, taken, []);
    await expect(sending(world.storage, await open(world.storage.requests))).rejects.toBeInstanceOf(
      DeviceOccupied,
    );
  });

  test('a device is free again when the request is over, and always in another tenant', async () => {
    const first = await sending(world.storage, await open(world.storage.requests));
    await sending(world.storage, await open(world.storage.requests, { tenant: otherTenant }));
    await cancelled(world.storage, await accepted(world.storage, first), noon + minute);
    await expect(sending(world.storage, await open(world.storage.requests))).resolves.toBeDefined();
  });

  test('a technician finds the own requests of the own tenant, newest first', async () => {
    const old = await open(world.storage.requests);
    const over = await cancelled(world.storage, await open(world.storage.requests, { at: noon + second }));
    const young = await open(world.storage.requests, { at: noon + minute });
    await open(world.storage.requests, { technician: { id: ana, name: 'Ana Souza' } });
    await open(world.storage.requests, { tenant: otherTenant });
    const own = (which: { open: boolean; most: number }) =>
      world.storage.requests.ofTechnician(tenant, tom, which);
    expect(await own({ open: false, most: 10 })).toEqual([young, over, old]);
    expect(await own({ open: true, most: 10 })).toEqual([young, old]);
    expect(await own({ open: false, most: 1 })).toEqual([young]);
  });

  test('texts of people survive, whatever they hold', async () => {
    const name = 'Zoë \u0000 "quoted" \u{1F4BB} \u202E ${x}; drop table requests';
    const opened = await open(world.storage.requests, {
      device: { ...laptop, name },
      technician: { id: tom, name },
    });
    expect(await inDatabase(opened)).toEqual(opened);
  });

  test('nothing is known of a request that is not there', async () => {
    const opened = await open(world.storage.requests);
    await world.storage.vault.keepAccess(opened.request, graphAccess(noon + minute));
    const strange = { ...opened.request, id: inState.draft.id };
    expect(await world.storage.requests.load(strange.id)).toBeUndefined();
    expect(await world.storage.vault.access(strange)).toBeUndefined();
    await expect(
      world.storage.requests.commit({ ...opened, request: strange }, strange, []),
    ).rejects.toBeInstanceOf(VersionConflict);
  });
});
