import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Environment } from '../../src/config';

export const root = join(__dirname, '..', '..');
export const ownFolder = join(root, 'appPackage');

/** All that the command needs. */
export const complete: Environment = {
  PUBLIC_URL: 'https://assist.contoso.com/',
  BOT_ID: '5F1C8D3A-92B7-4E0D-8C64-1B7A3E9F2D58',
  AAD_APP_CLIENT_ID: 'c07e42b9-6d1f-4a83-9b25-e8f3d0617a4c',
};
/** As the package writes it. */
export const botId = '5f1c8d3a-92b7-4e0d-8c64-1b7a3e9f2d58';

/** The manifest in a zip. */
export const manifestIn = (zip: Uint8Array): unknown =>
  JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array()));
