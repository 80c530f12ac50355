import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '../../src/storage/storage';
import { limits, minute, noon, tenant } from '../request/stories';
import { tamper } from './as-administrator';
import { accepted, cancelled, open, sending } from './examples';
import { describeOnBoth, freshFile, openFresh, standingClock } from './open-for-test';
import { DATA_KEY, run, urlOf } from './run-audit';

function expectWords({ code, out, err }: Awaited<ReturnType<typeof run>>, expected: number, words: string) {
  expect(code).toBe(expected);
  expect(expected === 2 ? err : out).toContain(words);
}

describeOnBoth('npm run audit -- verify, beside the running bot', (world) => {
  const verify = (options = '', env = {}) =>
    run(`verify ${options}`, { DATABASE_URL: urlOf(world), DATA_KEY, ...env });

  beforeEach(async () => {
    const { storage } = world;
    const requested = await accepted(storage, await sending(storage, await open(storage.requests)));
    await cancelled(storage, requested, noon + minute);
  });

  test('says of a trail in order how long it is and where it ends, and the end is known later', async () => {
    const first = await verify();
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      new RegExp(`^tenant ${tenant}: 5 rows, all in order\\. End 5:[0-9a-f]{64}\\n$`, 'u'),
    );
    const end = /End (\S+)/u.exec(first.out)?.[1] ?? '';
    await open(world.storage.requests);
    expect(await verify(`--end ${end}`)).toMatchObject({ code: 0 });
    const other = await verify(`--end 4${end.slice(1)}`);
    expectWords(other, 1, 'BROKEN: the noted end 4 is in no trail');
  });

  test('names the first broken row and the reason', async () => {
    await tamper(world.fresh.database, `update audit set at = 0 where sequence = 3`);
    const { code, out } = await verify();
    expect({ code, out }).toEqual({
      code: 1,
      out:
        `tenant ${tenant}: 2 rows chained from the first one.\n` +
        'BROKEN at row 3: it does not hold what was written, or does not follow the row before it.\n',
    });
  });

  test('a change of the data key is told until the operator says that it was expected', async () => {
    await world.storage.close();
    const newKey = createHash('sha256').update('another data key').digest();
    const { database } = world.fresh;
    world.storage = await openStorage({ database, dataKey: newKey, limits, clock: world.clock });
    await open(world.storage.requests);
    const env = { DATA_KEY: newKey.toString('base64') };
    expectWords(await verify('', env), 1, '--accept 6');
    expect(await verify('--accept 6', env)).toMatchObject({ code: 0 });
    // With the old key nobody can tell.
    expectWords(await verify('--accept 6'), 1, 'DATA_KEY');
  });

  test('without the key it says that it could not look at the seals', async () => {
    expectWords(await verify('', { DATA_KEY: '' }), 2, '--without-key');
    expectWords(await verify('--without-key', { DATA_KEY: '' }), 0, 'seals were not looked at');
  });

  test('derives the key as the bot does where there is no DATA_KEY', async () => {
    const env = { DATA_KEY: '', AAD_APP_CLIENT_SECRET: 'not~the~secret~of~this~bot' };
    expectWords(await verify('', env), 1, 'seal');
  });
});

describe('npm run audit, when it cannot', () => {
  const fresh = freshFile();
  afterAll(() => fresh.remove());
  const env = { DATABASE_URL: `file:${fresh.file}`, DATA_KEY };

  test.each([
    ['', /Nothing is no command/u],
    ['veriffy', /veriffy is no command/u],
    ['verify now', /now/u],
    ['verify --fast', /--fast/u],
    ['verify --end 5', /--end needs ROW:HASH/u],
    ['verify --accept last', /--accept needs the number of a row/u],
    ['verify --format csv', /--format/u],
    ['export', /--format must be one of: csv, jsonl/u],
    ['export --format xml', /--format must be one of: csv, jsonl/u],
    ['export --format csv --from yesterday', /--from needs a day/u],
    ['export --format csv --from 2026-02-30', /--from needs a day/u],
    ['export --format csv --to 2026-11-25T14:30', /--to needs a day/u],
    ['export --format csv --from 2026-11-25 --to 2026-11-24', /--from must come before --to/u],
    ['export --format csv --device LAPTOP-7', /--device needs the id/u],
    ['export --format csv --out', /--out/u],
    ['erase', /either --person or --before/u],
    ['erase --person x --before 2026-01-01', /either --person or --before/u],
    ['erase --before last-year', /--before needs a day/u],
    ['verify', /There is no database at .*bot\.db/u],
  ])('audit %s: says what is wrong', async (given, words) => {
    const { code, out, err } = await run(given, env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
  });

  test.each([
    ['postgres://bot:secret@127.0.0.1:1/bot', /gives no answer: nothing listens there/u],
    ['mysql://bot:secret@host/bot', /DATABASE_URL must be/u],
    [`file:${join(tmpdir())}`, /gives no answer|belongs to another account/u],
  ])('a database that is not there, %s: says so and no password', async (DATABASE_URL, words) => {
    const { code, err } = await run('verify', { ...env, DATABASE_URL });
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(err).not.toContain('secret');
  });

  test('a file that is no database, and one that no bot has ever used', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'device-assist-'));
    writeFileSync(join(folder, 'text.db'), 'This is no database at all, only words.'.repeat(200));
    writeFileSync(join(folder, 'empty.db'), '');
    const at = (name: string) => run('verify', { ...env, DATABASE_URL: `file:${join(folder, name)}` });
    expectWords(await at('text.db'), 2, 'gives no answer');
    expectWords(await at('empty.db'), 2, 'not up to date');
  });

  test('a database of which the bot has just begun', async () => {
    const storage = await openFresh(fresh, standingClock(noon));
    expect(await run('verify', env)).toMatchObject({ code: 0, out: 'The database holds no trail yet.\n' });
    await storage.close();
    expect(await run('verify', env)).toMatchObject({ code: 0 });
  });

  test('--help says everything', async () => {
    const { code, out } = await run('--help', {});
    expect(code).toBe(0);
    for (const option of ['--end', '--accept', '--without-key', 'export', 'erase', 'Exit code'])
      expect(out).toContain(option);
  });
});
