import type { Auth, SignInResult } from '../../src/auth/auth';
import type { Config } from '../../src/config';
import { GraphAccess } from '../../src/desk/graph-access';
import type { HelpDesk } from '../../src/desk/help-desk';
import type { Buckets } from '../../src/desk/ports';
import type { Screen } from '../../src/desk/screens';
import { openTeamsEdge } from '../../src/teams/edge';
import type { dana } from './doubles';
import { bert, botId, tenant, testClock, testInbox, testLog, testPeople, testTickets } from './doubles';
import { fakeConnector } from './fake-connector';
import { ask } from './http';
import { connectorKeys, goodClaims, issuer, sign } from './tokens';

export const line = (
  code: 'signed-in' | 'working' | 'which-device' | 'already-chosen' | 'signed-out',
): Screen => ({
  kind: 'note',
  note: { code },
});
export const card: Screen = { kind: 'status', requests: [] };

/** The whole edge over HTTP: a connector that writes down, a desk and a sign-in that do as the test says. */
export async function edgeHarness() {
  const connector = await fakeConnector();
  const clock = testClock();
  const log = testLog();
  const people = testPeople();
  const tickets = testTickets(clock);
  const inbox = testInbox();
  const calls: { what: string; with: unknown }[] = [];
  const desk: { -readonly [K in keyof HelpDesk]: HelpDesk[K] } = {
    ask: () => Promise.resolve({ screens: [line('which-device')], language: 'en' }),
    askInPublic: () => Promise.resolve('elsewhere'),
    makeRequest: () => Promise.resolve(line('working')),
    press: () => Promise.resolve({ now: line('working') }),
    signedIn: () => Promise.resolve({ screens: [line('signed-in')], language: 'en' }),
    joined: () => Promise.resolve([{ kind: 'help', greeting: true }]),
    left: () => Promise.resolve(),
  };
  const asked =
    <A, R>(what: string, answer: (given: A) => R) =>
    (given: A): R => {
      calls.push({ what, with: given });
      return answer(given);
    };
  const spied: HelpDesk = {
    ask: asked('ask', (given) => desk.ask(given)),
    askInPublic: (given) => desk.askInPublic(given),
    makeRequest: asked('makeRequest', (given) => desk.makeRequest(given)),
    press: asked('press', (given) => desk.press(given)),
    signedIn: asked('signedIn', (given) => desk.signedIn(given)),
    joined: asked('joined', (given) => desk.joined(given)),
    left: asked('left', (given) => desk.left(given)),
  };
  const buckets: { -readonly [K in keyof Buckets]: Buckets[K] } = { take: () => Promise.resolve('ok') };
  const signedIn = new Set<string>();
  const access = (person: typeof dana) =>
    new GraphAccess(person, tenant, clock.now() + 3_600_000, 'graph-token');
  const success = (person: typeof dana): SignInResult => ({
    ...{ ok: true, access: access(person) },
    who: { person, tenant, name: 'Dana <Ito>', roles: [], isGuest: false, issuedAt: 0 },
  });
  const login = {
    exchange: (_assertion: string, person: typeof dana): Promise<SignInResult> =>
      Promise.resolve(success(person)),
    redeem: (person: typeof dana): Promise<SignInResult> => Promise.resolve(success(person)),
  };
  const auth: Auth = {
    signIns: {
      accessFor: (person) => Promise.resolve(signedIn.has(person) ? access(person) : undefined),
      signOut: () => Promise.resolve(),
    },
    signInWithAssertion: async (assertion, sender) => {
      calls.push({ what: 'exchange', with: assertion });
      const result = await login.exchange(assertion, sender.id);
      if (result.ok) signedIn.add(sender.id);
      return result;
    },
    startUrl: ({ state, challenge, claims }) =>
      `https://login.example/authorize?${new URLSearchParams({ state, challenge, ...(claims && { claims }) }).toString()}`,
    redeem: (returned) => {
      calls.push({ what: 'redeem', with: returned });
      return login.redeem(returned.expected.id);
    },
    botToken: () => Promise.resolve('bot-token'),
    connectorKeys: connectorKeys(),
  };
  // The edge reads no more of the configuration than this.
  const config = {
    publicUrl: 'https://bot.example',
    bot: { id: botId, tokenIssuer: issuer, serviceUrlHosts: [connector.host] },
    signIn: { tenant, resource: `api://botid-${botId}` },
    sessionLinkHosts: ['get.teamviewer.com'],
    defaultLanguage: 'en',
    technicianRoles: [],
  } as unknown as Config;
  const nothing = () => Promise.resolve(undefined);
  const edge = openTeamsEdge({
    ...{ config, auth, tickets, people, clock, log, inbox },
    requests: { load: nothing },
    cases: { load: nothing, isUndeliverable: () => Promise.resolve(false) },
    helpChannels: { unbind: () => Promise.resolve(false) },
    places: { moved: nothing },
    cards: { claim: () => Promise.resolve([]), settle: nothing, adopt: nothing },
    buckets: { take: (wanted) => buckets.take(wanted) },
    vault: { link: nothing },
    pageWords: (kind, language, { name }) => ({ title: `${kind} ${language}`, text: name }),
    words: {
      render: (screen) =>
        screen.kind === 'note'
          ? { text: screen.note.code, summary: screen.note.code }
          : { card: { screen: screen.kind }, summary: screen.kind },
      signIn: ({ reason }) => ({ title: 'Sign in', sentence: `why: ${reason}`, button: 'Go' }),
    },
    isReady: () => Promise.resolve(true),
    durations: { answerPressWithin: 50, drain: 500 },
  });
  const port = await edge.start(spied, 0, '127.0.0.1');
  const deliver = (activity: object) =>
    ask(port, '/api/messages', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${sign(goodClaims(clock.now(), connector.url))}`,
      },
      body: JSON.stringify({ ...activity, serviceUrl: connector.url }),
    });
  return {
    ...{
      buckets,
      connector,
      inbox,
      clock,
      log,
      people,
      tickets,
      calls,
      desk,
      login,
      signedIn,
      deliver,
      edge,
      port,
    },
    get: (path: string, headers: Record<string, string> = {}) => ask(port, path, { headers }),
    count: (what: string) => calls.filter((call) => call.what === what).length,
    /** Texts and kinds of cards that people see, oldest first. */
    seen: () =>
      connector.messages().map(({ method, activity }) => {
        const [attachment] = activity.attachments ?? [];
        const shown = activity.text ?? attachment?.content['screen'] ?? attachment?.content['text'];
        return `${method} ${String(shown)}`;
      }),
    /** Waits for something that happens behind an answer. */
    until: async (happened: () => boolean) => {
      for (let tries = 0; !happened(); tries += 1) {
        if (tries > 400) throw new Error('It did not happen');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    stop: async () => {
      const drained = await edge.stop();
      connector.stop();
      return drained;
    },
  };
}

export type EdgeHarness = Awaited<ReturnType<typeof edgeHarness>>;
export const asBert = { from: { id: '29:1bert', name: 'Bert', aadObjectId: String(bert) } };
