import { randomUUID } from 'node:crypto';
import type { CaseCardWish, StoredCase } from '../../src/desk/case/ports';
import { VersionConflict } from '../../src/desk/troubles';
import { ordinaryCaseLimits, type CaseCommand, type Urgency } from '../../src/request/case/case';
import { evolveCase, openCase } from '../../src/request/case/evolve-case';
import { caseId, type PersonId } from '../../src/request/ids';
import { eventsOfCase, follow, people, take } from '../request/case-stories';
import { minute, must, noon, tenant } from '../request/stories';
import { otherTenant, placeIn } from './examples';
import { query } from './as-administrator';
import { describeOnBoth } from './open-for-test';

describeOnBoth('what end users raise', (world) => {
  type Raised = {
    readonly in?: typeof tenant;
    readonly by?: PersonId;
    readonly at?: number;
    readonly urgency?: Urgency;
  };

  const raise = (raised: Raised = {}, cards: readonly CaseCardWish[] = []): Promise<StoredCase> => {
    const home = { ...placeIn(raised.in ?? tenant), kind: 'channel' as const };
    const subject = {
      ...{ id: must(caseId(randomUUID())), tenant: home.tenant, urgency: raised.urgency ?? 'normal' },
      ...{ requester: { id: raised.by ?? people.requester.id, name: 'Ana' }, text: 'it flickers' },
    };
    return world.storage.cases.open(
      (number) => openCase({ ...subject, number }, raised.at ?? noon, ordinaryCaseLimits),
      { home, language: 'de', cards },
    );
  };

  const does = (seen: StoredCase, command: CaseCommand, cards: readonly CaseCardWish[] = []) => {
    const events = eventsOfCase(seen.case, command);
    const next = events.reduce(evolveCase, seen.case);
    return world.storage.cases.commit(seen, { next, events, cards });
  };
  const now = (stored: StoredCase) => world.storage.cases.load(stored.case.tenant, stored.case.id);

  test('a case is numbered within its tenant and comes back as it was written', async () => {
    const first = await raise();
    const second = await raise();
    expect((await world.storage.backlog(noon)).opened).toBe(0); // requests for a session, which share the numbers
    const elsewhere = await raise({ in: otherTenant });
    expect([first, second, elsewhere].map((one) => one.case.number)).toEqual([1, 2, 1]);
    expect(await now(second)).toEqual(second);
    expect(second).toMatchObject({ language: 'de', home: { kind: 'channel' } });
  });

  test('nobody of another tenant reads it', async () => {
    const { case: seen } = await raise();
    expect(await world.storage.cases.load(otherTenant, seen.id)).toBeUndefined();
    const page = { offset: 0, most: 10 };
    expect(await world.storage.cases.list(otherTenant, { kind: 'open' }, page)).toEqual({
      cases: [],
      total: 0,
    });
  });

  test('of two technicians at once exactly one has it, every time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const seen = await raise();
      const both = [people['technician on it'], people['another technician']];
      const results = await Promise.allSettled(both.map((by) => does(seen, { type: 'take', by, at: noon })));
      const lost = results.filter((result) => result.status === 'rejected');
      expect(lost.map(({ reason }) => reason as unknown)).toEqual([expect.any(VersionConflict)]);
    }
  });

  test('the urgent come first, then the oldest, ten by ten', async () => {
    const late = await raise({ at: noon + 2 * minute });
    const early = await raise({ at: noon });
    const urgent = await raise({ at: noon + 3 * minute, urgency: 'urgent' });
    const list = (offset: number, most: number) =>
      world.storage.cases.list(tenant, { kind: 'open' }, { offset, most });
    const numbers = ({ cases }: Awaited<ReturnType<typeof list>>) => cases.map((one) => one.case.number);
    expect(numbers(await list(0, 10))).toEqual([urgent, early, late].map((one) => one.case.number));
    expect(numbers(await list(1, 1))).toEqual([early.case.number]);
    expect((await list(1, 1)).total).toBe(3);
  });

  test('one’s own are those one is on or has raised, as long as they are not over', async () => {
    const tom = people['technician on it'].id;
    const mine = await does(await raise({ by: people.onlooker.id }), take);
    const own = await raise({ by: tom });
    await does(await raise({ by: tom }), {
      type: 'withdraw',
      by: { ...people['technician on it'] },
      at: noon,
    });
    const { cases } = await world.storage.cases.list(
      ...([tenant, { kind: 'of', person: tom }, { offset: 0, most: 10 }] as const),
    );
    expect(cases.map((one) => one.case.number)).toEqual([mine, own].map((one) => one.case.number));
  });

  test('time finds those that wait, and a session those that must be in step with it', async () => {
    const waits = await raise();
    const { cases } = world.storage;
    expect(await cases.due(noon + ordinaryCaseLimits.nudgeAfter - 1, 10)).toEqual([]);
    const name = { tenant, id: waits.case.id };
    expect(await cases.due(noon + ordinaryCaseLimits.nudgeAfter, 10)).toEqual([name]);
    expect(await cases.watched(10)).toEqual([]);
    const asking = await does(await does(waits, take), follow('asking'));
    expect(await cases.watched(10)).toEqual([name]);
    const over = await does(asking, { type: 'withdraw', by: people.requester, at: noon });
    expect(await cases.watched(10)).toEqual([name]);
    await world.storage.cases.unwatch(over.case.id);
    expect(await cases.watched(10)).toEqual([]);
  });

  test('of more that are in a session than a pass takes on, each has its turn', async () => {
    const sessions: string[] = [];
    for (let many = 0; many < 3; many += 1) {
      const { case: seen } = await does(await does(await raise(), take), follow('asking'));
      sessions.push(seen.id);
    }
    const had = new Set<string>();
    for (let pass = 0; pass < 200; pass += 1)
      for (const { id } of await world.storage.cases.watched(1)) had.add(id);
    expect([...had].sort()).toEqual(sessions.sort());
  });

  test('a change wants newer cards and hangs others once, in the same commit', async () => {
    const place = placeIn(tenant);
    const channel: CaseCardWish = { audience: 'channel', place, language: 'en' };
    const told: CaseCardWish = { audience: 'taken', place, language: 'en' };
    const seen = await raise({}, [channel]);
    const taken = await does(seen, take, [told]);
    const released = await does(taken, { type: 'release', by: people['technician on it'], at: noon });
    await does(released, take, [told, channel]);
    const behind = await world.storage.cards.claim({ most: 10 });
    expect(behind.map(({ id, wanted }) => [id.split('/').at(-1), wanted]).sort()).toEqual([
      ['channel', 4],
      ['taken', 1],
    ]);
  });

  test('each change leaves its line in the audit trail, without a word of anybody', async () => {
    const asking = await does(await does(await raise(), take), follow('asking'));
    await does(asking, { type: 'disown', by: people['owner of the device'], at: noon });
    const rows = await query(world.fresh.database, 'select type, facts_json from audit order by sequence');
    expect(rows.map(({ type }) => type)).toEqual([
      ...['case-raised', 'case-taken', 'case-session-asked', 'case-disowned'],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/flickers|amber|Bert|Ana/u);
  });

  test('the help channel is one a tenant, and the newest counts', async () => {
    const { helpChannels } = world.storage;
    expect(await helpChannels.find(tenant)).toBeUndefined();
    const place = placeIn(tenant);
    await helpChannels.bind({ place, language: 'en' }, people.onlooker.id, noon);
    await helpChannels.bind(
      { place: { ...place, conversation: '19:new' }, language: 'ja' },
      people.onlooker.id,
      noon,
    );
    expect(await helpChannels.find(tenant)).toMatchObject({
      language: 'ja',
      place: { conversation: '19:new' },
    });
    expect(await helpChannels.find(otherTenant)).toBeUndefined();
  });

  test('the help channel is unbound when it or its team goes away, and nothing else is; the trail says why', async () => {
    const { helpChannels } = world.storage;
    const place = placeIn(tenant);
    const bind = () =>
      helpChannels.bind({ place, language: 'en', team: '19:general' }, people.onlooker.id, noon);
    const gone = { tenant, why: 'removed', at: noon } as const;
    await bind();
    expect(await helpChannels.unbind({ ...gone, conversation: '19:other' })).toBe(false);
    expect(await helpChannels.unbind({ ...gone, tenant: otherTenant, conversation: '19:general' })).toBe(
      false,
    );
    expect(await helpChannels.find(tenant)).toMatchObject({ team: '19:general' });
    expect(await helpChannels.unbind({ ...gone, conversation: '19:general' })).toBe(true);
    expect(await helpChannels.find(tenant)).toBeUndefined();
    await bind();
    const unreachable = { ...gone, conversation: place.conversation, why: 'unreachable' } as const;
    expect(await helpChannels.unbind(unreachable)).toBe(true);
    expect(await helpChannels.unbind(unreachable)).toBe(false);
    const rows = await query(world.fresh.database, 'select type, facts_json from audit order by sequence');
    expect(
      rows.filter(({ type }) => type === 'help-channel-unbound').map(({ facts_json }) => facts_json),
    ).toEqual(['{"why":"removed"}', '{"why":"unreachable"}']);
  });

  test('what hangs at a place is reached under its new address from then on', async () => {
    const seen = await raise({}, [
      { audience: 'channel', place: { ...placeIn(tenant), kind: 'channel' }, language: 'en' },
    ]);
    const moved = 'https://smba.trafficmanager.net/amer/';
    await world.storage.places.moved(seen.home, moved);
    expect((await now(seen))?.home.serviceUrl).toBe(moved);
    const [card] = await world.storage.cards.claim({ most: 10 });
    expect(card?.place.serviceUrl).toBe(moved);
  });
});
