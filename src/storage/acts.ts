import type { Act, Acts } from '../desk/acts';
import type { Clock } from '../desk/ports';
import type { Entry } from './audit-entry';
import type { AuditTrail } from './audit-trail';
import type { Db } from './database/tables';

/** Lines of the audit trail that belong to no change; each is a transaction of its own. */
export function actsInTrail(db: Db, trail: AuditTrail, clock: Clock): Acts {
  return {
    record: (act) =>
      db.transaction().execute((tx) => trail.append(tx, act.tenant, [entryOf(act, clock.now())])),
  };
}

function entryOf(act: Act, at: number): Entry {
  const { type, by } = act;
  switch (type) {
    case 'signed-in':
    case 'signed-out':
      return { at, type, by };
    case 'looked-up':
      return {
        ...{ at, type, by, facts: { how: act.how, found: act.found } },
        ...(act.device && { device: act.device }),
      };
    case 'turned-away':
      return { at, type, by, facts: { why: act.why } };
  }
}
