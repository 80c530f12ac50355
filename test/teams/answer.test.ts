import type { Reply } from '../../src/desk/help-desk';
import type { Screen } from '../../src/desk/screens';
import { NotPermitted, SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { channelMessage, installed, invoke, memberAdded, message, press } from './activities';
import { dana, personalChat, tenant } from './doubles';
import { status } from './fake-connector';
import { card, edgeHarness, line, type EdgeHarness } from './edge-harness';

let house: EdgeHarness;
beforeEach(async () => {
  house = await edgeHarness();
});
afterEach(() => house.stop());

const inEnglish = (...screens: Screen[]): Reply => ({ screens, language: 'en' });
const never = () => new Promise<never>(() => undefined);
const body = ({ body: text }: { body: string }): unknown => (text ? JSON.parse(text) : undefined);

describe('a message', () => {
  it('is acknowledged before the desk has answered, then answered after a sign of life', async () => {
    let answer: (reply: Reply) => void = () => undefined;
    house.desk.ask = () => new Promise((resolve) => (answer = resolve));
    expect((await house.deliver(message('help me with X'))).status).toBe(200);
    await house.until(() => house.count('ask') === 1);
    expect(house.seen()).toEqual([]);
    answer(inEnglish(line('which-device'), card));
    await house.until(() => house.seen().length === 2);
    expect(house.connector.sent[0]?.activity.type).toBe('typing');
    expect(house.seen()).toEqual(['POST which-device', 'POST status']);
  });

  it('is written down before it is acknowledged, and closed when it is answered', async () => {
    const order: string[] = [];
    house.inbox.receive = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      order.push('written');
      return true;
    };
    await house.deliver(message('help me with X'));
    order.push('acknowledged');
    await house.until(() => house.inbox.closed.length === 1);
    expect(order).toEqual(['written', 'acknowledged']);
    expect(house.seen()).toEqual(['POST which-device']);
  });

  it('is acknowledged in time although the database does not say that it is written down', async () => {
    house.inbox.receive = never;
    expect((await house.deliver(message('help me with X'))).status).toBe(200);
    house.edge.stop().catch(() => undefined);
  });

  it('is closed as well when its sender was told why it has no answer', async () => {
    const troubles = [new Unreachable('intune'), new Error('a bug')];
    house.desk.ask = () => Promise.reject(troubles.shift() ?? new Error('more than was planned'));
    await house.deliver(message('x', { id: 'trouble' }));
    await house.deliver(message('x', { id: 'bug' }));
    await house.until(() => house.inbox.closed.length === 2);
    house.inbox.receive = () => Promise.reject(new Unreachable('database'));
    await house.deliver(message('x', { id: 'no database' }));
    await house.until(() => house.inbox.closed.length === 3);
    expect(house.inbox.closed).toEqual(['trouble', 'bug', 'no database']);
  });

  it('delivered again stays open as long as the first one is not answered', async () => {
    house.inbox.receive = () => Promise.resolve(false);
    await house.deliver(message('help me'));
    await house.edge.stop();
    expect(house.inbox.closed).toEqual([]);
    expect(house.count('ask')).toBe(0);
  });

  it('of somebody of another tenant is not heard, and the log says so', async () => {
    const from = { ...message('').from, tenantId: '99999999-9999-4999-8999-999999999999' };
    expect((await house.deliver(message('help me with X', { from }))).status).toBe(200);
    expect(house.log.lines).toMatchObject([{ level: 'warn', fields: { because: 'another tenant' } }]);
    expect(house.count('ask')).toBe(0);
  });

  it('delivered again has one effect', async () => {
    await Promise.all([1, 2, 3].map(() => house.deliver(message('help me'))));
    await house.deliver(message('help me', { id: 'another' }));
    await house.until(() => house.seen().length === 2);
    expect(house.count('ask')).toBe(2);
  });

  it('of one person waits for the one before, that of another does not', async () => {
    const order: string[] = [];
    let release: () => void = () => undefined;
    house.desk.ask = async ({ text }) => {
      order.push(text);
      if (text === 'first') await new Promise<void>((resolve) => (release = resolve));
      return inEnglish();
    };
    await house.deliver(message('first', { id: '1' }));
    await house.deliver(message('second', { id: '2' }));
    const bert = {
      from: { id: '29:1bert', name: 'Bert', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002' },
    };
    await house.deliver(
      message('third', { id: '3', ...bert, conversation: { ...message('').conversation, id: 'a:1bert' } }),
    );
    await house.until(() => order.length === 2);
    expect(order).toEqual(['first', 'third']);
    release();
    await house.until(() => order.length === 3);
  });

  it('is in the language that the person chose, else in that of their Teams, else in the usual one', async () => {
    await house.deliver(message('x', { id: '1' }));
    await house.deliver(message('x', { id: '2', locale: 'xx-YY' }));
    await house.until(() => house.count('ask') === 2);
    await house.people.learn(tenant, dana, { chosenLanguage: 'ja' });
    await house.deliver(message('x', { id: '3' }));
    await house.until(() => house.count('ask') === 3);
    expect(house.calls.map(({ with: given }) => given)).toMatchObject([
      { caller: { language: 'de' } },
      { caller: { language: 'de' } }, // the last good one
      { caller: { language: 'ja' } },
    ]);
  });

  it('teaches the bot where the person has their personal chat', async () => {
    await house.deliver(message('x'));
    await house.until(() => house.count('ask') === 1);
    expect(house.people.rows.get(dana)).toMatchObject({
      name: 'Dana Ito',
      chat: { conversation: 'a:1dana' },
    });
  });

  it('leads to a sign-in card when the person has to sign in first', async () => {
    house.desk.ask = () => Promise.reject(new SignInNeeded('first-time'));
    await house.deliver(message('help me with X'));
    await house.until(() => house.seen().length === 1);
    const [attachment] = house.connector.messages()[0]?.activity.attachments ?? [];
    expect(attachment?.contentType).toBe('application/vnd.microsoft.card.oauth');
    expect(attachment?.content).toMatchObject({
      text: 'why: first-time',
      buttons: [{ type: 'signin', title: 'Go' }],
      tokenExchangeResource: { uri: 'api://botid-22222222-2222-4222-8222-222222222222' },
    });
    expect(JSON.stringify(attachment)).toContain('"value":"https://bot.example/auth/start?t=');
  });

  it('that needs consent leads to the page, not to another silent try', async () => {
    house.desk.ask = () => Promise.reject(new SignInNeeded('consent'));
    await house.deliver(message('x'));
    await house.until(() => house.seen().length === 1);
    const [attachment] = house.connector.messages()[0]?.activity.attachments ?? [];
    expect(attachment?.content).not.toHaveProperty('tokenExchangeResource');
  });

  it('that runs into trouble is answered with the trouble, logged once with the same reference', async () => {
    house.desk.ask = () => Promise.reject(new NotPermitted('intune-role-missing', 'graph-1'));
    await house.deliver(message('x'));
    await house.until(() => house.seen().length === 1);
    expect(house.seen()).toEqual(['POST trouble']);
    const lines = house.log.lines.filter(({ level }) => level === 'warn');
    expect(lines).toMatchObject([
      { event: 'trouble', fields: { cause: 'intune-role-missing', graphRequestId: 'graph-1' } },
    ]);
  });

  it('that meets a bug is answered all the same, and the log holds no text of it', async () => {
    house.desk.ask = () => Promise.reject(new Error('cannot read LAPTOP-7F3K'));
    await house.deliver(message('help me with LAPTOP-7F3K'));
    await house.until(() => house.seen().length === 1);
    expect(house.seen()).toEqual(['POST unexpected']);
    expect(house.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(JSON.stringify(house.log.lines)).not.toContain('LAPTOP');
  });

  it('is answered before the bot stops', async () => {
    house.desk.ask = () =>
      new Promise((resolve) => setTimeout(resolve, 100, inEnglish(line('which-device'))));
    await house.deliver(message('x'));
    expect(await house.edge.stop()).toBe(true);
    expect(house.seen()).toEqual(['POST which-device']);
  });
});

describe('where others read along', () => {
  it('a question gets one line, and goes on in the personal chat that the bot knows', async () => {
    await house.people.learn(tenant, dana, { chat: { ...personalChat, serviceUrl: house.connector.url } });
    house.desk.ask = () => Promise.resolve(inEnglish(card));
    await house.deliver(channelMessage('help me with X'));
    await house.until(() => house.seen().length === 2);
    expect(house.connector.messages().map(({ path }) => path)).toEqual([
      '/emea/v3/conversations/19%3A3f0d%40thread.tacv2%3Bmessageid%3D1763802900000/activities',
      '/emea/v3/conversations/a%3A1dana/activities',
    ]);
    expect(house.seen()).toEqual(['POST personal-chat-please', 'POST status']);
    expect(house.calls[0]?.with).toMatchObject({ caller: { place: { kind: 'personal' } } });
  });

  it('a person who is mentioned is found among the members', async () => {
    await house.people.learn(tenant, dana, { chat: { ...personalChat, serviceUrl: house.connector.url } });
    const maria = { type: 'mention', text: '<at>Maria</at>', mentioned: { id: '29:1maria', name: 'Maria' } };
    const entities = [...channelMessage('x').entities, maria];
    house.connector.answers.push(
      status(200, {}, '{"id":"m0"}'),
      status(200, {}, '{"id":"29:1maria","aadObjectId":"aaaaaaaa-0000-4000-8000-000000000009"}'),
    );
    await house.deliver(channelMessage('devices of <at>Maria</at>', { entities }));
    await house.until(() => house.count('ask') === 1);
    expect(house.calls[0]?.with).toMatchObject({
      mentions: [{ isBot: true }, { name: 'Maria', person: 'aaaaaaaa-0000-4000-8000-000000000009' }],
    });
  });

  it('a question of somebody without a personal chat gets the line only', async () => {
    await house.deliver(channelMessage('help me with X'));
    await house.until(() => house.seen().length === 1);
    expect(house.count('ask')).toBe(0);
  });
});

describe('a press', () => {
  const answered = async (activity: object) => body(await house.deliver(activity));

  it('is answered with the card as it stands, and the rest takes its place later', async () => {
    house.desk.press = () => Promise.resolve({ now: line('working'), later: () => Promise.resolve([card]) });
    expect(await answered(press('pick', { ticket: 't', row: 0 }))).toEqual({
      ...{ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'working' },
    });
    await house.until(() => house.seen().length === 1);
    expect(house.connector.messages()[0]).toMatchObject({
      ...{ method: 'PUT', path: '/emea/v3/conversations/a%3A1dana/activities/1763802900111' },
    });
    expect(house.calls[0]?.with).toMatchObject({
      ...{ verb: 'pick', ticket: 't', row: 0 },
      caller: { person: dana },
    });
  });

  it('is answered in time although the desk is slow', async () => {
    house.desk.press = () => new Promise((resolve) => setTimeout(resolve, 120, { now: card }));
    expect(await answered(press('status', {}))).toMatchObject({ value: 'working' });
    await house.until(() => house.seen().length === 1);
    expect(house.seen()).toEqual(['PUT status']);
  });

  it('that is answered late in a channel leaves the card of all as it is: the view is that of one', async () => {
    // Nothing of it is read here but what kind it is.
    const view = { kind: 'case' } as Screen;
    house.desk.press = () => new Promise((resolve) => setTimeout(resolve, 120, { now: view }));
    const { conversation, channelData } = channelMessage('');
    await answered(press('case-take', { ticket: 't' }, { conversation, channelData }));
    await house.stop();
    expect(house.seen()).toEqual([]);
  });

  it('is answered in time although the database is slow to say who presses', async () => {
    let tell: (known: undefined) => void = () => undefined;
    house.people.find = () => new Promise((resolve) => (tell = resolve));
    house.desk.press = () => Promise.resolve({ now: card });
    expect(await answered(press('status', {}))).toMatchObject({ value: 'working' });
    expect(house.count('press')).toBe(0);
    tell(undefined);
    await house.until(() => house.seen().length === 1);
    expect(house.seen()).toEqual(['PUT status']);
  });

  it('that shows a card keeps it in the chat', async () => {
    house.desk.press = () => Promise.resolve({ now: card });
    expect(await answered(press('status', {}))).toMatchObject({
      type: 'application/vnd.microsoft.card.adaptive',
      value: { screen: 'status' },
    });
    await house.until(() => house.seen().length === 1);
    expect(house.seen()).toEqual(['PUT status']);
  });

  it('of somebody who has to sign in brings a sign-in card and leaves the pressed one', async () => {
    house.desk.press = () => Promise.reject(new SignInNeeded('expired'));
    expect(await answered(press('request-assistance', { ticket: 't' }))).toMatchObject({
      value: 'why: expired',
    });
    await house.until(() => house.seen().length === 1);
    expect(house.seen()).toEqual(['POST why: expired']);
  });

  it('of "sign in to check" brings a sign-in card', async () => {
    await answered(press('sign-in', { ticket: 't' }));
    await house.until(() => house.seen().length === 1);
    expect(house.count('press')).toBe(0);
    expect(house.seen()).toEqual(['POST why: expired']);
  });

  it('that runs into trouble leaves the pressed card', async () => {
    house.desk.press = () => Promise.reject(new Unreachable('database'));
    expect(await answered(press('cancel', { ticket: 't' }))).toMatchObject({ value: { screen: 'trouble' } });
    await house.until(() => house.seen().length === 1);
    expect(house.seen()).toEqual(['POST trouble']);
  });

  it('that came as a message shares its way, and shows what it leads to', async () => {
    house.desk.press = () => Promise.resolve({ now: line('working'), later: () => Promise.resolve([card]) });
    await house.deliver(
      message('', { text: undefined, value: { verb: 'pick', ticket: 't', row: 1 }, replyToId: '17' }),
    );
    await house.until(() => house.seen().length === 1);
    expect(house.connector.messages()[0]?.path).toMatch(/activities\/17$/);
  });

  it('without sense is refused in the form that Teams shows', async () => {
    expect(await answered(invoke('adaptiveCard/action', {}))).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
    });
  });

  it('keeps nobody waiting when the desk never answers', async () => {
    house.desk.press = never;
    expect(await answered(press('status', {}))).toMatchObject({ value: 'working' });
    house.edge.stop().catch(() => undefined);
  });
});

describe('a card that Teams refreshes by itself', () => {
  const refresh = press('case-view', { ticket: 't' });
  const answered = async () => body(await house.deliver(refresh));

  it('is answered with the view of its reader, and nothing is written into the chat', async () => {
    house.desk.press = () => Promise.resolve({ now: card });
    expect(await answered()).toMatchObject({ statusCode: 200, value: { screen: 'status' } });
    await house.stop();
    expect(house.seen()).toEqual([]);
  });

  it('is answered with it late as well: what is one reader’s is never shown to all', async () => {
    house.desk.press = () => new Promise((resolve) => setTimeout(resolve, 120, { now: card }));
    expect(await answered()).toMatchObject({ statusCode: 200, value: { screen: 'status' } });
    await house.stop();
    expect(house.seen()).toEqual([]);
  });

  it('stays as it hangs there in trouble, of which no reader hears', async () => {
    house.desk.press = () => Promise.reject(new Unreachable('database'));
    expect(await answered()).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
    await house.stop();
    expect(house.seen()).toEqual([]);
  });

  it('counts as no press of its reader, of whom the bot learns nothing', async () => {
    house.desk.press = () => Promise.resolve({ now: card });
    const learnt = house.people.rows.size;
    house.buckets.take = () => Promise.resolve({ until: house.clock.now() + 1_000 });
    expect(await answered()).toMatchObject({ value: { screen: 'status' } });
    expect(house.people.rows.size).toBe(learnt);
  });
});

describe('installing the app', () => {
  it('greets once, though Teams tells it twice', async () => {
    await house.deliver(installed);
    await house.deliver(memberAdded);
    await house.until(() => house.seen().length > 0);
    await house.edge.stop();
    expect(house.seen()).toEqual(['POST help']);
  });
});

it('an invoke that nobody knows gets an answer', async () => {
  expect((await house.deliver(invoke('task/fetch', {}))).status).toBe(400);
});
