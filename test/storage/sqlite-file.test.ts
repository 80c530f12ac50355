import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { Unreachable } from '../../src/desk/troubles';
import { requestId } from '../../src/request/ids';
import { openDatabase } from '../../src/storage/database/database';
import type { Db } from '../../src/storage/database/tables';
import { DatabaseInUse, type Storage } from '../../src/storage/storage';
import { minute, must, noon, tenant, tom } from '../request/stories';
import { bearer, graphAccess, open, placeIn } from './examples';
import { freshFile, openFresh, standingClock } from './open-for-test';

const fresh = freshFile();
const clock = standingClock(noon);
let storage: Storage | undefined;

const opened = async () => (storage = await openFresh(fresh, clock));

afterEach(async () => {
  await storage?.close();
  storage = undefined;
});

afterAll(() => fresh.remove());

/** Another bot process on the same file; resolves when it holds the database, with the id of its request. */
async function anotherBot(): Promise<{ readonly child: ChildProcess; readonly request: string }> {
  const script = join(__dirname, 'hold-database.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, fresh.file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, request: line.toString().trim() };
}

test('whatever was committed has reached the disk, and a reader holds up no writer', async () => {
  const database = await openDatabase(fresh.database);
  expect(await pragma(database.db, 'synchronous')).toBe(2); // full
  expect(await pragma(database.db, 'journal_mode')).toBe('wal');
  await database.close();
});

/** As it is on this connection: most pragmas are forgotten with it. */
async function pragma(db: Db, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return rows[0]?.[name];
}

test('a file that cannot grow any more is told as a database that cannot be reached', async () => {
  const database = await openDatabase(fresh.database);
  await sql`pragma max_page_count = 1`.execute(database.db); // as many as there are
  const fill = async () => {
    for (;;)
      await sql`insert into memories values (${randomUUID()}, 'tom', ${'x'.repeat(1000)}, 0)`.execute(
        database.db,
      );
  };
  const error = await fill().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Unreachable);
  expect(error).toHaveProperty('cause.code', 'SQLITE_FULL');
  await database.close();
});

test('a second bot on the same file is refused within two seconds, in words', async () => {
  await opened();
  const start = performance.now();
  const second = openFresh(fresh, clock);
  await expect(second).rejects.toBeInstanceOf(DatabaseInUse);
  await expect(second).rejects.toThrow(/bot\.db is in use by another bot\. Stop that one first/u);
  expect(performance.now() - start).toBeLessThan(2000);
});

test('another name for the same file is the same file', async () => {
  await opened();
  const link = join(dirname(fresh.file), 'link.db');
  symlinkSync(fresh.file, link);
  const second = openFresh({ ...fresh, database: { kind: 'sqlite', file: link } }, clock);
  await expect(second).rejects.toBeInstanceOf(DatabaseInUse);
});

test('a bot that was killed leaves the file free, and everything it had committed', async () => {
  const { child, request } = await anotherBot();
  await expect(openFresh(fresh, clock)).rejects.toBeInstanceOf(DatabaseInUse);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { requests } = await opened();
  expect((await requests.load(must(requestId(request))))?.request.status).toBe('draft');
});

test('another process reads the file while the bot works on it', async () => {
  const { requests } = await opened();
  const before = Number(countElsewhere());
  await open(requests);
  expect(Number(countElsewhere())).toBe(before + 1);
});

function countElsewhere(): string {
  const script = `
    const file = new (require('libsql'))(process.argv[1]);
    console.log(file.prepare('select count(*) as n from requests').all([])[0].n);`;
  return execFileSync(process.execPath, ['-e', script, fresh.file], { encoding: 'utf8' });
}

test('a closed file opens again with what was in it, and the migrations find nothing to do', async () => {
  const first = await opened();
  const { request } = await open(first.requests);
  await first.close();
  expect(await first.isReady()).toBe(false);
  const again = await opened();
  expect((await again.requests.load(request.id))?.request).toEqual(request);
  expect(await again.isReady()).toBe(true);
});

test('after a stop everything is in the file itself: a copy of it alone is whole', async () => {
  const { request } = await open((await opened()).requests);
  await storage?.close();
  const copy = freshFile();
  mkdirSync(dirname(copy.file), { recursive: true });
  copyFileSync(fresh.file, copy.file);
  storage = await openFresh(copy, clock);
  expect(await storage.requests.load(request.id)).toMatchObject({ version: 1 });
  await copy.remove();
});

test('links, tokens, tickets and remembered words stand nowhere in the bytes of the files', async () => {
  const { requests, vault, tickets, memory } = await opened();
  const { request } = await open(requests);
  await vault.keepLink(request, 'https://get.teamviewer.com/s87654321', noon + minute);
  await vault.keepAccess(request, graphAccess(noon + minute));
  const contents = { verifier: 'pkce-verifier', browser: 'b', place: placeIn(tenant), language: 'en' };
  const ticket = await tickets.issue('sign-in-state', bearer, contents, noon + minute);
  const wish = { kind: 'message', text: 'my printer is on fire', mentions: [] } as const;
  await memory.remember(tenant, tom, { ...wish, place: placeIn(tenant), language: 'en' }, noon + minute);
  const folder = dirname(fresh.file);
  const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  expect(bytes.includes(request.id)).toBe(true);
  for (const secret of ['s87654321', 'eyJ-the-token', 'pkce-verifier', ticket, 'printer is on fire'])
    expect(bytes.includes(secret)).toBe(false);
});

test('what cannot be a database is told as a database that cannot be reached, and stays free', async () => {
  const file = join(dirname(fresh.file), 'letter.db');
  writeFileSync(file, 'Dear database, '.repeat(1000));
  const letter = { ...fresh, database: { kind: 'sqlite', file } } as const;
  for (let round = 0; round < 2; round += 1)
    await expect(openFresh(letter, clock)).rejects.toBeInstanceOf(Unreachable);
  const folder = join(dirname(fresh.file), 'folder.db');
  mkdirSync(folder);
  const noFile = { ...fresh, database: { kind: 'sqlite', file: folder } } as const;
  await expect(openFresh(noFile, clock)).rejects.toBeInstanceOf(Unreachable);
});
