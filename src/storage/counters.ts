import type { TenantId } from '../request/ids';
import type { CountersTable, Tx } from './database/tables';

/**
 * Takes the next `by` numbers of a tenant and returns the last of them. The row stays locked until the transaction
 * ends, so numbers have no gaps and stand in the order of commits; take them late.
 */
export async function countUp(
  tx: Tx,
  tenant: TenantId,
  counter: Exclude<keyof CountersTable, 'tenant'>,
  by: number,
): Promise<number> {
  const { last } = await tx
    .insertInto('counters')
    .values({ tenant, last_request: 0, last_audit: 0, [counter]: by })
    .onConflict((conflict) =>
      conflict.column('tenant').doUpdateSet((row) => ({ [counter]: row(`counters.${counter}`, '+', by) })),
    )
    .returning(`${counter} as last`)
    .executeTakeFirstOrThrow();
  return last;
}
