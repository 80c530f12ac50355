import { ana, laptop, link, minute, must, noon, tenant, tom } from '../request/stories';
import { randomUUID } from 'node:crypto';
import { ordinaryCaseLimits } from '../../src/request/case/case';
import { evolveCase, openCase } from '../../src/request/case/evolve-case';
import { caseId, personId } from '../../src/request/ids';
import { eventsOfCase, people } from '../request/case-stories';
import { query, tamper } from './as-administrator';
import {
  accepted,
  anotherDevice,
  bearer,
  cancelled,
  confirmed,
  move,
  open,
  otherTenant,
  placeIn,
  sending,
} from './examples';
import { describeOnBoth, type World } from './open-for-test';
import { run, runBeside, urlOf } from './run-audit';

const tables = [
  'requests',
  'cases',
  'help_channels',
  'cards',
  'audit',
  'audit_people',
  'people',
  'memories',
  'tickets',
  'secrets',
  'seen_activities',
];
const uma = must(personId('99999999-9999-4999-8999-999999999999'));

/** Everything the database holds, as text. */
async function dump({ fresh }: World): Promise<string> {
  const all = await Promise.all(tables.map((table) => query(fresh.database, `select * from ${table}`)));
  return JSON.stringify(all);
}

/** Tom helped Ana twice, was refused once, and Uma was told that he was at the device. */
async function history({ storage }: World): Promise<void> {
  const { requests, people, memory, tickets, inbox } = storage;
  const asked = await accepted(storage, await sending(storage, await open(requests)));
  const rival = { technician: { id: uma, name: 'Uma Rao' } };
  const occupant = { technicianName: 'Tom Keller', number: asked.request.number };
  const refused = await confirmed(storage, await open(requests, rival));
  await move(requests, refused, { type: 'refuse', at: noon, cause: 'occupied', occupant });
  await cancelled(storage, asked, noon + minute);
  await cancelled(storage, await open(requests, { tenant: otherTenant }));
  await people.learn(tenant, tom, { name: 'Tom Keller', chat: placeIn(tenant), chosenLanguage: 'de' });
  await people.learn(tenant, uma, { name: 'Uma Rao' });
  const wish = {
    kind: 'message',
    text: 'help me',
    place: placeIn(tenant),
    language: 'en',
    mentions: [],
  } as const;
  await memory.remember(tenant, tom, wish, noon + minute);
  await inbox.receive({ person: tom, tenant, account: '29:1', place: placeIn(tenant), activityId: 'f:1' });
  await tickets.issue('request', bearer, { request: asked.request.id, version: '1' }, noon + minute);
}

describeOnBoth('npm run audit -- erase, beside the running bot', (world) => {
  beforeEach(() => history(world));

  test('a technician is erased from everything, and the chain stays whole', async () => {
    const before = await runBeside(world, 'verify');
    const end = /End (\d+:\w+)/u.exec(before.out)?.[1] ?? '';
    const erased = await runBeside(world, `erase --person ${tom}`);
    expect(erased).toMatchObject({ code: 0, err: '' });
    expect(erased.out).toMatch(/^Erasing .*\n3 requests emptied/u);
    const left = await dump(world);
    for (const trace of [tom, 'Tom', 'my laptop', 'cannot print']) expect(left).not.toContain(trace);
    expect(left).toContain('Uma Rao');
    expect(await runBeside(world, `verify --end ${end}`)).toMatchObject({ code: 0 });
    expect((await runBeside(world, 'export --format jsonl')).out).not.toContain(tom);
  });

  test('whoever comes back after an erasure is somebody new in the trail', async () => {
    await runBeside(world, `erase --person ${tom}`);
    await open(world.storage.requests);
    const { out } = await runBeside(world, `export --format jsonl --person ${tom}`);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(await runBeside(world, 'verify')).toMatchObject({ code: 0 });
  });

  test('the user of a device is erased by their sign-in name, and the technician stays', async () => {
    expect(await runBeside(world, 'erase --person Ana@Contoso.com')).toMatchObject({ code: 0 });
    const left = await dump(world);
    for (const trace of [ana, 'Ana', 'ana@', 'LAPTOP', '5CG1234XYZ', 'my laptop', 'cannot print'])
      expect(left).not.toContain(trace);
    for (const kept of [tom, 'Tom Keller', laptop.id]) expect(left).toContain(kept);
    expect(await runBeside(world, 'verify')).toMatchObject({ code: 0 });
  });

  test('nothing is erased while a request of that person is under way', async () => {
    const device = anotherDevice();
    const opened = await open(world.storage.requests, { device });
    const before = await dump(world);
    const refused = await runBeside(world, `erase --person ${tom}`);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain(`Nothing was erased: #${opened.request.number} under way`);
    expect(await runBeside(world, `erase --person ${ana}`)).toMatchObject({ code: 1 });
    expect(await dump(world)).toBe(before);
    await cancelled(world.storage, opened);
    expect(await runBeside(world, `erase --person ${tom}`)).toMatchObject({ code: 0 });
  });

  test('a second time there is nothing to do', async () => {
    await runBeside(world, `erase --person ${tom}`);
    const before = await dump(world);
    expect((await runBeside(world, `erase --person ${tom}`)).out).toContain('0 requests emptied');
    expect(await dump(world)).toBe(before);
  });

  test('it needs the key of the bot, since the trail is told of it', async () => {
    const before = await dump(world);
    for (const DATA_KEY of ['', Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64')]) {
      const { code, err } = await run(`erase --person ${tom}`, { DATABASE_URL: urlOf(world), DATA_KEY });
      expect(code).toBe(2);
      expect(err).toContain('must be that of the bot');
    }
    expect(await dump(world)).toBe(before);
  });

  test('names and words of old requests go, of newer ones and of those under way they stay', async () => {
    const day = 24 * 60 * minute;
    await cancelled(
      world.storage,
      await open(world.storage.requests, { at: noon + 2 * day }),
      noon + 2 * day,
    );
    const opened = await open(world.storage.requests, { device: anotherDevice() });
    const told = await runBeside(world, 'erase --before 2026-11-24');
    expect(told).toEqual({ code: 0, out: '3 requests emptied of names and words.\n', err: '' });
    const rows = await query(world.fresh.database, 'select number, state from requests');
    const named = rows
      .filter(({ state }) => String(state).includes('Keller'))
      .map(({ number }) => Number(number));
    expect(named.sort()).toEqual([3, opened.request.number]);
    expect(await runBeside(world, 'erase --before 2026-11-24')).toMatchObject({
      out: expect.stringMatching(/^0 requests/u) as string,
    });
    expect(await runBeside(world, 'verify')).toMatchObject({ code: 0 });
  });

  test('a session link and a token of the person are gone too', async () => {
    const { requests, vault } = world.storage;
    const asked = await accepted(
      world.storage,
      await sending(world.storage, await open(requests, { device: anotherDevice() })),
    );
    const ready = await move(requests, asked, { type: 'record-sight', at: noon + minute, seen: link('new') });
    await vault.keepLink(ready.request, 'https://get.teamviewer.com/x', noon + minute);
    await move(requests, ready, { type: 'close', by: tom, at: noon + minute });
    await runBeside(world, `erase --person ${tom}`);
    expect(await query(world.fresh.database, 'select * from secrets')).toEqual([]);
  });

  test('what somebody raised is emptied when it is over, and keeps them from being erased until then', async () => {
    const { cases, helpChannels } = world.storage;
    const home = { ...placeIn(tenant), kind: 'channel' as const };
    const requester = { id: people.requester.id, name: 'Ana Souza', account: '29:2' };
    const subject = {
      id: must(caseId(randomUUID())),
      tenant,
      urgency: 'normal',
      text: 'it flickers',
    } as const;
    const raised = await cases.open(
      (number) => openCase({ ...subject, requester, number }, noon, ordinaryCaseLimits),
      { home, language: 'de', cards: [] },
    );
    await helpChannels.bind({ place: home, language: 'de' }, requester.id, noon);
    const { number } = raised.case;
    expect((await runBeside(world, `erase --person ${requester.id}`)).out).toContain(`#${number} under way`);
    const events = eventsOfCase(raised.case, { type: 'withdraw', by: people.requester, at: noon + minute });
    await cases.commit(raised, { next: events.reduce(evolveCase, raised.case), events, cards: [] });
    expect(await runBeside(world, `erase --person ${requester.id}`)).toMatchObject({ code: 0 });
    const left = await dump(world);
    for (const trace of [requester.id, 'Ana Souza', '29:2', 'flickers']) expect(left).not.toContain(trace);
    expect(await runBeside(world, 'verify')).toMatchObject({ code: 0 });
    await tamper(world.fresh.database, `delete from audit where subject = '${raised.case.id}'`);
    expect((await runBeside(world, 'verify')).out).toContain(`BROKEN at request #${number}`);
  });
});
