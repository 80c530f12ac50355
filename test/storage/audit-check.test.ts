import { checkTrails, type CheckedTrail, type Flaw } from '../../src/storage/audit-check';
import { sealEndUnder } from '../../src/storage/audit-chain';
import { openBeside } from '../../src/storage/database/beside';
import { openStorage } from '../../src/storage/storage';
import { limits, minute, noon, tenant } from '../request/stories';
import { query, tamper } from './as-administrator';
import { accepted, cancelled, open, otherTenant, sending } from './examples';
import { dataKey, describeOnBoth, type World } from './open-for-test';

const seal = sealEndUnder(dataKey);

async function check(world: World, checking: Parameters<typeof checkTrails>[1] = { seal }) {
  const beside = await openBeside(world.fresh.database);
  try {
    return await checkTrails(beside.db, checking);
  } finally {
    await beside.close();
  }
}

const flawsOf = (checked: readonly CheckedTrail[]): readonly Flaw[] => checked.flatMap(({ flaws }) => flaws);

/** Seven rows of two requests in one tenant, one row in another. */
async function history({ storage }: World): Promise<void> {
  const requested = await accepted(storage, await sending(storage, await open(storage.requests)));
  await cancelled(storage, requested, noon + minute);
  await cancelled(storage, await open(storage.requests));
  await open(storage.requests, { tenant: otherTenant });
}

const here = `tenant = '${tenant}'`;

describeOnBoth('the check of the trail', (world) => {
  beforeEach(() => history(world));

  test('finds nothing wrong where nobody was at it', async () => {
    const checked = await check(world);
    expect(flawsOf(checked)).toEqual([]);
    expect(checked.map(({ tenant, end }) => [tenant, end.sequence])).toEqual([
      [tenant, 7],
      [otherTenant, 1],
    ]);
  });

  test('finds nothing wrong while a bot goes on writing', async () => {
    const writing = Promise.all(Array.from({ length: 10 }, () => open(world.storage.requests)));
    const checks = await Promise.all([check(world), check(world), check(world)]);
    await writing;
    expect(checks.flatMap(flawsOf)).toEqual([]);
  });

  test.each([
    `at = at + 1`,
    `type = 'looked'`,
    `actor = null`,
    `actor = 'x'`,
    `subject_kind = 'case'`,
    `subject = 'x'`,
    `subject = null`,
    `number = 2`,
    `device = 'x'`,
    `facts_json = '{"why":"x"}'`,
    `facts_json = facts_json || ' '`,
    `hash = 'x'`,
  ])('finds the row in which somebody set %s', async (change) => {
    await tamper(world.fresh.database, `update audit set ${change} where ${here} and sequence = 2`);
    expect((await check(world))[0]?.flaws[0]).toEqual({ kind: 'row-changed', row: 2 });
  });

  test.each([
    ['a row was taken out', `delete from audit where ${here} and sequence = 3`, 'row-missing', 3],
    ['the first row was taken out', `delete from audit where ${here} and sequence = 1`, 'row-missing', 1],
    ['a row was moved', `update audit set sequence = 30 where ${here} and sequence = 3`, 'row-missing', 3],
    ['a row went to the other tenant', moveRow(3), 'row-missing', 3],
    [
      'all that follows moved up',
      `delete from audit where ${here} and sequence = 3; update audit set sequence = -sequence where ${here} and sequence > 3; update audit set sequence = -sequence - 1 where ${here} and sequence < 0`,
      'row-changed',
      3,
    ],
    [
      'two rows changed places',
      `update audit set sequence = 30 where ${here} and sequence = 3; update audit set sequence = 3 where ${here} and sequence = 4; update audit set sequence = 4 where ${here} and sequence = 30`,
      'row-changed',
      3,
    ],
    ['a row was put before the first', copyRow(1, 0), 'row-missing', 1],
  ])('%s', async (_, sql, kind, row) => {
    await tamper(world.fresh.database, ...sql.split('; '));
    expect((await check(world))[0]?.flaws[0]).toEqual({ kind, row });
  });

  test('a row of one tenant put behind the trail of another', async () => {
    await tamper(world.fresh.database, moveRow(7));
    expect(flawsOf(await check(world))).toEqual([
      { kind: 'end-cut-off', row: 6, sealed: 7 },
      { kind: 'row-missing', row: 2 },
    ]);
  });

  test('the end that was cut off', async () => {
    await tamper(world.fresh.database, `delete from audit where ${here} and sequence > 5`);
    expect(flawsOf(await check(world))).toEqual([
      { kind: 'end-cut-off', row: 5, sealed: 7 },
      { kind: 'request-untold', number: 2 },
    ]);
  });

  test('an end that was cut off together with the end that was written down', async () => {
    const { database } = world.fresh;
    await tamper(
      database,
      `delete from audit where ${here} and sequence > 5`,
      `update audit_ends set sequence = 5, hash = (select hash from audit where ${here} and sequence = 5) where ${here}`,
    );
    expect((await check(world))[0]?.flaws[0]).toEqual({ kind: 'seal-broken', row: 5 });
    // Whoever looks without the key cannot see it.
    expect((await check(world, {}))[0]?.flaws[0]).toEqual({ kind: 'request-untold', number: 2 });
    // The bot goes on, and its new seal covers nothing up.
    await open(world.storage.requests);
    expect((await check(world))[0]?.flaws[0]).toEqual({
      ...{ kind: 'sealed-anew', row: 6, why: 'other-key', sealed: 5 },
    });
  });

  test('rows that were cut off stay known when the bot goes on', async () => {
    await tamper(world.fresh.database, `delete from audit where ${here} and sequence = 7`);
    await open(world.storage.requests);
    expect((await check(world))[0]?.flaws).toEqual([
      { kind: 'sealed-anew', row: 7, why: 'other-end', sealed: 7 },
    ]);
  });

  test.each([
    [`delete from audit_ends where ${here}`, { kind: 'end-missing', row: 7 }],
    [`update audit_ends set seal = '' where ${here}`, { kind: 'end-unsealed', row: 7 }],
    [`update audit_ends set seal = 'x' where ${here}`, { kind: 'seal-broken', row: 7 }],
    [`update audit_ends set hash = 'x' where ${here}`, { kind: 'end-changed', row: 7 }],
    [`update audit_ends set sequence = 6 where ${here}`, { kind: 'rows-added', row: 7, sealed: 6 }],
  ])('what was done to the end: %s', async (sql, flaw) => {
    await query(world.fresh.database, sql);
    expect((await check(world))[0]?.flaws).toEqual([flaw]);
    await open(world.storage.requests);
    expect((await check(world))[0]?.flaws).toEqual([
      expect.objectContaining({ kind: 'sealed-anew', row: 8 }),
    ]);
  });

  test('a trail of which everything is gone, while its requests are still there', async () => {
    await tamper(
      world.fresh.database,
      ...['audit', 'audit_ends', 'audit_people'].map((table) => `delete from ${table} where ${here}`),
    );
    expect((await check(world))[0]?.flaws).toEqual([{ kind: 'request-untold', number: 1 }]);
  });

  test('another person put in the place of the one who acted', async () => {
    const [row] = await query(world.fresh.database, `select pseudonym from audit_people where ${here}`);
    const pseudonym = row?.['pseudonym'];
    await query(world.fresh.database, `update audit_people set person = 'x' where ${here}`);
    expect((await check(world))[0]?.flaws).toEqual([{ kind: 'person-changed', pseudonym }]);
    await query(world.fresh.database, `delete from audit_people where ${here}`);
    expect((await check(world))[0]?.flaws).toEqual([{ kind: 'person-missing', pseudonym }]);
  });

  test('a new data key does not hide behind the seal of the old one, and the rows stay in order', async () => {
    await world.storage.close();
    const otherKey = Buffer.alloc(dataKey.length, 8);
    const { database } = world.fresh;
    world.storage = await openStorage({ database, dataKey: otherKey, limits, clock: world.clock });
    await open(world.storage.requests);
    const checked = await check(world, { seal: sealEndUnder(otherKey) });
    expect(checked[0]?.flaws).toEqual([{ kind: 'sealed-anew', row: 8, why: 'other-key', sealed: 7 }]);
  });

  test('an end that was noted earlier is known as long as everything up to it is as it was', async () => {
    const [before] = await check(world);
    const noted = [before?.end ?? { sequence: 0, hash: '' }];
    await open(world.storage.requests);
    expect((await check(world, { seal, noted }))[0]?.known).toEqual(noted);
    await tamper(world.fresh.database, `update audit set at = 0 where ${here} and sequence = 1`);
    expect((await check(world, { seal, noted }))[0]?.known).toEqual([]);
  });
});

function moveRow(sequence: number): string {
  return `update audit set tenant = '${otherTenant}', sequence = ${sequence} where ${here} and sequence = ${sequence}`;
}

function copyRow(from: number, to: number): string {
  const columns = 'at, type, actor, subject_kind, subject, number, device, facts_json, hash';
  return `insert into audit (tenant, sequence, ${columns}) select tenant, ${to}, ${columns} from audit where ${here} and sequence = ${from}`;
}
