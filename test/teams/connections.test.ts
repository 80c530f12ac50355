import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { isNearAddress } from '../../src/teams/connections';
import { Server } from '../../src/teams/server';
import { testLog } from './doubles';
import { ask } from './http';

test.each([
  ...['127.0.0.1', '127.8.9.1', '::1', '10.0.0.7', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.1.1', '::ffff:10.0.0.7', 'fd00::1', 'fe80::1'],
])('%s stands in front of the bot', (address) => {
  expect(isNearAddress(address)).toBe(true);
});

test.each([
  ...['52.112.0.1', '172.15.0.1', '172.32.0.1', '11.0.0.1', '192.169.0.1', '::ffff:52.112.0.1'],
  ...['2603:1020::1', '::2', 'localhost', ''],
])('%s is somewhere in the world', (address) => {
  expect(isNearAddress(address)).toBe(false);
});

describe('a server that takes three connections of one address', () => {
  const log = testLog();
  const routes = { 'GET /healthz': () => ({ status: 200 }) } as const;
  const server = new Server(routes, log, { perAddress: 3, isNear: () => false });
  let port = 0;
  const sockets: Socket[] = [];
  const open = async (text = ''): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  };
  const closed = (socket: Socket) => (socket.destroyed ? Promise.resolve() : once(socket.resume(), 'close'));
  const answerTo = async (text: string): Promise<string> => {
    const socket = await open(text);
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    await once(socket, 'end');
    return Buffer.concat(parts).toString();
  };

  beforeAll(async () => {
    port = await server.listen(0, '127.0.0.1');
  });
  afterEach(async () => {
    log.lines.length = 0;
    for (const socket of sockets.splice(0)) {
      socket.destroy();
      await closed(socket);
    }
  });
  afterAll(() => server.stop());

  test('drops the fourth with one line of the log, and takes the next when one has gone', async () => {
    const held = [await open(), await open(), await open()];
    await closed(await open());
    expect(log.lines).toEqual([
      { level: 'warn', event: 'refused', fields: { code: 'connections-of-address' } },
    ]);
    held[0]?.destroy();
    const again = async (): Promise<number> => {
      try {
        return (await ask(port, '/healthz')).status;
      } catch {
        return again(); // the server has not heard of the one that has gone
      }
    };
    expect(await again()).toBe(200);
  });

  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    [
      'two lengths',
      'POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'a length and chunks',
      'POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['headers without end', `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'an upgrade',
      'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      400,
    ],
    ['no route', 'GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n', 404],
    [
      'no route and then no HTTP',
      'POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n\r\n\r\n!!!!!\r\n\r\n',
      404,
    ],
    ['another method', 'DELETE /healthz HTTP/1.1\r\nHost: x\r\n\r\n', 405],
  ])('refuses %s with one line of the log', async (_what, text, status) => {
    expect(await answerTo(text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'));
    expect(log.lines).toMatchObject([{ level: 'warn', event: 'refused', fields: { status } }]);
  });

  test('says nothing of a caller who went away', async () => {
    (await open('POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Le')).resetAndDestroy();
    expect((await ask(port, '/healthz')).status).toBe(200);
    expect(log.lines).toEqual([]);
  });
});
