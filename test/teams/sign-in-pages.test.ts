import { createHash } from 'node:crypto';
import { SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { dana, personalChat, tenant } from './doubles';
import { edgeHarness, type EdgeHarness } from './edge-harness';

let house: EdgeHarness;
beforeEach(async () => {
  house = await edgeHarness();
});
afterEach(() => house.stop());

const bearer = { tenant, person: dana, conversation: personalChat.conversation };
const visit = (lives = 60_000, claims?: string) => {
  const place = { ...personalChat, serviceUrl: house.connector.url };
  const contents = { place, language: 'de', ...(claims !== undefined && { claims }) };
  return house.tickets.issue('sign-in', bearer, contents, house.clock.now() + lives);
};

async function start(ticket: string, cookie?: string) {
  const answer = await house.get(`/auth/start?t=${ticket}`, cookie === undefined ? {} : { cookie });
  const location = new URL(answer.headers.location ?? 'http://none.example');
  const setCookie = answer.headers['set-cookie']?.[0] ?? '';
  return {
    answer,
    location,
    setCookie,
    cookie: setCookie.split(';')[0] ?? '',
    state: location.searchParams.get('state') ?? '',
  };
}
const end = (query: Record<string, string>, cookie?: string) =>
  house.get(`/auth/end?${new URLSearchParams(query).toString()}`, cookie === undefined ? {} : { cookie });
const titleOf = ({ body }: { body: string }) => /<h1>(.*?)<\/h1>/.exec(body)?.[1];

describe('the start of a visit', () => {
  it('leads to the login host, with a challenge and a cookie that belong together', async () => {
    const { answer, location, setCookie, state } = await start(await visit());
    expect(answer.status).toBe(302);
    expect(location.origin).toBe('https://login.example');
    expect(setCookie).toMatch(
      /^__Host-device-assist-sign-in=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
    const kept = await house.tickets.read('sign-in-state', state);
    const challenge = createHash('sha256')
      .update(kept?.contents.verifier ?? '')
      .digest('base64url');
    expect(location.searchParams.get('challenge')).toBe(challenge);
  });

  it('hands on what Graph demanded', async () => {
    const { location } = await start(await visit(60_000, '{"access_token":{}}'));
    expect(location.searchParams.get('claims')).toBe('{"access_token":{}}');
  });

  it.each([
    ['expired', () => visit(-1)],
    ['unknown', () => Promise.resolve('nothing')],
    [
      'of another kind',
      () => house.tickets.issue('verify', bearer, { person: dana }, house.clock.now() + 1000),
    ],
  ])('with a link that is %s leads nowhere', async (_name, ticket) => {
    const { answer } = await start(await ticket());
    expect([answer.status, titleOf(answer)]).toEqual([400, 'link-expired en']);
    expect(answer.headers.location).toBeUndefined();
  });

  it('speaks the language of the browser when it knows nobody', async () => {
    const answer = await house.get('/auth/start', { 'accept-language': 'pt-PT,pt;q=0.9' });
    expect(titleOf(answer)).toBe('link-expired pt-BR');
  });
});

describe('the end of a visit', () => {
  it('signs the person in who was sent there, and the remembered message goes on', async () => {
    const { state, cookie } = await start(await visit());
    const kept = await house.tickets.read('sign-in-state', state);
    const page = await end({ code: 'the-code', state }, cookie);
    expect([page.status, titleOf(page)]).toEqual([200, 'signed-in de']);
    expect(page.body).toContain('Dana &lt;Ito&gt;');
    expect(house.calls[0]?.with).toEqual({
      code: 'the-code',
      verifier: kept?.contents.verifier,
      expected: { id: dana, tenant },
    });
    await house.until(() => house.seen().length === 1);
    const code = /data-code="([\w-]+)"/.exec(page.body)?.[1] ?? '';
    expect(await house.tickets.read('verify', code)).toMatchObject({ bearer, used: false });
  });

  it('cannot be framed by others, runs no script of others, and is not remembered', async () => {
    const { state, cookie } = await start(await visit());
    const { headers, body } = await end({ code: 'c', state }, cookie);
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none'; script-src 'self';.*frame-ancestors https:\/\/teams/,
    );
    expect(headers).toMatchObject({
      ...{
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
    expect(body).not.toMatch(/<script>|style=|onload=/);
  });

  it('is refused in another browser, which does not end the visit', async () => {
    const { state, cookie } = await start(await visit());
    const stranger = await start(await visit());
    for (const wrong of [undefined, stranger.cookie, `${cookie}x`, '__Host-device-assist-sign-in=']) {
      const page = await end({ code: 'c', state }, wrong);
      expect([page.status, titleOf(page)]).toEqual([403, 'other-browser de']);
    }
    expect(house.count('redeem')).toBe(0);
    expect((await end({ code: 'c', state }, cookie)).status).toBe(200);
  });

  it('comes once', async () => {
    const { state, cookie } = await start(await visit());
    const pages = await Promise.all([end({ code: 'c', state }, cookie), end({ code: 'c', state }, cookie)]);
    pages.push(await end({ code: 'c', state }, cookie));
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(house.count('redeem')).toBe(1);
  });

  it('comes in time', async () => {
    const { state, cookie } = await start(await visit());
    house.clock.pass(11 * 60 * 1000);
    expect(titleOf(await end({ code: 'c', state }, cookie))).toBe('visit-expired de'.replace(' de', ' en'));
    expect(house.count('redeem')).toBe(0);
  });

  it.each([{}, { state: 'made-up', code: 'c' }, { code: 'c' }])('with %j is nobody’s', async (query) => {
    expect((await end(query)).status).toBe(400);
    expect(house.count('redeem')).toBe(0);
  });

  it('two visits in one browser do not disturb each other', async () => {
    const first = await start(await visit());
    const second = await start(await visit(), first.cookie);
    expect((await end({ code: 'c', state: first.state }, second.cookie)).status).toBe(200);
    expect((await end({ code: 'c', state: second.state }, second.cookie)).status).toBe(200);
  });

  it.each(['wrong-person', 'guest', 'personal-account', 'wrong-tenant'] as const)(
    'as somebody else (%s) signs nobody in and says so',
    async (why) => {
      house.login.redeem = () => Promise.resolve({ ok: false, why });
      const { state, cookie } = await start(await visit());
      const page = await end({ code: 'c', state }, cookie);
      expect([page.status, titleOf(page)]).toEqual([403, `${why} de`]);
      expect(page.body).not.toContain('data-code');
      expect(house.count('signedIn')).toBe(0);
    },
  );

  it.each([
    [{ error: 'access_denied', error_description: 'AADSTS65004: User declined' }, 'declined'],
    [{ error: 'access_denied', error_description: 'AADSTS90094: An administrator' }, 'consent-missing'],
    [{ error: 'access_denied', error_description: 'AADSTS53003: Blocked' }, 'blocked-by-policy'],
    [{ error: '<script>alert(1)</script>', error_description: '<b>x' }, 'failed'],
  ])('with %j explains it in our words', async (query, kind) => {
    const { state, cookie } = await start(await visit());
    const page = await end({ ...query, state }, cookie);
    expect([page.status, titleOf(page)]).toEqual([403, `${kind} de`]);
    expect(page.body).not.toMatch(/alert|<b>|AADSTS/);
  });

  it.each([
    [new Unreachable('sign-in'), 503, 'unavailable'],
    [new SignInNeeded('consent'), 403, 'consent-missing'],
    [new SignInNeeded('expired'), 403, 'failed'],
  ])('tells %s apart', async (error, status, kind) => {
    house.login.redeem = () => Promise.reject(error);
    const { state, cookie } = await start(await visit());
    const page = await end({ code: 'c', state }, cookie);
    expect([page.status, titleOf(page)]).toEqual([status, `${kind} de`]);
  });
});

it.each([
  ['/auth/page.js', 'text/javascript', 'notifySuccess'],
  ['/auth/teams-js.js', 'text/javascript', 'microsoftTeams'],
  ['/auth/page.css', 'text/css', 'main'],
])('the pages get %s from us', async (path, type, content) => {
  const answer = await house.get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain(type);
  expect(answer.body).toContain(content);
});

it('says that it lives and that it is ready', async () => {
  expect((await house.get('/healthz')).body).toBe('{"status":"ok"}');
  expect((await house.get('/readyz')).body).toBe('{"status":"ready"}');
});
