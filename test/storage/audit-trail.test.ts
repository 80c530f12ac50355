import fc from '../setup/generated';
import { factNames, factsJson, type FactName } from '../../src/storage/audit-entry';
import { beginSending, laptopId, link, minute, noon, second, tenant, tom } from '../request/stories';
import { query } from './as-administrator';
import { accepted, cancelled, confirmed, graphAccess, move, open, otherTenant, sending } from './examples';
import { describeOnBoth } from './open-for-test';

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
    const people = await ask('select * from audit_people');
    const who = new Map(people.map(({ pseudonym, person }) => [pseudonym, person]));
    expect(
      rows.map(({ sequence, type, actor }) => [Number(sequence), type, actor && who.get(actor)]),
    ).toEqual([
      [1, 'opened', tom],
      [2, 'confirmed', tom],
      [3, 'sending-started', null],
      [4, 'accepted', null],
      [5, 'closed', tom],
      [1, 'opened', tom],
    ]);
    expect(rows[4]).toMatchObject({ tenant, subject: requested.request.id, device: laptopId });
    expect(rows.map(({ subject_kind, number }) => [subject_kind, Number(number)])).toEqual(
      Array(6).fill(['request', 1]),
    );
    expect(Number(rows[4]?.['at'])).toBe(noon + minute);
    expect(rows.map(({ facts_json }) => JSON.parse(String(facts_json)) as unknown)).toEqual([
      {},
      {},
      expect.objectContaining({ attempt: 1, form: 'direct', api: 'v1.0', clientRequestId: 'c0ffee' }),
      { graphRequestId: 'g1' },
      { outcome: 'withdrawn' },
      {},
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

  test('holds what people did beside their requests, and when', async () => {
    const { acts } = world.storage;
    const by = { tenant, by: tom } as const;
    await acts.record({ ...by, type: 'signed-in' });
    await acts.record({ ...by, type: 'looked-up', how: 'serial-number', found: 1, device: laptopId });
    await acts.record({ ...by, type: 'looked-up', how: 'people', found: 3 });
    await acts.record({ ...by, type: 'turned-away', why: 'guest' });
    const rows = await trail();
    expect(rows.map(({ type, device, subject, facts_json }) => [type, device, subject, facts_json])).toEqual([
      ['signed-in', null, null, '{}'],
      ['looked-up', laptopId, null, '{"found":1,"how":"serial-number"}'],
      ['looked-up', null, null, '{"found":3,"how":"people"}'],
      ['turned-away', null, null, '{"why":"guest"}'],
    ]);
    expect(new Set(rows.map(({ actor }) => actor)).size).toBe(1);
    expect(rows.map(({ at }) => Number(at))).toEqual(Array(4).fill(noon));
  });

  test('knows people by a name of its own, a different one in each tenant', async () => {
    await open(world.storage.requests);
    await open(world.storage.requests);
    await open(world.storage.requests, { tenant: otherTenant });
    const actors = (await trail()).map(({ actor }) => String(actor));
    expect(new Set(actors).size).toBe(2);
    for (const actor of actors) expect(actor).toMatch(/^[0-9a-f]{64}$/u);
    expect(JSON.stringify(await trail())).not.toContain(tom);
  });
});

test('no sentence, link, sign-in name or token gets among the facts, whatever name it comes under', () => {
  const names = fc.constantFrom<FactName>(...factNames);
  const secrets = fc.oneof(
    fc.webUrl(),
    fc.emailAddress(),
    fc.string({ unit: 'binary', minLength: 65 }),
    fc.lorem({ mode: 'sentences' }).map((text) => `${text} ${text}`),
    fc.constantFrom('a b', '=cmd', '\u001b[31m', 'Ana\n', 'x\0', 'eyJhbGciOiJSUzI1NiJ9.'.repeat(4)),
  );
  fc.assert(
    fc.property(names, secrets, (name, secret) => {
      expect(JSON.parse(factsJson({ [name]: secret }))).toEqual({ [name]: '?' });
    }),
  );
});
