import { checkTrails } from '../../src/storage/audit-check';
import { sealEndUnder } from '../../src/storage/audit-chain';
import { openBeside } from '../../src/storage/database/beside';
import { openStorage } from '../../src/storage/storage';
import { limits, tenant } from '../request/stories';
import { query } from './as-administrator';
import { open, otherTenant } from './examples';
import { firstKey, firstRows, makeFirstRelease, type FirstRows } from './first-release';
import { describeOnBoth, type World } from './open-for-test';

/** Instead of the database of the newest schema: one that the first release left, updated by the bot. */
async function update(world: World, rows: FirstRows = firstRows): Promise<void> {
  await world.storage.close();
  await world.fresh.remove();
  world.fresh = await world.empty();
  await makeFirstRelease(world.fresh.database, rows);
  await world.pass(0); // the new database tells the time of the test, too
  const { database } = world.fresh;
  world.storage = await openStorage({ database, dataKey: firstKey, limits, clock: world.clock });
}

async function check({ fresh }: World) {
  const beside = await openBeside(fresh.database);
  const checked = await checkTrails(beside.db, { seal: sealEndUnder(firstKey) });
  await beside.close();
  return checked.map(({ tenant, end, flaws }) => ({ tenant, rows: end.sequence, flaws }));
}

const oldTrail = firstRows['audit'] ?? [];
const rowsOf = (tenant: string) => oldTrail.filter((row) => row['tenant'] === tenant);

describeOnBoth('the audit trail of the first release', (world) => {
  test('is chained with all that it told, and nobody was lost', async () => {
    await update(world);
    const rows = await query(world.fresh.database, 'select * from audit order by tenant, sequence');
    const people = await query(world.fresh.database, 'select * from audit_people');
    const personBehind = (actor: unknown) =>
      people.find(({ pseudonym }) => pseudonym === actor)?.['person'] ?? null;
    const numbers = new Map(firstRows['requests']?.map(({ id, number }) => [id, number]));
    expect(
      rows.map(({ tenant, sequence, subject, at, type, actor, device, facts_json, subject_kind, number }) => [
        ...[tenant, Number(sequence), subject, Number(at), type, personBehind(actor), device, facts_json],
        ...[subject_kind, Number(number)],
      ]),
    ).toEqual(
      oldTrail.map(({ tenant, sequence, request, at, type, person, device, facts_json }) => [
        ...[tenant, sequence, request, at, type, person, device, facts_json],
        ...['request', numbers.get(request ?? '')],
      ]),
    );
  });

  test('says that its seal begins with the update, and is in order from its first row on', async () => {
    await update(world);
    const [here, there] = [rowsOf(tenant).length, rowsOf(otherTenant).length];
    expect(await check(world)).toEqual([
      { tenant, rows: here, flaws: [{ kind: 'end-unsealed', row: here }] },
      { tenant: otherTenant, rows: there, flaws: [{ kind: 'end-unsealed', row: there }] },
    ]);
    await open(world.storage.requests);
    const begun = { kind: 'sealed-anew', row: here + 1, why: 'no-seal', sealed: here };
    expect((await check(world))[0]).toEqual({ tenant, rows: here + 2, flaws: [begun] });
  });

  test('is append-only again after the update', async () => {
    await update(world);
    const before = await query(world.fresh.database, 'select * from audit order by tenant, sequence');
    for (const sql of [`update audit set type = 'x'`, 'delete from audit'])
      await expect(query(world.fresh.database, sql)).rejects.toThrow('append-only');
    expect(await query(world.fresh.database, 'select * from audit order by tenant, sequence')).toEqual(
      before,
    );
  });

  test('may be long', async () => {
    const [first] = rowsOf(tenant);
    const audit = Array.from({ length: 1234 }, (_, index) => ({ ...first, sequence: index + 1 }));
    await update(world, { ...firstRows, audit: audit as unknown as typeof oldTrail });
    expect((await check(world))[0]).toMatchObject({
      rows: 1234,
      flaws: [{ kind: 'end-unsealed' }, expect.anything()],
    });
  });

  test('requests, people and what was sealed are as they were', async () => {
    await update(world);
    const { requests, vault } = world.storage;
    for (const { id, state } of firstRows['requests'] ?? []) {
      const stored = await requests.load(id as Parameters<typeof requests.load>[0]);
      expect(stored?.request).toEqual(JSON.parse(String(state)));
      if (stored?.request.status === 'ready')
        expect(await vault.link(stored.request)).toContain('teamviewer');
    }
    expect((await open(requests)).request.number).toBe(4);
  });
});
