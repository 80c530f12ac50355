import type { TenantId } from '../request/ids';
import type { Database, Tx } from './database/tables';

type NumberOf = { readonly tenant: TenantId; readonly kind: 'request' | 'case' };

/**
 * Takes the next number of a tenant: what people say, "#2077". The row stays locked until the transaction ends, so
 * numbers have no gaps and stand in the order of commits; take them late.
 */
export async function nextNumber(
  tx: Tx,
  { differences }: Database,
  { tenant, kind }: NumberOf,
): Promise<number> {
  await differences.waitInLine(tx, ['numbers', tenant]);
  const cases = kind === 'case' ? 1 : 0;
  const { last } = await tx
    .insertInto('counters')
    .values({ tenant, last_request: 1, cases })
    .onConflict((conflict) =>
      conflict.column('tenant').doUpdateSet((row) => ({
        last_request: row('counters.last_request', '+', 1),
        cases: row('counters.cases', '+', cases),
      })),
    )
    .returning('last_request as last')
    .executeTakeFirstOrThrow();
  return last;
}
