import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { activitiesUrl, startTinyBot, type TinyBot } from './tiny-bot';

let sandbox: Sandbox;
let bot: TinyBot | undefined;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  await bot?.stop();
  await sandbox.stop();
});

async function silentBot(): Promise<TinyBot> {
  bot = await startTinyBot(sandbox, () => undefined);
  return bot;
}

test('the bot can write first to whoever has installed it, and to nobody else', async () => {
  const { call } = await silentBot();
  const url = `${sandbox.addresses.connector}/emea/v3/conversations`;
  const to = (key: string) => ({ members: [{ id: sandbox.tenant.person(key).teamsId }], isGroup: false });
  expect((await call('POST', url, to('anna'))).status).toBe(403);
  const anna = sandbox.openChat('anna');
  const created = await call('POST', url, {
    ...to('anna'),
    activity: { type: 'message', text: 'Hello Anna' },
  });
  expect(created.status).toBe(201);
  expect(await anna.text(/Hello/)).toBe('Hello Anna');
});

test('a create that is accepted and answered with 504 is in the chat all the same', async () => {
  const { received, call } = await silentBot();
  const tom = sandbox.openChat('tom');
  await tom.say('hello');
  sandbox.connector.misbehave({ when: /^POST .*activities$/, as: 'accepted-then-504' });
  const url = received[0] ? activitiesUrl(received[0]) : '';
  expect((await call('POST', url, { type: 'message', text: 'once' })).status).toBe(504);
  expect(tom.texts()).toEqual(['once']);
});

test('sending faster than Teams allows is refused with 429', async () => {
  await sandbox.stop();
  sandbox = await startSandbox({ connector: { enforceLimits: true } });
  const { received, call } = await silentBot();
  await sandbox.openChat('tom').say('hello');
  const url = received[0] ? activitiesUrl(received[0]) : '';
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => call('POST', url, { type: 'message', text: 'spam' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
});

test('a conversation that is gone is refused for good, and a message of somebody else cannot be changed', async () => {
  const { received, call } = await silentBot();
  const tom = sandbox.openChat('tom');
  await tom.say('hello');
  const url = received[0] ? activitiesUrl(received[0]) : '';
  expect(
    (await call('PUT', `${url}/${received[0]?.id ?? ''}`, { type: 'message', text: 'mine' })).status,
  ).toBe(404);
  tom.view.conversation.gone = 'forbidden';
  expect(await call('POST', url, { type: 'message', text: 'x' })).toMatchObject({
    status: 403,
    body: { error: { code: 'BotNotInConversationRoster' } },
  });
});

test('nobody but the bot may use the connector', async () => {
  const { received } = await silentBot();
  await sandbox.openChat('tom').say('hello');
  const url = received[0] ? activitiesUrl(received[0]) : '';
  const { tokens } = sandbox.login;
  const other = await tokens.applicationToken('another app', 'https://api.botframework.com');
  const wrongAudience = await tokens.applicationToken(
    sandbox.registrations.bot.id,
    'https://graph.microsoft.com',
  );
  for (const token of [other, wrongAudience, 'garbage']) {
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(url, { method: 'POST', headers, body: '{"type":"message"}' })).status).toBe(401);
  }
});
