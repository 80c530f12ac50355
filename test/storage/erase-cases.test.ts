import { randomUUID } from 'node:crypto';
import { ordinaryCaseLimits, type CaseCommand } from '../../src/request/case/case';
import { evolveCase, openCase } from '../../src/request/case/evolve-case';
import { caseId } from '../../src/request/ids';
import { eventsOfCase, follow, people, take } from '../request/case-stories';
import { minute, must, noon, tenant } from '../request/stories';
import { query } from './as-administrator';
import { placeIn } from './examples';
import { describeOnBoth, type World } from './open-for-test';
import { runBeside } from './run-audit';

const tom = people['technician on it'];
const withdrawn: CaseCommand = { type: 'withdraw', by: people.requester, at: noon + 2 * minute };

async function raised(world: World, ...commands: readonly CaseCommand[]): Promise<void> {
  const { cases } = world.storage;
  const wish = { text: 'it flickers since Friday', deviceName: 'ANAS-LAPTOP', urgency: 'normal' as const };
  const requester = { id: people.requester.id, name: 'Ana Souza', account: '29:ana' };
  let stored = await cases.open(
    (number) =>
      openCase(
        { ...{ id: must(caseId(randomUUID())), tenant, number, requester }, ...wish },
        noon,
        ordinaryCaseLimits,
      ),
    { home: placeIn(tenant), language: 'en', cards: [] },
  );
  for (const command of commands) {
    const events = eventsOfCase(stored.case, command);
    const next = events.reduce(evolveCase, stored.case);
    stored = await cases.commit(stored, { next, events, cards: [] });
  }
}

describeOnBoth('npm run audit -- erase, and what end users raised', (world) => {
  const kept = async () => JSON.stringify(await query(world.fresh.database, 'select * from cases'));

  test('a requester is erased from what is over, with all words', async () => {
    await raised(world, take, follow('asking'), withdrawn);
    expect(await runBeside(world, `erase --person ${people.requester.id}`)).toMatchObject({
      code: 0,
      err: '',
    });
    const left = await kept();
    for (const trace of [people.requester.id, 'Ana', '29:ana', 'flickers', 'ANAS-LAPTOP', 'amber falcon'])
      expect(left).not.toContain(trace);
    expect(left).toContain('Tom Keller');
  });

  test('nothing is erased while a request of that person is open', async () => {
    await raised(world, take);
    const before = await kept();
    expect(await runBeside(world, `erase --person ${tom.id}`)).toMatchObject({ code: 1 });
    expect(await kept()).toBe(before);
  });

  test('what was raised before a day is emptied, and only that', async () => {
    await raised(world, withdrawn);
    expect(await runBeside(world, 'erase --before 2026-11-22')).toMatchObject({ code: 0 });
    expect(await kept()).toContain('flickers');
    expect(await runBeside(world, 'erase --before 2026-11-23')).toMatchObject({ code: 0 });
    expect(await kept()).not.toContain('flickers');
  });
});
