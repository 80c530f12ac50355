import { startSandbox, type Sandbox, type SharedChannel } from '../../src/sandbox/sandbox';
import { activitiesUrl, cardMessage, startTinyBot, type Incoming, type TinyBot } from './tiny-bot';

// A channel, a group chat and a meeting as Teams has them: what the bot hears of them, and what it may write there.

let sandbox: Sandbox;
let bot: TinyBot;
let channel: SharedChannel;

beforeEach(async () => {
  sandbox = await startSandbox({ patienceMs: 1_000 });
  channel = sandbox.openChannel('Help desk', ['tom', 'anna', 'gus', 'frida']);
  bot = await startTinyBot(sandbox, () => ({ body: {} }));
});

afterEach(async () => {
  await bot.stop();
  await sandbox.stop();
});

const last = (): Incoming => {
  const activity = bot.received.at(-1);
  if (!activity) throw new Error('The bot has received nothing');
  return activity;
};
const conversationsUrl = () => `${sandbox.addresses.connector}/emea/v3/conversations`;

test('a thread is named by its first message, and an answer in it comes from the same conversation', async () => {
  const thread = channel.newThread();
  await thread.as('anna').say('my laptop will not print');
  expect(last().conversation.id).toBe(`${channel.channel.id};messageid=${last().id}`);
  const root = last().conversation.id;
  await thread.as('tom').say('which one?');
  expect(last().conversation.id).toBe(root);
  expect(thread.as('anna').view.messages()).toHaveLength(2);
});

test('the bot hears only what mentions it, and people see everything', async () => {
  const thread = channel.newThread();
  await thread.as('anna').say('is anybody there?', { mentionsBot: false });
  expect(bot.received).toEqual([]);
  await thread.as('anna').say('and you, @Device Assist, and @tom?', { mentions: ['tom'] });
  expect(last().text).toBe('and you, <at>Device Assist</at>, and <at>Tom Becker</at>?');
  expect(thread.as('tom').view.messages()).toHaveLength(2);
});

test('where the team lets the bot read everything it hears the rest too', async () => {
  await channel.newThread().as('anna').say('is anybody there?', { mentionsBot: false, isOverheard: true });
  expect(last()).toMatchObject({ text: 'is anybody there?' });
});

test('the bot begins a thread in the channel, and answers in it', async () => {
  const created = await bot.call('POST', conversationsUrl(), {
    channelData: { channel: { id: channel.channel.id } },
    activity: { type: 'message', text: 'Request #1' },
  });
  const { id, activityId } = created.body as { id: string; activityId: string };
  expect(id).toBe(`${channel.channel.id};messageid=${activityId}`);
  await bot.call('POST', `${conversationsUrl()}/${encodeURIComponent(id)}/activities`, {
    type: 'message',
    text: 'Somebody is on it',
  });
  expect(channel.threads().map((thread) => thread.as('anna').texts())).toEqual([
    ['Request #1', 'Somebody is on it'],
  ]);
});

test('what the bot sends to the channel itself begins a thread, and can be changed there', async () => {
  const url = `${conversationsUrl()}/${encodeURIComponent(channel.channel.id)}/activities`;
  const { body } = await bot.call('POST', url, { type: 'message', text: 'Hello all' });
  const { id } = body as { id: string };
  expect((await bot.call('PUT', `${url}/${id}`, { type: 'message', text: 'Good morning' })).status).toBe(200);
  expect(channel.threads().map((thread) => thread.as('tom').texts())).toEqual([['Good morning']]);
});

test('removed from the team, the bot is told so, hears nothing and may write nothing, until it is back', async () => {
  const thread = channel.newThread();
  await thread.as('anna').say('help');
  const url = activitiesUrl(last());
  await channel.removeBot('tom');
  expect(bot.received.slice(-2)).toMatchObject([
    { type: 'installationUpdate', action: 'remove', conversation: { id: channel.channel.teamId } },
    { type: 'conversationUpdate', membersRemoved: [{ id: `28:${sandbox.registrations.bot.id}` }] },
  ]);
  const heard = bot.received.length;
  await thread.as('anna').say('are you there?');
  expect(bot.received).toHaveLength(heard);
  expect((await bot.call('POST', url, { type: 'message', text: 'x' })).status).toBe(403);
  await channel.addBot('tom');
  expect((await bot.call('POST', url, { type: 'message', text: 'x' })).status).toBe(201);
});

test('whoever removes the app cannot be written to any more, and writing adds it again', async () => {
  const anna = sandbox.openChat('anna');
  await anna.say('hello');
  const url = activitiesUrl(last());
  await anna.uninstall();
  expect(last()).toMatchObject({ type: 'installationUpdate', action: 'remove' });
  expect((await bot.call('POST', url, { type: 'message', text: 'x' })).status).toBe(403);
  await anna.say('hello again');
  expect((await bot.call('POST', url, { type: 'message', text: 'x' })).status).toBe(201);
});

test("a command in the menu of somebody's message brings the message with its author, as HTML", async () => {
  const thread = channel.newThread();
  await thread.as('anna').say('my <b>laptop</b> & @tom', { mentionsBot: false, mentions: ['tom'] });
  const [message] = thread.as('tom').view.messages();
  const answer = await thread
    .as('tom')
    .useOn(message?.id ?? '', { commandId: 'make-request', data: { device: 'LAPTOP-7F3K' } });
  expect(answer.status).toBe(200);
  expect(last()).toMatchObject({
    name: 'composeExtension/submitAction',
    from: { aadObjectId: sandbox.tenant.person('tom').oid },
    conversation: { id: thread.conversation.id, conversationType: 'channel' },
    value: {
      ...{ commandId: 'make-request', commandContext: 'message', data: { device: 'LAPTOP-7F3K' } },
      messagePayload: {
        id: message?.id,
        body: {
          contentType: 'html',
          content: '<div><div>my &lt;b&gt;laptop&lt;/b&gt; &amp; <at id="0">Tom Becker</at></div>\n</div>',
        },
        from: { user: { id: sandbox.tenant.person('anna').oid, userIdentityType: 'aadUser' } },
      },
    },
  });
});

test('that command shows the line that the bot answers with', async () => {
  await bot.stop();
  bot = await startTinyBot(sandbox, () => ({ body: { task: { type: 'message', value: 'Posted as #7' } } }));
  const thread = channel.newThread();
  await thread.as('anna').say('broken', { mentionsBot: false });
  const [message] = thread.as('tom').view.messages();
  const used = await thread.as('tom').useOn(message?.id ?? '', { commandId: 'make-request', data: {} });
  expect(used.message).toBe('Posted as #7');
});

test.each([
  ['edited', { kind: 'edited', text: 'it works again' }, { type: 'messageUpdate', text: 'it works again' }],
  ['deleted', { kind: 'deleted' }, { type: 'messageDelete' }],
  ['liked', { kind: 'liked' }, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
] as const)('a message that is %s reaches the bot as such', async (_, what, seen) => {
  const anna = channel.newThread().as('anna');
  await anna.say('it is broken');
  await anna.afterwards(anna.view.messages()[0]?.id ?? '', what);
  expect(last()).toMatchObject(seen);
});

test('guests and people of another tenant come with what tells them apart', async () => {
  const thread = channel.newThread();
  await thread.as('frida').say('hello');
  expect(last()).toMatchObject({ channelData: { tenant: { id: sandbox.tenant.person('frida').tid } } });
  await thread.as('gus').say('hello');
  const roster = await bot.call('GET', activitiesUrl(last()).replace(/activities$/u, 'pagedmembers'));
  expect(roster.body).toMatchObject({
    members: [
      { userRole: 'user' },
      { userRole: 'user' },
      { userRole: 'guest' },
      { tenantId: sandbox.tenant.person('frida').tid },
    ],
  });
});

test('a meeting says that it is one', async () => {
  await sandbox.openMeetingChat('Monday', ['tom', 'anna']).as('anna').say('help');
  expect(last()).toMatchObject({
    conversation: { id: expect.stringMatching(/^19:meeting_/u) as string },
    channelData: { meeting: { id: expect.any(String) as string } },
  });
});

describe('a card that each person sees in their own way', () => {
  const view = (text: string, userIds?: readonly string[]) => ({
    type: 'AdaptiveCard',
    version: '1.5',
    ...(userIds && { refresh: { userIds, action: { type: 'Action.Execute', verb: 'view', data: {} } } }),
    body: [{ type: 'TextBlock', text }],
  });
  const texts = (key: string) =>
    channel
      .threads()[0]
      ?.as(key)
      .cards()
      .map(({ text }) => text);

  async function hangUp(userIds: readonly string[]): Promise<void> {
    await bot.stop();
    bot = await startTinyBot(sandbox, (activity) => {
      const value = view(`for ${activity.from.aadObjectId.slice(0, 4)}`, userIds);
      const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
      return activity.type === 'invoke' ? { body } : undefined;
    });
    const thread = channel.newThread();
    for (const key of ['tom', 'anna']) thread.as(key);
    const { serviceUrl, id } = {
      serviceUrl: `${sandbox.addresses.connector}/emea/`,
      id: thread.conversation.id,
    };
    const url = `${serviceUrl}v3/conversations/${encodeURIComponent(id)}/activities`;
    await bot.call('POST', url, cardMessage(view('for all', userIds)));
    await Promise.all(['tom', 'anna'].map((key) => thread.as(key).settled()));
  }

  test('is asked for by the clients of those it names, and shown to them only', async () => {
    const { teamsId, oid } = sandbox.tenant.person('anna');
    await hangUp([teamsId]);
    expect([texts('anna'), texts('tom')]).toEqual([[`for ${oid.slice(0, 4)}`], ['for all']]);
  });

  test('is not asked for by an Entra id: Teams knows people by its own ids there', async () => {
    await hangUp([sandbox.tenant.person('anna').oid]);
    expect(texts('anna')).toEqual(['for all']);
  });

  test('is asked for when somebody opens the chat later, and not while they look elsewhere', async () => {
    const { teamsId, oid } = sandbox.tenant.person('tina');
    await hangUp([teamsId]);
    const tina = channel.threads()[0]?.as('tina');
    await tina?.settled();
    expect(texts('tina')).toEqual([`for ${oid.slice(0, 4)}`]);

    tina?.client.close();
    const [message] = tina?.view.messages() ?? [];
    const url = `${conversationsUrl()}/${encodeURIComponent(channel.channel.id)}/activities/${message?.id ?? ''}`;
    await bot.call('PUT', url, cardMessage(view('newer, for all', [teamsId])));
    await tina?.settled();
    expect(texts('tina')).toEqual(['newer, for all']);

    tina?.client.open();
    await tina?.settled();
    expect(texts('tina')).toEqual([`for ${oid.slice(0, 4)}`]);
  });
});
