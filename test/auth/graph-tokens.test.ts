import { graphTokens } from '../../src/auth/graph-tokens';
import { GraphAccess } from '../../src/desk/graph-access';
import { person, TENANT, testClock, TOM } from './login-double';

const minute = 60_000;

function open(most?: number) {
  const clock = testClock();
  const forgotten: unknown[] = [];
  const database = { signOuts: 0 };
  const vault = {
    forgetAccess: (...whose: unknown[]) => {
      forgotten.push(whose);
      return Promise.resolve();
    },
    signOuts: () => Promise.resolve(database.signOuts),
  };
  const tokens = graphTokens({ tenant: TENANT, clock, vault, ...(most ? { most } : {}) });
  const access = (token: string, id = TOM.id, tenant = TENANT) =>
    new GraphAccess(id, tenant, clock.now() + 60 * minute, token);
  return { clock, forgotten, database, tokens, access };
}

it('a technician is signed in until two minutes before the token ends', async () => {
  const { clock, tokens, access } = open();
  tokens.keep(access('t1'));
  clock.pass(58 * minute - 1);
  expect((await tokens.accessFor(TOM.id))?.bearerToken()).toBe('t1');
  clock.pass(1);
  expect(await tokens.accessFor(TOM.id)).toBeUndefined();
});

it('the newest token of a person counts, and is nobody else’s', async () => {
  const { tokens, access } = open();
  tokens.keep(access('t1'));
  tokens.keep(access('t2'));
  tokens.keep(access('t3', person(2)));
  expect((await tokens.accessFor(TOM.id))?.bearerToken()).toBe('t2');
  expect(await tokens.accessFor(person(3))).toBeUndefined();
});

it('a token of another tenant is never handed out', async () => {
  const { tokens, access } = open();
  // The cast makes the tenant that no configuration would have.
  tokens.keep(access('t1', TOM.id, '99999999-9999-4999-8999-999999999999' as typeof TENANT));
  expect(await tokens.accessFor(TOM.id)).toBeUndefined();
});

it('signing out forgets the token here and in the vault', async () => {
  const { tokens, access, forgotten } = open();
  tokens.keep(access('t1'));
  await tokens.signOut(TOM.id);
  expect(await tokens.accessFor(TOM.id)).toBeUndefined();
  expect(forgotten).toEqual([[TENANT, TOM.id]]);
});

it('who signed out elsewhere is signed out here, until a sign-in that began later', async () => {
  const { database, tokens, access } = open();
  tokens.keep(access('t1'));
  database.signOuts = 1;
  expect(await tokens.accessFor(TOM.id)).toBeUndefined();
  tokens.keep(access('t2').gotAfter(1));
  expect((await tokens.accessFor(TOM.id))?.bearerToken()).toBe('t2');
});

it('the token of a new sign-in outlives the look at the one before it', async () => {
  const { database, tokens, access } = open();
  tokens.keep(access('t1'));
  database.signOuts = 1;
  const before = tokens.accessFor(TOM.id);
  tokens.keep(access('t2').gotAfter(1));
  expect(await before).toBeUndefined();
  expect((await tokens.accessFor(TOM.id))?.bearerToken()).toBe('t2');
});

it('holds so many and forgets the one longest unused', async () => {
  const { tokens, access } = open(2);
  tokens.keep(access('t1', person(1)));
  tokens.keep(access('t2', person(2)));
  await tokens.accessFor(person(1));
  tokens.keep(access('t3', person(3)));
  const held = await Promise.all([1, 2, 3].map((n) => tokens.accessFor(person(n))));
  expect(held.map((one) => one?.bearerToken())).toEqual(['t1', undefined, 't3']);
});
