import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { activitiesUrl, startTinyBot, type Pages, type TinyBot } from './tiny-bot';

let sandbox: Sandbox;
let bot: TinyBot;

/** Start page: to the login host, with a cookie. End page: the code for Teams, if the cookie came back. */
const pages: Pages = (url, cookie) => {
  if (url.pathname === '/auth/start') {
    const login = new URL(`${sandbox.addresses.login}/${sandbox.tenant.id}/oauth2/v2.0/authorize`);
    login.search = new URLSearchParams({
      client_id: sandbox.registrations.signOn.id,
      redirect_uri: `${sandbox.addresses.bot}/auth/end`,
      response_type: 'code',
      state: 's1',
    }).toString();
    return { status: 302, headers: { location: login.href, 'set-cookie': 'browser=b1; HttpOnly' }, body: '' };
  }
  const isSame = cookie === 'browser=b1' && url.searchParams.get('state') === 's1';
  const code = url.searchParams.has('code') && isSame ? 'data-code="one-time"' : '';
  return { status: code ? 200 : 403, headers: { 'content-type': 'text/html' }, body: `<body ${code}>` };
};

const signInCard = () => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.oauth',
      content: {
        text: 'Sign in',
        connectionName: '',
        tokenExchangeResource: { id: 'e1', uri: `api://botid-${sandbox.registrations.bot.id}` },
        buttons: [{ type: 'signin', title: 'Sign in', value: `${sandbox.addresses.bot}/auth/start` }],
      },
    },
  ],
});

beforeEach(async () => {
  sandbox = await startSandbox();
  bot = await startTinyBot(
    sandbox,
    async (activity, { call }) => {
      if (activity.type === 'message') await call('POST', activitiesUrl(activity), signInCard());
      return { status: activity.name === 'signin/tokenExchange' ? 412 : 200, body: {} };
    },
    pages,
  );
});

afterEach(async () => {
  await bot.stop();
  await sandbox.stop();
});

test('where the exchange is refused, the person signs in on the page, and Teams brings the code', async () => {
  const carl = sandbox.openChat('carl');
  await carl.say('help me');
  const last = await carl.signIn();
  expect(last.status).toBe(200);
  expect(bot.received.map(({ name }) => name).filter(Boolean)).toEqual([
    'signin/tokenExchange',
    'signin/verifyState',
  ]);
  expect(bot.received.at(-1)?.value).toEqual({ state: 'one-time' });
  expect(carl.view.signInCards()).toEqual([]);
  expect(carl.person.behaviour.consented).toBe(true);
});

test('whoever cancels on the page stays signed out', async () => {
  const carl = sandbox.openChat('carl');
  await carl.say('help me');
  expect((await carl.signIn('cancel')).status).toBe(403);
  expect(carl.person.behaviour.consented).toBe(false);
  expect(carl.view.signInCards()).toHaveLength(1);
});

test('a sign-in card for another resource fails as it does in Teams: silently, with a code', async () => {
  const tom = sandbox.openChat('tom');
  await tom.say('hello');
  await tom.settled();
  const card = signInCard();
  const content = card.attachments[0]?.content;
  if (content) content.tokenExchangeResource.uri = 'api://botid-another';
  sandbox.parts.conversations.add(tom.view.conversation, 'bot', card);
  await tom.settled();
  expect(bot.received.at(-1)).toMatchObject({
    name: 'signin/failure',
    value: { code: 'resourcematchfailed' },
  });
});

test('in a channel nobody is signed in by Teams itself', async () => {
  const tom = sandbox.openThread('Help desk', ['tom']).as('tom');
  await tom.say('hello');
  await tom.settled();
  expect(bot.received.filter(({ type }) => type === 'invoke')).toEqual([]);
  expect(tom.view.signInCards()).toHaveLength(1);
});
