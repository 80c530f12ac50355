import fc from '../setup/generated';
import { rateWithin } from '../../src/desk/rate';

const second = 1000;

test("one rate keeps both of Teams' limits for a conversation", () => {
  const both = [
    { most: 7, within: second },
    { most: 60, within: 30 * second },
  ];
  expect(rateWithin(5, both)).toEqual({ burst: 5, every: 546 });
});

test('a burst that would break a limit by itself is a mistake', () => {
  expect(() => rateWithin(7, [{ most: 7, within: second }])).toThrow('smaller than each');
});

test('whoever takes as fast as the rate lets him stays inside every limit, wherever one starts to count', () => {
  const limits = fc
    .tuple(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 5000 }),
    )
    .map(([burst, more, within]) => ({ burst, most: burst + more, within }));
  fc.assert(
    fc.property(limits, ({ burst, most, within }) => {
      const { every } = rateWithin(burst, [{ most, within }]);
      // The fastest there is: the whole burst at once, then each one as it comes in.
      const taken = Array.from({ length: 200 }, (_, index) => Math.max(0, index - burst + 1) * every);
      for (const [index, at] of taken.entries())
        expect(taken.slice(index).filter((other) => other <= at + within).length).toBeLessThanOrEqual(most);
    }),
  );
});
