import type { DeviceId, Instant, TenantId } from '../request/ids';
import type { AuditRow } from './audit-chain';
import type { Db } from './database/tables';

/** Which rows of a tenant's trail. `to` is the first instant that is not wanted any more. */
export type Wanted = {
  readonly tenant: TenantId;
  /** Only rows after this number. */
  readonly after?: number;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly device?: DeviceId;
  readonly actor?: string;
};

const PAGE = 1000;

/**
 * The rows in their order, a page at a time: however long the trail is, memory stays small, and no read lasts so
 * long that a bot beside it would notice.
 */
export async function* auditPages(db: Db, wanted: Wanted): AsyncGenerator<readonly AuditRow[]> {
  let { after } = wanted;
  for (;;) {
    const page: readonly AuditRow[] = await onePage(db, { ...wanted, ...(after !== undefined && { after }) });
    if (page.length > 0) yield page;
    after = page.at(-1)?.sequence;
    if (page.length < PAGE) return;
  }
}

function onePage(db: Db, { tenant, after, from, to, device, actor }: Wanted): Promise<AuditRow[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('tenant', '=', tenant)
    .$if(after !== undefined, (rows) => rows.where('sequence', '>', after ?? 0))
    .$if(from !== undefined, (rows) => rows.where('at', '>=', from ?? 0))
    .$if(to !== undefined, (rows) => rows.where('at', '<', to ?? 0))
    .$if(device !== undefined, (rows) => rows.where('device', '=', device ?? null))
    .$if(actor !== undefined, (rows) => rows.where('actor', '=', actor ?? null))
    .orderBy('sequence')
    .limit(PAGE)
    .execute();
}

/** Every tenant of which anything is kept that the trail tells of, or should. */
export async function auditTenants(db: Db): Promise<readonly TenantId[]> {
  const found = await db
    .selectFrom('audit')
    .select('tenant')
    .union(db.selectFrom('audit_ends').select('tenant'))
    .union(db.selectFrom('audit_people').select('tenant'))
    .union(db.selectFrom('requests').select('tenant'))
    .union(db.selectFrom('cases').select('tenant'))
    .execute();
  return found.map(({ tenant }) => tenant).sort();
}
