import { z } from 'zod';
import type { Clock } from '../desk/ports';
import { Unreachable } from '../desk/troubles';
import type { TenantId } from '../request/ids';
import {
  describePerson,
  personClaims,
  refusePerson,
  type Expected,
  type PersonRefusal,
  type SignedOnPerson,
} from './person-claims';
import { KeysUnavailable, type SigningKeys } from './signing-keys';
import { checkSignature, readToken, type UnprovenToken, type UnreadableToken } from './token';

/** Why a single sign-on token does not prove who the sender is. */
export type AssertionRefusal =
  | UnreadableToken
  | PersonRefusal
  | 'wrong-audience'
  | 'app-only'
  | 'scope-missing'
  | 'wrong-client'
  | 'unknown-key'
  | 'bad-signature';

export type CheckedAssertion =
  | { readonly ok: true; readonly who: SignedOnPerson }
  | { readonly ok: false; readonly why: AssertionRefusal };

export type AssertionRules = {
  readonly tenant: TenantId;
  /** Login host, without a slash at the end. */
  readonly authorityHost: string;
  /** The sign-in registration, by its id and by its resource. */
  readonly audiences: readonly string[];
  readonly keys: SigningKeys;
  readonly clock: Clock;
  /** Clients that may ask for the token. */
  readonly clients?: readonly string[];
};

/** Teams on desktop and phone, and Teams on the web, in every cloud (learn.microsoft.com, "Teams SSO"). */
export const TEAMS_CLIENTS: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
];

/** The scope that the registration exposes to Teams. */
const SCOPE = 'access_as_user';

const assertionClaims = personClaims.extend({
  azp: z.string().optional(),
  scp: z.string().optional(),
  idtyp: z.string().optional(),
});
type AssertionClaims = z.infer<typeof assertionClaims>;

/**
 * Says whether a raw single sign-on token proves that the sender of the activity is who they seem to be.
 * The claims are looked at first: to refuse nobody needs proof, and forged tokens cost no cryptography.
 * @throws {Unreachable} when the login host's signing keys are not to be had.
 */
export function assertionCheck(rules: AssertionRules) {
  return async (raw: string, sender: Expected): Promise<CheckedAssertion> => {
    const token = readToken(raw);
    if (typeof token === 'string') return { ok: false, why: token };
    const claims = assertionClaims.safeParse(token.claims).data;
    if (!claims) return { ok: false, why: 'malformed' };

    const now = rules.clock.now();
    const why = refusePerson(claims, sender, { ...rules, now }) ?? refuseUse(claims, rules);
    if (why) return { ok: false, why };

    const signature = await signatureOf(token, rules.keys);
    return signature.ok ? { ok: true, who: describePerson(claims, sender, now) } : signature;
  };
}

/** The token was issued for this bot, to Teams, on behalf of a person. */
function refuseUse(
  { aud, scp, idtyp, azp }: AssertionClaims,
  { audiences, clients = TEAMS_CLIENTS }: AssertionRules,
): AssertionRefusal | undefined {
  if (!audiences.includes(aud.toLowerCase())) return 'wrong-audience';
  if (idtyp?.toLowerCase() === 'app' || scp === undefined) return 'app-only';
  if (!scp.split(' ').includes(SCOPE)) return 'scope-missing';
  return azp !== undefined && clients.includes(azp.toLowerCase()) ? undefined : 'wrong-client';
}

/** {@link checkSignature} in the desk's terms. @throws {Unreachable} */
export async function signatureOf(token: UnprovenToken, keys: SigningKeys) {
  try {
    return await checkSignature(token, keys);
  } catch (error) {
    if (error instanceof KeysUnavailable) throw new Unreachable('sign-in', undefined, { cause: error });
    throw error;
  }
}
