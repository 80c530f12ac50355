import { createHash, randomBytes } from 'node:crypto';
import type { Bearer, Clock, Ticket, TicketContents, TicketKind, Tickets } from '../desk/ports';
import type { Instant } from '../request/ids';
import type { Db } from './database/tables';
import type { Seal } from './seal';

const BYTES = 16;

/** Milliseconds for which an expired ticket is kept, so that a press on an old card gets a true answer. */
export const EXPIRED_TICKETS_STAY = 24 * 60 * 60 * 1000;

/** Tickets: whoever reads the database finds neither a ticket nor what it stands for. */
export function tickets(db: Db, seal: Seal, clock: Clock): Tickets {
  return {
    issue: async (kind, bearer, contents, until) => {
      const ticket = randomBytes(BYTES).toString('base64url');
      const hash = hashOf(ticket);
      const { tenant, person, conversation } = bearer;
      const sealed = seal.seal(JSON.stringify(contents), contextOf(hash, kind, bearer));
      const row = { hash, kind, tenant, person, conversation, sealed, expires_at: until, used_at: null };
      await db.insertInto('tickets').values(row).execute();
      return ticket;
    },
    read: (kind, ticket) => read({ db, seal, clock }, kind, hashOf(ticket)),
    spend: async (ticket) => {
      const { numUpdatedRows } = await db
        .updateTable('tickets')
        .set({ used_at: clock.now() })
        .where('hash', '=', hashOf(ticket))
        .where('used_at', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
  };
}

async function read<K extends TicketKind>(
  { db, seal, clock }: { readonly db: Db; readonly seal: Seal; readonly clock: Clock },
  kind: K,
  hash: string,
): Promise<Ticket<K> | undefined> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!row) return undefined;
  const bearer = { tenant: row.tenant, person: row.person, conversation: row.conversation };
  const text = seal.open(row.sealed, contextOf(hash, kind, bearer));
  if (text === undefined) return undefined;
  return {
    bearer,
    // The seal holds hash and kind: it opened, so `issue` wrote exactly these contents for this kind.
    contents: JSON.parse(text) as TicketContents[K],
    until: row.expires_at,
    expired: clock.now() >= row.expires_at,
    used: row.used_at !== null,
  };
}

export async function sweepTickets(db: Db, at: Instant): Promise<void> {
  await db
    .deleteFrom('tickets')
    .where('expires_at', '<=', at - EXPIRED_TICKETS_STAY)
    .execute();
}

const hashOf = (ticket: string) => createHash('sha256').update(ticket).digest('base64url');

const contextOf = (hash: string, kind: TicketKind, { tenant, person, conversation }: Bearer) => [
  'ticket',
  hash,
  kind,
  tenant,
  person,
  conversation,
];
