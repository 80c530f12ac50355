import { z } from 'zod';
import { GraphAccess } from '../desk/graph-access';
import { SignInNeeded } from '../desk/troubles';
import { personId, tenantId } from '../request/ids';
import type { OnAlarm } from './alarms';
import type { Granted } from './login-host';
import type { Expected } from './person-claims';
import { peekClaims } from './token';

/** The one permission that the bot uses; it covers the look-ups too. */
export const GRAPH_PERMISSION = 'DeviceManagementManagedDevices.ReadWrite.All';
/** Graph's application id: an audience of its tokens beside the address. */
const GRAPH_APP = '00000003-0000-0000-c000-000000000000';

export type GraphTokenRules = {
  /** Addresses that a Graph token may be for. */
  readonly graphAddresses: readonly string[];
  /** The registration that asked, for the alarm. */
  readonly clientId: string;
  readonly onAlarm: OnAlarm;
};

const text = z.string().optional().catch(undefined);
const accessClaims = z.object({ oid: text, tid: text, aud: text, scp: text, idtyp: text });
const idClaims = z.object({ oid: text, tid: text });

/**
 * Makes a granted token the technician's access to Graph, if it is theirs. A token that is not is dropped with
 * an alarm, whatever the reason: it would act in Intune under somebody else's name.
 *
 * Graph's tokens are for Graph to read, so they may stop being JWTs one day. Then the id token of the same
 * answer says whose it is, and the answer's own scopes what it may. Both count where both are there.
 * @throws {SignInNeeded}
 */
export function ownGraphToken(granted: Granted, expected: Expected, rules: GraphTokenRules): GraphAccess {
  const because = refuseToken(granted, expected, rules);
  if (because) {
    const { clientId: client, onAlarm } = rules;
    onAlarm({ event: 'foreign-token', because, client, person: expected.id, tenant: expected.tenant });
    throw new SignInNeeded('expired');
  }
  if (!permissionsOf(granted).includes(GRAPH_PERMISSION.toLowerCase())) throw new SignInNeeded('consent');
  return new GraphAccess(expected.id, expected.tenant, granted.expiresAt, granted.accessToken);
}

function refuseToken(
  { accessToken, idToken }: Granted,
  expected: Expected,
  { graphAddresses }: GraphTokenRules,
): string | undefined {
  const claims = peekClaims(accessToken);
  const access = claims && accessClaims.parse(claims);
  const id = idClaims.parse(peekClaims(idToken) ?? {});
  const people = [access?.oid, id.oid].filter((oid) => oid !== undefined);
  const tenants = [access?.tid, id.tid].filter((tid) => tid !== undefined);

  if (people.length === 0 || tenants.length === 0) return 'nobody-named';
  if (people.some((oid) => personId(oid) !== expected.id)) return 'wrong-person';
  if (tenants.some((tid) => tenantId(tid) !== expected.tenant)) return 'wrong-tenant';
  if (!access) return undefined;
  if (access.idtyp?.toLowerCase() === 'app' || access.scp === undefined) return 'app-only';
  const audience = access.aud?.toLowerCase().replace(/\/$/u, '');
  if (audience !== undefined && ![GRAPH_APP, ...graphAddresses].includes(audience)) return 'wrong-audience';
  return undefined;
}

/** Lower-case names of the delegated permissions, without the resource in front. */
function permissionsOf({ accessToken, scopes }: Granted): readonly string[] {
  const claims = peekClaims(accessToken);
  const granted = claims ? (accessClaims.parse(claims).scp ?? '').split(' ') : scopes;
  return granted.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase());
}
