import { randomUUID } from 'node:crypto';
import { cardSubject } from '../../src/desk/cards';
import type { Buckets, Place } from '../../src/desk/ports';
import { Unreachable } from '../../src/desk/troubles';
import { openRequest } from '../../src/request/evolve';
import type { HelpRequest } from '../../src/request/help-request';
import { requestId } from '../../src/request/ids';
import { Background } from '../../src/teams/background';
import { chatsOver, Connectors } from '../../src/teams/connector';
import { CardNoticeboard, type NoticeboardParts } from '../../src/teams/noticeboard';
import { presenter } from '../../src/teams/presenting';
import { requestCards } from '../../src/teams/request-cards';
import { requestScreens } from '../../src/teams/request-screens';
import { sendPace } from '../../src/teams/send-pace';
import { guardServiceUrls } from '../../src/outbound';
import { ordinaryCardTimes } from '../../src/desk/cards';
import { direct, inState, laptop, limits } from '../request/stories';
import { freshFile, openFresh } from '../storage/open-for-test';
import { sure, dana, personalChat, tenant, testClock, testLog } from './doubles';
import { fakeConnector, status } from './fake-connector';

/** A noticeboard over the real store of cards, and a connector that writes down what it gets. */
async function house(buckets: Buckets = { take: () => Promise.resolve('ok') }) {
  const connector = await fakeConnector();
  const clock = testClock();
  const log = testLog();
  const fresh = freshFile();
  const storage = await openFresh(fresh, clock);
  const place: Place = { ...personalChat, serviceUrl: connector.url };
  const id = sure(requestId(randomUUID()));
  const opened = await storage.requests.open(
    (number) =>
      openRequest(
        {
          ...{ id, number, tenant, device: laptop, address: direct },
          technician: { id: dana, name: 'Dana' },
        },
        clock.now(),
        limits,
      ),
    { place, language: 'en' },
  );
  const maySendTo = guardServiceUrls([connector.host]);
  const outbound = { botToken: () => Promise.resolve('bot-token'), maySendTo, clock, timeout: 500 };
  const present = presenter(
    {
      // The card says what matters here: the state, and what the edge has filled in.
      render: (screen) => {
        if (screen.kind !== 'request') return { text: 'x', summary: 'x' };
        const { stored, link, ticket, withheldHost: withheld, replaces } = screen;
        return { card: { status: stored.request.status, link, ticket, withheld, replaces }, summary: 's' };
      },
      signIn: () => ({ title: '', sentence: '', button: '' }),
    },
    'api://x',
  );
  const sessionLinkHosts = ['get.teamviewer.com', '*.teamviewer.com'];
  const fill = requestScreens({ ...storage, clock, log, sessionLinkHosts });
  const background = new Background(log);
  const drawRequest = requestCards({ ...storage, present, fill, clock });
  const parts: NoticeboardParts = {
    ...{ cards: storage.cards, people: storage.people, background, clock, log, times: ordinaryCardTimes },
    helpChannels: storage.helpChannels,
    draw: ({ subject, ...card }) =>
      subject.kind === 'request' ? drawRequest({ subject, ...card }, subject.id) : Promise.resolve(undefined),
    pace: sendPace(buckets),
    chats: chatsOver(new Connectors(outbound), outbound),
  };
  const board = new CardNoticeboard(parts);
  /** The request is in this state now, however it got there. */
  const becomes = async (state: HelpRequest) => {
    const seen = sure(await storage.requests.load(id));
    const { number, technician } = opened.request;
    const next = { ...state, id, number, technician, tenant };
    await storage.requests.commit(seen, next, [{ type: 'sight-regained', at: clock.now() }]);
  };
  return {
    ...{ board, parts, connector, clock, log, storage, place, becomes, background },
    subject: cardSubject(opened),
    request: opened.request,
    show: () => board.show(cardSubject(opened)),
    later: async (milliseconds: number) => {
      clock.pass(milliseconds);
      await board.showBehind();
      await background.drain(5_000);
    },
    /** Which cards are left to be shown by now. */
    waiting: async () => (await storage.cards.claim({ most: 10 })).length,
    undeliverable: async () => (await storage.backlog(clock.now())).undeliverable,
    stop: async () => {
      connector.stop();
      await background.drain(5_000);
      await storage.close();
      await fresh.remove();
    },
  };
}

let open: Awaited<ReturnType<typeof house>>;
afterEach(() => open.stop());

const second = 1_000;
const calls = () => open.connector.sent.map(({ method, path }) => `${method} ${path}`);
const methods = () => open.connector.sent.map(({ method }) => method);
const cards = () => open.connector.sent.map(({ activity }) => activity.attachments?.[0]?.content);

describe('a card', () => {
  it('is created once and then only updated', async () => {
    open = await house();
    await open.show();
    await open.becomes(inState.confirmed);
    await open.show();
    expect(calls()).toEqual([
      'POST /emea/v3/conversations/a%3A1dana/activities',
      'PUT /emea/v3/conversations/a%3A1dana/activities/m1',
    ]);
    expect(open.connector.sent[0]?.authorization).toBe('Bearer bot-token');
    expect(open.connector.sent[0]?.activity).not.toHaveProperty('replyToId');
  });

  it('shown many times at once is created once, and the newest state is the last one shown', async () => {
    open = await house();
    const shows = [open.show(), open.show()];
    for (const state of [inState.confirmed, inState.sending, inState.requested]) {
      await open.becomes(state);
      shows.push(open.show());
    }
    await Promise.all(shows);
    await open.show();
    expect(methods().filter((method) => method === 'POST')).toHaveLength(1);
    expect(cards().at(-1)).toMatchObject({ status: 'requested' });
    expect(await open.waiting()).toBe(0);
  });

  it('that shows its state already is not sent again', async () => {
    open = await house();
    await open.show();
    await open.show();
    expect(calls()).toHaveLength(1);
  });

  it('takes the place of the card that was pressed', async () => {
    open = await house();
    await open.storage.cards.adopt(open.subject, 'pick-card');
    await open.show();
    expect(calls()).toEqual(['PUT /emea/v3/conversations/a%3A1dana/activities/pick-card']);
  });

  it.each([
    ['the connector fails after taking it', status(504)],
    ['the connector stays silent', () => undefined],
  ])('is not created again while nobody knows whether it arrived: %s', async (_, answer) => {
    open = await house();
    open.connector.answers.push(answer);
    await open.show();
    await open.becomes(inState.confirmed);
    await open.show();
    await open.later(119 * second);
    expect(calls()).toHaveLength(1);
    await open.later(2 * second);
    expect(methods()).toEqual(['POST', 'POST']);
    expect(cards().at(-1)).toMatchObject({ replaces: true });
  });

  it('that was pressed did arrive: it is updated, and no second one is created', async () => {
    open = await house();
    open.connector.answers.push(status(504));
    await open.show();
    await open.storage.cards.adopt(open.subject, 'm9');
    await open.show();
    expect(calls().at(-1)).toBe('PUT /emea/v3/conversations/a%3A1dana/activities/m9');
  });

  it('is updated again after growing waits, by the timer alone', async () => {
    open = await house();
    await open.storage.cards.adopt(open.subject, 'm0');
    open.connector.answers.push(status(502), status(500), () => undefined);
    await open.show();
    for (const [wait, sent] of [
      [1_999, 1],
      [1, 2],
      [4_999, 2],
      [1, 3],
      [14_999, 3],
      [1, 4],
    ] as const) {
      await open.later(wait);
      expect(calls()).toHaveLength(sent);
    }
    expect(await open.waiting()).toBe(0);
  });

  it.each([401, 412])(
    'that Teams did not take now, with %d, is tried again, even where it was a create',
    async (code) => {
      open = await house();
      open.connector.answers.push(status(code));
      await open.show();
      await open.later(2 * second);
      expect(methods()).toEqual(['POST', 'POST']);
      expect(cards().at(-1)).toMatchObject({ replaces: false });
    },
  );

  it('waits as long as Teams asks for', async () => {
    open = await house();
    await open.storage.cards.adopt(open.subject, 'm0');
    open.connector.answers.push(status(429, { 'retry-after': '30' }));
    await open.show();
    await open.later(29 * second);
    expect(calls()).toHaveLength(1);
    await open.later(second);
    expect(calls()).toHaveLength(2);
  });

  it('waits for its turn when the conversation has had as much as Teams allows', async () => {
    const turns = [{ until: 0 }, 'ok' as const];
    open = await house({ take: () => Promise.resolve(turns.shift() ?? 'ok') });
    turns[0] = { until: open.clock.now() + 3 * second };
    await open.show();
    expect(calls()).toEqual([]);
    await open.later(3 * second);
    expect(methods()).toEqual(['POST']);
    expect(cards()[0]).toMatchObject({ replaces: false });
  });

  it('that the database held up before it was sent is tried again soon, and takes nobody’s place', async () => {
    const turns = [() => Promise.reject(new Unreachable('database'))];
    open = await house({ take: () => turns.shift()?.() ?? Promise.resolve('ok') });
    await open.show();
    expect(calls()).toEqual([]);
    await open.later(2 * second);
    expect(methods()).toEqual(['POST']);
    expect(cards()[0]).toMatchObject({ replaces: false });
  });

  it('of a conversation that the bot was removed from goes to the personal chat of its person', async () => {
    open = await house();
    const chat = { ...open.place, conversation: 'a:private' };
    await open.storage.people.learn(tenant, dana, { chat });
    open.connector.answers.push(status(403));
    await open.show();
    expect(calls().at(-1)).toBe('POST /emea/v3/conversations/a%3Aprivate/activities');
    expect(await open.undeliverable()).toBe(0);
    await open.becomes(inState.confirmed);
    await open.show();
    expect(calls().at(-1)).toBe('PUT /emea/v3/conversations/a%3Aprivate/activities/m1');
  });

  it('that can reach nobody is undeliverable, and counted and logged as such', async () => {
    open = await house();
    open.connector.answers.push(status(403));
    await open.show();
    await open.later(60 * second);
    expect(calls()).toHaveLength(1);
    expect(await open.undeliverable()).toBe(1);
    expect(open.log.lines.at(-1)).toMatchObject({
      ...{ level: 'error', event: 'card undeliverable' },
      fields: { because: 'gone' },
    });
  });

  it('hangs anew when its message is gone', async () => {
    open = await house();
    await open.storage.cards.adopt(open.subject, 'm0');
    open.connector.answers.push(status(404));
    await open.show();
    expect(methods()).toEqual(['PUT', 'POST']);
    await open.becomes(inState.confirmed);
    await open.show();
    expect(calls().at(-1)).toBe('PUT /emea/v3/conversations/a%3A1dana/activities/m1');
  });

  it('is not sent after a redirect: the token stays at home', async () => {
    open = await house();
    await open.storage.cards.adopt(open.subject, 'm0');
    open.connector.answers.push(status(307, { location: 'http://127.0.0.1:1/stolen' }));
    await open.show();
    expect(calls()).toHaveLength(1);
    expect(await open.undeliverable()).toBe(1);
  });

  it('is given up when Teams has not taken it for a day', async () => {
    open = await house();
    await open.storage.cards.adopt(open.subject, 'm0');
    open.connector.answers.push(status(500), status(500));
    await open.show();
    await open.later(24 * 60 * 60 * second + 1);
    expect(calls()).toHaveLength(2);
    expect(await open.undeliverable()).toBe(1);
  });

  it('is created no more when for a day nobody knew whether it arrived', async () => {
    open = await house();
    open.connector.answers.push(status(502), status(502));
    await open.show();
    await open.later(24 * 60 * 60 * second + 1);
    await open.later(121 * second);
    expect(methods()).toEqual(['POST', 'POST']);
    expect(await open.undeliverable()).toBe(1);
  });

  it('never reaches a host that is not listed, and is given up after five tries', async () => {
    open = await house();
    const elsewhere = { ...open.place, serviceUrl: open.connector.url.replace('127.0.0.1', 'localhost') };
    const [card] = await open.storage.cards.claim({ most: 1 });
    await open.storage.cards.settle(sure(card), { kind: 'gone', place: elsewhere });
    await open.show();
    for (let tries = 0; tries < 6; tries += 1) await open.later(31 * second);
    expect(calls()).toEqual([]);
    expect(open.log.lines.filter(({ event }) => event === 'card not shown')).toHaveLength(5);
    expect(await open.undeliverable()).toBe(1);
  });

  it('held up between its claim and its message is not sent: somebody else may have shown more', async () => {
    const late: Buckets = {
      take: () => {
        open.clock.pass(16 * second);
        return Promise.resolve('ok');
      },
    };
    open = await house(late);
    await open.storage.cards.claim({ most: 0 });
    await open.board.showBehind();
    await open.background.drain(5_000);
    expect(calls()).toEqual([]);
    expect(await open.waiting()).toBe(1);
  });
});

it('of a hundred changes at once shows sixty; the timer takes up the others when there is room', async () => {
  open = await house();
  const claims: Parameters<NoticeboardParts['cards']['claim']>[0][] = [];
  let goOn: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (goOn = resolve));
  const claim: NoticeboardParts['cards']['claim'] = (which) => {
    claims.push(which);
    return slow.then(() => []);
  };
  const board = new CardNoticeboard({ ...open.parts, cards: { ...open.storage.cards, claim } });
  for (let many = 0; many < 100; many += 1) void board.show(open.subject);
  await board.showBehind();
  expect(claims).toHaveLength(60);
  goOn();
  await open.background.drain(5_000);
  await board.showBehind();
  expect(claims.at(-1)).toEqual({ most: 60 });
});

describe('the session link', () => {
  async function showReady(link: string) {
    open = await house();
    await open.storage.vault.keepLink(open.request, link, open.clock.now() + 60 * second);
    await open.becomes(inState.ready);
    await open.show();
  }

  it('is on the card of the technician when its host is allowed', async () => {
    await showReady('https://get.teamviewer.com/s12345');
    expect(cards()[0]).toMatchObject({ link: 'https://get.teamviewer.com/s12345' });
    expect(JSON.stringify(open.log.lines)).not.toContain('s12345');
  });

  it.each([
    ['http://get.teamviewer.com/s1', 'get.teamviewer.com'],
    ['https://evil.example/s1', 'evil.example'],
    ['https://get.teamviewer.com.evil.example/', 'get.teamviewer.com.evil.example'],
    ['https://get.teamviewer.com@evil.example/', 'evil.example'],
    ['https://evilteamviewer.com/', 'evilteamviewer.com'],
    ['https://get.teamviewer.com:8443/', 'get.teamviewer.com:8443'],
    ['javascript:alert(1)', ''],
    ['not a link', ''],
  ])('%s is withheld', async (link, host) => {
    await showReady(link);
    expect(cards()[0]).toMatchObject({ withheld: host });
    expect(cards()[0]).not.toHaveProperty('link');
    expect(open.log.lines).toContainEqual(expect.objectContaining({ event: 'session link withheld' }));
  });

  it('is not on a card before the session is ready, nor in a channel', async () => {
    open = await house();
    await open.storage.vault.keepLink(
      open.request,
      'https://get.teamviewer.com/s12345',
      open.clock.now() + 60 * second,
    );
    await open.show();
    await open.becomes(inState.ready);
    const [card] = await open.storage.cards.claim({ most: 1 });
    await open.storage.cards.settle(sure(card), { kind: 'gone', place: { ...open.place, kind: 'channel' } });
    await open.show();
    expect(calls()).toHaveLength(2);
    expect(JSON.stringify(open.connector.sent)).not.toContain('s12345');
  });
});
