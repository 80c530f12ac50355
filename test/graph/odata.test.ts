import fc from '../setup/generated';
import { contains, equals, nextTarget, odataText, searchFor, withQuery } from '../../src/graph/odata';
import { managedDevices } from '../../src/graph/managed-devices';
import type { Fetch } from '../../src/outbound';
import { access, clientOf } from './fake-graph';

const nasty = [
  "' or 1 eq 1",
  "''",
  "'",
  '%27',
  '%2527',
  "x' or deviceName eq 'y",
  ")/$value?$filter='",
  '../../users',
  '?$expand=users',
  '&$top=1',
  '#',
  '\r\nX-Header: 1',
  'a\u0000b',
  'КАССА-2',
  '東京-07',
  '💻',
  '\u202Egnp.exe',
  '+',
  'a b',
  '\\',
  '"',
];
const text = fc
  .oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string(),
  )
  .map((one) => one.slice(0, 200).replaceAll(/\p{Surrogate}/gu, ''))
  .filter((one) => one.trim() !== '');

/** The query as a server reads it after the platform has sent it. */
const received = (target: string) => new URL(`https://graph.example${target}`);

const literal = /^'((?:[^']|'')*)'$/su;
const unquoted = (quoted: string) => literal.exec(quoted)?.[1]?.replaceAll("''", "'");

test('whatever a person types becomes one literal equal to it, on the same path', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const path = '/v1.0/deviceManagement/managedDevices';
      for (const [filter, open, close] of [
        [equals('deviceName', typed), 'deviceName eq ', ''],
        [contains('deviceName', typed), 'contains(deviceName,', ')'],
      ] as const) {
        const url = received(withQuery(path, { $filter: filter, $select: 'id,deviceName' }));
        expect([...url.searchParams.keys()]).toEqual(['$filter', '$select']);
        expect([url.pathname, url.hash, url.searchParams.get('$select')]).toEqual([
          path,
          '',
          'id,deviceName',
        ]);
        const sent = url.searchParams.get('$filter') ?? '';
        expect(sent.startsWith(open) && sent.endsWith(close)).toBe(true);
        expect(unquoted(sent.slice(open.length, sent.length - close.length))).toBe(typed);
      }
    }),
    { numRuns: 1000 },
  );
});

test('every search of the desk sends its text as one literal', async () => {
  const sent: URL[] = [];
  const fetch: Fetch = (input) => {
    sent.push(new URL(input instanceof Request ? input.url : input));
    return Promise.resolve(Response.json({ value: [] }));
  };
  const devices = managedDevices(clientOf('https://graph.example', { fetch }).client);
  const searches = [
    { search: (term: string) => devices.named(access, term), open: 'deviceName eq ', close: '' },
    {
      search: (term: string) => devices.nameContaining(access, term),
      open: 'contains(deviceName,',
      close: ')',
    },
    { search: (term: string) => devices.withSerialNumber(access, term), open: 'serialNumber eq ', close: '' },
    { search: (term: string) => devices.withImei(access, term), open: 'imei eq ', close: '' },
    { search: (term: string) => devices.withEntraId(access, term), open: 'azureADDeviceId eq ', close: '' },
    { search: (term: string) => devices.apps(access, term), open: 'contains(displayName,', close: ')' },
  ];
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      for (const { search, open, close } of searches) {
        sent.length = 0;
        await search(typed);
        expect(sent).toHaveLength(1);
        const filter = sent[0]?.searchParams.get('$filter') ?? '';
        expect(unquoted(filter.slice(open.length, filter.length - close.length))).toBe(typed);
        expect(sent[0]?.pathname).toMatch(/^\/v1\.0\/deviceManagement\/(?:managedDevices|detectedApps)$/u);
      }
    }),
  );
});

test('a search of the directory stays inside its quotes', () => {
  expect(searchFor('displayName', 'a"b\\c')).toBe('"displayName:a\\"b\\\\c"');
});

test.each(['', ' ', '\t\n', '\u00a0'])(
  'the empty text %j is refused: Graph would return every device',
  async (empty) => {
    const fetch: Fetch = () => Promise.reject(new Error('sent'));
    const devices = managedDevices(clientOf('https://graph.example', { fetch }).client);
    expect(() => odataText(empty)).toThrow('must not become a filter');
    expect(() => searchFor('displayName', empty)).toThrow('must not become a search');
    const searches = [
      () => devices.named(access, empty),
      () => devices.nameContaining(access, empty),
      () => devices.withSerialNumber(access, empty),
      () => devices.withImei(access, empty),
      () => devices.withEntraId(access, empty),
      () => devices.ofPerson(access, empty),
      () => devices.apps(access, empty),
    ];
    for (const search of searches) await expect(search()).rejects.toThrow('must not become a filter');
  },
);

test('half a letter is no letter, and no error', () => {
  expect(received(withQuery('/x', { $filter: equals('a', 'b\uD83D') })).searchParams.get('$filter')).toBe(
    "a eq 'b\uFFFD'",
  );
});

const list = '/v1.0/users/maria%40contoso.example/managedDevices?$select=id';
const graph = 'https://graph.microsoft.com';

test.each([
  ['as it was asked', `${graph}/v1.0/users/maria%40contoso.example/managedDevices?$select=id&$skiptoken=abc`],
  [
    'with the key in brackets',
    `${graph}/v1.0/users('maria@contoso.example')/managedDevices?$select=id&$skiptoken=abc`,
  ],
  [
    'with other letters',
    `${graph}/v1.0/Users/Maria%40contoso.example/manageddevices?%24select=id&%24skiptoken=abc`,
  ],
])('a next link is followed on the path that was asked: %s', (_, link) => {
  expect(nextTarget(graph, list, link)).toMatch(
    /^\/v1\.0\/users\/maria%40contoso\.example\/managedDevices\?.*skiptoken=abc$/u,
  );
});

test.each([
  `https://graph.microsoft.com.evil.example/v1.0/users/maria%40contoso.example/managedDevices`,
  `https://evil.example/v1.0/users/maria%40contoso.example/managedDevices`,
  `http://graph.microsoft.com/v1.0/users/maria%40contoso.example/managedDevices`,
  `https://graph.microsoft.com:8443/v1.0/users/maria%40contoso.example/managedDevices`,
  `https://a@graph.microsoft.com/v1.0/users/maria%40contoso.example/managedDevices`,
  `https://graph.microsoft.com/beta/users/maria%40contoso.example/managedDevices`,
  `https://graph.microsoft.com/v1.0/deviceManagement/managedDevices`,
  `https://graph.microsoft.com/v1.0/users/tom%40contoso.example/managedDevices`,
  `https://graph.microsoft.com/v1.0/users/maria%40contoso.example/managedDevices/../messages`,
  `https://graph.microsoft.com/v1.0/users/maria%40contoso.example/managedDevices?$expand=users`,
  `https://graph.microsoft.com/v1.0/users/%zz/managedDevices`,
  `/v1.0/users/maria%40contoso.example/managedDevices`,
  'javascript:alert(1)',
  '',
])('a next link to %s is not followed', (link) => {
  expect(nextTarget(graph, list, link)).toBeUndefined();
});

test('a Graph below a path keeps to it', () => {
  const endpoint = 'https://proxy.example/graph';
  const next = '/v1.0/deviceManagement/managedDevices?$skiptoken=1';
  const question = '/v1.0/deviceManagement/managedDevices?$select=id';
  expect(nextTarget(endpoint, question, `${endpoint}${next}`)).toBe(next);
  expect(nextTarget(endpoint, question, `https://proxy.example${next}`)).toBeUndefined();
});
