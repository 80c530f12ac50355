import type { Case, CaseEvent } from '../../request/case/case';
import { sessionOf } from '../../request/case/decide-case';
import type { PersonId } from '../../request/ids';
import type { Desk } from '../desk';
import { readerOf } from './people';
import type { CaseCardWish, NoteAudience, StoredCase } from './ports';

type Change = { readonly seen: StoredCase; readonly next: Case };

/** The cards that a change brings with it. What hangs already shows the new state by itself. */
export async function cardsFor(
  desk: Desk,
  change: Change,
  events: readonly CaseEvent[],
): Promise<readonly CaseCardWish[]> {
  const wishes = await Promise.all(events.map((event) => cardsOf(desk, change, event)));
  return wishes.flat();
}

async function cardsOf(desk: Desk, change: Change, event: CaseEvent): Promise<readonly CaseCardWish[]> {
  switch (event.type) {
    case 'taken':
      return [
        ...(await technicianCard(desk, change.next, event.technician.id)),
        ...(await tellRequester(desk, change.next, 'taken')),
      ];
    case 'handed-over':
      return technicianCard(desk, change.next, event.to.id);
    case 'session-asked':
      return ownerCard(desk, change.next);
    case 'session-ready':
      return [...(await ownerCard(desk, change.next)), ...(await tellReady(desk, change.next))];
    case 'resolved':
      return tellRequester(desk, change.next, 'closed');
    case 'withdrawn':
      // They know: it was they. What became of a session they must hear all the same.
      return change.next.status === 'withdrawn' && change.next.sessionWas !== 'none'
        ? tellRequester(desk, change.next, 'closed')
        : [];
    case 'disowned':
      return [...(await tellRequester(desk, change.next, 'closed')), inHome(change.seen, 'alert')];
    case 'nudged':
      return [inHome(change.seen, `nudge-${event.at}`)];
    case 'raised':
    case 'released':
    case 'urgency-set':
    case 'muted':
    case 'unmuted':
    case 'session-over':
    case 'owner-not-reached':
      return [];
  }
}

async function technicianCard(desk: Desk, { tenant }: Case, id: PersonId): Promise<readonly CaseCardWish[]> {
  const reader = await readerOf(desk, tenant, id);
  if (!reader) return [];
  const { place, language } = reader;
  return [{ audience: `technician:${id}`, place, language, person: id }];
}

async function ownerCard(desk: Desk, seen: Case): Promise<readonly CaseCardWish[]> {
  const session = sessionOf(seen);
  if (session?.guard.kind !== 'told') return [];
  const { id } = session.guard.owner;
  const reader = await readerOf(desk, seen.tenant, id);
  if (!reader) return [];
  const { place, language } = reader;
  return [{ audience: `owner:${session.request}`, place, language, person: id }];
}

/** The owner's notice tells the same, and more: nobody is told twice. */
function tellReady(desk: Desk, seen: Case): Promise<readonly CaseCardWish[]> {
  const guard = sessionOf(seen)?.guard;
  const isToldAsOwner = guard?.kind === 'told' && guard.owner.id === seen.requester.id;
  return isToldAsOwner ? Promise.resolve([]) : tellRequester(desk, seen, 'ready');
}

async function tellRequester(
  desk: Desk,
  { tenant, requester, muted }: Case,
  audience: NoteAudience,
): Promise<readonly CaseCardWish[]> {
  const reader = muted ? undefined : await readerOf(desk, tenant, requester.id);
  if (!reader) return [];
  const { place, language } = reader;
  return [{ audience, place, language, person: requester.id }];
}

const inHome = ({ home, language }: StoredCase, audience: NoteAudience): CaseCardWish => ({
  ...{ audience, place: home, language },
});
