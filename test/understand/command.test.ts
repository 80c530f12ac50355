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

it('takes words that the shell has parted for one text', () => {
  expect(run('', 'hilf', 'mir', 'mit', 'PC-0231').lines).toMatchObject([{ query: 'PC-0231' }]);
});

it('reads a file that begins with a byte order mark and ends its lines as Windows does', () => {
  const { status, lines } = run('\uFEFF{"text":"Status"}\r\n{"text":"history"}\r\n');
  expect(lines).toMatchObject([{ intent: 'status' }, { intent: 'history' }]);
  expect(status).toBe(0);
});

it('without entities takes the two names for the bot and any other mention for a person', () => {
  const said = ['Remote Help', 'Device Assist', 'Tom Keller'].map((name) =>
    JSON.stringify({ text: `<at>${name}</at> my laptop is broken` }),
  );
  expect(run(said.join('\n')).lines).toMatchObject([
    { intent: 'help_device', query: null },
    { intent: 'help_device', query: null },
    { intent: 'none' },
  ]);
});
