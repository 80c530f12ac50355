import type { JWTPayload } from 'jose';
import { invokeActivity } from '../../../src/sandbox/teams-client/activities';
import type { Chat } from '../../../src/sandbox/teams-client/chat';
import { TEAMS_CLIENTS } from '../../../src/sandbox/login/tokens';
import { SIGN_IN_LIVES } from '../../../src/teams/sign-in-cards';
import type { SignInStage } from './sign-in-stage';

// Sign-on tokens that are not the sender's, or not for this bot, or come with an exchange that is not theirs.

/** Says whether it went as it must. */
export type SignInCase = { readonly name: string; readonly holds: (stage: SignInStage) => Promise<boolean> };

type Offer = { readonly chat: Chat; readonly id: string; readonly connectionName: string };

async function offer(stage: SignInStage, key = 'tom'): Promise<Offer> {
  const { chat, card } = await stage.signInCard(key);
  const id = card.tokenExchangeResource?.id;
  if (id === undefined) throw new Error('The sign-in card offers no exchange');
  return { chat, id, connectionName: card.connectionName ?? '' };
}

const exchange = (chat: Chat, { id, connectionName }: Offer, token: string) =>
  chat.invoke('signin/tokenExchange', { id, connectionName, token });

/** The same as an activity whose sender has another directory id, or none. */
function exchangeFrom(
  { sandbox }: SignInStage,
  { chat, id, connectionName }: Offer,
  token: string,
  changed: (id: string) => string | undefined,
) {
  const { around } = sandbox.parts.delivery;
  const value = { id, connectionName, token };
  const { from, ...rest } = invokeActivity(around, chat.client.sender(), 'signin/tokenExchange', value);
  return { ...rest, from: { ...from, id: chat.person.teamsId, aadObjectId: changed(chat.person.oid) } };
}

const tokenOf = (stage: SignInStage, key: string, claims: JWTPayload = {}) =>
  stage.sandbox.parts.tokens.signOnToken(stage.sandbox.tenant.person(key), claims);

/** Refused, nothing exchanged, and Graph not asked. */
async function refused(
  stage: SignInStage,
  attempt: () => Promise<{ readonly status: number }>,
): Promise<boolean> {
  const before = [stage.exchanges(), stage.graphCalls()];
  const { status } = await attempt();
  return [400, 403, 412].includes(status) && [stage.exchanges(), stage.graphCalls()].join() === before.join();
}

/** Tom answers his own card with a token that is not what it should be. */
const withToken = (name: string, make: (stage: SignInStage) => Promise<string>): SignInCase => ({
  name: `token: ${name}`,
  async holds(stage) {
    const given = await offer(stage);
    return refused(stage, async () => exchange(given.chat, given, await make(stage)));
  },
});

const withClaims = (name: string, claims: (stage: SignInStage) => JWTPayload): SignInCase =>
  withToken(name, (stage) => tokenOf(stage, 'tom', claims(stage)));

const FOREIGN_TENANT = 'f0e1d2c3-b4a5-4968-8776-5a4b3c2d1e0f';
const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;
const tampered = (token: string) => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload; // our own token
  const changed = Buffer.from(JSON.stringify({ ...claims, roles: ['Technician', 'Admin'] })).toString(
    'base64url',
  );
  return [header, changed, signature].join('.');
};

export const exchangeCases: readonly SignInCase[] = [
  withToken('of somebody else', (stage) => tokenOf(stage, 'tina')),
  withClaims('of another tenant', () => ({ tid: FOREIGN_TENANT })),
  withClaims('of another issuer', ({ sandbox }) => ({
    iss: `${sandbox.addresses.login}/${FOREIGN_TENANT}/v2.0`,
  })),
  withClaims('for another audience', () => ({ aud: '33333333-3333-4333-8333-333333333333' })),
  withToken('for Graph', ({ sandbox }) =>
    sandbox.parts.tokens.graphToken(sandbox.tenant.person('tom'), [
      'DeviceManagementManagedDevices.ReadWrite.All',
    ]),
  ),
  withToken('of an application', ({ sandbox }) =>
    sandbox.parts.tokens.applicationToken(sandbox.registrations.bot.id, sandbox.registrations.signOn.id),
  ),
  withClaims('of a person in the name of an application', () => ({ idtyp: 'app' })),
  withClaims('asked for by another client', ({ sandbox }) => ({ azp: sandbox.registrations.bot.id })),
  withClaims('without scope', () => ({ scp: undefined })),
  withClaims('with another scope', () => ({ scp: 'User.Read' })),
  withClaims('that has ended', () => ({
    iat: secondsAgo(8000),
    nbf: secondsAgo(8000),
    exp: secondsAgo(400),
  })),
  withToken('that was changed', async (stage) => tampered(await tokenOf(stage, 'tom'))),
  withToken('that is none', () => Promise.resolve('a.b.c')),
  {
    name: 'sender: nobody the directory knows',
    async holds(stage) {
      const given = await offer(stage);
      const token = await tokenOf(stage, 'tom');
      const nameless = exchangeFrom(stage, given, token, () => undefined);
      return refused(stage, () => stage.sandbox.parts.delivery.deliver(nameless, 'tom'));
    },
  },
  {
    name: 'exchange: one that nobody offered',
    async holds(stage) {
      const given = await offer(stage);
      return refused(stage, async () =>
        exchange(given.chat, { ...given, id: 'made-up' }, await tokenOf(stage, 'tom')),
      );
    },
  },
  {
    name: 'exchange: one that was offered to somebody else',
    async holds(stage) {
      const tinas = await offer(stage, 'tina');
      const tom = stage.sandbox.openChat('tom');
      return refused(stage, async () => exchange(tom, tinas, await tokenOf(stage, 'tom')));
    },
  },
  {
    name: 'exchange: one of another conversation',
    async holds(stage) {
      const given = await offer(stage);
      const group = stage.sandbox.openGroupChat('Help desk', ['tom', 'tina']).as('tom');
      return refused(stage, async () => exchange(group, given, await tokenOf(stage, 'tom')));
    },
  },
  {
    name: 'exchange: one that a refused token has used up',
    async holds(stage) {
      const given = await offer(stage);
      await exchange(given.chat, given, await tokenOf(stage, 'tina'));
      return refused(stage, async () => exchange(given.chat, given, await tokenOf(stage, 'tom')));
    },
  },
  {
    name: 'code: somebody else brings the one of the page',
    async holds(stage) {
      const { chat } = await stage.signInCard('tom');
      const page = await chat.browser.answerSignIn(await chat.openSignIn(), 'tom', 'accept');
      const code = /\sdata-code="([^"]+)"/u.exec(page.body)?.[1] ?? '';
      const stolen = await stage.sandbox.openChat('tina').invoke('signin/verifyState', { state: code });
      await chat.say('sign out');
      return code !== '' && stolen.status === 403;
    },
  },
  {
    name: 'three clients of one person: one exchange',
    async holds(stage) {
      const given = await offer(stage);
      const before = stage.exchanges();
      const tokens = await Promise.all([1, 2, 3].map((jti) => tokenOf(stage, 'tom', { jti: String(jti) })));
      const answers = await Promise.all(tokens.map((token) => exchange(given.chat, given, token)));
      await given.chat.say('sign out');
      return answers.every(({ status }) => status === 200) && stage.exchanges() === before + 1;
    },
  },
  {
    name: 'ids in capitals are the same ids',
    async holds(stage) {
      const given = await offer(stage, 'tina');
      const claims = { azp: TEAMS_CLIENTS[1].toUpperCase() };
      const { status } = await stage.sandbox.parts.delivery.deliver(
        exchangeFrom(stage, given, await tokenOf(stage, 'tina', claims), (id) => id.toUpperCase()),
        'tina',
      );
      await given.chat.say('sign out');
      return status === 200;
    },
  },
  {
    name: 'exchange: one that has expired',
    async holds(stage) {
      const given = await offer(stage);
      stage.pass(SIGN_IN_LIVES + 1_000);
      const fresh = await tokenOf(stage, 'tom', { exp: secondsAgo(-2 * 3600) });
      return refused(stage, () => exchange(given.chat, given, fresh));
    },
  },
];
