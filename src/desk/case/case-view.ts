import type { Case, CaseRefusal } from '../../request/case/case';
import { isCaseOver } from '../../request/case/decide-case';
import type { PersonId } from '../../request/ids';
import type { CaseCard } from '../case-screens';
import type { Desk } from '../desk';
import type { Caller } from '../help-desk';

export type Notice = NonNullable<CaseCard['notice']>;

/** The card as this person may see it, at this place. Read-only: nobody else's card changes. */
export function viewFor(desk: Desk, caller: Caller, seen: Case, notice?: Notice): CaseCard {
  const where = caller.place.kind === 'personal' ? 'personal' : 'shared';
  return {
    ...bareCard(desk, seen),
    ...{ view: viewOf(seen, caller.person), where },
    ...(notice && { notice }),
  };
}

/** The card as it stands, and how to go on from here. */
export const viewWithWayOn = (
  desk: Desk,
  caller: Caller,
  seen: Case,
  wayOn: NonNullable<CaseCard['wayOn']>,
): CaseCard => ({ ...viewFor(desk, caller, seen), wayOn });

/** The same for everybody: what hangs in the shared place. */
export function cardForAll(desk: Pick<Desk, 'clock'>, seen: Case): CaseCard {
  const { requester } = seen;
  const technician = 'technician' in seen ? seen.technician : undefined;
  const accounts = [requester.account, technician?.account].filter((account) => account !== undefined);
  return { ...bareCard(desk, seen), view: 'channel', where: 'shared', refreshFor: [...new Set(accounts)] };
}

/** The technician's own card; whoever handed the case on sees only what became of it. */
export function technicianCard(desk: Pick<Desk, 'clock'>, seen: Case, technician: PersonId): CaseCard {
  const isTheirs = 'technician' in seen && seen.technician.id === technician;
  return { ...bareCard(desk, seen), view: isTheirs ? 'technician' : 'channel', where: 'personal' };
}

export const requesterCard = (desk: Pick<Desk, 'clock'>, seen: Case): CaseCard => ({
  ...{ ...bareCard(desk, seen), view: 'requester', where: 'personal' },
});

function bareCard(desk: Pick<Desk, 'clock'>, seen: Case): Omit<CaseCard, 'view' | 'where'> {
  const now = desk.clock.now();
  return { kind: 'case', case: seen, ticket: seen.id, refreshFor: [], minutes: minutesSpent(seen, now), now };
}

function viewOf(seen: Case, person: PersonId): CaseCard['view'] {
  if (seen.requester.id === person) return 'requester';
  return 'technician' in seen && seen.technician.id === person && !isCaseOver(seen)
    ? 'technician'
    : 'channel';
}

const MINUTE = 60 * 1000;

/** In steps of five, as people write down such times. */
function minutesSpent(seen: Case, now: number): number {
  const takenAt = 'takenAt' in seen ? seen.takenAt : undefined;
  if (takenAt === undefined) return 5;
  return Math.min(600, Math.max(5, Math.ceil((now - takenAt) / (5 * MINUTE)) * 5));
}

/** A refusal with the name of whoever has it instead. */
export function noticeOf(seen: Case, why: CaseRefusal): Notice {
  const technician = 'technician' in seen ? seen.technician : undefined;
  return { why, ...(technician && { who: technician.name }) };
}
