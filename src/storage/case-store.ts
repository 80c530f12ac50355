import { sql, type Insertable, type Selectable } from 'kysely';
import type { CaseCardWish, CaseChange, CaseFilter, CaseStore, StoredCase } from '../desk/case/ports';
import type { NewCard } from '../desk/cards';
import type { Clock, Place } from '../desk/ports';
import { VersionConflict } from '../desk/troubles';
import type { Case, CaseLimits } from '../request/case/case';
import { caseDueAt, isCaseOver, sessionOf } from '../request/case/decide-case';
import type { RequestId, TenantId } from '../request/ids';
import type { AuditTrail } from './audit-trail';
import { caseEntries } from './case-entries';
import { hangCard, wantNewerCards } from './cards';
import { nextNumber } from './counters';
import type { CasesTable, Database, Db, Tx } from './database/tables';

/** The shape of the JSON in `state`. It grows by one with the migration that rewrites it. */
const STATE_FORMAT = 1;

export type CaseStoreParts = {
  readonly database: Database;
  /** They say when time is due to change a case. */
  readonly limits: CaseLimits;
  readonly clock: Clock;
  readonly trail: AuditTrail;
};

/** What end users raised, with its audit trail and its cards. */
export function caseStore(parts: CaseStoreParts): CaseStore {
  const { db } = parts.database;
  return {
    open: (raised, where) => open(parts, raised, where),
    load: async (tenant, id) => {
      const rows = db.selectFrom('cases').selectAll().where('tenant', '=', tenant);
      const row = await rows.where('id', '=', id).executeTakeFirst();
      return row && storedFrom(row);
    },
    commit: (seen, change) => commit(parts, seen, change),
    due: (at, most) => {
      const due = db.selectFrom('cases').select(['tenant', 'id']).where('due_at', '<=', at);
      return due.orderBy('due_at').orderBy('number').limit(most).execute();
    },
    watched: (most) => {
      const watched = db
        .selectFrom('cases')
        .select(['tenant', 'id'])
        .where('watched_request', 'is not', null);
      return watched
        .orderBy(sql`random()`)
        .limit(most)
        .execute();
    },
    unwatch: async (id) => {
      await db.updateTable('cases').set({ watched_request: null }).where('id', '=', id).execute();
    },
    isUndeliverable: async (id, audience) => {
      const row = await db
        .selectFrom('cards')
        .select('id')
        .where('id', '=', `case/${id}/${audience}`)
        .where('undeliverable_since', 'is not', null)
        .executeTakeFirst();
      return row !== undefined;
    },
    list: (tenant, which, page) => list(db, { tenant, which, ...page }),
  };
}

async function open(
  parts: CaseStoreParts,
  raised: Parameters<CaseStore['open']>[0],
  { home, language, cards }: Parameters<CaseStore['open']>[1],
): Promise<StoredCase> {
  return parts.database.db.transaction().execute(async (tx) => {
    const { case: next, event } = raised(
      await nextNumber(tx, parts.database, { tenant: home.tenant, kind: 'case' }),
    );
    if (next.tenant !== home.tenant) throw new Error('A case and its card belong to one tenant');
    const row = {
      ...columnsOf(next, parts.limits),
      id: next.id,
      tenant: next.tenant,
      number: next.number,
      requester: next.requester.id,
      version: 1,
      raised_at: next.raisedAt,
      home_json: JSON.stringify(home),
      language,
    } satisfies Insertable<CasesTable>;
    const stored = await tx.insertInto('cases').values(row).returningAll().executeTakeFirstOrThrow();
    await hangCards(tx, parts, next, cards);
    await parts.trail.append(tx, next.tenant, caseEntries(next, [event]));
    return storedFrom(stored);
  });
}

async function commit(
  parts: CaseStoreParts,
  seen: StoredCase,
  { next, events, cards }: CaseChange,
): Promise<StoredCase> {
  const { tenant } = seen.case;
  return parts.database.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('cases')
      .set(columnsOf(next, parts.limits))
      .set((row) => ({ version: row('version', '+', 1) }))
      .where('tenant', '=', tenant)
      .where('id', '=', next.id)
      .where('version', '=', seen.version) // the claim: of two technicians, one gets past this line
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new VersionConflict('Someone else committed first');
    await wantNewerCards(tx, parts, { tenant, kind: 'case', id: next.id });
    // What the owner was told stands on the card of the session, too.
    for (const event of events)
      if (event.type === 'owner-not-reached')
        await wantNewerCards(tx, parts, { tenant, kind: 'request', id: event.request });
    await hangCards(tx, parts, next, cards);
    await parts.trail.append(tx, next.tenant, caseEntries(next, events));
    return storedFrom(row);
  });
}

const SAID_ONCE = /^(?:taken|ready|closed|alert|nudge-\d+)$/u;

/** A card that hangs already stays the one it is. */
async function hangCards(
  tx: Tx,
  parts: CaseStoreParts,
  { tenant, id }: Case,
  cards: readonly CaseCardWish[],
): Promise<void> {
  for (const card of cards) {
    const kind = SAID_ONCE.test(card.audience) ? 'case-note' : 'case';
    const hung: NewCard = { tenant, subject: { kind, id }, ...card };
    await hangCard(tx, parts, hung);
  }
}

type Page = {
  readonly tenant: TenantId;
  readonly which: CaseFilter;
  readonly offset: number;
  readonly most: number;
};

async function list(db: Db, { tenant, which, offset, most }: Page) {
  const open = db.selectFrom('cases').where('tenant', '=', tenant).where('is_over', '=', 0);
  const wanted =
    which.kind === 'open'
      ? open
      : open.where((or) => or.or([or('technician', '=', which.person), or('requester', '=', which.person)]));
  const { total } = await wanted
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .selectAll()
    .orderBy('urgency_rank')
    .orderBy('raised_at')
    .orderBy('number')
    .offset(offset)
    .limit(most)
    .execute();
  return { cases: rows.map(storedFrom), total };
}

/** What follows from the case and changes with it. */
function columnsOf(next: Case, limits: CaseLimits) {
  return {
    technician: ('technician' in next ? next.technician.id : undefined) ?? null,
    status: next.status,
    is_over: isCaseOver(next),
    urgency_rank: next.urgency === 'urgent' ? 0 : 1,
    due_at: caseDueAt(next, limits) ?? null,
    watched_request: watchedRequest(next) ?? null,
    state_format: STATE_FORMAT,
    state: JSON.stringify(next),
  };
}

/** A session under way, or one that its case has left behind and that may not know yet. */
function watchedRequest(next: Case): RequestId | undefined {
  const session = sessionOf(next);
  if ('session' in next || isCaseOver(next)) return session?.request;
  return undefined;
}

function storedFrom(row: Selectable<CasesTable>): StoredCase {
  return {
    // Our own text: `columnsOf` made it from a Case, and a migration keeps it in the shape of STATE_FORMAT.
    case: JSON.parse(row.state) as Case,
    version: row.version,
    // Likewise made from a Place, in `open`.
    home: JSON.parse(row.home_json) as Place,
    language: row.language,
  };
}
