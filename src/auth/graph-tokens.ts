import { LRUCache } from 'lru-cache';
import type { GraphAccess } from '../desk/graph-access';
import type { Clock, SignIns, Vault } from '../desk/ports';
import type { PersonId, TenantId } from '../request/ids';

/** A token about to end would end between a look and the press that follows. */
const EARLY = 2 * 60 * 1000;
/** Far more technicians than one process serves; the one longest unused has to sign in again. */
const MOST = 5_000;

export type GraphTokens = SignIns & {
  /** The newest token of a person takes the place of the one before. */
  keep(access: GraphAccess): void;
};

/** Who is signed in at this process. Nothing of it survives the process; the vault keeps what must. */
export function graphTokens(parts: {
  readonly tenant: TenantId;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'forgetAccess' | 'signOuts'>;
  readonly most?: number;
}): GraphTokens {
  const { tenant, clock, vault, most = MOST } = parts;
  const kept = new LRUCache<string, GraphAccess>({ max: most });
  const key = (of: TenantId, person: PersonId) => `${of} ${person}`;
  const isLive = async ({ technician, expiresAt, signOuts }: GraphAccess) =>
    expiresAt - EARLY > clock.now() && signOuts === (await vault.signOuts(tenant, technician));

  return {
    keep(access) {
      kept.set(key(access.tenant, access.technician), access);
    },
    async accessFor(technician) {
      const own = key(tenant, technician);
      const access = kept.get(own);
      if (!access || (await isLive(access))) return access;
      // Meanwhile a newer one may have come.
      if (kept.get(own) === access) kept.delete(own);
      return undefined;
    },
    async signOut(technician) {
      kept.delete(key(tenant, technician));
      await vault.forgetAccess(tenant, technician);
    },
  };
}
