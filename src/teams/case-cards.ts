import { cardForAll, requesterCard, technicianCard } from '../desk/case/case-view';
import type { CaseStore, StoredCase } from '../desk/case/ports';
import type { CaseScreen } from '../desk/case-screens';
import type { Card } from '../desk/cards';
import type { Clock, RequestStore } from '../desk/ports';
import { sessionOf } from '../request/case/decide-case';
import { requestId, personId, type CaseId } from '../request/ids';
import type { Outgoing } from './connector';
import type { Present } from './presenting';

export type CaseCardParts = {
  readonly cases: Pick<CaseStore, 'load' | 'isUndeliverable'>;
  readonly requests: Pick<RequestStore, 'load'>;
  readonly present: Present;
  readonly clock: Clock;
};

/** The cards of a case, each as the newest state of the case is. */
export function caseCards(parts: CaseCardParts) {
  return async (card: Card, id: CaseId): Promise<Outgoing | undefined> => {
    const stored = await parts.cases.load(card.tenant, id);
    const screen = stored && (await screenFor(parts, card.audience, stored));
    return screen && parts.present(screen, card.language).message;
  };
}

async function screenFor(
  parts: CaseCardParts,
  audience: string,
  { case: seen }: StoredCase,
): Promise<CaseScreen | undefined> {
  const [name, key] = audience.split(':');
  switch (name) {
    case 'channel':
      return cardForAll(parts, seen);
    case 'requester':
      return {
        ...requesterCard(parts, seen),
        isNotPosted: await parts.cases.isUndeliverable(seen.id, 'channel'),
      };
    case 'technician': {
      const technician = personId(key);
      return technician && technicianCard(parts, seen, technician);
    }
    case 'owner':
      return ownerNotice(parts, seen, key);
    case 'taken':
    case 'ready':
    case 'closed':
      return { kind: 'case-told', what: name, case: seen, ticket: seen.id };
    case 'alert':
      return { kind: 'case-alert', case: seen };
    default:
      return { kind: 'case-nudge', case: seen, ticket: seen.id };
  }
}

/** What was told of a session stands with the request, whatever became of the case since. */
async function ownerNotice(
  { requests }: CaseCardParts,
  seen: StoredCase['case'],
  key: string | undefined,
): Promise<CaseScreen | undefined> {
  const id = requestId(key);
  const request = id && (await requests.load(id))?.request;
  if (!request?.case) return undefined;
  const { device, technician } = request;
  const isLive = 'session' in seen && sessionOf(seen)?.request === id;
  return {
    ...{ kind: 'case-owner', case: seen, isLive, technicianName: technician.name, ticket: seen.id },
    session: { request: request.id, deviceName: device.name, guard: request.case.guard },
  };
}
