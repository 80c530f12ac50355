import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  guarded,
  guardRequests,
  guardServiceUrls,
  isMachineAddress,
  NotAllowed,
  readBounded,
  type Fetch,
} from '../src/outbound';

const hosts = ['graph.microsoft.com', '*.botframework.com', '127.0.0.1:3979'];

// Forms of addresses that lead elsewhere, or look as if they led to a listed host.
const hostile = [
  'http://graph.microsoft.com/v1.0',
  'https://evil.example/graph.microsoft.com',
  'https://graph.microsoft.com.evil.example/',
  'https://graph.microsoft.com./',
  'https://evilgraph.microsoft.com/',
  'https://graph.microsoft.com@evil.example/',
  'https://user:pw@graph.microsoft.com/',
  'https://evil.example#graph.microsoft.com',
  'https://evil.example?graph.microsoft.com',
  'https://evil.example\\graph.microsoft.com',
  'https:\\\\evil.example/',
  'https://graph.microsoft.com:8443/',
  'https://botframework.com/',
  'https://.botframework.com/',
  'https://a.botframework.com:8443/',
  'https://a.botframework.com.evil.example/',
  'https://xbotframework.com/',
  'https://127.0.0.1:3980/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://169.254.169.254/metadata/identity/oauth2/token',
  'http://169.254.169.254/metadata/identity/oauth2/token',
  'https://gr\u0430ph.microsoft.com/', // with a Cyrillic а
  'https://xn--grph-53d.microsoft.com/',
  'ftp://graph.microsoft.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/plain,x',
  'ws://graph.microsoft.com/',
  '//graph.microsoft.com/',
  'graph.microsoft.com',
  '',
  ' ',
  'https://',
];

test.each(hostile)('nothing goes to %j', async (address) => {
  expect(guardRequests(hosts)(address)).toBe(false);
  expect(guardServiceUrls(hosts)(address)).toBe(false);
  let asked = 0;
  const fetch: Fetch = () => Promise.resolve(new Response(String((asked += 1))));
  await expect(guarded(fetch, guardRequests(hosts))(address)).rejects.toThrow(NotAllowed);
  expect(asked).toBe(0);
});

test.each([
  'https://graph.microsoft.com/v1.0/users?$filter=x',
  'https://a.b.botframework.com/',
  'http://127.0.0.1:3979/x',
])('a request goes to %s', (address) => {
  expect(guardRequests(hosts)(address)).toBe(true);
});

test('the address of a service has neither a query nor anything that had to be repaired', () => {
  const isService = guardServiceUrls(['smba.trafficmanager.net']);
  expect(isService('https://smba.trafficmanager.net/emea/')).toBe(true);
  for (const tail of ['?x', '#x', '@x', '\\x', ' x', '\tx', '\nx'])
    expect(isService(`https://smba.trafficmanager.net/emea/${tail}`)).toBe(false);
});

test.each([
  ['http://169.254.169.254/metadata/identity/oauth2/token', true],
  ['http://169.254.130.2:8081/msi/token', true],
  ['http://localhost:40342/metadata/identity/oauth2/token', true],
  ['https://10.0.0.4:2377/metadata/identity/oauth2/token', true],
  ['http://10.0.0.4/metadata/identity/oauth2/token', false],
  ['http://evil.example/', false],
  ['http://169.254.169.254.evil.example/', false],
  ['http://169.254.169.254@evil.example/', false],
])('a machine asks %s for its own identity: %s', (address, allowed) => {
  expect(isMachineAddress(address)).toBe(allowed);
});

describe('an answer', () => {
  let server: Server;
  let origin = '';
  let elsewhere = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/elsewhere') elsewhere += 1;
      if (request.url === '/silence') return;
      if (request.url === '/redirect') {
        response.writeHead(302, { location: '/elsewhere' });
        return void response.end();
      }
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(1_000_000, 'x')));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server that listens on a port has such an address.
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const ask = (path: string, init?: RequestInit) =>
    guarded(globalThis.fetch, guardRequests([new URL(origin).host]))(`${origin}${path}`, init);

  test('that leads elsewhere is not followed, whatever the caller wanted', async () => {
    await expect(ask('/redirect')).rejects.toThrow();
    await expect(ask('/redirect', { redirect: 'follow' })).rejects.toThrow();
    expect((await ask('/redirect', { redirect: 'manual' })).status).toBe(302);
    expect(elsewhere).toBe(0);
  });

  test('is read up to its bound, counted after unpacking', async () => {
    expect(await readBounded(await ask('/'), 1_000_000)).toHaveLength(1_000_000);
    await expect(readBounded(await ask('/'), 999_999)).rejects.toThrow(RangeError);
  });

  test('that does not come ends with the time that the caller sets', async () => {
    await expect(ask('/silence', { signal: AbortSignal.timeout(50) })).rejects.toThrow(/timeout|aborted/iu);
  });

  test('is waited for a bounded time, also where the caller sets none', async () => {
    let signal: AbortSignal | null | undefined;
    const fetch: Fetch = (_, init) => {
      signal = init?.signal;
      return Promise.resolve(new Response('x'));
    };
    await guarded(fetch, () => true)('https://graph.microsoft.com/');
    expect(signal).toBeInstanceOf(AbortSignal);
  });
});
