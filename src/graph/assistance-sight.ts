import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Unreachable, NotPermitted } from '../desk/troubles';
import type { AssistanceAction, AssistanceSight, Device, DeviceAddress } from '../request/device';
import { devicePath } from './device-paths';
import { DEVICE_PROPERTIES, graphText, readDeviceRow, readInstant, withoutUndefined } from './device-rows';
import { withQuery } from './odata';

const SELECT = [
  ...DEVICE_PROPERTIES,
  // Filled only on a GET by id that names it.
  'remoteAssistanceSessionUrl',
  'remoteAssistanceSessionErrorDetails',
  'deviceActionResults',
].join(',');

/** Path and query of a look at one device. */
export const lookTarget = (address: DeviceAddress): string =>
  withQuery(devicePath(address), { $select: SELECT });

const sightShape = z.object({
  remoteAssistanceSessionUrl: graphText,
  remoteAssistanceSessionErrorDetails: graphText,
  deviceActionResults: z.array(z.unknown()).nullish().catch(undefined),
});

const actionShape = z.object({
  actionName: graphText,
  actionState: graphText,
  startDateTime: graphText,
  lastUpdatedDateTime: graphText,
});

/** Longest text of Intune that goes on a card. */
const LONGEST_ERROR = 500;

/**
 * The device and what it tells about remote assistance.
 * @throws {Unreachable} when the answer is no device. @throws {NotPermitted} when it is another one than asked for.
 */
export function readSight(
  body: unknown,
  address: DeviceAddress,
): { readonly device: Device; readonly sight: AssistanceSight } {
  const device = readDeviceRow(body)?.device;
  const parsed = sightShape.safeParse(body).data;
  if (!device || !parsed) throw new Unreachable('intune');
  if ('device' in address && device.id !== address.device) throw new NotPermitted('device-changed');
  const { remoteAssistanceSessionUrl: url, remoteAssistanceSessionErrorDetails: text } = parsed;
  const action = newestAssistance(parsed.deviceActionResults ?? []);
  const sight = {
    ...(url !== undefined && { link: { url, fingerprint: fingerprint(url) } }),
    ...(text !== undefined && {
      error: { text: text.slice(0, LONGEST_ERROR), fingerprint: fingerprint(text) },
    }),
    ...(action && { action }),
  };
  return { device, sight };
}

/** Tells two texts apart without keeping either. */
const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** The newest of the actions that can be ours. Which name Intune writes is not documented, so a part of it counts. */
function newestAssistance(results: readonly unknown[]): AssistanceAction | undefined {
  const actions = results.flatMap((result) => {
    const action = actionShape.safeParse(result).data;
    return action?.actionName?.toLowerCase().includes('remoteassist') ? [actionOf(action)] : [];
  });
  return actions.reduce<AssistanceAction | undefined>(
    (newest, action) => (newest && ageOf(newest) >= ageOf(action) ? newest : action),
    undefined,
  );
}

const actionOf = (action: z.infer<typeof actionShape>): AssistanceAction => ({
  state: action.actionState ?? 'none',
  ...withoutUndefined({
    startedAt: readInstant(action.startDateTime),
    updatedAt: readInstant(action.lastUpdatedDateTime),
  }),
});

const ageOf = ({ startedAt, updatedAt }: AssistanceAction): number => startedAt ?? updatedAt ?? 0;
