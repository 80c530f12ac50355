import type { Alarm } from '../../src/auth/alarms';
import { NotPermitted, SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { ExchangeDouble } from './exchange-double';
import { APP, refuse, type LoginDouble, type Reply } from './login-double';

let double: ExchangeDouble;
let login: LoginDouble;

beforeAll(async () => {
  double = await ExchangeDouble.open();
  login = double.login;
});
beforeEach(() => {
  double.reset();
});
afterAll(() => login.close());

const fieldsOf = (error: unknown): unknown => Object.fromEntries(Object.entries(error ?? {}));

describe('what the login host refuses, in the desk’s words', () => {
  const claims = '{"access_token":{"acrs":{"essential":true}}}';
  it.each<[string, Reply, Error]>([
    ['no consent', refuse(65001, { suberror: 'consent_required' }), new SignInNeeded('consent')],
    ['no consent, without suberror', refuse(65001), new SignInNeeded('consent')],
    [
      'a second factor, by the book',
      refuse(50076, { error: 'interaction_required', claims }),
      new SignInNeeded('second-factor', claims),
    ],
    [
      'a second factor, as seen',
      refuse(50079, { suberror: 'basic_action', claims }),
      new SignInNeeded('second-factor', claims),
    ],
    ['a policy', refuse(53003, { claims }), new NotPermitted('blocked-by-policy')],
    [
      'a policy with a message',
      refuse(53003, { suberror: 'message_only' }),
      new NotPermitted('blocked-by-policy'),
    ],
    ['an unfit device', refuse(53000), new NotPermitted('blocked-by-policy')],
    ['a person who is not assigned', refuse(50105), new NotPermitted('blocked-by-policy')],
    ['an ended assertion', refuse(500133), new SignInNeeded('expired')],
    ['a bad assertion', refuse(50013), new SignInNeeded('expired')],
    ['a revoked session', refuse(50173, { suberror: 'bad_token' }), new SignInNeeded('expired')],
    ['a refusal nobody knows', refuse(99999), new SignInNeeded('expired')],
  ])('%s', async (_, reply, trouble) => {
    login.token = () => reply;
    const error = await double.failure();
    expect(error).toEqual(trouble);
    expect(fieldsOf(error)).toEqual(fieldsOf(trouble)); // toEqual alone looks at the message of errors only
    expect(double.alarms).toEqual([]);
  });

  it.each<[string, Alarm['event'], Reply]>([
    ['a wrong secret', 'credential-refused', refuse(7000215, { status: 401, error: 'invalid_client' })],
    ['an ended secret', 'credential-refused', refuse(7000222, { status: 401, error: 'invalid_client' })],
    ['an unknown application', 'credential-refused', refuse(700016, { error: 'unauthorized_client' })],
    ['an unknown resource', 'sign-in-misconfigured', refuse(500011, { error: 'invalid_resource' })],
  ])('%s is the operator’s business', async (_, event, reply) => {
    login.token = () => reply;
    expect(await double.failure()).toEqual(new Unreachable('sign-in'));
    expect(double.alarms).toMatchObject([{ event, client: APP }]);
  });

  it('too many requests, with a time to come back', async () => {
    login.token = () => refuse(90055, { status: 429, error: 'temporarily_unavailable', retry: 1 });
    expect(await double.failure()).toMatchObject({
      name: 'Busy',
      party: 'sign-in',
      until: double.clock.now() + 10_000,
    });
    login.token = () => ({ status: 429, headers: { 'retry-after': '7' }, body: '<html>' });
    expect(await double.failure()).toMatchObject({
      name: 'Busy',
      party: 'sign-in',
      until: double.clock.now() + 7_000,
    });
    expect(double.alarms).toEqual([]);
  });

  it.each<[string, Reply]>([
    ['a transient error', refuse(90033, { status: 503, error: 'temporarily_unavailable' })],
    ['a page of a proxy', { body: '<html>Please sign in</html>' }],
    ['nothing at all', { body: {} }],
    ['an id token that is none', { body: { access_token: 'opaque', id_token: 'x.y.z', expires_in: 3600 } }],
    ['two megabytes', { body: { access_token: 'x'.repeat(2_000_000) } }],
    ['a redirect', { status: 307, headers: { location: 'http://127.0.0.1:1/' }, body: {} }],
  ])('%s: the login host cannot be reached', async (_, reply) => {
    login.token = () => reply;
    expect(await double.failure()).toEqual(new Unreachable('sign-in'));
    expect(login.posts).toHaveLength(1); // and it is not asked twice
  });
});

it('a login host that hangs is given up in time', async () => {
  login.token = () => 'hang';
  expect(await double.failure({ timeout: 100 })).toEqual(new Unreachable('sign-in'));
});

it('a login host that is not there cannot be reached', async () => {
  expect(await double.failure({ authorityHost: 'http://127.0.0.1:1' })).toEqual(new Unreachable('sign-in'));
});

it('no error holds a token, a secret or the login host’s text', async () => {
  const replies: Reply[] = [refuse(65001), refuse(7000215, { error: 'invalid_client' }), { body: '<html>' }];
  for (const reply of replies) {
    login.token = () => reply;
    const error = await double.failure();
    const all: unknown[] = [];
    for (let at: unknown = error; at instanceof Error; at = at.cause)
      all.push(fieldsOf(at), at.message, at.stack);
    expect(JSON.stringify([all, double.alarms])).not.toMatch(/eyJ|the-secret|AADSTS/);
  }
});
