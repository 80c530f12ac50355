import type { DeviceAddress } from '../../request/device';
import type { SessionRefusal } from '../../request/case/case';
import type { CaseId } from '../../request/ids';
import type { Desk } from '../desk';
import type { GraphAccess } from '../graph-access';
import type { Answered, Caller, Press } from '../help-desk';
import { note, type Screen } from '../screens';
import { noticeOf, viewFor } from './case-view';
import { deviceForCase, devicesForCase, findForCase } from './choose-device';
import type { StoredCase } from './ports';

/** The devices for a case, or those of a name: shown in the technician's personal chat alone. */
export function chooseDevice(
  desk: Desk,
  press: Press,
  verb: 'case-devices' | 'case-find',
  stored: StoredCase,
): Answered {
  const { caller } = press;
  const { case: seen } = stored;
  const refused = (why: SessionRefusal) => ({
    now: viewFor(desk, caller, seen, noticeOf(seen, why)),
  });
  const why = whyNoDevice(stored, caller);
  if (why) return refused(why);
  if (caller.place.kind !== 'personal')
    return { now: note({ code: 'personal-chat-please', chatUrl: desk.caseRules.chatUrl }) };
  return {
    now: note({ code: 'working' }),
    later: async () => [
      verb === 'case-devices'
        ? await devicesForCase(desk, caller, stored)
        : await findForCase(desk, caller, stored, press.query ?? ''),
    ],
  };
}

/** Devices are looked at by the technician who is on it, while no session is under way. */
export function whyNoDevice({ case: seen }: StoredCase, { person }: Caller): SessionRefusal | undefined {
  switch (seen.status) {
    case 'open':
      return 'nobody-on-it';
    case 'resolved':
    case 'withdrawn':
    case 'disowned':
      return 'already-over';
    case 'asking':
    case 'in-session':
      return seen.technician.id === person ? 'session-under-way' : 'not-yours';
    case 'taken':
      return seen.technician.id === person ? undefined : 'not-yours';
  }
}

type Chosen = {
  readonly case: CaseId;
  readonly address: DeviceAddress;
  readonly isSure: boolean;
  readonly cardActivityId: string | undefined;
};

/** A device was chosen for a case, which may have gone on since the list was shown. */
export async function caseDevice(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  { case: id, address, isSure, cardActivityId }: Chosen,
): Promise<Screen> {
  const stored = await desk.cases.load(caller.tenant, id);
  if (!stored) return note({ code: 'no-such-case' });
  const why = whyNoDevice(stored, caller);
  if (why) return viewFor(desk, caller, stored.case, noticeOf(stored.case, why));
  return deviceForCase(desk, caller, access, stored, {
    ...{ address, isSure },
    ...(cardActivityId !== undefined && { cardActivityId }),
  });
}
