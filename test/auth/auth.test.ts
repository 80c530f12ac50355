import type { Alarm } from '../../src/auth/alarms';
import { openAuth } from '../../src/auth/auth';
import { challengeOf, newVerifier } from '../../src/auth/sign-in-page';
import type { KnownPerson } from '../../src/desk/ports';
import { SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { LoginDouble, oidOf, person, refuse, TENANT, testClock, testConfig, TOM } from './login-double';

let login: LoginDouble;

beforeAll(async () => {
  login = await LoginDouble.open();
});
beforeEach(() => {
  login.reset();
});
afterAll(() => login.close());

function open(technicianRoles: readonly string[] = []) {
  const clock = testClock();
  const alarms: Alarm[] = [];
  const learnt = new Map<string, Partial<KnownPerson>>();
  const world = { signOuts: 0 };
  const auth = openAuth(testConfig(login.url, { technicianRoles }), {
    clock,
    vault: {
      forgetAccess: () => Promise.resolve(void (world.signOuts += 1)),
      signOuts: () => Promise.resolve(world.signOuts),
    },
    people: {
      // The cast: a person of these tests has the fields that were learnt.
      find: (_, id) => Promise.resolve(learnt.get(id) as KnownPerson | undefined),
      learn: (_, id, what) => {
        learnt.set(id, { ...learnt.get(id), ...what });
        return Promise.resolve();
      },
    },
    onAlarm: (alarm) => alarms.push(alarm),
    loginTimeout: 2_000,
  });
  return { auth, clock, alarms, learnt };
}
const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

it('a sign-on token signs its bearer in, and what it says of them is learnt', async () => {
  const { auth, learnt } = open();
  const iat = secondsAgo(60);
  const result = await auth.signInWithAssertion(await login.assertion(TOM.id, { iat }), TOM);
  expect(result).toMatchObject({ ok: true, who: { person: TOM.id, tenant: TENANT } });
  expect((await auth.signIns.accessFor(TOM.id))?.technician).toBe(TOM.id);
  expect(learnt.get(TOM.id)).toEqual({
    name: 'Tom Tech',
    isGuest: false,
    roles: ['Technician'],
    rolesSeenAt: iat * 1000,
  });
});

it.each<[string, object]>([
  ['wrong-tenant', { tid: '99999999-9999-4999-8999-999999999999' }],
  ['personal-account', { tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }],
  ['wrong-person', { oid: person(2) }],
  ['guest', { acct: 1 }],
])('%s: nobody is signed in and nothing is exchanged', async (why, claims) => {
  const { auth } = open();
  const assertion = await login.assertion(TOM.id, { ...claims });
  expect(await auth.signInWithAssertion(assertion, TOM)).toEqual({ ok: false, why });
  expect(await auth.signIns.accessFor(TOM.id)).toBeUndefined();
  expect(login.posts).toEqual([]);
});

it('a refused token teaches nothing, a guest is known as one', async () => {
  const { auth, learnt } = open();
  await auth.signInWithAssertion(await login.assertion(person(2)), TOM);
  expect(learnt.size).toBe(0);
  await auth.signInWithAssertion(await login.assertion(TOM.id, { acct: 1 }), TOM);
  expect(learnt.get(TOM.id)).toMatchObject({ isGuest: true });
});

it('an older token that comes late gives no role back', async () => {
  const { auth, learnt } = open();
  await auth.signInWithAssertion(await login.assertion(TOM.id, { iat: secondsAgo(10), roles: [] }), TOM);
  await auth.signInWithAssertion(await login.assertion(TOM.id, { iat: secondsAgo(600) }), TOM);
  expect(learnt.get(TOM.id)?.roles).toEqual([]);
});

it('where roles matter, a token older than they last leads to the page instead of the same token again', async () => {
  const old = { iat: secondsAgo(3_700), nbf: secondsAgo(3_700) };
  const assertion = await login.assertion(TOM.id, old);
  await expect(open(['Technician']).auth.signInWithAssertion(assertion, TOM)).rejects.toEqual(
    new SignInNeeded('expired'),
  );
  expect(await open().auth.signInWithAssertion(assertion, TOM)).toMatchObject({ ok: true });
});

it('the page signs in whom silent sign-on could not', async () => {
  const { auth, learnt } = open();
  login.token = () => refuse(65001);
  await expect(auth.signInWithAssertion(await login.assertion(TOM.id), TOM)).rejects.toEqual(
    new SignInNeeded('consent'),
  );
  login.reset();
  const verifier = newVerifier();
  expect(auth.startUrl({ state: 's', challenge: challengeOf(verifier) })).toContain(
    encodeURIComponent('https://bot.example/auth/end'),
  );
  expect(await auth.redeem({ code: 'c', verifier, expected: TOM })).toMatchObject({ ok: true });
  expect(oidOf((await auth.signIns.accessFor(TOM.id))?.bearerToken() ?? '')).toBe(TOM.id);
  expect(learnt.get(TOM.id)).toMatchObject({ roles: ['Technician'] });
});

it('whoever signs out while a sign-in is under way is signed out', async () => {
  const { auth } = open();
  const granted = login.token;
  login.token = async (...asked) => {
    await auth.signIns.signOut(TOM.id);
    return granted(...asked);
  };
  await auth.signInWithAssertion(await login.assertion(TOM.id), TOM);
  expect(await auth.signIns.accessFor(TOM.id)).toBeUndefined();
  await auth.redeem({ code: 'c', verifier: newVerifier(), expected: TOM });
  expect(await auth.signIns.accessFor(TOM.id)).toBeUndefined();
  login.reset();
  await auth.signInWithAssertion(await login.assertion(TOM.id), TOM);
  expect(await auth.signIns.accessFor(TOM.id)).toBeDefined();
});

it('another person on the page is not signed in as the one who was sent there', async () => {
  const { auth, learnt } = open();
  const anna = { id: person(2), tenant: TENANT };
  expect(await auth.redeem({ code: 'c', verifier: newVerifier(), expected: anna })).toEqual({
    ok: false,
    why: 'wrong-person',
  });
  for (const { id } of [anna, TOM]) expect(await auth.signIns.accessFor(id)).toBeUndefined();
  expect(learnt.size).toBe(0);
});

it('an outage of the keys locks nobody out whose key is known', async () => {
  const { auth, clock } = open();
  await auth.signInWithAssertion(await login.assertion(TOM.id), TOM);
  login.keys = () => ({ status: 503, body: 'no' });
  clock.pass(30 * 60_000);
  expect(await auth.signInWithAssertion(await login.assertion(TOM.id), TOM)).toMatchObject({ ok: true });
});

it('without keys the login host cannot be reached', async () => {
  login.keys = () => ({ status: 503, body: 'no' });
  const { auth } = open();
  await expect(auth.signInWithAssertion(await login.assertion(TOM.id), TOM)).rejects.toEqual(
    new Unreachable('sign-in'),
  );
});

it('the bot has a token of its own, which is nobody’s sign-in', async () => {
  const { auth } = open();
  expect(await auth.botToken()).toBe('bot-token-1');
  expect(await auth.signIns.accessFor(TOM.id)).toBeUndefined();
});
