import { graphTokens } from '../../src/auth/graph-tokens';
import { GraphAccess } from '../../src/desk/graph-access';
import { person, TENANT, testClock, TOM } from './login-double';

const minute = 60_000;

function open(most?: number) {
  const clock = testClock();
  const forgotten: unknown[] = [];
  const vault = {
    forgetAccess: (...whose: unknown[]) => {
      forgotten.push(whose);
      return Promise.resolve();
    },
  };
  const tokens = graphTokens({ tenant: TENANT, clock, vault, ...(most ? { most } : {}) });
  const access = (token: string, id = TOM.id, tenant = TENANT) =>
    new GraphAccess(id, tenant, clock.now() + 60 * minute, token);
  return { clock, forgotten, tokens, access };
}

it('a technician is signed in until two minutes before the token ends', () => {
  const { clock, tokens, access } = open();
  tokens.keep(access('t1'));
  clock.pass(58 * minute - 1);
  expect(tokens.accessFor(TOM.id)?.bearerToken()).toBe('t1');
  clock.pass(1);
  expect(tokens.accessFor(TOM.id)).toBeUndefined();
});

it('the newest token of a person counts, and is nobody else’s', () => {
  const { tokens, access } = open();
  tokens.keep(access('t1'));
  tokens.keep(access('t2'));
  tokens.keep(access('t3', person(2)));
  expect(tokens.accessFor(TOM.id)?.bearerToken()).toBe('t2');
  expect(tokens.accessFor(person(3))).toBeUndefined();
});

it('a token of another tenant is never handed out', () => {
  const { tokens, access } = open();
  // The cast makes the tenant that no configuration would have.
  tokens.keep(access('t1', TOM.id, '99999999-9999-4999-8999-999999999999' as typeof TENANT));
  expect(tokens.accessFor(TOM.id)).toBeUndefined();
});

it('signing out forgets the token here and in the vault', async () => {
  const { tokens, access, forgotten } = open();
  tokens.keep(access('t1'));
  await tokens.signOut(TOM.id);
  expect(tokens.accessFor(TOM.id)).toBeUndefined();
  expect(forgotten).toEqual([[TENANT, TOM.id]]);
});

it('holds so many and forgets the one longest unused', () => {
  const { tokens, access } = open(2);
  tokens.keep(access('t1', person(1)));
  tokens.keep(access('t2', person(2)));
  tokens.accessFor(person(1));
  tokens.keep(access('t3', person(3)));
  expect([1, 2, 3].map((n) => tokens.accessFor(person(n))?.bearerToken())).toEqual(['t1', undefined, 't3']);
});
