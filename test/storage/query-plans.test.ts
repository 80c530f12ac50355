import { CompiledQuery } from 'kysely';
import { cardSubject, ordinaryCardTimes } from '../../src/desk/cards';
import { auditTrail } from '../../src/storage/audit-trail';
import { cardStore } from '../../src/storage/cards';
import { openDatabase } from '../../src/storage/database/database';
import { ownClock } from '../../src/storage/database/database-clock';
import type { Database, Db } from '../../src/storage/database/tables';
import { inbox } from '../../src/storage/inbox';
import { requestStore } from '../../src/storage/request-store';
import { ordinaryClaimTimes } from '../../src/storage/storage';
import { limits, noon, second, tom } from '../request/stories';
import { move, open } from './examples';
import { dataKey, freshFile, standingClock } from './open-for-test';

const instance = 'one';
const clock = ownClock(standingClock(noon));

test('nobody who changes a request, presses on its card or shows it looks through all cards', async () => {
  const fresh = freshFile();
  const database = await openDatabase(fresh.database);
  const { db, asked } = watched(database.db);
  await work({ ...database, db });
  const plans = await Promise.all(asked.map((query) => planOf(database.db, query)));
  const byIndex = expect.stringMatching(/^SEARCH cards USING (?:COVERING )?INDEX/u) as unknown;
  const steps = plans.flat().filter((step) => step.includes('cards'));
  expect(steps).toEqual(steps.map(() => byIndex));
  expect(steps.filter((step) => step.includes('one_card_an_audience'))).toHaveLength(5);
  await database.close();
  await fresh.remove();
});

test('whoever looks for messages that went under does not look through all that arrived in a day', async () => {
  const fresh = freshFile();
  const database = await openDatabase(fresh.database);
  const { db, asked } = watched(database.db);
  const knowsWhoIsSilent = () => true;
  await inbox({
    ...{ database: { ...database, db }, clock, claims: ordinaryClaimTimes, instance, knowsWhoIsSilent },
  }).takeInterrupted(10);
  const plans = await Promise.all(asked.map((query) => planOf(database.db, query)));
  expect(plans.flat().filter((step) => step.includes('seen_activities'))).toEqual([
    expect.stringMatching(/^SEARCH seen_activities USING .*\(tenant=\? AND hash=\?\)/u),
    expect.stringMatching(/^(?:SCAN|SEARCH) seen_activities USING INDEX activities_unanswered/u),
  ]);
  await database.close();
  await fresh.remove();
});

async function work(database: Database): Promise<void> {
  const trail = auditTrail(database, dataKey);
  const requests = requestStore({ database, clock, limits, claims: ordinaryClaimTimes, instance, trail });
  const stored = await open(requests);
  await move(requests, stored, { type: 'confirm', by: tom, at: noon + second, reason: 'He cannot print.' });
  const cards = cardStore({ database, clock, times: ordinaryCardTimes, instance });
  await cards.adopt(cardSubject(stored), 'm1');
  await cards.claim({ subject: cardSubject(stored), most: 1 });
}

/** Writes down what is asked through it. */
function watched(db: Db) {
  const asked: CompiledQuery[] = [];
  const watching = db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      asked.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  return { db: watching, asked };
}

async function planOf(db: Db, { sql, parameters }: CompiledQuery): Promise<readonly string[]> {
  const asking = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await db.executeQuery<{ detail: string }>(asking);
  return rows.map(({ detail }) => detail);
}
