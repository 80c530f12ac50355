import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Libsql from 'libsql';
import { certificateReader } from '../../src/operator/checks/server-certificate';
import type { World } from '../../src/operator/doctor';
import { ordinaryLimits } from '../../src/request/help-request';
import type { Ask, Reply } from '../../src/sandbox/http';
import { openStorage } from '../../src/storage/storage';
import { play, type Play } from '../whole-bot/play';
import { certificateUntil } from './doctor-certificate';
import { complete, emptyFolder, find, NOBODY, says, serverThat, worldOf } from './doctor-world';

// The bot through its public address, and its database: with the real bot in the sandbox, and with what people
// put in its place.

const DAY = 24 * 60 * 60 * 1000;
const routes = ['public-url-alive', 'public-url-ready', 'public-url-messages', 'public-url-sign-in'];

describe('with a running bot', () => {
  let played: Play;
  beforeAll(async () => {
    played = await play();
  });
  afterAll(() => played.stop());

  test.each([
    ...routes.map((check) => [check, /./u] as const),
    ['database-opens', /running bot/u],
    ['database-writable', /running bot/u],
    ['database-migrated', /running bot/u],
    ['database-lock', /holds its lock/u],
  ] as const)('%s is in order', async (check, finding) => {
    expect(await find(check, worldOf(played.sandbox.environment()))).toMatchObject(says('ok', finding));
  });

  test('a lock is held, and no bot answers where it should', async () => {
    const env = played.sandbox.environment({ PORT: new URL(NOBODY).port });
    expect(await find('database-lock', worldOf(env))).toMatchObject(
      says('warning', /no bot answers on port 20009/u),
    );
  });
});

describe('through the public address', () => {
  const look = (check: string, publicUrl: string) =>
    find(check, worldOf({ ...complete, PUBLIC_URL: publicUrl }));

  test.each(routes)('%s: nobody listens there', async (check) => {
    expect(await look(check, NOBODY)).toMatchObject({ status: 'problem' });
  });

  const somebodyElse = () => ({ status: 200, body: '<html>Welcome to nginx!</html>' });
  test.each<[string, string, (ask: Ask) => Reply, ...Parameters<typeof says>]>([
    ['somebody else answers', 'public-url-alive', somebodyElse, 'problem', /not this bot/u],
    ['somebody else answers', 'public-url-ready', somebodyElse, 'problem', /not this bot/u],
    ['somebody else answers', 'public-url-sign-in', somebodyElse, 'problem', /does not show the page/u],
    ['the bot has lost its database', 'public-url-ready', () => ({ status: 503 }), 'problem', /database/u],
    ['anybody may write', 'public-url-messages', somebodyElse, 'problem', /from anybody/u],
    ['the proxy passes no POST', 'public-url-messages', () => ({ status: 405 }), 'problem', /not reach/u],
    ['the bot has no keys', 'public-url-messages', () => ({ status: 503 }), 'cannot-tell', /no keys/u],
  ])('%s: %s', async (_about, check, answer, ...said) => {
    expect(await look(check, await serverThat(answer))).toMatchObject(says(...said));
  });
});

describe('the certificate of the public address', () => {
  async function look(days: number, trusts: boolean) {
    const { certificate, privateKey } = certificateUntil(Date.now() + days * DAY + 60_000);
    const server = createServer({ cert: certificate, key: privateKey }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // a TCP server that listens has one
    const env = { ...complete, PUBLIC_URL: `https://localhost:${port}` };
    const readCertificate = certificateReader(trusts ? certificate : undefined);
    const finding = await find('public-url-certificate', worldOf(env, { readCertificate }));
    server.close();
    return finding;
  }

  test.each<[string, number, boolean, ...Parameters<typeof says>]>([
    ['trusted', 90, true, 'ok', /in 90 days/u],
    ['about to end', 10, true, 'warning', /in 10 days/u],
    ['expired', -3, true, 'problem', /ended on/u],
    ['trusted by nobody', 90, false, 'problem', /self-signed/u],
  ])('%s', async (_about, days, trusts, ...said) => {
    expect(await look(days, trusts)).toMatchObject(says(...said));
  });

  test('there is none without https, and none where nobody listens', async () => {
    for (const address of ['http://127.0.0.1:9', 'https://127.0.0.1:9'])
      expect(
        await find('public-url-certificate', worldOf({ ...complete, PUBLIC_URL: address })),
      ).toMatchObject({
        status: 'problem',
      });
  });
});

describe('the database', () => {
  const databaseIn = (folder: string) => ({ ...complete, DATABASE_URL: `file:${join(folder, 'bot.db')}` });
  const lookIn = (check: string, folder: string) => find(check, worldOf(databaseIn(folder), { folder }));

  /** A database of a bot that has stopped. */
  async function leftBehind(): Promise<string> {
    const folder = emptyFolder();
    const database = { kind: 'sqlite', file: join(folder, 'bot.db') } as const;
    const clock = { now: () => Date.now(), monotonic: () => performance.now() };
    const storage = await openStorage({ database, dataKey: Buffer.alloc(32), limits: ordinaryLimits, clock });
    await storage.close();
    return folder;
  }

  test('of a bot that has stopped: opens, takes writes, is up to date, and nobody holds it', async () => {
    const folder = await leftBehind();
    const world: World = worldOf(databaseIn(folder), { folder });
    expect(await find('database-opens', world)).toMatchObject(says('ok', /opens/u));
    expect(await find('database-writable', world)).toMatchObject(says('ok', /new tables too/u));
    expect(await find('database-migrated', world)).toMatchObject(says('ok', /up to date/u));
    expect(await find('database-lock', world)).toMatchObject(says('ok', /Nobody holds/u));
  });

  test('looking leaves no table behind', async () => {
    const folder = await leftBehind();
    await lookIn('database-writable', folder);
    const raw = new Libsql(join(folder, 'bot.db'));
    const tables = raw
      .prepare("select name from sqlite_master where name like 'device_assist_doctor%'")
      .all();
    raw.close();
    expect(tables).toEqual([]);
  });

  test('none yet: the first start will make it, and the doctor does not', async () => {
    const folder = emptyFolder();
    expect(await lookIn('database-opens', folder)).toMatchObject(says('ok', /first start/u));
    expect(await lookIn('database-lock', folder)).toMatchObject(says('ok', /first start/u));
  });

  test('none yet, and none can be made', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'in-the-way'), '');
    const finding = await lookIn('database-opens', join(folder, 'in-the-way'));
    expect(finding).toMatchObject(says('problem', /can make none/u));
  });

  test('something else than a database', async () => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'bot.db'),
      'These are minutes of a meeting, and no database at all. '.repeat(40),
    );
    expect(await lookIn('database-opens', folder)).toMatchObject(says('problem', /SQLITE_NOTADB/u));
    expect(await lookIn('database-lock', folder)).toMatchObject(says('cannot-tell', /cannot be opened/u));
  });

  test('a PostgreSQL server that is not there, without its password in the finding', async () => {
    const world = worldOf({ ...complete, DATABASE_URL: 'postgres://bot:hidden@127.0.0.1:9/bot' });
    const finding = await find('database-opens', world);
    expect(finding).toMatchObject(says('problem', /nothing listens there/u));
    expect(JSON.stringify(finding)).not.toContain('hidden');
    expect(await find('database-lock', world)).toMatchObject(says('ok', /several instances/u));
  });

  test('somebody else writes all the time', async () => {
    const folder = await leftBehind();
    const raw = new Libsql(join(folder, 'bot.db'));
    raw.exec('begin immediate');
    const finding = await lookIn('database-writable', folder);
    raw.exec('rollback');
    raw.close();
    expect(finding).toMatchObject(says('problem', /no writes \(SQLITE_BUSY\)/u));
  });

  test.each<[string, ...Parameters<typeof says>]>([
    ["insert into device_assist_migrations values ('9999-of-tomorrow', 'x')", 'problem', /9999-of-tomorrow/u],
    ['delete from device_assist_migrations', 'warning', /0001-first-tables/u],
    ['drop table device_assist_migrations', 'warning', /0001-first-tables/u],
  ])('not of this version: %s', async (change, ...said) => {
    const folder = await leftBehind();
    const raw = new Libsql(join(folder, 'bot.db'));
    raw.exec(change);
    raw.close();
    expect(await lookIn('database-migrated', folder)).toMatchObject(says(...said));
  });
});
