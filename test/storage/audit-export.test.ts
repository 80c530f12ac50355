import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../../src/operator/audit/audit';
import { ana, laptop, laptopId, minute, noon, second, tenant, tom } from '../request/stories';
import { query } from './as-administrator';
import { accepted, anotherDevice, cancelled, open, sending } from './examples';
import { describeOnBoth, freshFile, openFresh, standingClock, type World } from './open-for-test';
import { runBeside } from './run-audit';

type Line = Readonly<Record<string, string | number | null>> & { readonly facts: object };
const linesOf = (jsonl: string) =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

/** A file after RFC 4180, read by its letter: every cell in quotes, lines end with CR LF. */
function readCsv(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).split('\r\n');
  return lines.map((line) => {
    expect(line).toMatch(/^"(?:[^"\r\n]|"")*"(?:,"(?:[^"\r\n]|"")*")*$/u);
    const cells = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gu)];
    return cells.map(([, cell]) => cell?.replaceAll('""', '"') ?? '');
  });
}

describeOnBoth('npm run audit -- export, beside the running bot', (world) => {
  const exported = async (options = '') => {
    const { code, out, err } = await runBeside(world, `export ${options}`);
    expect(code).toBe(0);
    expect(err).toMatch(/^\d+ rows?\.\n$/u);
    return out;
  };

  beforeEach(() => history(world));

  test('has all that was written, by people, in either format', async () => {
    const lines = linesOf(await exported('--format jsonl'));
    expect(lines.map(({ row, event, person, number }) => [row, event, person, number])).toEqual([
      [1, 'opened', tom, 1],
      [2, 'confirmed', tom, 1],
      [3, 'sending-started', null, 1],
      [4, 'accepted', null, 1],
      [5, 'closed', tom, 1],
      [6, 'opened', ana, 2],
    ]);
    expect(lines[2]).toMatchObject({
      time: '2026-11-22T12:00:02.000Z',
      ...{ tenant, device: laptopId, client_request_id: 'c0ffee', facts: { attempt: 1 } },
    });
    expect(lines[3]).toMatchObject({ graph_request_id: 'g1' });
    const [head = [], ...rows] = readCsv(await exported('--format csv'));
    const facts = head.indexOf('facts');
    expect(rows.map((row) => JSON.parse(row[facts] ?? '') as unknown)).toEqual(
      lines.map((line) => line.facts),
    );
    for (const [at, name] of head.entries())
      if (name !== 'facts')
        expect(rows.map((row) => row[at])).toEqual(lines.map((line) => String(line[name] ?? '')));
  });

  test.each([
    ['--from 2026-11-22T12:00:02Z', [3, 4, 5, 6]],
    ['--to 2026-11-22T12:00:02Z', [1, 2]],
    ['--from 2026-11-22 --to 2026-11-22', [1, 2, 3, 4, 5, 6]],
    ['--from 2026-11-23', []],
    ['--to 2026-11-21', []],
    ['--to 2026-11-22T14:00:01+02:00', [1]],
    [`--device ${laptopId.toUpperCase()}`, [1, 2, 3, 4, 5]],
    [`--person ${ana}`, [6]],
    [`--person ANA@contoso.com`, [6]],
    [`--person ${tom} --from 2026-11-22T12:00:30Z`, [5]],
    ['--person 99999999-9999-4999-8999-999999999999', []],
  ])('%s', async (options, rows) => {
    expect(linesOf(await exported(`--format jsonl ${options}`)).map(({ row }) => row)).toEqual(rows);
  });

  test('names stand in it only when they are asked for', async () => {
    for (const name of ['Tom', 'LAPTOP', 'Ana']) expect(await exported('--format csv')).not.toContain(name);
    await world.storage.people.learn(tenant, tom, { name: 'Tom Keller' });
    expect(linesOf(await exported('--format jsonl --names'))[0]).toMatchObject({
      ...{ person_name: 'Tom Keller', device_name: 'LAPTOP-7F3K' },
    });
    expect(linesOf(await exported('--format jsonl --names'))[2]).toMatchObject({ person_name: null });
  });

  test.each([
    '=HYPERLINK("http://x")',
    '+1',
    '-1',
    '@cmd',
    '\u001b[31mred',
    'a"b,c',
    'two\r\nlines',
    '\u202Egnp.exe',
    'n\u0000ul',
  ])('a device with a hostile name is one inert cell: %j', async (name) => {
    await open(world.storage.requests, { device: { ...anotherDevice(), name } });
    const [head = [], ...rows] = readCsv(await exported('--format csv --names'));
    const cell = rows.at(-1)?.[head.indexOf('device_name')] ?? '';
    expect(rows.at(-1)).toHaveLength(head.length);
    expect(cell).not.toMatch(/^[=+\-@]|[\u0000-\u001f\u202e]/u);
  });

  test('somebody who is known under a sign-in name no more is asked for by id', async () => {
    const { code, err } = await runBeside(world, 'export --format csv --person nobody@contoso.com');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('directory id') as string });
  });

  test('a file is written for one account alone, and never over another one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'device-assist-'));
    const file = join(folder, 'trail.csv');
    const first = await runBeside(world, `export --format csv --out ${file}`);
    expect(first).toEqual({ code: 0, out: '', err: `6 rows in ${file}.\n` });
    expect(readFileSync(file, 'utf8')).toBe(await exported('--format csv'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const second = await runBeside(world, `export --format csv --out ${file}`);
    expect(second).toEqual({ code: 2, out: '', err: `${file} is there already; it is not overwritten.\n` });
    const nowhere = await runBeside(world, `export --format csv --out ${join(folder, 'no', 'x.csv')}`);
    expect(nowhere.err).toContain('ENOENT');
    rmSync(folder, { recursive: true });
  });
});

async function history({ storage }: World): Promise<void> {
  const requested = await accepted(storage, await sending(storage, await open(storage.requests)));
  await cancelled(storage, requested, noon + minute);
  const technician = { id: ana, name: 'Ana Souza' };
  const user = { id: ana, name: 'Ana', signInName: 'ana@contoso.com' };
  await open(storage.requests, {
    technician,
    device: { ...anotherDevice(), user },
    at: noon + 2 * minute + second,
  });
}

test('a hundred thousand rows go out a page at a time', async () => {
  const fresh = freshFile();
  const storage = await openFresh(fresh, standingClock(noon));
  await open(storage.requests, { device: laptop });
  const columns = 'tenant, at, type, actor, subject_kind, subject, number, device, facts_json, hash';
  await query(
    fresh.database,
    `insert into audit (sequence, ${columns})
       with recursive many(n) as (select 2 union all select n + 1 from many where n < 100000)
       select n, ${columns} from many, audit where sequence = 1`,
  );
  let [largest, bytes] = [0, 0];
  const code = await audit(['export', '--format', 'csv'], {
    env: { DATABASE_URL: `file:${fresh.file}` },
    out: (text) => {
      [largest, bytes] = [Math.max(largest, text.length), bytes + text.length];
      return Promise.resolve();
    },
    err: (text) => {
      expect(text).toBe('100000 rows.\n');
    },
    now: () => noon,
  });
  expect(code).toBe(0);
  expect(bytes).toBeGreaterThan(20_000_000);
  expect(largest).toBeLessThan(1_000_000);
  await storage.close();
  await fresh.remove();
});
