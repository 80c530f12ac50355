import type { DeviceAddress } from '../../request/device';
import type { CaseId } from '../../request/ids';
import type { Desk } from '../desk';
import type { GraphAccess } from '../graph-access';
import type { Caller } from '../help-desk';
import { note, type Screen } from '../screens';
import { noticeOf, viewFor } from './case-view';
import { deviceForCase } from './choose-device';
import { whyNoDevice } from './press-on-case';

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
