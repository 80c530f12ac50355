import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from '../setup/generated';
import { dataKeyFrom, sealUnder } from '../../src/storage/seal';

const key = randomBytes(32);
const { seal, open } = sealUnder(key);
const text = fc.string({ unit: 'grapheme' });
const context = fc.array(text, { maxLength: 4 });

test('what was sealed opens in its own context only', () => {
  fc.assert(
    fc.property(text, context, context, (words, own, other) => {
      const sealed = seal(words, own);
      expect(open(sealed, own)).toBe(words);
      expect(open(sealed, other)).toBe(JSON.stringify(other) === JSON.stringify(own) ? words : undefined);
    }),
  );
});

test('a changed byte, another key or another format opens nothing', () => {
  const sealed = seal('the link', ['a']);
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
    expect(open(`v1.${changed.toString('base64url')}`, ['a'])).toBeUndefined();
  }
  expect(sealUnder(randomBytes(32)).open(sealed, ['a'])).toBeUndefined();
  for (const other of [
    '',
    'v1.',
    'v1.AAAA',
    sealed.slice(0, 30),
    sealed.replace('v1', 'v2'),
    sealed.slice(3),
  ])
    expect(open(other, ['a'])).toBeUndefined();
});

test('the same text is never sealed to the same bytes', () => {
  expect(seal('the link', ['a'])).not.toBe(seal('the link', ['a']));
});

test('the data key is the configured one, or follows from the credential', () => {
  const credential = { kind: 'secret', secret: 'shh' } as const;
  expect(dataKeyFrom({ dataKey: key, credential })).toBe(key);
  const derived = dataKeyFrom({ dataKey: undefined, credential });
  expect(derived).toHaveLength(32);
  expect(dataKeyFrom({ dataKey: undefined, credential: { ...credential } })).toEqual(derived);
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    ...{ privateKeyEncoding: { type: 'pkcs8', format: 'pem' } },
    ...{ publicKeyEncoding: { type: 'spki', format: 'pem' } },
  } as const);
  const certificate = { kind: 'certificate', privateKey, thumbprintSha256: 'ab' } as const;
  expect(dataKeyFrom({ dataKey: undefined, credential: certificate })).not.toEqual(derived);
});

test('a key of another length is refused', () => {
  expect(() => sealUnder(randomBytes(16))).toThrow('32 bytes');
});
