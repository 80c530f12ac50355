import type { Bucket } from '../../src/desk/ports';
import { minute, noon, second, tenant, tom } from '../request/stories';
import { describeOnBoth, openFresh } from './open-for-test';

const rate = { burst: 3, every: 10 * second };
const toms: Bucket = { of: ['asking', tenant, tom], rate };
const everybodys: Bucket = { of: ['asking', tenant], rate: { burst: 5, every: second } };

describeOnBoth('buckets', (world) => {
  const take = (...buckets: readonly Bucket[]) => world.storage.buckets.take(buckets);
  const takeTimes = async (times: number, ...buckets: readonly Bucket[]) => {
    for (let time = 0; time < times; time += 1) expect(await take(...buckets)).toBe('ok');
  };

  test('a bucket gives its burst at once, then one each time it is refilled', async () => {
    await takeTimes(3, toms);
    expect(await take(toms)).toEqual({ until: noon + 10 * second });
    await world.pass(10 * second - 1);
    expect(await take(toms)).toEqual({ until: noon + 10 * second });
    await world.pass(1);
    await takeTimes(1, toms);
    expect(await take(toms)).toEqual({ until: noon + 20 * second });
    await world.pass(10 * minute);
    await takeTimes(3, toms);
    expect(await take(toms)).not.toBe('ok');
  });

  test('of a hundred who take at once, on two instances, as many get something as there was', async () => {
    const other =
      world.fresh.database.kind === 'postgres' ? await openFresh(world.fresh, world.clock) : undefined;
    const takeOn = (index: number) =>
      (index % 2 ? (other ?? world.storage) : world.storage).buckets.take([everybodys]);
    const taken = await Promise.all(Array.from({ length: 100 }, (_, index) => takeOn(index)));
    expect(taken.filter((answer) => answer === 'ok')).toHaveLength(5);
    await other?.close();
  });

  test('an empty bucket keeps the others as full as they were', async () => {
    await takeTimes(3, toms, everybodys);
    expect(await take(everybodys, toms)).toEqual({ until: noon + 10 * second });
    expect(await take(toms, everybodys)).toEqual({ until: noon + 10 * second });
    await takeTimes(2, everybodys);
    expect(await take(everybodys)).toEqual({ until: noon + second });
    expect(await take(toms, everybodys)).toEqual({ until: noon + 10 * second });
  });

  test('those who want the same buckets in another order do not wait for each other for ever', async () => {
    const wide = { burst: 100, every: second };
    const [one, two] = [
      { of: ['one'], rate: wide },
      { of: ['two'], rate: wide },
    ] as const satisfies readonly Bucket[];
    const taken = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? take(one, two) : take(two, one))),
    );
    expect(taken.filter((answer) => answer === 'ok')).toHaveLength(40);
  });

  test('each part of what a bucket is for tells it apart, whatever characters it holds', async () => {
    await takeTimes(3, toms);
    await takeTimes(3, { of: ['asking', `${tenant}${tom}`], rate });
    await takeTimes(3, { of: ['asking', tenant, tom, ''], rate });
    await takeTimes(3, { of: ['asking', '\u0000\ud800\n'.repeat(10_000)], rate });
  });

  test('a clock that was set back by a day costs one refill, not a day', async () => {
    await takeTimes(3, toms);
    await world.pass(-24 * 60 * minute);
    const now = world.clock.now();
    expect(await take(toms)).toEqual({ until: now + 10 * second });
    await world.pass(10 * second);
    await takeTimes(1, toms);
    expect(await take(toms)).not.toBe('ok');
  });

  test('sweeping forgets full buckets only', async () => {
    await takeTimes(3, toms);
    await world.pass(30 * second - 1);
    await world.storage.sweep(world.clock.now());
    await takeTimes(2, toms);
    expect(await take(toms)).not.toBe('ok');
  });

  test('whoever wants nothing gets it', async () => {
    expect(await take()).toBe('ok');
  });
});
