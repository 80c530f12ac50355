import type { DeviceAddress } from '../request/device';
import type { HelpRequest, RequestedFor } from '../request/help-request';
import { openRequest } from '../request/evolve';
import { cardSubject } from './cards';
import { act } from './commit';
import type { Desk } from './desk';
import type { GraphAccess } from './graph-access';
import type { Caller } from './help-desk';
import type { FirstSight, Stored } from './ports';
import type { Screen } from './screens';
import { AlreadyAsked } from './troubles';

type Wanted = {
  readonly address: DeviceAddress;
  /** What was typed, when a text led here. */
  readonly typed?: string;
  /** The words that led here by themselves, without a button. */
  readonly asked?: string;
  /** A pressed card becomes the request's card. */
  readonly cardActivityId?: string;
  /** The case for which it is. */
  readonly case?: RequestedFor;
};

/** A fresh card for the device of an earlier request: it is looked at anew. */
export function openAgain(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  { address, typed, case: of }: HelpRequest,
): Promise<Screen> {
  return openDraft(desk, caller, access, {
    address,
    ...(typed !== undefined && { typed }),
    ...(of && { case: of }),
  });
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
  const look = await desk.assistance.look(access, wanted.address);
  const stored = await openOnce(desk, caller, look, wanted);
  await desk.noticeboard.show(cardSubject(stored));
  return { kind: 'request', stored, now: desk.clock.now() };
}

/** Teams may deliver a message again under another id for about this long; a person asks again later than that. */
const REPEATED_WITHIN = 60_000;

async function openOnce(desk: Desk, caller: Caller, look: FirstSight, wanted: Wanted): Promise<Stored> {
  try {
    return await open(desk, caller, look, wanted);
  } catch (error) {
    if (!(error instanceof AlreadyAsked)) throw error;
    const { request } = error.stored;
    const at = desk.clock.now();
    if (at - request.openedAt < REPEATED_WITHIN) return error.stored;
    // A person who asks again wants a card to press: the one above goes.
    const acted = await act(desk, request.id, { type: 'cancel', by: caller.person, at });
    if (acted) await desk.noticeboard.show(cardSubject(acted.stored));
    return open(desk, caller, look, wanted);
  }
}

function open(
  desk: Desk,
  caller: Caller,
  { device, address, sight }: FirstSight,
  { typed, asked, cardActivityId, case: of }: Wanted,
): Promise<Stored> {
  const id = desk.newRequestId();
  return desk.requests.open(
    (number) =>
      openRequest(
        {
          ...{ id, number, tenant: caller.tenant, device, address },
          technician: { id: caller.person, name: caller.name },
          ...(typed !== undefined && { typed }),
          ...(of && { case: of }),
          ...(sight.link && { alsoWarn: ['old-session-link'] }),
        },
        desk.clock.now(),
        desk.rules.limits,
      ),
    {
      place: caller.place,
      language: caller.language,
      ...(cardActivityId !== undefined && { activityId: cardActivityId }),
      ...(asked !== undefined && { asked }),
    },
  );
}
