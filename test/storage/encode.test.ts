import fc from '../setup/generated';
import Libsql from 'libsql';
import { sql } from 'kysely';
import { encode } from '../../src/storage/database/encode';
import { openSqlite } from '../../src/storage/database/sqlite';
import { freshFile } from './open-for-test';

const file = new Libsql(':memory:');
afterAll(() => file.close());

/** Through the driver and back, the way it is bound everywhere. libsql hands bytes back as an ArrayBuffer. */
function throughLibsql(value: unknown): unknown {
  const [row] = file
    .prepare('select ? as value')
    .safeIntegers()
    .all([encode(value)]) as [{ value: unknown }];
  return row.value instanceof ArrayBuffer ? Buffer.from(row.value) : row.value;
}

const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8');
const text = fc.string({ unit: 'binary' }).filter((made) => !made.includes('\0'));

test('libsql gets nothing but what it can keep: whatever is bound comes back, or is refused before', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withTypedArray: true,
    withSparseArray: true,
  });
  fc.assert(
    fc.property(fc.oneof(anything, fc.boolean(), fc.bigInt(), text, fc.double(), fc.date()), (value) => {
      let encoded: unknown;
      try {
        encoded = encode(value);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      const expected = typeof encoded === 'string' ? wellFormed(encoded) : encoded;
      expect(throughLibsql(value)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test('booleans, dates, texts, whole numbers and bytes keep their meaning', () => {
  const sixtyFourBits = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  fc.assert(
    fc.property(
      ...([fc.boolean(), fc.date({ noInvalidDate: true }), text, fc.maxSafeInteger()] as const),
      ...([sixtyFourBits, fc.uint8Array()] as const),
      (claim, date, words, number, large, bytes) => {
        expect(encode(claim)).toBe(claim ? 1 : 0);
        expect(encode(date)).toBe(date.getTime());
        expect(throughLibsql(words)).toBe(wellFormed(words));
        expect(Number(throughLibsql(number))).toBe(number);
        expect(throughLibsql(large)).toBe(large);
        expect(throughLibsql(bytes)).toEqual(Buffer.from(bytes));
      },
    ),
  );
});

test.each([
  ['nothing', undefined],
  ['an object', { a: 1 }],
  ['a list', ['a']],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a number that is none', Number.NaN],
  ['a number without end', Number.POSITIVE_INFINITY],
  ['a date that is none', new Date(Number.NaN)],
  ['a text in a box', Object('text')],
  ['an ArrayBuffer', new ArrayBuffer(2)],
  ['a number over 64 bits', 2n ** 63n],
  // libsql would read it only up to there, and PostgreSQL refuses it.
  ['a text with a NUL', 'a\u0000b'],
])('%s is refused before it is bound', (_, value) => {
  expect(() => encode(value)).toThrow(TypeError);
});

test('kysely binds through the encoder: a boolean in a condition does not end the process', async () => {
  const fresh = freshFile();
  const opened = openSqlite(fresh.file);
  const answer = await sql<{ yes: number }>`select ${true} as yes where ${false} = 0`.execute(opened.db);
  expect(answer.rows).toEqual([{ yes: 1 }]);
  await expect(sql`select ${{ an: 'object' }}`.execute(opened.db)).rejects.toThrow(TypeError);
  await opened.close();
  await fresh.remove();
});
