import { z } from 'zod';
import { personId, tenantId, type Instant, type PersonId, type TenantId } from '../request/ids';

/** The tenant that personal Microsoft accounts belong to. */
export const PERSONAL_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Who the authenticated activity, or the ticket of a sign-in page, says it is. */
export type Expected = { readonly id: PersonId; readonly tenant: TenantId };

/** A person as a validated token of the login host describes them. */
export type SignedOnPerson = {
  readonly person: PersonId;
  readonly tenant: TenantId;
  readonly name?: string;
  readonly signInName?: string;
  readonly roles: readonly string[];
  readonly isGuest: boolean;
  readonly issuedAt: Instant;
};

/** The claims about a person that sign-on tokens and id tokens share. Times in seconds since 1970. */
export const personClaims = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  tid: z.string(),
  oid: z.string(),
  ver: z.string(),
  exp: z.number(),
  nbf: z.number(),
  iat: z.number(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  upn: z.string().optional(),
  idp: z.string().optional(),
  acct: z.union([z.number(), z.string()]).optional(),
  roles: z.array(z.string()).default([]),
});
export type PersonClaims = z.infer<typeof personClaims>;

/** Why a token does not stand for the expected person of this tenant, whatever it was issued for. */
export type PersonRefusal =
  | 'personal-account'
  | 'wrong-tenant'
  | 'wrong-issuer'
  | 'wrong-version'
  | 'expired'
  | 'not-yet-valid'
  | 'lives-too-long'
  | 'wrong-person';

/** Tolerance for clocks that differ. */
const SKEW = 5 * 60;
/** Entra's longest configurable lifetime of such a token is a day. */
const LONGEST_LIFE = 24 * 60 * 60 + SKEW;

type Rules = { readonly tenant: TenantId; readonly authorityHost: string; readonly now: Instant };

/** The checks that a sign-on token and an id token have in common; undefined: nothing against it. */
export function refusePerson(
  claims: PersonClaims,
  expected: Expected,
  { tenant, authorityHost, now }: Rules,
): PersonRefusal | undefined {
  const seconds = now / 1000;
  if (isPersonalAccount(claims)) return 'personal-account';
  if (tenantId(claims.tid) !== tenant || expected.tenant !== tenant) return 'wrong-tenant';
  if (claims.iss !== `${authorityHost}/${tenant}/v2.0`) return 'wrong-issuer';
  if (claims.ver !== '2.0') return 'wrong-version';
  if (claims.exp <= seconds - SKEW) return 'expired';
  if (claims.nbf > seconds + SKEW || claims.iat > seconds + SKEW) return 'not-yet-valid';
  if (claims.exp - Math.min(claims.nbf, claims.iat) > LONGEST_LIFE) return 'lives-too-long';
  return personId(claims.oid) === expected.id ? undefined : 'wrong-person';
}

/** Graph takes Intune calls from work and school accounts only. */
function isPersonalAccount({ tid, idp }: PersonClaims): boolean {
  return tenantId(tid) === PERSONAL_ACCOUNTS || idp === 'live.com' || !!idp?.includes(PERSONAL_ACCOUNTS);
}

/** What the claims say of the person; only after everything about them was checked. */
export function describePerson(claims: PersonClaims, expected: Expected, now: Instant): SignedOnPerson {
  const signInName = claims.preferred_username ?? claims.upn;
  return {
    person: expected.id,
    tenant: expected.tenant,
    ...(claims.name === undefined ? {} : { name: claims.name }),
    ...(signInName === undefined ? {} : { signInName }),
    roles: claims.roles,
    isGuest: isGuest(claims, expected.tenant),
    // A login host whose clock is ahead must not make its roles last longer.
    issuedAt: Math.min(claims.iat * 1000, now),
  };
}

/**
 * `acct` and `upn` are optional claims that a registration has to ask for. `idp` comes by itself where the
 * account is of another tenant than the issuer (learn.microsoft.com/entra access-token-claims-reference).
 */
function isGuest({ acct, upn, preferred_username, idp }: PersonClaims, tenant: TenantId): boolean {
  if (String(acct) === '1') return true;
  if (idp !== undefined && !idp.toLowerCase().includes(tenant)) return true;
  return [upn, preferred_username].some((name) => name?.toUpperCase().includes('#EXT#'));
}
