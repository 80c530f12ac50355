import type { Card } from '../desk/cards';
import type { Clock, RequestStore } from '../desk/ports';
import type { RequestId } from '../request/ids';
import type { Outgoing } from './connector';
import type { Present } from './presenting';
import type { FillRequestScreen } from './request-screens';

export type RequestCardParts = {
  readonly requests: Pick<RequestStore, 'load'>;
  readonly present: Present;
  readonly fill: FillRequestScreen;
  readonly clock: Clock;
};

/** The technician's card of a request, as its newest state is. */
export function requestCards({ requests, present, fill, clock }: RequestCardParts) {
  return async (card: Card, id: RequestId): Promise<Outgoing | undefined> => {
    const stored = await requests.load(id);
    if (!stored) return undefined;
    const { replaces } = card;
    const notice = stored.isLeftAlone && ({ notice: 'left-alone' } as const);
    const screen = await fill({ kind: 'request', stored, now: clock.now(), replaces, ...notice }, card.place);
    return present(screen, card.language).message;
  };
}
