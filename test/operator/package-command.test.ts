import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../src/config';
import { botId, complete, manifestIn, root } from './package-parts';

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
