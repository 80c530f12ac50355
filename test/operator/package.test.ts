import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import type { Environment } from '../../src/config';
import { packApp } from '../../src/operator/package';
import type { PackageOptions } from '../../src/operator/package-values';

const root = join(__dirname, '..', '..');
const ownFolder = join(root, 'appPackage');

const complete: Environment = {
  PUBLIC_URL: 'https://assist.contoso.com/',
  BOT_ID: '5F1C8D3A-92B7-4E0D-8C64-1B7A3E9F2D58',
  AAD_APP_CLIENT_ID: 'c07e42b9-6d1f-4a83-9b25-e8f3d0617a4c',
};
const botId = '5f1c8d3a-92b7-4e0d-8c64-1b7a3e9f2d58';

function packed(options: PackageOptions = {}) {
  const made = packApp(complete, options);
  if (!made.ok) throw new Error(made.problems.join('\n'));
  return made;
}

function problemsOf(
  changes: Environment,
  options: PackageOptions = {},
  folder = ownFolder,
): readonly string[] {
  const made = packApp({ ...complete, ...changes }, options, folder);
  return made.ok ? [] : made.problems;
}

/** The manifest in the zip. */
const manifestIn = (zip: Uint8Array): unknown =>
  JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array()));

/** A copy of the package's folder in which one file is changed. */
function withFile(file: string, change: (text: string) => string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-package-'));
  cpSync(ownFolder, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
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

describe('no package is made', () => {
  test('without ids and address; all that is missing is named at once', () => {
    const problems = problemsOf({ BOT_ID: ' ', AAD_APP_CLIENT_ID: undefined, PUBLIC_URL: '' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'BOT_ID is missing',
      'AAD_APP_CLIENT_ID is missing',
      'PUBLIC_URL is missing',
    ]);
  });

  test.each<[string, Environment, string]>([
    ['an id that is none', { BOT_ID: '{{BOT_ID}}' }, 'BOT_ID is no GUID'],
    ['an id of zeros', { BOT_ID: '00000000-0000-0000-0000-000000000000' }, 'BOT_ID looks like a placeholder'],
    ['ones', { BOT_ID: '11111111-1111-4111-8111-111111111111' }, 'BOT_ID looks like a placeholder'],
    [
      'an id that counts',
      { AAD_APP_CLIENT_ID: '12345678-1234-1234-1234-123456789012' },
      'AAD_APP_CLIENT_ID looks like a placeholder',
    ],
    ['one id for both registrations', { AAD_APP_CLIENT_ID: botId }, 'are the same'],
    ['plain http', { PUBLIC_URL: 'http://assist.contoso.com' }, 'must be an https:// address'],
    ['a path', { PUBLIC_URL: 'https://contoso.com/bot' }, 'without path'],
    [
      'a password in the address',
      { PUBLIC_URL: 'https://a:b@contoso.com' },
      'without path, query or password',
    ],
    ['no address at all', { PUBLIC_URL: 'assist.contoso.com' }, 'must be an https:// address'],
    ['this machine', { PUBLIC_URL: 'https://localhost:3978' }, 'a host that Teams can reach'],
    ['an address in digits', { PUBLIC_URL: 'https://10.0.0.7' }, 'a host that Teams can reach'],
    ['an example host', { PUBLIC_URL: 'https://bot.example.com' }, 'a host that Teams can reach'],
  ])('with %s', (_, changes, problem) => {
    expect(problemsOf(changes)).toEqual([expect.stringContaining(problem)]);
  });

  test.each<[PackageOptions, string]>([
    [{ version: '1.2' }, '--app-version'],
    [{ developer: 'x'.repeat(33) }, '--developer'],
    [{ privacy: 'http://contoso.com' }, '--privacy'],
    [{ terms: 'contoso.com/terms' }, '--terms'],
  ])('with the option %j', (options, problem) => {
    expect(problemsOf({}, options)).toEqual([expect.stringContaining(problem)]);
  });

  test.each<[string, string, (text: string) => string | Buffer, string]>([
    [
      'a placeholder that nobody knows',
      'manifest.json',
      (text) => text.replace('{{HOST}}', '{{DOMAIN}}'),
      '{{DOMAIN}}',
    ],
    [
      'a placeholder in a language',
      'es.json',
      (text) => text.replace('Device Assist', '{{NAME}}'),
      '{{NAME}}',
    ],
    [
      'a manifest that Teams refuses',
      'manifest.json',
      (text) => text.replace('#4b4fb5', 'indigo'),
      '/accentColor',
    ],
    [
      'a property that the schema lacks',
      'manifest.json',
      (text) => text.replace('"icons"', '"packageName": "a.b", "icons"'),
      '(packageName)',
    ],
    ['a manifest that is no JSON', 'manifest.json', () => '{', 'is no JSON'],
    [
      'a text that is too long',
      'de.json',
      (text) => text.replace(/"Device Assist"/u, `"${'x'.repeat(31)}"`),
      'name.short',
    ],
    ['a text that lacks', 'ru.json', (text) => text.replace(/ *"name\.full".*\n/u, ''), 'lacks name.full'],
    [
      'a translation of nothing',
      'pt.json',
      (text) => text.replace('"name.full"', '"bots[0].commandLists[2].commands[0].title": "x",\n"name.full"'),
      'which the manifest lacks',
    ],
    [
      'a language without its file',
      'manifest.json',
      (text) => text.replace('ja.json', 'jp.json'),
      'jp.json cannot be read',
    ],
    [
      'an icon of the wrong size',
      'color.png',
      () => readFileSync(join(ownFolder, 'outline.png')),
      '192 × 192',
    ],
    ['an icon that is no picture', 'outline.png', () => 'white', '32 × 32'],
  ])('with %s', (_, file, change, problem) => {
    expect(problemsOf({}, {}, withFile(file, change)).join('\n')).toContain(problem);
  });
});

describe('npm run package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-command-'));
  const run = (env: Environment, ...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--import', 'tsx', join(root, 'src', 'operator', 'package-command.ts'), ...args],
      { cwd: root, env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' },
    );

  test('writes the package where it is told to, and says so', () => {
    const out = join(folder, 'new', 'app.zip');
    const { status, stdout, stderr } = run(complete, '--out', out, '--app-version', '1.2.3');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`${out}: Device Assist 1.2.3`);
    expect(manifestIn(readFileSync(out))).toMatchObject({ version: '1.2.3', bots: [{ botId }] });
  });

  test('says in one line a problem what to do, writes nothing and ends in exit code 1', () => {
    const out = join(folder, 'none.zip');
    const { status, stdout, stderr } = run(
      { ...complete, BOT_ID: '', PUBLIC_URL: 'http://a.b' },
      '--out',
      out,
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toEqual([
      'No package was written.',
      expect.stringContaining('BOT_ID is missing: set it to'),
      expect.stringContaining('PUBLIC_URL must be an https:// address'),
    ]);
    expect(existsSync(out)).toBe(false);
  });

  test('refuses an option it does not know', () => {
    const { status, stderr } = run(complete, '--output', 'x.zip');
    expect(status).toBe(1);
    expect(stderr).toContain("'--output'");
  });
});
