import { gzipSync } from 'node:zlib';
import { guardServiceUrls } from '../../src/outbound';
import { chatsOver, Connectors } from '../../src/teams/connector';
import { personalChat, testClock } from './doubles';
import { fakeConnector, status } from './fake-connector';

// The bot's token travels with every message: where it goes, and what comes back, is bounded.

let connector: Awaited<ReturnType<typeof fakeConnector>>;
let stranger: Awaited<ReturnType<typeof fakeConnector>>;
beforeEach(async () => {
  connector = await fakeConnector();
  stranger = await fakeConnector();
});
afterEach(() => {
  connector.stop();
  stranger.stop();
});

function chats() {
  const parts = {
    botToken: () => Promise.resolve('bot-token'),
    maySendTo: guardServiceUrls([connector.host]),
    ...{ clock: testClock(), timeout: 2_000 },
  };
  return chatsOver(new Connectors(parts), parts);
}

const message = { type: 'message', text: 'x' };
const at = (serviceUrl: string) => ({ ...personalChat, serviceUrl });

test('a place whose address is not allowed gets no message and no token, wherever it was kept', async () => {
  await expect(chats().create(at(stranger.url), message)).rejects.toThrow('not allowed');
  await expect(chats().update(at(stranger.url), 'm1', message)).rejects.toThrow('not allowed');
  await expect(chats().whoIs(at(stranger.url), '29:x')).rejects.toThrow('not allowed');
  await expect(chats().create(at('https://169.254.169.254/'), message)).rejects.toThrow('not allowed');
  expect(stranger.sent).toEqual([]);
});

test.each([301, 302, 307, 308])('an answer %i leads nowhere, and the token with it', async (code) => {
  connector.answers.push(status(code, { location: stranger.url }));
  expect(await chats().create(at(connector.url), message)).toMatchObject({ ok: false, status: code });
  expect(stranger.sent).toEqual([]);
});

const large = Buffer.from(JSON.stringify({ id: 'm1', padding: ' '.repeat(2_000_000) }));
const inJson = { 'content-type': 'application/json' };

test.each<[string, Record<string, string>, Buffer]>([
  ['as it is', inJson, large],
  ['packed', { ...inJson, 'content-encoding': 'gzip' }, gzipSync(large)],
])('an answer that is far too large, %s, is not read to its end', async (_how, headers, body) => {
  connector.answers.push((response) => {
    response.writeHead(200, headers);
    response.end(body);
  });
  expect(await chats().create(at(connector.url), message)).toEqual({ ok: false, why: 'lost' });
});

test('a conversation whose id would like to be an address stays a part of the path', async () => {
  const conversation = '../../../evil?x=1#y@stranger';
  await chats().create({ ...at(connector.url), conversation }, message);
  expect(connector.sent.map(({ path }) => path)).toEqual([
    `/emea/v3/conversations/${encodeURIComponent(conversation)}/activities`,
  ]);
});
