import type { DeviceAddress } from '../request/device';
import type { HelpRequest } from '../request/help-request';
import { openRequest } from '../request/evolve';
import { cardSubject } from './cards';
import type { Desk } from './desk';
import type { GraphAccess } from './graph-access';
import type { Caller } from './help-desk';
import type { Screen } from './screens';

type Wanted = {
  readonly address: DeviceAddress;
  /** What was typed, when a text led here. */
  readonly typed?: string;
  /** A pressed card becomes the request's card. */
  readonly cardActivityId?: string;
};

/** A fresh card for the device of an earlier request: it is looked at anew. */
export function openAgain(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  { address, typed }: HelpRequest,
): Promise<Screen> {
  return openDraft(desk, caller, access, { address, ...(typed !== undefined && { typed }) });
}

/**
 * Opens the confirm card of one device. The device is read by id first: that settles on which form of address
 * Graph answers, and shows a link that was there before.
 */
export async function openDraft(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  wanted: Wanted,
): Promise<Screen> {
  const { device, address, sight } = await desk.assistance.look(access, wanted.address);
  const id = desk.newRequestId();
  const at = desk.clock.now();
  const stored = await desk.requests.open(
    (number) =>
      openRequest(
        {
          ...{ id, number, tenant: caller.tenant, device, address },
          technician: { id: caller.person, name: caller.name },
          ...(wanted.typed !== undefined && { typed: wanted.typed }),
          ...(sight.link && { alsoWarn: ['old-session-link'] }),
        },
        at,
        desk.rules.limits,
      ),
    {
      place: caller.place,
      language: caller.language,
      ...(wanted.cardActivityId !== undefined && { activityId: wanted.cardActivityId }),
    },
  );
  await desk.noticeboard.show(cardSubject(stored));
  return { kind: 'request', stored, now: at };
}
