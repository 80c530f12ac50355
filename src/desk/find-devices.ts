import { deviceId, readGuid } from '../request/ids';
import type { FoundDevice } from '../request/device';
import { lookupForms } from '../understand/lookup-forms';
import { similarNames } from '../understand/similar-names';
import type { Desk } from './desk';
import type { GraphAccess } from './graph-access';
import type { Rows } from './ports';

/** How a device was named: what to look for first. */
export type DeviceQuery = {
  readonly kind: 'device_name' | 'serial' | 'guid' | 'imei';
  readonly text: string;
};

export type Found = { readonly devices: readonly FoundDevice[]; readonly more: boolean };

const nothing: Found = { devices: [], more: false };

/**
 * Looks a device up from the most certain reading to the least, and stops at the first that has hits: the text as
 * name and serial number, or as id; then with look-alike letters folded; then the first label of a DNS name.
 */
export async function findDevices(desk: Desk, access: GraphAccess, query: DeviceQuery): Promise<Found> {
  if (query.kind === 'guid') return findById(desk, access, query.text);
  for (const text of formsOf(query.text)) {
    for (const search of searches(desk, access, query.kind)) {
      const { rows, more } = await search(text);
      if (rows.length > 0) return { devices: rows, more };
    }
  }
  return nothing;
}

/** As typed, with look-alike letters as Latin, without the domain: each only if it differs. */
function formsOf(typed: string): string[] {
  const { asTyped, latin, hostLabel } = lookupForms(typed);
  return [asTyped, latin, hostLabel].filter((form) => form !== undefined);
}

/** An id in a text may be Intune's or Entra's: nobody can tell by looking at it. */
async function findById(desk: Desk, access: GraphAccess, text: string): Promise<Found> {
  const intuneId = deviceId(text);
  const entraId = readGuid(text);
  if (!intuneId || !entraId) return nothing;
  const byIntuneId = await desk.devices.withIntuneId(access, intuneId);
  const { rows, more } =
    byIntuneId.rows.length > 0 ? byIntuneId : await desk.devices.withEntraId(access, entraId);
  return { devices: rows, more };
}

type Search = (text: string) => Promise<Rows<FoundDevice>>;

function searches({ devices }: Desk, access: GraphAccess, kind: DeviceQuery['kind']): Search[] {
  const byName: Search = (text) => devices.named(access, text);
  const bySerialNumber: Search = (text) => devices.withSerialNumber(access, text);
  switch (kind) {
    case 'imei':
      return [(text) => devices.withImei(access, text), bySerialNumber];
    case 'serial':
      return [bySerialNumber, byName];
    case 'device_name':
    case 'guid':
      return [byName, bySerialNumber];
  }
}

/** Devices whose name contains what was typed; and names that come near it, at most three. */
export async function findNear(
  desk: Desk,
  access: GraphAccess,
  typed: string,
): Promise<Found & { near: string[] }> {
  const text = lookupForms(typed).asTyped;
  if (text.length < desk.rules.shortestSearch) return { ...nothing, near: [] };
  const containing = await desk.devices.nameContaining(access, text);
  if (containing.rows.length > 0)
    return { devices: containing.rows, more: containing.more, near: namesOf(containing.rows).slice(0, 3) };
  // A slip of the finger leaves one half of the name intact.
  const half = Math.max(desk.rules.shortestSearch, Math.ceil(text.length / 2));
  const halves = await Promise.all(
    [text.slice(0, half), text.slice(-half)].map((part) => desk.devices.nameContaining(access, part)),
  );
  return { ...nothing, near: [...similarNames(text, namesOf(halves.flatMap(({ rows }) => rows)))] };
}

function namesOf(found: readonly FoundDevice[]): string[] {
  return [...new Set(found.map(({ device }) => device.name))];
}
