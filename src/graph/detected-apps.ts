import { z } from 'zod';
import type { GraphAccess } from '../desk/graph-access';
import type { DetectedApp, Rows } from '../desk/ports';
import { NotPermitted } from '../desk/troubles';
import type { FoundDevice } from '../request/device';
import { fold, isTooLong, listDevices, nothing } from './device-lists';
import { canAddress, devicesWithAppPath } from './device-paths';
import { graphText, withoutUndefined } from './device-rows';
import type { GraphClient } from './graph-client';
import { refusalBehind } from './graph-errors';
import { contains, readRows, withQuery } from './odata';

const APPS = '/v1.0/deviceManagement/detectedApps';

const appShape = z.object({
  id: graphText,
  displayName: graphText,
  version: graphText,
  deviceCount: z.number().int().nonnegative().optional().catch(undefined),
});

/**
 * Detected apps whose name contains the text. The filter is documented nowhere, so the rows are looked through in any
 * case; where Graph ignores it, `more` says that not all were. @throws {Trouble}
 */
export async function appsNamed(
  client: GraphClient,
  access: GraphAccess,
  name: string,
): Promise<Rows<DetectedApp>> {
  if (isTooLong(name)) return nothing;
  const filter = contains('displayName', name);
  const target = withQuery(APPS, { $filter: filter, $select: 'id,displayName,version,deviceCount' });
  const { rows, more } = await readRows(client, access, target);
  const apps = rows.flatMap((row) => readApp(row) ?? []);
  return { rows: apps.filter((app) => fold(app.name).includes(fold(name))), more };
}

function readApp(value: unknown): DetectedApp | undefined {
  const row = appShape.safeParse(value).data;
  if (row?.id === undefined || row.displayName === undefined || !canAddress('app', row.id)) return undefined;
  const { id, displayName: name, version, deviceCount } = row;
  return { id, name, ...withoutUndefined({ version, deviceCount }) };
}

/**
 * Devices that have an app, addressed through it. The rows cannot be checked against the question, since a device
 * does not name its apps; but the app stands in the path, which Graph does not ignore as it does a filter.
 */
export async function devicesWithApp(
  client: GraphClient,
  access: GraphAccess,
  app: string,
): Promise<Rows<FoundDevice>> {
  try {
    return await listDevices(client, access, {
      path: devicesWithAppPath(app),
      matches: () => true,
      addressOf: ({ id: device }) => ({ form: 'app', api: 'v1.0', app, device }),
    });
  } catch (error) {
    const status = error instanceof NotPermitted ? refusalBehind(error)?.status : undefined;
    // The app was there when the card was made, and is gone.
    if (status === 404 || status === 400) return nothing;
    throw error;
  }
}
