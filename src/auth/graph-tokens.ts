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
  readonly vault: Pick<Vault, 'forgetAccess'>;
  readonly most?: number;
}): GraphTokens {
  const { tenant, clock, vault, most = MOST } = parts;
  const kept = new LRUCache<string, GraphAccess>({ max: most });
  const key = (of: TenantId, person: PersonId) => `${of} ${person}`;

  return {
    keep(access) {
      kept.set(key(access.tenant, access.technician), access);
    },
    accessFor(technician) {
      const access = kept.get(key(tenant, technician));
      if (!access || access.expiresAt - EARLY > clock.now()) return access;
      kept.delete(key(tenant, technician));
      return undefined;
    },
    async signOut(technician) {
      kept.delete(key(tenant, technician));
      await vault.forgetAccess(tenant, technician);
    },
  };
}
