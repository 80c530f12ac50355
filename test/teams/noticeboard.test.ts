import type { Place, Stored } from '../../src/desk/ports';
import { sure, dana, personalChat, tenant, testClock, testLog, testTickets } from './doubles';
import { deviceId, requestId } from '../../src/request/ids';
import { Background } from '../../src/teams/background';
import { chatsOver, Connectors } from '../../src/teams/connector';
import { CardNoticeboard } from '../../src/teams/noticeboard';
import { presenter } from '../../src/teams/presenting';
import { requestScreens } from '../../src/teams/request-screens';
import { guardServiceUrls } from '../../src/teams/service-url';
import { fakeConnector, status } from './fake-connector';

type Link = string | undefined;

async function house(link?: Link) {
  const connector = await fakeConnector();
  const clock = testClock();
  const log = testLog();
  const maySendTo = guardServiceUrls([connector.host]);
  const outbound = { botToken: () => Promise.resolve('bot-token'), maySendTo, clock, timeout: 500 };
  const place: Place = { ...personalChat, serviceUrl: connector.url };
  const id = sure(requestId('bbbbbbbb-0000-4000-8000-000000000001'));
  let stored: Stored = {
    version: 1,
    request: {
      ...{
        id,
        number: 7,
        tenant,
        status: 'draft',
        openedAt: 0,
        expiresAt: clock.now() + 600_000,
        warnings: [],
      },
      technician: { id: dana, name: 'Dana' },
      device: { id: sure(deviceId('cccccccc-0000-4000-8000-000000000001')), name: 'LAPTOP' },
      address: {
        form: 'direct',
        api: 'v1.0',
        device: sure(deviceId('cccccccc-0000-4000-8000-000000000001')),
      },
    },
    card: { place, language: 'en', wanted: 1, shown: 0 },
  };
  const failed: (number | 'never')[] = [];
  const present = presenter(
    {
      // The card says what matters here: which change it shows, and what the edge has filled in.
      render: (screen) =>
        screen.kind === 'request'
          ? {
              card: {
                wanted: screen.stored.card.wanted,
                link: screen.link,
                ticket: screen.ticket,
                withheld: screen.withheldHost,
              },
              summary: 's',
            }
          : { text: 'x', summary: 'x' },
      signIn: () => ({ title: '', sentence: '', button: '' }),
    },
    'api://x',
  );
  const vault = { link: () => Promise.resolve(link) };
  const fill = requestScreens({
    ...{ tickets: testTickets(clock), clock, log, vault },
    sessionLinkHosts: ['get.teamviewer.com', '*.teamviewer.com'],
  });
  const change = (more: Partial<Stored['card']>, request: object = {}) => {
    // The tests put a request together that its rules would have led to.
    stored = {
      ...stored,
      request: { ...stored.request, ...request },
      card: { ...stored.card, ...more },
    };
    return stored;
  };
  const requests = {
    load: () => Promise.resolve(stored),
    cardShown: (_id: unknown, { activityId, shown }: { activityId: string; shown: number }) => {
      change({ activityId, shown: Math.max(shown, stored.card.shown) });
      return Promise.resolve();
    },
    cardFailed: (_id: unknown, at: number | 'never') => {
      failed.push(at === 'never' ? at : at - clock.now());
      return Promise.resolve();
    },
  };
  const chats = chatsOver(new Connectors(outbound), outbound);
  const board = new CardNoticeboard({
    requests,
    chats,
    present,
    fill,
    background: new Background(log),
    clock,
    log,
  });
  return { board, connector, clock, log, failed, change, now: () => stored };
}

let open: Awaited<ReturnType<typeof house>>;
afterEach(() => {
  open.connector.stop();
});
const calls = () => open.connector.sent.map(({ method, path }) => `${method} ${path}`);
const cards = () => open.connector.sent.map(({ activity }) => activity.attachments?.[0]?.content);

describe('the card of a request', () => {
  it('is created once and then only updated', async () => {
    open = await house();
    await open.board.show(open.now());
    await open.board.show(open.change({ wanted: 2 }));
    expect(calls()).toEqual([
      'POST /emea/v3/conversations/a%3A1dana/activities',
      'PUT /emea/v3/conversations/a%3A1dana/activities/m1',
    ]);
    expect(open.now().card).toMatchObject({ activityId: 'm1', shown: 2 });
    expect(open.connector.sent[0]?.authorization).toBe('Bearer bot-token');
    expect(open.connector.sent[0]?.activity).not.toHaveProperty('replyToId');
  });

  it('shown many times at once is created once, and the newest state is the last one shown', async () => {
    open = await house();
    const shows = [1, 2, 3, 4, 5, 6, 7, 8].map((wanted) => open.board.show(open.change({ wanted })));
    await Promise.all(shows);
    expect(calls().filter((call) => call.startsWith('POST'))).toHaveLength(1);
    expect(open.connector.sent.length).toBeLessThan(4);
    expect(cards().at(-1)).toMatchObject({ wanted: 8 });
    expect(open.now().card.shown).toBe(8);
  });

  it('takes the place of the card that was pressed', async () => {
    open = await house();
    await open.board.show(open.change({ activityId: 'pick-card' }));
    expect(calls()).toEqual(['PUT /emea/v3/conversations/a%3A1dana/activities/pick-card']);
  });

  it('is not created again while nobody knows whether it arrived', async () => {
    open = await house();
    open.connector.answers.push(status(504));
    await open.board.show(open.now());
    await open.board.show(open.change({ wanted: 2 }));
    expect(calls()).toHaveLength(1);
    expect(open.failed).toEqual([120_000]);
    open.clock.pass(121_000);
    await open.board.show(open.now());
    expect(calls()).toHaveLength(2);
  });

  it('counts as lost when the connector stays silent', async () => {
    open = await house();
    open.connector.answers.push(() => undefined);
    await open.board.show(open.now());
    expect(calls()).toHaveLength(1);
    expect(open.failed).toEqual([120_000]);
  });

  it('is updated again after growing waits', async () => {
    open = await house();
    open.change({ activityId: 'm0' });
    open.connector.answers.push(status(502), status(500), status(503));
    for (let tries = 0; tries < 3; tries += 1) await open.board.show(open.now());
    expect(open.failed).toEqual([2_000, 5_000, 15_000]);
    expect(calls()).toHaveLength(3);
    await open.board.show(open.now());
    expect(open.now().card.shown).toBe(1);
  });

  it('waits as long as Teams asks for', async () => {
    open = await house();
    open.connector.answers.push(status(429, { 'retry-after': '30' }));
    await open.board.show(open.change({ activityId: 'm0' }));
    expect(open.failed).toEqual([30_000]);
  });

  it('is given up when the bot was removed', async () => {
    open = await house();
    open.connector.answers.push(status(403));
    await open.board.show(open.change({ activityId: 'm0' }));
    expect(open.failed).toEqual(['never']);
  });

  it('hangs anew when its message is gone', async () => {
    open = await house();
    open.connector.answers.push(status(404));
    await open.board.show(open.change({ activityId: 'm0' }));
    expect(calls().map((call) => call.split(' ')[0])).toEqual(['PUT', 'POST']);
    expect(open.now().card.activityId).toBe('m1');
  });

  it('is not sent after a redirect: the token stays at home', async () => {
    open = await house();
    open.connector.answers.push(status(307, { location: 'http://127.0.0.1:1/stolen' }));
    await open.board.show(open.change({ activityId: 'm0' }));
    expect(calls()).toHaveLength(1);
    expect(open.failed).toEqual(['never']);
  });

  it('never reaches a host that is not listed, wherever the place came from', async () => {
    open = await house();
    const elsewhere = open.connector.url.replace('127.0.0.1', 'localhost');
    await open.board.show(open.change({ place: { ...open.now().card.place, serviceUrl: elsewhere } }));
    expect(calls()).toEqual([]);
    expect(open.log.lines.at(-1)).toMatchObject({ level: 'error', event: 'card not shown' });
  });
});

describe('the session link', () => {
  const ready = { status: 'ready', readyAt: 0, releaseAt: 1 };
  it('is on the card of the technician when its host is allowed', async () => {
    open = await house('https://get.teamviewer.com/s12345');
    await open.board.show(open.change({}, ready));
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
    open = await house(link);
    await open.board.show(open.change({}, ready));
    expect(cards()[0]).toMatchObject({ withheld: host });
    expect(cards()[0]).not.toHaveProperty('link');
    expect(open.log.lines).toContainEqual(expect.objectContaining({ event: 'session link withheld' }));
  });

  it('is not on a card before the session is ready, nor in a channel', async () => {
    open = await house('https://get.teamviewer.com/s12345');
    await open.board.show(open.now());
    await open.board.show(open.change({ place: { ...open.now().card.place, kind: 'channel' } }, ready));
    expect(JSON.stringify(open.connector.sent)).not.toContain('s12345');
  });
});
