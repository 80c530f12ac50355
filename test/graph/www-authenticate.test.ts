import fc from '../setup/generated';
import { readChallenges, readClaimsChallenge } from '../../src/graph/www-authenticate';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1760000000"}}}';
const encoded = Buffer.from(claims).toString('base64');

test('the challenge that Graph sends gives its claims as JSON', () => {
  const header =
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
    `client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${encoded}"`;
  expect(readClaimsChallenge(header)).toEqual({ asked: true, claims });
});

test.each([
  ['in another order', `Bearer claims="${encoded}", error="insufficient_claims"`],
  [
    'behind other challenges',
    `Negotiate, Basic YWJj==, PoP nonce="a,b", Bearer error="insufficient_claims", claims="${encoded}"`,
  ],
  ['before other challenges', `Bearer error="insufficient_claims", claims="${encoded}", Basic realm="x"`],
  [
    'with a quoted comma and a quoted quote',
    `Bearer realm="a, \\"b=c\\"", error="insufficient_claims", claims="${encoded}"`,
  ],
  ['without quotes and with padding', `bearer error=insufficient_claims,claims=${encoded}`],
  ['with spaces around the equals sign', `Bearer error = "insufficient_claims" , CLAIMS = "${encoded}"`],
  [
    'in the alphabet of addresses',
    `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64url')}"`,
  ],
])('a challenge is understood %s', (_, header) => {
  expect(readClaimsChallenge(header)).toEqual({ asked: true, claims });
});

test('a word of one challenge is not a word of another', () => {
  const header = `Bearer error="invalid_token", PoP error="insufficient_claims_not", claims="${encoded}"`;
  expect(readClaimsChallenge(header)).toEqual({ asked: false });
});

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer realm="urn:intune:service,1,2"',
  '"',
  '=',
  ',,,',
  'Bearer error="unfinished',
])('there is no claims challenge in %j', (header) => {
  expect(readClaimsChallenge(header)).toEqual({ asked: false });
});

test.each(['', 'bm90IGpzb24=', 'Im9ubHkgYSB0ZXh0Ig=='])(
  'claims %j that nobody can read are left out',
  (value) => {
    expect(readClaimsChallenge(`Bearer error="insufficient_claims", claims="${value}"`)).toEqual({
      asked: true,
    });
  },
);

test('every challenge that can be written can be read again', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/u);
  const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
  const params = fc.uniqueArray(fc.tuple(name, text), {
    minLength: 1,
    maxLength: 4,
    selector: ([key]) => key,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(name, params), { minLength: 1, maxLength: 3 }), (challenges) => {
      const quoted = (value: string) => `"${value.replaceAll(/["\\]/gu, '\\$&')}"`;
      const header = challenges
        .map(
          ([scheme, own]) => `${scheme} ${own.map(([key, value]) => `${key}=${quoted(value)}`).join(', ')}`,
        )
        .join(', ');
      const read = readChallenges(header).map(({ scheme, params: own }) => [scheme, [...own]]);
      expect(read).toEqual(challenges);
    }),
  );
});

test('a header of any length and any make comes to an end', () => {
  for (const piece of ['a ', 'a=', '"', '\\', 'a="', ', ', 'a=",', '= ', 'a, '])
    expect(readClaimsChallenge(`Bearer ${piece.repeat(100_000)}`)).toEqual({ asked: false });
});
