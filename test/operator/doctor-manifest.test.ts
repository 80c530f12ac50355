import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { complete, emptyFolder, find, says, worldOf } from './doctor-world';

// The Teams app package against the environment.

const fitting = {
  id: complete.BOT_ID,
  version: '1.2.3',
  bots: [{ botId: complete.BOT_ID }],
  validDomains: ['bot.contoso.com'],
  webApplicationInfo: { id: complete.AAD_APP_CLIENT_ID, resource: `api://botid-${complete.BOT_ID}` },
};
const other = '9d9d9d9d-0000-4000-8000-00000000abcd';

function folderWith(file: string, contents: string | Uint8Array): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), contents);
  return folder;
}

const packed = (manifest: object) =>
  folderWith(
    join('artifacts', 'device-assist.zip'),
    zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)) }),
  );

const look = (check: string, folder: string) => find(check, worldOf(complete, { folder }));

test.each([
  ['app-package', /version 1\.2\.3/u],
  ['manifest-bot', /this bot/u],
  ['manifest-single-sign-on', /sign-in app/u],
  ['manifest-domains', /bot\.contoso\.com/u],
])('a package of this environment: %s', async (check, finding) => {
  expect(await look(check, packed(fitting))).toMatchObject(says('ok', finding));
});

test.each<[string, string, object, RegExp]>([
  ['another bot', 'manifest-bot', { ...fitting, bots: [{ botId: other }] }, /another bot.*9d9d9d9d/u],
  ['another app', 'manifest-bot', { ...fitting, id: other }, /another bot/u],
  ['no bot', 'manifest-bot', { ...fitting, bots: [] }, /none/u],
  [
    'another sign-in app',
    'manifest-single-sign-on',
    { ...fitting, webApplicationInfo: { ...fitting.webApplicationInfo, id: other } },
    /another app/u,
  ],
  [
    'another resource',
    'manifest-single-sign-on',
    { ...fitting, webApplicationInfo: { id: complete.AAD_APP_CLIENT_ID, resource: 'api://bot.contoso.com' } },
    /instead of api:\/\/botid-/u,
  ],
  ['no sign-in', 'manifest-single-sign-on', { ...fitting, webApplicationInfo: undefined }, /none/u],
  [
    'another host',
    'manifest-domains',
    { ...fitting, validDomains: ['bot.fabrikam.com'] },
    /lack bot\.contoso\.com/u,
  ],
])('a package for %s: %s', async (_about, check, manifest, finding) => {
  expect(await look(check, packed(manifest))).toMatchObject(says('problem', finding));
});

test('before the package is made, the template is looked at as it would be filled in', async () => {
  const template = JSON.stringify(fitting)
    .replaceAll(complete.BOT_ID, '{{BOT_ID}}')
    .replaceAll(complete.AAD_APP_CLIENT_ID, '{{AAD_APP_CLIENT_ID}}')
    .replaceAll('bot.contoso.com', '{{HOST}}');
  const folder = folderWith(join('appPackage', 'manifest.json'), template);
  expect(await look('app-package', folder)).toMatchObject(says('warning', /not been made yet/u));
  for (const check of ['manifest-bot', 'manifest-single-sign-on', 'manifest-domains'])
    expect(await look(check, folder)).toMatchObject({ status: 'ok' });
});

test.each([
  ['there is none', emptyFolder()],
  ['it is no zip', folderWith(join('artifacts', 'device-assist.zip'), 'no zip')],
])('no package can be read when %s', async (_about, folder) => {
  expect(await look('app-package', folder)).toMatchObject(says('problem', /no readable app package/u));
  expect(await look('manifest-bot', folder)).toMatchObject({ status: 'cannot-tell' });
});

test("the project's own template fits every environment", async () => {
  const folder = join(__dirname, '..', '..');
  for (const check of ['manifest-bot', 'manifest-single-sign-on', 'manifest-domains'])
    // A package that a developer made for another environment lies in the way.
    if ((await look('app-package', folder)).status === 'warning')
      expect(await look(check, folder)).toMatchObject({ status: 'ok' });
});
