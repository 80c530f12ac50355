import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { packApp } from '../../src/operator/package';
import type { PackageOptions } from '../../src/operator/package-values';
import { botId, complete, manifestIn, ownFolder } from './package-parts';

function packed(options: PackageOptions = {}) {
  const made = packApp(complete, options);
  if (!made.ok) throw new Error(made.problems.join('\n'));
  return made;
}

describe('a package', () => {
  test('holds the manifest, the icons and the language files at its root, and nothing else', () => {
    const files = unzipSync(packed().zip);
    expect(Object.keys(files).sort()).toEqual(
      [
        'manifest.json',
        'color.png',
        'outline.png',
        'de.json',
        'es.json',
        'ja.json',
        'pt.json',
        'ru.json',
      ].sort(),
    );
    for (const icon of ['color.png', 'outline.png'])
      expect(Buffer.from(files[icon] ?? []).equals(readFileSync(join(ownFolder, icon)))).toBe(true);
    expect(JSON.parse(strFromU8(files['ja.json'] ?? new Uint8Array()))).toEqual(
      JSON.parse(readFileSync(join(ownFolder, 'ja.json'), 'utf8')),
    );
  });

  test('names the two registrations and the host of this environment', () => {
    expect(manifestIn(packed().zip)).toMatchObject({
      id: botId,
      bots: [{ botId }],
      webApplicationInfo: { id: complete['AAD_APP_CLIENT_ID'], resource: `api://botid-${botId}` },
      validDomains: ['assist.contoso.com'],
      developer: {
        name: 'Device Assist',
        websiteUrl: 'https://assist.contoso.com/',
        privacyUrl: 'https://assist.contoso.com/privacy',
        termsOfUseUrl: 'https://assist.contoso.com/terms',
      },
    });
  });

  test('takes what an administrator says about version, developer and pages', () => {
    const options = {
      version: '2.0.1',
      developer: 'Contoso "IT"',
      website: 'https://it.contoso.com/help',
      privacy: 'https://contoso.com/privacy',
      terms: 'https://contoso.com/terms',
    };
    const { zip, notes } = packed(options);
    expect(manifestIn(zip)).toMatchObject({
      version: options.version,
      developer: {
        name: options.developer,
        websiteUrl: options.website,
        privacyUrl: options.privacy,
        termsOfUseUrl: options.terms,
      },
    });
    expect(notes).toEqual([]);
  });

  test('is the same file every time', () => {
    expect(Buffer.from(packed().zip).equals(packed().zip)).toBe(true);
  });

  test('needs no more than the three names, and says which pages it made up', () => {
    expect(packed().notes).toHaveLength(3);
  });
});
