import type { Case } from '../request/case/case';
import type { CaseId } from '../request/ids';
import type { Db } from './database/tables';

export type ForgetInCase = (seen: Case) => Case | undefined;

const PAGE = 200;

type Row = { readonly id: CaseId; readonly version: number; readonly state: string };

/** Numbers of the open cases in which there would be something to forget. */
export async function openCases(db: Db, forget: ForgetInCase): Promise<readonly number[]> {
  const numbers: number[] = [];
  for await (const page of casePages(db, 'open'))
    numbers.push(...page.filter(({ seen }) => forget(seen)).map(({ seen }) => seen.number));
  return numbers;
}

/** Empties cases that are over; how many. A page a transaction, so that a bot beside it does not wait. */
export async function emptyCases(db: Db, forget: ForgetInCase): Promise<number> {
  let emptied = 0;
  for await (const page of casePages(db, 'over')) {
    const changed = page.flatMap(({ seen, version }) => {
      const next = forget(seen);
      return next ? [{ next, version }] : [];
    });
    await db.transaction().execute(async (tx) => {
      for (const { next, version } of changed) {
        const rows = tx.updateTable('cases').set({
          ...{ requester: next.requester.id, state: JSON.stringify(next), version: version + 1 },
          technician: ('technician' in next ? next.technician.id : undefined) ?? null,
        });
        // One that is over may still be disowned; then it is not overwritten.
        const those = rows.where('id', '=', next.id).where('version', '=', version);
        emptied += Number((await those.executeTakeFirstOrThrow()).numUpdatedRows);
      }
    });
  }
  return emptied;
}

async function* casePages(db: Db, which: 'open' | 'over') {
  let after: CaseId | undefined;
  for (;;) {
    const rows: Row[] = await onePage(db, which, after);
    // Our own text: the case store made it from a Case.
    yield rows.map(({ state, version }) => ({ seen: JSON.parse(state) as Case, version }));
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

function onePage(db: Db, which: 'open' | 'over', after: CaseId | undefined): Promise<Row[]> {
  const rows = db.selectFrom('cases').select(['id', 'version', 'state']).orderBy('id').limit(PAGE);
  const those = rows.where('is_over', '=', which === 'over' ? 1 : 0);
  return (after === undefined ? those : those.where('id', '>', after)).execute();
}
