import type { CaseId } from '../../request/ids';
import type { Desk } from '../desk';
import type { Caller } from '../help-desk';
import { note, type Screen } from '../screens';
import { viewFor } from './case-view';
import { devicesForCase } from './choose-device';
import { whyNoDevice } from './case-device';

/**
 * After a sign-in: whoever has the case gets the devices to choose from, anybody else the card as it is now. Nothing
 * that acts is replayed.
 */
export async function goOnWithCase(desk: Desk, caller: Caller, id: CaseId): Promise<readonly Screen[]> {
  const stored = await desk.cases.load(caller.tenant, id);
  if (!stored) return [note({ code: 'no-such-case' })];
  if (whyNoDevice(stored, caller)) return [viewFor(desk, caller, stored.case)];
  return [await devicesForCase(desk, caller, stored)];
}
