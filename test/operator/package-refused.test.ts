import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../src/config';
import { packApp } from '../../src/operator/package';
import type { PackageOptions } from '../../src/operator/package-values';
import { botId, complete, ownFolder } from './package-parts';

function problemsOf(
  changes: Environment,
  options: PackageOptions = {},
  folder = ownFolder,
): readonly string[] {
  const made = packApp({ ...complete, ...changes }, options, folder);
  return made.ok ? [] : made.problems;
}

/** A copy of the package's folder in which one file is changed. */
function withFile(file: string, change: (text: string) => string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-package-'));
  cpSync(ownFolder, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

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
    ['an id of ones', { BOT_ID: '11111111-1111-4111-8111-111111111111' }, 'BOT_ID looks like a placeholder'],
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
    [
      'a text left untranslated',
      'ru.json',
      (text) => text.replace(/ *"name\.full".*\n/u, ''),
      'lacks name.full',
    ],
    [
      'a translation of nothing',
      'pt.json',
      (text) => text.replace('"name.full"', '"bots[0].commandLists[2].commands[9].title": "x",\n"name.full"'),
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
