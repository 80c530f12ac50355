import { SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { invoke } from './activities';
import { bert, dana, personalChat, tenant } from './doubles';
import { asBert, edgeHarness, type EdgeHarness } from './edge-harness';

let house: EdgeHarness;
beforeEach(async () => {
  house = await edgeHarness();
});
afterEach(() => house.stop());

const bearer = (more: object = {}) => ({
  tenant,
  person: dana,
  conversation: personalChat.conversation,
  ...more,
});
const offer = (more: object = {}, until = house.clock.now() + 60_000) =>
  house.tickets.issue('exchange', bearer(more), { reason: 'first-time' }, until);
const exchange = (id: string, more: object = {}) =>
  house.deliver(invoke('signin/tokenExchange', { id, connectionName: 'c', token: 'a.b.c' }, more));

describe('a token exchange', () => {
  it('signs the person in, and the remembered message goes on', async () => {
    const id = await offer();
    const answer = await exchange(id);
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { id, connectionName: 'c' }]);
    await house.until(() => house.seen().length === 1);
    expect(house.calls.map(({ what }) => what)).toEqual(['exchange', 'signedIn']);
    expect(house.seen()).toEqual(['POST signed-in']);
  });

  it('of three clients at once is one exchange', async () => {
    house.login.exchange = ((first) => async (assertion, person) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return first(assertion, person);
    })(house.login.exchange);
    const id = await offer();
    const answers = await Promise.all([exchange(id), exchange(id), exchange(id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await exchange(id)).status).toBe(200); // a client that wakes up late
    await house.until(() => house.seen().length > 0);
    expect([house.count('exchange'), house.count('signedIn')]).toEqual([1, 1]);
  });

  it.each<[string, () => Promise<{ status: number }>]>([
    ['nobody offered', () => exchange('unknown')],
    ['was offered to somebody else', async () => exchange(await offer({ person: bert }))],
    ['was offered to this person, used by another', async () => exchange(await offer(), asBert)],
    ['was offered in another conversation', async () => exchange(await offer({ conversation: 'a:other' }))],
    ['was offered by another tenant', async () => exchange(await offer({ tenant: 'x' }))],
    ['has expired', async () => exchange(await offer({}, house.clock.now() - 1))],
    [
      'is no exchange at all',
      async () =>
        exchange(await house.tickets.issue('verify', bearer(), { person: dana }, house.clock.now() + 60_000)),
    ],
  ])('that %s exchanges nothing', async (_name, ask) => {
    expect((await ask()).status).toBe(412);
    expect(house.count('exchange')).toBe(0);
    expect(house.seen()).toEqual([]);
  });

  it.each(['wrong-person', 'wrong-audience', 'app-only', 'bad-signature'] as const)(
    'with a token that is refused (%s) signs nobody in',
    async (why) => {
      house.login.exchange = () => Promise.resolve({ ok: false, why });
      const answer = await exchange(await offer());
      expect(answer.status).toBe(412);
      expect(JSON.parse(answer.body)).toMatchObject({ failureDetail: 'The sign-in did not succeed.' });
      expect(house.count('signedIn')).toBe(0);
      expect(JSON.stringify(house.log.lines)).not.toContain('a.b.c');
    },
  );

  it.each(['consent', 'second-factor', 'expired'] as const)(
    'that fails for want of more (%s) brings a card that says why and leads to the page',
    async (reason) => {
      house.login.exchange = () => Promise.reject(new SignInNeeded(reason, '{"access_token":{}}'));
      expect((await exchange(await offer())).status).toBe(412);
      await house.until(() => house.seen().length === 1);
      expect(house.seen()).toEqual([`POST why: ${reason}`]);
      const [card] = house.connector.messages()[0]?.activity.attachments ?? [];
      expect(card?.content).not.toHaveProperty('tokenExchangeResource');
    },
  );

  it('while the login host is away says so', async () => {
    house.login.exchange = () => Promise.reject(new Unreachable('sign-in'));
    expect((await exchange(await offer())).status).toBe(412);
    await house.until(() => house.seen().length === 1);
    expect(house.seen()).toEqual(['POST trouble']);
  });

  it('that was no cure does not go round in circles', async () => {
    house.desk.signedIn = () => Promise.reject(new SignInNeeded('expired'));
    await exchange(await offer());
    await house.until(() => house.seen().length === 1);
    const [card] = house.connector.messages()[0]?.activity.attachments ?? [];
    expect(card?.content).not.toHaveProperty('tokenExchangeResource');
  });
});

describe('the code of the sign-in page', () => {
  const code = (more: object = {}) =>
    house.tickets.issue('verify', bearer(more), { person: dana }, house.clock.now() + 60_000);
  const verify = (state: string, more: object = {}) =>
    house.deliver(invoke('signin/verifyState', { state }, more));

  it('is good once', async () => {
    const good = await code();
    expect((await verify(good)).status).toBe(200);
    expect((await verify(good)).status).toBe(403);
  });

  it('is good for nobody else', async () => {
    expect((await verify(await code(), asBert)).status).toBe(403);
  });

  it('is refused at the fifth try, even when it is right', async () => {
    for (let tries = 1; tries <= 4; tries += 1) expect((await verify(`guess ${tries}`)).status).toBe(403);
    expect((await verify(await code())).status).toBe(403);
  });

  it('may be missing when the window was closed', async () => {
    expect((await verify('CancelledByUser')).status).toBe(200);
  });
});

describe('a single sign-on that Teams gives up', () => {
  const fails = (code: string) => house.deliver(invoke('signin/failure', { code, message: 'x' }));

  it('brings the card with the button, once for all clients', async () => {
    await Promise.all([fails('installedappnotfound'), fails('installedappnotfound')]);
    await house.until(() => house.seen().length > 0);
    await house.edge.stop();
    expect(house.seen()).toEqual(['POST why: not-possible-here']);
  });

  it('alarms the operator when the registration is wrong', async () => {
    expect((await fails('resourcematchfailed')).status).toBe(200);
    await house.until(() => house.seen().length === 1);
    expect(house.log.lines).toContainEqual({
      ...{
        level: 'error',
        event: 'single sign-on is misconfigured',
        fields: { code: 'resourcematchfailed' },
      },
    });
  });
});
