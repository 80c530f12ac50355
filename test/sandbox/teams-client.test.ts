import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { activitiesUrl, cardMessage, startTinyBot, type Answer, type Script, type TinyBot } from './tiny-bot';

let sandbox: Sandbox;
let bot: TinyBot | undefined;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await sandbox.stop();
});

async function withBot(script: Script): Promise<TinyBot> {
  bot = await startTinyBot(sandbox, script);
  return bot;
}

const confirmCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Is it this one?' },
    { type: 'FactSet', facts: [{ title: 'Device', value: 'LAPTOP-7F3K' }] },
    { type: 'Input.Text', id: 'reason', value: 'none', label: 'Reason' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Yes', verb: 'confirm', data: { handle: 'h1' } },
    { type: 'Action.OpenUrl', title: 'Open', url: 'https://example.com/' },
  ],
};

const signInMessage = {
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.oauth',
      content: {
        text: 'Sign in',
        connectionName: '',
        tokenExchangeResource: { id: 'exchange-1' },
        buttons: [{ type: 'signin', title: 'Sign in', value: 'http://127.0.0.1:1/auth/start' }],
      },
    },
  ],
};

/** A bot that answers each message with one activity, and presses as told. */
function answering(message: unknown, press: () => Answer = () => undefined): Script {
  return async (activity, { call }) => {
    if (activity.type === 'message') await call('POST', activitiesUrl(activity), message);
    return activity.type === 'invoke' ? press() : undefined;
  };
}

test('what a person says reaches the bot signed, and its answer is seen', async () => {
  const { received } = await withBot(async (activity, { call }) => {
    await call('POST', activitiesUrl(activity), { type: 'message', text: `You said ${activity.text ?? ''}` });
    return undefined;
  });
  const anna = sandbox.openChat('anna');

  expect((await anna.say('hello')).status).toBe(200);

  expect(await anna.text(/You said/)).toBe('You said hello');
  expect(received[0]?.from.aadObjectId).toBe(sandbox.tenant.person('anna').oid);
  expect(received[0]?.locale).toBe('de-DE');
});

test('a token with wrong claims is refused', async () => {
  await withBot(() => undefined);
  const tom = sandbox.openChat('tom');
  expect((await tom.say('hello', { tokenClaims: { aud: 'somebody else' } })).status).toBe(401);
});

test('a press carries verb, data and inputs, and the answered card replaces the pressed one', async () => {
  const done = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Done' }] };
  const { received } = await withBot(
    answering(cardMessage(confirmCard), () => ({
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: done },
    })),
  );
  const tom = sandbox.openChat('tom');
  await tom.say('help me');
  const card = await tom.card(/Is it this one/);
  expect(card.text).toContain('LAPTOP-7F3K');

  await tom.press('Yes', { reason: 'screen is black' });

  expect(received.at(-1)?.value).toMatchObject({
    action: { type: 'Action.Execute', verb: 'confirm', data: { handle: 'h1', reason: 'screen is black' } },
    trigger: 'manual',
  });
  expect((await tom.card(/Done/)).messageId).toBe(card.messageId);
  expect(tom.cards()).toHaveLength(1);
  expect((await tom.press('Yes', {}, { on: card })).status).toBe(200); // an old card can still be pressed
});

test('a card that the bot updates changes in place', async () => {
  await withBot(async (activity, { call }) => {
    const posted = await call('POST', activitiesUrl(activity), cardMessage(confirmCard));
    const { id } = posted.body as { id: string };
    const body = [{ type: 'TextBlock', text: 'Session is ready' }];
    await call('PUT', `${activitiesUrl(activity)}/${id}`, cardMessage({ ...confirmCard, body }));
    return undefined;
  });
  const tom = sandbox.openChat('tom');
  await tom.say('help me');
  await tom.card(/Session is ready/);
  expect(tom.cards()).toHaveLength(1);
});

test('single sign-on answers a sign-in card by itself, once for each open client', async () => {
  const { received } = await withBot(answering(signInMessage, () => ({ body: { id: 'exchange-1' } })));
  const tom = sandbox.openChat('tom');
  tom.client.signOn.clients = 2;
  await tom.say('help me');
  await tom.settled();
  expect(received.filter(({ name }) => name === 'signin/tokenExchange')).toHaveLength(2);
  expect(tom.view.signInCards()).toEqual([]);
});

test('a refused exchange leaves the button to press', async () => {
  await withBot(answering(signInMessage, () => ({ status: 412, body: {} })));
  const carl = sandbox.openChat('carl');
  await carl.say('help me');
  await carl.settled();
  expect(carl.view.signInCards()).toHaveLength(1);
});

test('single sign-on that fails silently is reported as signin/failure', async () => {
  const { received } = await withBot(answering(signInMessage, () => ({ body: {} })));
  const tom = sandbox.openChat('tom');
  tom.client.signOn.singleSignOn = { failsWith: 'installedappnotfound' };
  await tom.say('help me');
  await tom.settled();
  expect(received.at(-1)).toMatchObject({ name: 'signin/failure', value: { code: 'installedappnotfound' } });
});

test('a message may arrive twice, the second time with a new id', async () => {
  const { received } = await withBot(() => undefined);
  await sandbox.openChat('tom').say('hello', { copies: 2, freshIds: true });
  expect(new Set(received.map(({ id }) => id)).size).toBe(2);
});

test('in a thread the bot is mentioned, and the conversation carries the message id', async () => {
  const { received } = await withBot(() => undefined);
  const thread = sandbox.openThread('Help desk', ['tom', 'anna']);
  await thread.as('anna').say('please help @tom', { mentions: ['tom'] });
  expect(received[0]?.text).toBe('<at>Device Assist</at> please help <at>Tom Becker</at>');
  expect(received[0]?.conversation).toMatchObject({
    conversationType: 'channel',
    id: expect.stringMatching(/;messageid=\d+$/) as string,
  });
});

test('a wait that fails says what is there instead', async () => {
  await sandbox.stop();
  sandbox = await startSandbox({ patienceMs: 30 });
  await withBot(answering(cardMessage(confirmCard)));
  const tom = sandbox.openChat('tom');
  await tom.say('help me');
  await expect(tom.card(/Session is ready/)).rejects.toThrow(
    /Tom Becker waited for a card .*sees instead:[\s\S]*Is it this one.*<Yes>/,
  );
});

test('a request can be waited for', async () => {
  await withBot(() => undefined);
  const waiting = sandbox.requests('teams', /POST/);
  await sandbox.openChat('tom').say('hello');
  expect(await waiting).toMatchObject([{ person: 'tom', status: 200, note: 'message' }]);
});

test('a request that never comes is named with what came instead', async () => {
  await sandbox.stop();
  sandbox = await startSandbox({ patienceMs: 30 });
  await expect(sandbox.requests('graph', /requestRemote/)).rejects.toThrow(/Waited for 1 requests .* saw 0/);
});
