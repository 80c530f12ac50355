import type { FoundDevice } from '../request/device';
import type { Desk } from './desk';
import { MOST_ROWS } from './desk';
import { findDevices, findNear, type DeviceQuery, type Found } from './find-devices';
import type { GraphAccess } from './graph-access';
import type { Caller } from './help-desk';
import { openDraft } from './open-draft';
import { issuePick } from './pick';
import type { Choice, DirectoryPerson, Rows } from './ports';
import { note, type NoMatch, type PickDevice, type Screen } from './screens';

/**
 * "help me with device LAPTOP-7F3K": one hit opens the confirm card, several a pick card, none offers near names.
 * `readings` of the same words, best first: the directory decides which one was meant.
 */
export async function helpWithDevice(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  readings: readonly [DeviceQuery, ...DeviceQuery[]],
): Promise<Screen> {
  const [{ text: typed }] = readings;
  if (typed.length < desk.rules.shortestSearch) return note({ code: 'search-too-short' });
  for (const reading of readings) {
    const { devices, more } = await findDevices(desk, access, reading);
    const [only, ...others] = devices;
    if (only && others.length === 0 && !more)
      return openDraft(desk, caller, access, {
        ...{ address: only.address, typed: reading.text, asked: reading.text },
      });
    if (only) return pickDevice(desk, caller, { kind: 'name', typed: reading.text }, { devices, more });
  }
  return nothingFound(desk, caller, access, typed);
}

/** Two devices in one sentence: a choice, one after the other. */
export async function helpWithSeveral(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  queries: readonly DeviceQuery[],
): Promise<Screen> {
  const isLong = ({ text }: DeviceQuery) => text.length >= desk.rules.shortestSearch;
  if (!queries.every(isLong)) return note({ code: 'search-too-short' });
  const found: Found[] = [];
  for (const query of queries) found.push(await findDevices(desk, access, query));
  const devices = found.flatMap((one) => one.devices);
  if (devices.length === 0)
    return noMatch(desk, caller, 'device', queries.map(({ text }) => text).join(', '));
  return pickDevice(
    desk,
    caller,
    { kind: 'several-names' },
    { devices, more: found.some((one) => one.more) },
  );
}

/** A person's devices are always a choice, even when there is one: nobody named the device. */
export async function devicesOfPerson(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  person: { readonly key: string; readonly name: string } | 'self',
): Promise<Screen> {
  const { rows, more } = await desk.devices.ofPerson(access, person === 'self' ? caller.person : person.key);
  const newestFirst = [...rows].sort((a, b) => (b.device.lastSyncAt ?? 0) - (a.device.lastSyncAt ?? 0));
  if (rows.length === 0)
    return person === 'self'
      ? noMatch(desk, caller, 'own-devices', '')
      : noMatch(desk, caller, 'devices-of-person', person.name);
  const of =
    person === 'self' ? ({ kind: 'own' } as const) : ({ kind: 'person', name: person.name } as const);
  return pickDevice(desk, caller, of, { devices: newestFirst, more });
}

/** A plain name: the directory's people of that name, never a guessed one. */
export async function peopleNamed(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  name: string,
): Promise<Screen> {
  if (name.length < desk.rules.shortestSearch) return note({ code: 'search-too-short' });
  return pickPerson(desk, caller, name, await desk.devices.people(access, name));
}

async function pickPerson(
  desk: Desk,
  caller: Caller,
  name: string,
  found: Rows<DirectoryPerson> | undefined,
): Promise<Screen> {
  if (!found) return note({ code: 'name-needs-sign-in-name', name });
  if (found.rows.length === 0) return noMatch(desk, caller, 'person', name);
  const people = found.rows.slice(0, MOST_ROWS);
  const choices = people.map((person): Choice => ({
    kind: 'person',
    person: person.signInName ?? person.id,
    name: person.name,
  }));
  const ticket = await issuePick(desk, caller, choices);
  return { kind: 'pick-person', name, people, more: found.more || found.rows.length > MOST_ROWS, ticket };
}

/** Somebody was mentioned, and Teams did not say who: the one of exactly that name, else a choice. */
export async function personMentioned(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  name: string,
): Promise<Screen> {
  if (name.length < desk.rules.shortestSearch) return note({ code: 'search-too-short' });
  const found = await desk.devices.people(access, name);
  const [only, ...others] = (found?.rows ?? []).filter((person) => person.name === name);
  if (!only || others.length > 0 || found?.more) return pickPerson(desk, caller, name, found);
  return devicesOfPerson(desk, caller, access, { key: only.signInName ?? only.id, name });
}

/** "devices with AnyDesk": the apps and versions found, then the devices that have one of them. */
export async function appsNamed(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  name: string,
): Promise<Screen> {
  if (name.length < desk.rules.shortestSearch) return note({ code: 'search-too-short' });
  const found = await desk.devices.apps(access, name);
  if (found.rows.length === 0) return noMatch(desk, caller, 'app', name);
  const apps = found.rows.slice(0, MOST_ROWS);
  const choices = apps.map((app): Choice => ({
    ...{ kind: 'app', app: app.id },
    name: [app.name, app.version].filter(Boolean).join(' '),
  }));
  const ticket = await issuePick(desk, caller, choices);
  return { kind: 'pick-app', name, apps, more: found.more || found.rows.length > MOST_ROWS, ticket };
}

export async function devicesWithApp(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  app: { readonly id: string; readonly name: string },
): Promise<Screen> {
  const { rows, more } = await desk.devices.withApp(access, app.id);
  if (rows.length === 0) return noMatch(desk, caller, 'devices-with-app', app.name);
  return pickDevice(desk, caller, { kind: 'app', name: app.name }, { devices: rows, more });
}

async function nothingFound(desk: Desk, caller: Caller, access: GraphAccess, typed: string): Promise<Screen> {
  const { devices, more, near } = await findNear(desk, access, typed);
  // A part of a name that fits several devices is a choice; one that fits a single device is only near.
  if (devices.length > 1) return pickDevice(desk, caller, { kind: 'name', typed }, { devices, more });
  return noMatch(desk, caller, 'device', typed, near);
}

async function noMatch(
  desk: Desk,
  caller: Caller,
  what: NoMatch,
  typed: string,
  near: readonly string[] = [],
): Promise<Screen> {
  const ticket = await issuePick(
    desk,
    caller,
    near.map((name): Choice => ({ kind: 'name', name })),
  );
  return { kind: 'no-match', what, typed, near, ticket };
}

async function pickDevice(desk: Desk, caller: Caller, of: PickDevice['of'], found: Found): Promise<Screen> {
  const shown = found.devices.slice(0, MOST_ROWS);
  const typed = of.kind === 'name' ? { typed: of.typed } : {};
  const choices = shown.map(({ address }: FoundDevice): Choice => ({ kind: 'device', address, ...typed }));
  const ticket = await issuePick(desk, caller, choices);
  const more = found.more || found.devices.length > MOST_ROWS;
  return { kind: 'pick-device', of, devices: shown.map(({ device }) => device), more, ticket };
}
