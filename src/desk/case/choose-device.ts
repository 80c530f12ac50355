import type { Case, OwnerGuard } from '../../request/case/case';
import type { Device, DeviceAddress, FoundDevice } from '../../request/device';
import type { RequestedFor } from '../../request/help-request';
import { asTechnician } from '../access';
import { findDevices, type DeviceQuery, type Found } from '../find-devices';
import { MOST_ROWS, REMEMBERED_FOR, type Desk } from '../desk';
import type { GraphAccess } from '../graph-access';
import type { Caller } from '../help-desk';
import { openDraft } from '../open-draft';
import { issuePick } from '../pick';
import type { Choice } from '../ports';
import { note, type PickForCase, type Screen } from '../screens';
import { SignInNeeded } from '../troubles';
import { readerOf } from './people';
import type { StoredCase } from './ports';

/**
 * The requester's own devices, looked up with the technician's rights, most recently used first. In the technician's
 * personal chat. @throws {SignInNeeded} after remembering which case it was for.
 */
export async function devicesForCase(desk: Desk, caller: Caller, stored: StoredCase): Promise<Screen> {
  return forCase(desk, caller, stored, async (access) => {
    const { requester } = stored.case;
    const { rows, more } = await desk.devices.ofPerson(access, requester.id);
    const recentFirst = [...rows].sort((a, b) => (b.device.lastSyncAt ?? 0) - (a.device.lastSyncAt ?? 0));
    const own = { devices: recentFirst, more };
    const { deviceName } = stored.case;
    if (deviceName === undefined) return pickForCase(desk, caller, stored, own);
    const { found, named } = await withNamed(desk, access, own, deviceName);
    return pickForCase(desk, caller, stored, found, named);
  });
}

type Named = NonNullable<PickForCase['named']>;

/** The device they wrote of comes first, and whether it is theirs is said before anybody chooses it. */
async function withNamed(
  desk: Desk,
  access: GraphAccess,
  own: Found,
  text: string,
): Promise<{ readonly found: Found; readonly named: Named }> {
  const theirs = own.devices.find(({ device }) => isCalled(device, text));
  const others = own.devices.filter((one) => one !== theirs);
  if (theirs) return { found: { ...own, devices: [theirs, ...others] }, named: { text, is: 'theirs' } };
  const query: DeviceQuery = { kind: 'device_name', text };
  const [only, ...more] =
    text.length < desk.rules.shortestSearch ? [] : (await findDevices(desk, access, query)).devices;
  if (!only || more.length > 0) return { found: own, named: { text, is: 'not-found' } };
  const isTheirs = own.devices.some(({ device }) => device.id === only.device.id);
  const rest = own.devices.filter(({ device }) => device.id !== only.device.id);
  return {
    found: { ...own, devices: [only, ...rest] },
    named: { text, is: isTheirs ? 'theirs' : 'not-theirs' },
  };
}

function isCalled({ name, serialNumber }: Device, text: string): boolean {
  const wanted = text.toLocaleLowerCase('en');
  return [name, serialNumber].some((known) => known?.toLocaleLowerCase('en') === wanted);
}

/** A device by name or serial number, whosever it is. @throws {SignInNeeded} */
export async function findForCase(
  desk: Desk,
  caller: Caller,
  stored: StoredCase,
  typed: string,
): Promise<Screen> {
  const text = typed.trim();
  if (text.length < desk.rules.shortestSearch) return note({ code: 'search-too-short' });
  return forCase(desk, caller, stored, async (access) => {
    const query: DeviceQuery = { kind: 'device_name', text };
    const found = await findDevices(desk, access, query);
    const [only, ...others] = found.devices;
    if (only && others.length === 0 && !found.more)
      return deviceForCase(desk, caller, access, stored, { address: only.address, isSure: false });
    if (only) return pickForCase(desk, caller, stored, found);
    const ticket = await issuePick(desk, caller, []);
    return { kind: 'no-match', what: 'device', typed: text, near: [], ticket };
  });
}

async function forCase(
  desk: Desk,
  caller: Caller,
  { case: seen }: StoredCase,
  work: (access: GraphAccess) => Promise<Screen>,
): Promise<Screen> {
  try {
    return await asTechnician(desk, caller, work);
  } catch (error) {
    if (error instanceof SignInNeeded) await rememberCase(desk, caller, seen);
    throw error;
  }
}

/** After the sign-in the case is shown again; nothing that acts is done by a sign-in. */
export async function rememberCase(desk: Desk, caller: Caller, { id }: Case): Promise<void> {
  const { tenant, person, place, language } = caller;
  const until = desk.clock.now() + REMEMBERED_FOR;
  await desk.memory.remember(tenant, person, { kind: 'case', case: id, place, language }, until);
}

async function pickForCase(
  desk: Desk,
  caller: Caller,
  { case: seen }: StoredCase,
  { devices, more }: Found,
  named?: Named,
): Promise<Screen> {
  const shown = devices.slice(0, MOST_ROWS);
  const choices = shown.map(({ address }): Choice => ({
    ...{ kind: 'case-device', case: seen.id, address, isSure: false },
  }));
  const ticket = await issuePick(desk, caller, choices);
  return {
    kind: 'pick-device',
    of: {
      ...{ kind: 'case', number: seen.number, requester: seen.requester.name, caseTicket: seen.id },
      ...(named && { named }),
    },
    devices: shown.map(({ device }) => device),
    more: more || devices.length > MOST_ROWS,
    ticket,
  };
}

type Chosen = {
  readonly address: DeviceAddress;
  /** The technician has said yes to a device that is not the requester's. */
  readonly isSure: boolean;
  readonly cardActivityId?: string;
};

/** The confirm card of a device for a case; before it the question whether it really is that device. */
export async function deviceForCase(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  stored: StoredCase,
  chosen: Chosen,
): Promise<Screen> {
  const { device, address } = await desk.assistance.look(access, chosen.address);
  const belongs = belongsTo(stored.case, device);
  if (belongs !== 'yes' && !chosen.isSure) return askAgain(desk, caller, stored.case, { device, address });
  const { cardActivityId } = chosen;
  return openDraft(desk, caller, access, {
    ...{ address, case: await requestedFor(desk, stored, device, belongs) },
    ...(cardActivityId !== undefined && { cardActivityId }),
  });
}

async function askAgain(desk: Desk, caller: Caller, seen: Case, found: FoundDevice): Promise<Screen> {
  const { address, device } = found;
  const yes: Choice = { kind: 'case-device', case: seen.id, address, isSure: true };
  const ticket = await issuePick(desk, caller, [yes]);
  return { kind: 'case-mismatch', case: seen, device, ticket, caseTicket: seen.id };
}

/** Ids decide where Graph gives one; a name proves nothing. */
function belongsTo({ requester }: Case, { user }: Device): RequestedFor['belongs'] {
  if (user?.id === undefined) return 'nobody';
  return user.id === requester.id ? 'yes' : 'no';
}

async function requestedFor(
  desk: Desk,
  { case: seen }: StoredCase,
  device: Device,
  belongs: RequestedFor['belongs'],
): Promise<RequestedFor> {
  const { id, number, requester, tenant } = seen;
  return { id, number, requester, belongs, guard: await guardFor(desk, tenant, device) };
}

async function guardFor(desk: Desk, tenant: Case['tenant'], { user }: Device): Promise<OwnerGuard> {
  if (user?.id === undefined) return { kind: 'not-told', why: 'no-owner' };
  const reader = await readerOf(desk, tenant, user.id);
  const name = user.name ?? reader?.name ?? user.signInName ?? '';
  if (!reader) return { kind: 'not-told', why: 'no-chat', ownerName: name };
  return { kind: 'told', owner: { id: user.id, name }, phrase: desk.newPhrase(reader.language) };
}
