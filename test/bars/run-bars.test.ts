import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Runs a bar with this outcome that needs PostgreSQL, in a process of its own, as `npm run bars` does. */
function run(measured: string) {
  const code = `
    const { runBars } = require('./test/bars/run-bars');
    const { thePostgres } = require('./test/bars/reliability/stage/props');
    const measure = async () => { await thePostgres(); ${measured} };
    void runBars(() => [{ name: 'a bar', limit: '1', measure }]);`;
  return spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
  });
}

test.each([
  ['holds', "return { value: '1', holds: true };", 0, '1 passed, 0 failed'],
  ['does not hold', "return { value: '2', holds: false };", 1, '0 passed, 1 failed'],
])(
  'the bars end with the exit code of a bar that %s, also after PostgreSQL was started',
  (_, measured, code, last) => {
    const { status, stdout } = run(measured);
    expect(stdout).toContain(last);
    expect(status).toBe(code);
  },
);

test('the bars fail when one cannot be measured, and say why', () => {
  const { status, stderr } = run("throw new Error('there is no browser');");
  expect(stderr).toContain('there is no browser');
  expect(status).toBe(1);
});
