import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { messagesRoute } from '../../src/teams/messages-route';
import { CannotListen, Server } from '../../src/teams/server';
import { testLog } from './doubles';
import { ask, json } from './http';

const log = testLog();
const bodies: unknown[] = [];
let answerTurn = () => Promise.resolve<undefined | { status: number; body?: unknown }>(undefined);
const route = messagesRoute({
  frontDoor: {
    checkToken: () => Promise.resolve({ ok: true, token: { serviceUrl: '', expiresAt: 0 } }),
    checkActivity: () => ({ ok: true }),
  },
  takeTurn: (activity) => {
    bodies.push(activity);
    return answerTurn();
  },
  log,
});
const server = new Server({ 'POST /api/messages': route, 'GET /healthz': () => ({ status: 200 }) }, log);
let port = 0;
beforeAll(async () => {
  port = await server.listen(0, '127.0.0.1');
});
afterAll(() => server.stop());
beforeEach(() => {
  bodies.length = 0;
  log.lines.length = 0;
  answerTurn = () => Promise.resolve(undefined);
});

const post = (body: string | Buffer, headers: Record<string, string> = json) =>
  ask(port, '/api/messages', { method: 'POST', headers, body });

describe('a request body', () => {
  it('is read as JSON', async () => {
    expect((await post('{"type":"message"}')).status).toBe(200);
    expect(bodies).toEqual([{ type: 'message' }]);
  });

  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  it.each<[string, number, string | Buffer, Record<string, string>?]>([
    ['of 256 KiB is read', 200, `"${'x'.repeat(256 * 1024 - 2)}"`],
    ['of one byte more is not', 413, `"${'x'.repeat(256 * 1024 - 1)}"`],
    [
      'of one byte more is not, without an announced length',
      413,
      `"${'x'.repeat(256 * 1024)}"`,
      { ...json, 'transfer-encoding': 'chunked' },
    ],
    ['of 32 levels is read', 200, nested(32)],
    ['of 33 levels is not', 400, nested(33)],
    ['of 100,000 levels is not', 400, nested(100_000)],
    ['of 5,000 values is read', 200, `[${Array(4999).fill('1').join(',')}]`],
    ['of far more is not', 400, `[${Array(6000).fill('1').join(',')}]`],
    ['with brackets in its texts is read', 200, JSON.stringify('[{\\"'.repeat(100))],
    ['that breaks off is not', 400, '{"type":"mess'],
    ['that is empty is not', 400, ''],
    ['with a byte order mark is not', 400, '\uFEFF{}'],
    ['that is no UTF-8 is not', 400, Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['that is compressed is not', 415, gzipSync('{}'), { ...json, 'content-encoding': 'gzip' }],
    ['that says it is not compressed is not', 415, '{}', { ...json, 'content-encoding': 'identity' }],
    ['of a form is not', 415, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['of several parts is not', 415, '--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['of plain text is not', 415, '{}', { 'content-type': 'text/plain' }],
    ['of no type is not', 415, '{}', {}],
    ['of JSON in another alphabet is not', 415, '{}', { 'content-type': 'application/json; charset=utf-16' }],
    ['of JSON that says UTF-8 is read', 200, '{}', { 'content-type': 'application/json; charset=utf-8' }],
  ])('%s', async (_name, status, body, ...[headers]) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect(bodies).toHaveLength(status === 200 ? 1 : 0);
    if (status !== 200) expect(answer.body).toMatch(/^\{"error":"[a-z-]+"\}$/);
    const refusals = [{ event: 'refused at the front door', fields: { status } }];
    expect(log.lines).toMatchObject(status === 200 ? [] : refusals);
    expect(log.lines).toHaveLength(status === 200 ? 0 : 1);
  });

  it('with a prototype in it pollutes nothing', async () => {
    await post('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('the HTTP server', () => {
  it.each([
    ['GET', '/', 404],
    ['GET', '/api', 404],
    ['POST', '/api/messages/', 404],
    ['POST', '/API/messages', 404],
    ['POST', '/api/messages%00', 404],
    ['GET', '//evil.example/%2e%2e', 404],
    ['GET', 'http://evil.example/api/messages', 404],
    ['GET', '/%', 404],
    ['GET', '/__proto__', 404],
    ['GET', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['DELETE', '/healthz', 405],
  ])('answers %s %s with %d and fixed words', async (method, path, status) => {
    const answer = await ask(port, path, { method });
    expect(answer.status).toBe(status);
    expect(answer.body).toBe(`{"error":"${status === 404 ? 'not-found' : 'method-not-allowed'}"}`);
  });

  it('says nothing about what it is made of', async () => {
    const { headers } = await ask(port, '/healthz');
    expect(headers['server']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers a bug with fixed words and one log line', async () => {
    answerTurn = () => Promise.reject(new Error('connect ECONNREFUSED postgres://user:secret@db'));
    const answer = await post('{}');
    expect([answer.status, answer.body]).toEqual([500, '{"error":"internal-error"}']);
    expect(log.lines).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain('secret');
  });

  it('opens no WebSocket', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'GET /api/messages HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1.1 400 /);
    socket.destroy();
  });

  it('says which port is taken', async () => {
    const second = new Server({}, log);
    await expect(second.listen(port, '127.0.0.1')).rejects.toThrow(CannotListen);
    await expect(second.listen(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is taken`);
  });

  it('answers what is under way before it stops, and takes nothing new', async () => {
    const other = new Server({ 'POST /api/messages': route }, log);
    const otherPort = await other.listen(0, '127.0.0.1');
    let finish: () => void = () => undefined;
    answerTurn = () =>
      new Promise(
        (resolve) =>
          (finish = () => {
            resolve({ status: 200, body: 'done' });
          }),
      );
    const under = ask(otherPort, '/api/messages', { method: 'POST', headers: json, body: '{}' });
    while (bodies.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = other.stop();
    await expect(
      ask(otherPort, '/api/messages', { method: 'POST', headers: json, body: '{}' }),
    ).rejects.toThrow();
    finish();
    expect((await under).body).toBe('done');
    await stopped;
  });
});

it('a caller who asks for a WebSocket and cuts the connection ends nothing', async () => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  await once(socket, 'data');
  socket.resetAndDestroy();
  // An error that nobody heard would end this test's process as well.
  expect((await ask(port, '/healthz')).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 20));
});
