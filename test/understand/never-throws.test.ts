import fc from '../setup/generated';
import { understand } from '../../src/understand/understand';

const pieces = fc.constantFrom(
  'help', 'me', 'PC-0231', '<at>', '</at>', '<at>Remote Help</at>', '«', '»', '「', '"', "'", ',', '.', '?', '\n', '&amp;', '&lt;', ' ', '  ',
  'не', 'помоги', 'с', 'を助けて', 'hilf', 'nicht', 'si', 'se', 'ayúdame', '\uE000', '\u{F0000}0\u{F0001}', '\uD83D', '#', '#12', 'a@b.cc', '田中さん',
); // prettier-ignore

it('no text makes the parser throw, and every text gets an intent with a reason', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      expect(understand({ text }).reason).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});

it('nor do half markup, half surrogates and half sentences', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      expect(understand({ text: parts.join(' ') }).intent).not.toBe('');
      expect(understand({ text: parts.join('') }).intent).not.toBe('');
    }),
    { numRuns: 600 },
  );
});

it('the same text always means the same', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join(' ');
      expect(understand({ text })).toEqual(understand({ text }));
    }),
    { numRuns: 150 },
  );
});
