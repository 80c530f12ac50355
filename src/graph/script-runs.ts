import { z } from 'zod';
import type { GraphAccess } from '../desk/graph-access';
import type { Rows } from '../desk/ports';
import type { FoundDevice } from '../request/device';
import { canAddress, runStatesPath } from './device-paths';
import { graphText, readDeviceRow } from './device-rows';
import type { GraphClient } from './graph-client';
import { readRows, withQuery } from './odata';

const runShape = z.object({ id: graphText, managedDevice: z.unknown().optional() });

/**
 * Devices that ran a device management script, addressed through the run. Beta. A run without a device says nothing
 * and is left out. @throws {Trouble}
 */
export async function scriptRunDevices(
  client: GraphClient,
  access: GraphAccess,
  script: string,
): Promise<Rows<FoundDevice>> {
  const target = withQuery(runStatesPath(script), { $expand: 'managedDevice' });
  const { rows, more } = await readRows(client, access, target);
  const found = rows.flatMap((row): FoundDevice[] => {
    const run = runShape.safeParse(row).data;
    const device = readDeviceRow(run?.managedDevice)?.device;
    if (run?.id === undefined || !canAddress('run', run.id) || !device) return [];
    return [{ device, address: { form: 'script-run', api: 'beta', script, run: run.id } }];
  });
  return { rows: found, more };
}
