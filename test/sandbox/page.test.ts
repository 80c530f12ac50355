import { request as httpRequest } from 'node:http';
import { startPage } from '../../src/sandbox/page/page-server';
import { PortTaken, type Listening } from '../../src/sandbox/http';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { activitiesUrl, cardMessage, startTinyBot, type TinyBot } from './tiny-bot';

let sandbox: Sandbox;
let page: Listening;
let bot: TinyBot;

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Is it this one?' }],
  actions: [{ type: 'Action.Execute', title: 'Yes', verb: 'confirm', data: { handle: 'h1' } }],
};

beforeEach(async () => {
  sandbox = await startSandbox();
  page = await startPage(sandbox, 0);
  bot = await startTinyBot(sandbox, async (activity, { call }) => {
    if (activity.type !== 'message') return { body: { statusCode: 200, type: 'x', value: '' } };
    await call('POST', activitiesUrl(activity), cardMessage(card));
    return undefined;
  });
});

afterEach(async () => {
  await page.stop();
  await bot.stop();
  await sandbox.stop();
});

async function post(what: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${page.url}/api/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** Reads server-sent events until one chat satisfies. */
async function chatUntil(person: string, satisfied: (text: string) => boolean): Promise<string> {
  const response = await fetch(`${page.url}/api/events?person=${person}&place=personal`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = '';
  while (reader && !satisfied(seen)) seen += (await reader.read()).value ?? '';
  await reader?.cancel();
  return seen;
}

test.each([
  ['/', 'text/html', /Device Assist/],
  ['/page/app.mjs', 'text/javascript', /loadWorld/],
  ['/page/page.css', 'text/css', /--accent/],
  ['/vendor/adaptivecards.js', 'text/javascript', /AdaptiveCards/],
  ['/vendor/markdown-it.mjs', 'text/javascript', /markdown/],
])('the page hands out %s from this machine only', async (path, type, content) => {
  const response = await fetch(page.url + path);
  expect(response.headers.get('content-type')).toContain(type);
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
  expect(await response.text()).toMatch(content);
});

test.each(['/page/page-api.ts', '/page/../sandbox.ts', '/package.json'])('and not %s', async (path) => {
  expect((await fetch(page.url + path)).status).toBe(404);
});

test('the page offers every person and a list of situations whose people and devices exist', async () => {
  const world = (await (await fetch(`${page.url}/api/world`)).json()) as {
    people: { key: string }[];
    situations: { who: string; say: string; shows: string }[];
  };
  const keys = world.people.map(({ key }) => key);
  expect(world.situations.length).toBeGreaterThan(30);
  expect(world.situations.filter(({ who }) => !keys.includes(who))).toEqual([]);
});

test('what one writes on the page reaches the bot, and the card comes back as an event', async () => {
  const chat = chatUntil('tom', (text) => text.includes('Is it this one?'));
  expect((await post('say', { person: 'tom', text: 'help me' })).status).toBe(200);
  expect(await chat).toContain('event: chat');
  expect(bot.received[0]?.text).toBe('help me');
});

test('a press on the page is sent as an invoke', async () => {
  const tom = sandbox.openChat('tom');
  await post('say', { person: 'tom', text: 'help me' });
  const { messageId } = await tom.card(/Is it this one/);
  const action = { type: 'Action.Execute', title: 'Yes', verb: 'confirm', data: { handle: 'h1' } };
  await post('press', { person: 'tom', messageId, action });
  expect(bot.received.at(-1)).toMatchObject({
    name: 'adaptiveCard/action',
    replyToId: messageId,
    value: { action, trigger: 'manual' },
  });
});

test('malformed requests and unknown people are refused', async () => {
  expect((await post('say', { person: 'tom' })).status).toBe(400);
  expect((await post('say', { person: 'nobody', text: 'x' })).status).toBe(404);
  const form = await fetch(`${page.url}/api/say`, { method: 'POST', body: '{"person":"tom","text":"x"}' });
  expect(form.status).toBe(404);
  expect(bot.received).toEqual([]);
});

test('a foreign host name is refused', async () => {
  const status = await new Promise((resolve) => {
    const options = { port: page.port, host: '127.0.0.1', headers: { host: 'evil.example' } };
    httpRequest(options, (response) => {
      resolve(response.statusCode);
      response.resume();
    }).end();
  });
  expect(status).toBe(421);
});

test('a port that is taken is named', async () => {
  await expect(startPage(sandbox, page.port)).rejects.toThrow(PortTaken);
  await expect(startSandbox({ ports: { graph: page.port } })).rejects.toThrow(
    `Port ${page.port} for graph is taken. Choose another one, or 0 for any free port.`,
  );
});
