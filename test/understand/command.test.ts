import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const command = join(__dirname, '../../src/understand/command.ts');
const run = (
  input: string,
  ...text: string[]
): { status: number | null; lines: unknown[]; errors: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', command, ...text], {
    input,
    encoding: 'utf8',
  });
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { status, lines, errors: stderr };
};

it('answers line by line, in order, and says which line is no JSON', () => {
  const { status, lines, errors } = run(
    '{"locale":"en","text":"help me with PC-0231"}\nhelp\n{"locale":"de","text":"Status"}\n',
  );
  expect(lines).toEqual([
    { intent: 'help_device', query: 'PC-0231', queryKind: 'device_name', reason: 'cue:request' },
    { intent: 'none', query: null, queryKind: null, reason: 'not-json' },
    { intent: 'status', query: null, queryKind: null, reason: 'exact:status' },
  ]);
  expect(errors).toContain('line 2');
  expect(status).toBe(1);
});

it('answers the one text of its argument', () => {
  expect(run('', '<at>Remote Help</at> hilf mir mit PC-0231').lines).toMatchObject([
    { intent: 'help_device', query: 'PC-0231' },
  ]);
});
