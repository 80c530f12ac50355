import { forgetEverybody, forgetPerson, type Forgotten } from '../request/forget-person';
import type { HelpRequest } from '../request/help-request';
import { isOver } from '../request/decide';
import { forgetAllInCase, forgetInCase } from '../request/case/forget-case';
import { NOBODY, type Instant, type PersonId, type TenantId } from '../request/ids';
import { PERSON_ERASED } from './audit-check';
import type { AuditTrail } from './audit-trail';
import type { Database, Db, Tx } from './database/tables';
import { emptyCases, openCases, type ForgetInCase } from './erase-cases';
import { requestPages, type KnownAs } from './request-pages';

export type Erasing = { readonly database: Database; readonly trail: AuditTrail; readonly at: Instant };

/** How many requests were emptied; or which are under way, and nothing was erased. */
export type Erased =
  | { readonly kind: 'erased'; readonly requests: number }
  | { readonly kind: 'under-way'; readonly numbers: readonly number[] };

/**
 * Erases a person: their names and all words in requests that are over, what is known of them, what is remembered for
 * them, and who is behind their pseudonym. The audit trail stays whole, and leads to nobody. What a bot learns
 * of them while this runs, or later, is new. Running it again goes on where it was broken off.
 */
export async function erasePerson(erasing: Erasing, whom: KnownAs): Promise<Erased> {
  const { db } = erasing.database;
  const forgottenIn = await forgottenByTenant(db, whom);
  const forget = (request: HelpRequest) => forgetPerson(request, forgottenIn(request.tenant));
  const forgetCase: ForgetInCase = (seen) => forgetInCase(seen, forgottenIn(seen.tenant));
  const numbers = [...(await underWay(db, forget)), ...(await openCases(db, forgetCase))];
  if (numbers.length > 0) return { kind: 'under-way', numbers };
  const requests = (await emptyRequests(db, forget)) + (await emptyCases(db, forgetCase));
  await db.transaction().execute((tx) => forgetKnown(tx, erasing, whom.id));
  return { kind: 'erased', requests };
}

/** Empties requests that are over and were opened before; who acted stays in the register. */
export async function eraseBefore({ database }: Pick<Erasing, 'database'>, before: Instant): Promise<number> {
  const cases = await emptyCases(database.db, (seen) =>
    seen.raisedAt >= before ? undefined : forgetAllInCase(seen),
  );
  const requests = await emptyRequests(database.db, (request) => {
    if (request.openedAt >= before) return undefined;
    const emptied = forgetEverybody(request);
    return JSON.stringify(emptied) === JSON.stringify(request) ? undefined : emptied;
  });
  return cases + requests;
}

type Forget = (request: HelpRequest) => HelpRequest | undefined;

/** A number means one thing within its tenant. */
async function forgottenByTenant(db: Db, whom: KnownAs): Promise<(tenant: TenantId) => Forgotten> {
  const own = await db
    .selectFrom('requests')
    .select(['tenant', 'number'])
    .where('technician', '=', whom.id)
    .execute();
  return (tenant) => ({
    ...whom,
    numbers: new Set(own.filter((row) => row.tenant === tenant).map(({ number }) => number)),
  });
}

async function underWay(db: Db, forget: Forget): Promise<readonly number[]> {
  const numbers: number[] = [];
  for await (const page of requestPages(db, 'open'))
    numbers.push(...page.filter(({ request }) => forget(request)).map(({ request }) => request.number));
  return numbers;
}

/** A page a transaction: a bot beside it waits for milliseconds, not for all of it. */
async function emptyRequests(db: Db, forget: Forget): Promise<number> {
  let emptied = 0;
  for await (const page of requestPages(db, 'over')) {
    const changed = page.flatMap(({ request, version }) => {
      const next = forget(request);
      return next && isOver(next) ? [{ next, version }] : [];
    });
    if (changed.length === 0) continue;
    await db.transaction().execute(async (tx) => {
      for (const { next, version } of changed) emptied += await rewrite(tx, next, version);
    });
  }
  return emptied;
}

async function rewrite(tx: Tx, next: HelpRequest, version: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('requests')
    .set({ technician: next.technician.id, state: JSON.stringify(next), version: version + 1 })
    .where('id', '=', next.id)
    .where('version', '=', version) // one that is over does not change any more; if it did, it is not overwritten
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Whatever is kept by person. The line in the trail comes first: it is the last one under that pseudonym. */
async function forgetKnown(tx: Tx, { trail, at }: Erasing, person: PersonId): Promise<void> {
  const names = await tx.selectFrom('audit_people').selectAll().where('person', '=', person).execute();
  for (const { tenant, pseudonym } of names) {
    await trail.append(tx, tenant, [{ at, type: PERSON_ERASED, subject: { kind: 'person', id: pseudonym } }]);
    await tx
      .deleteFrom('audit_people')
      .where('tenant', '=', tenant)
      .where('pseudonym', '=', pseudonym)
      .execute();
  }
  await tx.updateTable('help_channels').set({ bound_by: NOBODY }).where('bound_by', '=', person).execute();
  for (const table of ['people', 'memories', 'tickets', 'secrets', 'cards', 'seen_activities'] as const)
    await tx.deleteFrom(table).where('person', '=', person).execute();
}
