import type { Clock, Pauses } from '../desk/ports';
import { Busy, isTrouble, type Trouble } from '../desk/troubles';
import type { TenantId } from '../request/ids';

export type SharedPauseParts = {
  readonly pauses: Pauses;
  readonly clock: Clock;
  readonly wait: (milliseconds: number) => Promise<unknown>;
};

/**
 * Waits as long as Graph has asked any bot of this tenant to wait.
 * @throws {Busy} when that is longer than `patience`, in milliseconds.
 */
export async function waitOutPause(
  { pauses, clock, wait }: SharedPauseParts,
  tenant: TenantId,
  patience: number,
): Promise<void> {
  const until = await withoutTrouble(pauses.until(tenant));
  const left = (until ?? 0) - clock.now();
  if (left >= patience) throw new Busy('intune', until);
  if (left > 0) await wait(left);
}

/** What Graph asked of one is told to all. */
export async function shareWish(pauses: Pauses, tenant: TenantId, trouble: Trouble): Promise<void> {
  if (trouble instanceof Busy && trouble.until !== undefined)
    await withoutTrouble(pauses.keep(tenant, trouble.until));
}

/** Without the database each bot goes by what Graph tells itself. */
async function withoutTrouble<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isTrouble(error)) return undefined;
    throw error;
  }
}
