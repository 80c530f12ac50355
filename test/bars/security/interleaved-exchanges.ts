import { decodeJwt } from 'jose';
import { SignInNeeded } from '../../../src/desk/troubles';
import { ExchangeDouble } from '../../auth/exchange-double';
import { oidOf, person, SCOPE, TENANT } from '../../auth/login-double';

// Two hundred people exchange their sign-on tokens all at once, again and again; and the login host, now and then,
// gives one the token of another.

const PEOPLE = 200;
const COUNT = 5_000;
const AT_ONCE = 100;
/** Each so many answers hold somebody else's token. */
const MIXED_UP = 10;

export type Exchanged = {
  readonly crossings: number;
  readonly dropped: number;
  readonly mixedUp: number;
  readonly granted: number;
};

export async function exchangeMany(): Promise<Exchanged> {
  const double = await ExchangeDouble.open();
  const { login } = double;
  try {
    const people = Array.from({ length: PEOPLE }, (_, n) => person(n));
    const tokens = await Promise.all(
      people.map(async (oid) => ({
        ...{
          assertion: await login.assertion(oid),
          graph: await login.graphToken(oid),
          id: await login.idToken(oid),
        },
      })),
    );
    const numberOf = new Map<string, number>(people.map((oid, n) => [oid, n]));
    let [answers, mixedUp] = [0, 0];
    login.token = async (form) => {
      answers += 1;
      // Out of step with those that came before.
      await new Promise((resolve) => setTimeout(resolve, (answers * 7) % 13));
      const own = numberOf.get(oidOf(form['assertion'] ?? '')) ?? 0;
      const isMixedUp = answers % MIXED_UP === 0;
      if (isMixedUp) mixedUp += 1;
      const { graph = '', id = '' } = tokens[isMixedUp ? (own + 1) % PEOPLE : own] ?? {};
      return login.tokens({ access_token: graph, id_token: id, scope: SCOPE });
    };
    const obtain = double.exchange();
    let [crossings, dropped, granted] = [0, 0, 0];
    const turns = Array.from({ length: COUNT }, (_, n) => (n * 37) % PEOPLE).values();
    const work = async () => {
      for (const n of turns) {
        const [id, assertion] = [people[n] ?? person(0), tokens[n]?.assertion ?? ''];
        try {
          const access = await obtain(assertion, { id, tenant: TENANT });
          granted += 1;
          if (access.technician !== id || decodeJwt(access.bearerToken())['oid'] !== id) crossings += 1;
        } catch (error) {
          if (!(error instanceof SignInNeeded)) throw error;
          dropped += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { crossings, dropped, mixedUp, granted };
  } finally {
    await login.close();
  }
}

export const exchangesPlanned = COUNT;
