import { sql, type Insertable, type Selectable } from 'kysely';
import type { Card, Cards, CardSubject, CardTimes, NewCard, Shown, SubjectInTenant } from '../desk/cards';
import type { Clock, Place } from '../desk/ports';
import type { TenantId } from '../request/ids';
import type { Differences } from './database/differences';
import type { CardsTable, Database, Db, Tx } from './database/tables';

export type CardStoreParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly times: CardTimes;
  /** This process; a claim is only its holder's to settle. */
  readonly instance: string;
};

/** Who is behind, who may send, and how it went: all decided in the database, in its time. */
export function cardStore(parts: CardStoreParts): Cards {
  return {
    claim: (which) => claim(parts, which),
    settle: (card, how) => settle(parts, card, how),
    adopt: (subject, activityId) => adopt(parts, subject, activityId),
  };
}

type InTransaction = Pick<CardStoreParts, 'database' | 'clock'>;

/** The cards of a subject, for a condition on their ids. */
const ofSubject = (db: Db, differences: Differences, { tenant, kind, id }: SubjectInTenant) =>
  cardsInOrder(db, differences)
    .where('tenant', '=', tenant)
    .where('subject_kind', '=', kind)
    .where('subject', '=', id);

/**
 * Cards that a statement is about to change, locked by the order of their ids: of two who change some of the same, none
 * waits for the other for ever.
 */
export const cardsInOrder = (db: Db, { hasRivals }: Differences) =>
  db
    .selectFrom('cards')
    .select('id')
    .orderBy('id')
    .$if(hasRivals, (query) => query.forUpdate());

/** Writes a new card, in the transaction that opens its subject. */
export async function hangCard(tx: Tx, { database, clock }: InTransaction, card: NewCard): Promise<void> {
  const { tenant, subject, audience, person, place, language, activityId } = card;
  if (tenant !== place.tenant) throw new Error('What a card shows and where it hangs belong to one tenant');
  const row: Omit<Insertable<CardsTable>, 'behind_since'> = {
    id: `${subject.kind}/${subject.id}/${audience}`,
    ...{ tenant, audience, language },
    subject_kind: subject.kind,
    subject: subject.id,
    person: person ?? null,
    place_json: JSON.stringify(place),
    activity_id: activityId ?? null,
    ...{
      wanted: 1,
      shown: 0,
      retry_at: 0,
      failures: 0,
      create_began_at: null,
      lost_creates: 0,
      replaces: false,
    },
    ...{ claimed_by: null, claimed_until: null, undeliverable_since: null },
  };
  const behind_since = database.differences.now(clock);
  await tx
    .insertInto('cards')
    .values({ ...row, behind_since })
    // One a subject and audience: what hangs already stays the one it is.
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** All cards of a subject have to show something newer, which is worth a new try at once; in the same transaction. */
export async function wantNewerCards(tx: Tx, parts: InTransaction, subject: SubjectInTenant): Promise<void> {
  const now = parts.database.differences.now(parts.clock);
  await tx
    .updateTable('cards')
    .set((row) => ({ wanted: row('wanted', '+', 1), retry_at: 0 }))
    .set({ behind_since: sql`case when shown < wanted then behind_since else ${now} end` })
    .where('id', 'in', ofSubject(tx, parts.database.differences, subject))
    .execute();
}

async function claim(
  { database, clock, times, instance }: CardStoreParts,
  { subject, most }: Parameters<Cards['claim']>[0],
): Promise<readonly Card[]> {
  const now = database.differences.now(clock);
  const rows = await database.db
    .with('ready', (db) =>
      db
        .selectFrom('cards')
        .select('id')
        .whereRef('shown', '<', 'wanted')
        .where('undeliverable_since', 'is', null)
        .where('retry_at', '<=', now)
        .where((or) => or.or([or('claimed_until', 'is', null), or('claimed_until', '<=', now)]))
        // A create that was begun and never settled may have arrived; a press on that card would have told by then.
        .where((or) =>
          or.or([
            or('activity_id', 'is not', null),
            or('create_began_at', 'is', null),
            or('create_began_at', '<=', sql<number>`${now} - ${afterLostCreate(times)}`),
          ]),
        )
        .$if(subject !== undefined, (query) =>
          query
            .where('tenant', '=', subject?.tenant ?? null)
            .where('subject_kind', '=', subject?.kind ?? null)
            .where('subject', '=', subject?.id ?? null),
        )
        .orderBy('retry_at')
        .limit(most)
        .$if(database.differences.hasRivals, (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('cards')
    .set({
      claimed_by: instance,
      claimed_until: sql`${now} + ${times.lease}`,
      // Before the create is sent: whoever finds this unsettled knows that the card may be there.
      create_began_at: sql`case when activity_id is null then ${now} end`,
      replaces: sql`case when ${isUnsettled} then 1 else replaces end`,
      lost_creates: sql`case when ${isUnsettled} then lost_creates + 1 else lost_creates end`,
    })
    .where('id', 'in', (ready) => ready.selectFrom('ready').select('id'))
    .returningAll()
    .execute();
  return rows.map(cardFrom);
}

const isUnsettled = sql`activity_id is null and create_began_at is not null`;

/** Milliseconds that a create waits after one that was never settled, by how many there were before. */
function afterLostCreate({ afterLostCreate: waits }: CardTimes) {
  const growing = waits.slice(0, -1).map((wait, lost) => sql`when ${sql.lit(lost)} then ${sql.lit(wait)}`);
  return sql`case lost_creates ${sql.join(growing, sql` `)} else ${sql.lit(waits.at(-1) ?? 0)} end`;
}

async function settle(parts: CardStoreParts, card: Card, how: Shown): Promise<void> {
  if (how.kind === 'shown') return settleShown(parts, card, how.activityId);
  await parts.database.db.transaction().execute(async (tx) => {
    // That one cannot be shown any more is news that the others may have to tell. First, so that two who give up cards
    // of one subject lock them in the same order.
    if (how.kind === 'undeliverable')
      await wantNewerCards(tx, parts, { tenant: card.tenant, ...card.subject });
    await tx
      .updateTable('cards')
      .set({ ...released, ...changeBy(parts, how) })
      .where('id', '=', card.id)
      // Too late for a word: somebody else has taken the card since.
      .where('claimed_by', '=', parts.instance)
      .where('claimed_until', '=', card.claimedUntil)
      .execute();
  });
}

/** A create that reached Teams is recorded however late; only another card that is known by now stands against it. */
async function settleShown(
  { database, clock, instance }: CardStoreParts,
  { id, tenant, wanted, failures, claimedUntil }: Card,
  activityId: string,
): Promise<void> {
  // Whoever comes late leaves the card with whoever is sending something newer by now.
  const isOurs = sql`claimed_by = ${instance} and claimed_until = ${claimedUntil}`;
  await database.db
    .updateTable('cards')
    .set({ ...alive, activity_id: activityId })
    .set({
      claimed_by: sql`case when ${isOurs} then null else claimed_by end`,
      claimed_until: sql`case when ${isOurs} then null else claimed_until end`,
    })
    .set({ shown: sql`case when shown < ${wanted} then cast(${wanted} as integer) else shown end` })
    .where('id', '=', id)
    .where((or) => or.or([or('activity_id', 'is', null), or('activity_id', '=', activityId)]))
    .execute();
  if (failures === 0) return;
  await callBack({ database, clock }, { tenant, isOutageOver: failures >= FAILURES_OF_OUTAGE });
}

/** So often in a row fails a card while Teams is away; less is a hiccup, after which a lost create may be lost again. */
const FAILURES_OF_OUTAGE = 3;

type CallingBack = { readonly tenant: TenantId; readonly isOutageOver: boolean };

/**
 * Teams answers again: whoever waits for a better time need not wait any longer. After an outage, creates that were lost
 * wait for the shortest time only.
 */
async function callBack(
  { database, clock }: InTransaction,
  { tenant, isOutageOver }: CallingBack,
): Promise<void> {
  const now = database.differences.now(clock);
  await database.db
    .with('waiting', (db) =>
      db
        .selectFrom('cards')
        .select('id')
        .where('tenant', '=', tenant)
        .whereRef('shown', '<', 'wanted')
        .where('undeliverable_since', 'is', null)
        .where('failures', '>', 0)
        .where((or) =>
          or.or([or('retry_at', '>', now), ...(isOutageOver ? [or('lost_creates', '>', 0)] : [])]),
        )
        // Two who call at once must not wait for each other.
        .$if(database.differences.hasRivals, (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('cards')
    .set({ retry_at: now, ...(isOutageOver && { lost_creates: 0 }) })
    .where('id', 'in', (waiting) => waiting.selectFrom('waiting').select('id'))
    .execute();
}

const released = { claimed_by: null, claimed_until: null } as const;
const alive = {
  ...{ failures: 0, retry_at: 0, create_began_at: null, lost_creates: 0, undeliverable_since: null },
} as const;

function changeBy({ database, clock }: CardStoreParts, how: Exclude<Shown, { readonly kind: 'shown' }>) {
  const now = database.differences.now(clock);
  switch (how.kind) {
    case 'again':
      return {
        retry_at: sql<number>`${now} + ${how.after}`,
        failures: sql<number>`failures + ${how.failed ? 1 : 0}`,
        create_began_at: null,
      };
    case 'lost':
      return { failures: sql<number>`failures + 1` };
    case 'gone':
      return {
        activity_id: null,
        create_began_at: null,
        ...(how.place && { place_json: JSON.stringify(how.place) }),
      };
    case 'undeliverable':
      return { undeliverable_since: now };
  }
}

async function adopt(
  { database: { db, differences } }: CardStoreParts,
  subject: SubjectInTenant,
  activityId: string,
): Promise<void> {
  await db
    .updateTable('cards')
    .set({ ...alive, activity_id: activityId })
    .where('id', 'in', ofSubject(db, differences, subject))
    .where((or) => or.or([or('activity_id', 'is', null), or('undeliverable_since', 'is not', null)]))
    .execute();
}

function cardFrom(row: Selectable<CardsTable>): Card {
  return {
    id: row.id,
    tenant: row.tenant,
    // Written as one, in `hangCard`.
    subject: { kind: row.subject_kind, id: row.subject } as CardSubject,
    audience: row.audience,
    ...(row.person !== null && { person: row.person }),
    // Made from a Place, in `hangCard` or `changeBy`.
    place: JSON.parse(row.place_json) as Place,
    language: row.language,
    wanted: row.wanted,
    shown: row.shown,
    behindSince: row.behind_since,
    failures: row.failures,
    replaces: row.replaces === 1,
    claimedUntil: row.claimed_until ?? 0,
    ...(row.activity_id !== null && { activityId: row.activity_id }),
  };
}
