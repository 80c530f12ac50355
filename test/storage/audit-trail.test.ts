import { Client } from 'pg';
import Libsql from 'libsql';
import type { Config } from '../../src/config';
import { beginSending, laptopId, link, minute, noon, second, tenant, tom } from '../request/stories';
import { accepted, cancelled, confirmed, graphAccess, move, open, otherTenant, sending } from './examples';
import { describeOnBoth } from './open-for-test';

type Row = Readonly<Record<string, string | number | null>>;

/** Asks the database as an administrator would, past the bot. */
async function query(database: Config['database'], sql: string): Promise<readonly Row[]> {
  if (database.kind === 'sqlite') {
    const file = new Libsql(database.file);
    try {
      const statement = file.prepare(sql);
      if (statement.reader) return statement.all([]) as Row[];
      statement.run([]);
      return [];
    } finally {
      file.close();
    }
  }
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describeOnBoth('the audit trail', (world) => {
  const ask = (sql: string) => query(world.fresh.database, sql);
  const trail = () => ask('select * from audit order by tenant, sequence');

  test('has a row an event, numbered without gaps within the tenant', async () => {
    const requested = await accepted(
      world.storage,
      await sending(world.storage, await open(world.storage.requests)),
    );
    await open(world.storage.requests, { tenant: otherTenant });
    await cancelled(world.storage, requested, noon + minute);
    const rows = await trail();
    expect(rows.map(({ sequence, type, person }) => [Number(sequence), type, person])).toEqual([
      [1, 'opened', tom],
      [2, 'confirmed', tom],
      [3, 'sending-started', null],
      [4, 'accepted', null],
      [5, 'closed', tom],
      [1, 'opened', tom],
    ]);
    expect(rows[4]).toMatchObject({ tenant, request: requested.request.id, device: laptopId });
    expect(Number(rows[4]?.['at'])).toBe(noon + minute);
    expect(rows.map(({ facts_json }) => JSON.parse(String(facts_json)) as unknown)).toEqual([
      { number: 1 },
      {},
      expect.objectContaining({ attempt: 1, form: 'direct', api: 'v1.0', clientRequestId: 'c0ffee' }),
      { graphRequestId: 'g1' },
      { outcome: 'withdrawn' },
      { number: 1 },
    ]);
  });

  test('a commit that was refused leaves no row', async () => {
    const opened = await open(world.storage.requests);
    await confirmed(world.storage, opened);
    await expect(cancelled(world.storage, opened)).rejects.toThrow();
    expect(await trail()).toHaveLength(2);
  });

  test('holds no link, no token, no name and nothing that was typed', async () => {
    const by = { form: 'user', api: 'v1.0', user: 'ana@contoso.com', device: laptopId } as const;
    const pressed = await confirmed(world.storage, await open(world.storage.requests));
    const intent = { ...beginSending(noon + 2 * second), address: by } as Parameters<typeof move>[2];
    const asked = await accepted(world.storage, await move(world.storage.requests, pressed, intent));
    await world.storage.vault.keepLink(asked.request, 'https://get.teamviewer.com/new', noon + minute);
    await world.storage.vault.keepAccess(asked.request, graphAccess(noon + minute));
    const seen = { ...link('new'), error: { text: 'Ana refused', fingerprint: 'e' } };
    await move(world.storage.requests, asked, { type: 'record-sight', at: noon + minute, seen });
    const refused = await confirmed(world.storage, await open(world.storage.requests));
    const occupant = { technicianName: 'Tom Keller', number: 1 };
    await move(world.storage.requests, refused, { type: 'refuse', at: noon, cause: 'occupied', occupant });
    const text = JSON.stringify(await trail());
    expect(text).toContain('session-ready');
    expect(text).toContain('occupiedBy');
    for (const secret of [
      'teamviewer',
      'eyJ',
      'Tom',
      'Ana',
      'contoso',
      'my laptop',
      'cannot print',
      'LAPTOP',
    ])
      expect(text).not.toContain(secret);
  });

  test.each([
    `update audit set type = 'opened'`,
    'delete from audit',
    'truncate audit',
    `insert or replace into audit select * from audit`,
    `insert into audit select * from audit on conflict (tenant, sequence) do update set type = 'x'`,
  ])('cannot be changed afterwards: %s', async (sql) => {
    await open(world.storage.requests);
    const before = await trail();
    // Statements that the other database does not know are refused too, as such.
    await expect(ask(sql)).rejects.toThrow(/append-only|syntax error/u);
    expect(await trail()).toEqual(before);
  });
});
