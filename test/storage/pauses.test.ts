import { minute, noon, second, tenant } from '../request/stories';
import { otherTenant } from './examples';
import { describeOnBoth, openFresh } from './open-for-test';

describeOnBoth('pauses', (world) => {
  const until = () => world.storage.pauses.until(tenant);

  test('last until their time, for their tenant only', async () => {
    expect(await until()).toBeUndefined();
    await world.storage.pauses.keep(tenant, noon + minute);
    expect(await until()).toBe(noon + minute);
    expect(await world.storage.pauses.until(otherTenant)).toBeUndefined();
    await world.pass(minute);
    expect(await until()).toBeUndefined();
  });

  test('are never made shorter by a later word', async () => {
    await world.storage.pauses.keep(tenant, noon + minute);
    await world.storage.pauses.keep(tenant, noon + second);
    expect(await until()).toBe(noon + minute);
    await world.storage.pauses.keep(tenant, noon + 2 * minute);
    expect(await until()).toBe(noon + 2 * minute);
  });

  test('are seen by every bot on the same database', async () => {
    if (world.fresh.database.kind === 'sqlite') return; // a file has one bot
    const other = await openFresh(world.fresh, world.clock);
    await world.storage.pauses.keep(tenant, noon + minute);
    expect(await other.pauses.until(tenant)).toBe(noon + minute);
    await other.close();
  });
});
