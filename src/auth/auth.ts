import type { Config } from '../config';
import type { GraphAccess } from '../desk/graph-access';
import type { Clock, People, SignIns, Vault } from '../desk/ports';
import { SignInNeeded } from '../desk/troubles';
import { ROLES_LAST } from '../request/who-may';
import type { Fetch } from '../outbound';
import type { OnAlarm } from './alarms';
import { assertionCheck, type AssertionRefusal } from './assertion';
import { botToken } from './bot-token';
import { graphTokens } from './graph-tokens';
import { loginKeysUrl, type LoginHost } from './login-host';
import { onBehalfOf, type GraphExchange } from './on-behalf-of';
import type { Expected, SignedOnPerson } from './person-claims';
import { redeem, startUrl, type RedeemRefusal, type ReturnedCode, type Visit } from './sign-in-page';
import { signingKeys, type KeptKeys } from './signing-keys';

/** Why nobody was signed in. `guest`, `wrong-tenant` and `personal-account` have words of their own. */
export type SignInRefusal = AssertionRefusal | RedeemRefusal | 'guest';

export type SignInResult =
  | { readonly ok: true; readonly who: SignedOnPerson; readonly access: GraphAccess }
  | { readonly ok: false; readonly why: SignInRefusal };

export interface Auth {
  readonly signIns: SignIns;
  /** Signs the sender of an activity in with the single sign-on token that came with it. @throws {Trouble} */
  signInWithAssertion(assertion: string, sender: Expected): Promise<SignInResult>;
  /** The address of the login host's page, for a person to whom single sign-on does not lead. */
  startUrl(visit: Visit): string;
  /** Signs the expected person in with the code that the visit ended with. @throws {Trouble} */
  redeem(returned: ReturnedCode): Promise<SignInResult>;
  /** The bot's token for the connector. @throws {Busy | Unreachable} */
  botToken(): Promise<string>;
  /** Keys of the connector's tokens, with their endorsements, for the front door. */
  readonly connectorKeys: KeptKeys;
}

export type AuthParts = {
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'forgetAccess' | 'signOuts'>;
  readonly people: Pick<People, 'find' | 'learn'>;
  readonly onAlarm?: OnAlarm;
  readonly fetch?: Fetch;
  /** Milliseconds for one question to the login host. */
  readonly loginTimeout?: number;
};

/** Everything about who people are, and the tokens that say so. */
export function openAuth(config: Config, parts: AuthParts): Auth {
  const { clock, people, vault } = parts;
  const { fetch = globalThis.fetch, onAlarm = () => undefined, loginTimeout: timeout } = parts;
  const { tenant, clientId, authorityHost, resource } = config.signIn;
  const host: LoginHost = { authorityHost, clock, onAlarm, fetch, ...(timeout ? { timeout } : {}) };
  const keys = signingKeys({ jwksUrl: loginKeysUrl(authorityHost, tenant), fetch, clock });

  const check = assertionCheck({ tenant, authorityHost, audiences: [clientId, resource], keys, clock });
  const exchange: GraphExchange = {
    host,
    registration: config.signIn,
    graphResource: config.graphResource,
    rules: { graphAddresses: [config.graphResource, config.graphEndpoint], clientId, onAlarm },
  };
  const page = { ...exchange, publicUrl: config.publicUrl, keys };
  const obtain = onBehalfOf(exchange);
  const tokens = graphTokens({ tenant, clock, vault });
  const needsRoles = config.technicianRoles.length > 0;
  // Asked before the token is: whoever signs out meanwhile is signed out.
  const signOutsOf = ({ id, tenant: of }: Expected) => vault.signOuts(of, id);

  return {
    signIns: tokens,
    async signInWithAssertion(assertion, sender) {
      const checked = await check(assertion, sender);
      if (!checked.ok) return checked;
      await learn(people, checked.who);
      if (checked.who.isGuest) return { ok: false, why: 'guest' };
      // Teams hands out the same token until it ends: only the page brings newer roles.
      if (needsRoles && clock.now() - checked.who.issuedAt > ROLES_LAST) throw new SignInNeeded('expired');
      const signOuts = await signOutsOf(sender);
      const access = (await obtain(assertion, sender)).gotAfter(signOuts);
      tokens.keep(access);
      return { ...checked, access };
    },
    startUrl: (visit) => startUrl(page, visit),
    async redeem(returned) {
      const signOuts = await signOutsOf(returned.expected);
      const redeemed = await redeem(page, returned);
      if (!redeemed.ok) return redeemed;
      await learn(people, redeemed.who);
      if (redeemed.who.isGuest) return { ok: false, why: 'guest' };
      const access = redeemed.access.gotAfter(signOuts);
      tokens.keep(access);
      return { ...redeemed, access };
    },
    botToken: botToken(config.bot, host),
    connectorKeys: signingKeys({ openIdMetadataUrl: config.bot.openIdMetadataUrl, fetch, clock }),
  };
}

/** The newest token counts: one that another client brings late gives back no role that was taken meanwhile. */
async function learn(people: AuthParts['people'], who: SignedOnPerson): Promise<void> {
  const { tenant, person, name, isGuest, roles, issuedAt: rolesSeenAt } = who;
  const known = await people.find(tenant, person);
  if (known && known.rolesSeenAt > rolesSeenAt) return;
  await people.learn(tenant, person, { isGuest, roles, rolesSeenAt, ...(name ? { name } : {}) });
}
