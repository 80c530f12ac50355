import type { Remembered, Stored } from '../../src/desk/ports';
import { openStorage } from '../../src/storage/storage';
import { ana, limits, minute, noon, second, tenant, tom } from '../request/stories';
import { bearer, cancelled, graphAccess, open, otherTenant, placeIn } from './examples';
import { dataKey, describeOnBoth } from './open-for-test';

const day = 24 * 60 * minute;
const url = 'https://get.teamviewer.com/s87654321';

describeOnBoth('the vault', (world) => {
  const opened = (): Promise<Stored> => open(world.storage.requests);

  test('keeps the newest link and token of a request', async () => {
    const { request } = await opened();
    const { vault } = world.storage;
    await vault.keepLink(request, 'https://get.teamviewer.com/old', noon + minute);
    await vault.keepLink(request, url, noon + minute);
    await vault.keepAccess(request, graphAccess(noon + minute));
    expect(await vault.link(request)).toBe(url);
    const access = await vault.access(request);
    expect(access).toMatchObject({ technician: tom, tenant, expiresAt: noon + minute });
    expect(access?.bearerToken()).toBe('eyJ-the-token');
  });

  test('hands out nothing whose time is over', async () => {
    const { request } = await opened();
    await world.storage.vault.keepLink(request, url, noon + second);
    await world.storage.vault.keepAccess(request, graphAccess(noon + second));
    world.clock.pass(second);
    expect(await world.storage.vault.link(request)).toBeUndefined();
    expect(await world.storage.vault.access(request)).toBeUndefined();
  });

  test('keeps nothing for longer than a day, whatever it was told', async () => {
    const { request } = await opened();
    await world.storage.vault.keepLink(request, url, noon + 30 * day);
    await world.storage.vault.keepAccess(request, graphAccess(noon + 30 * day));
    world.clock.pass(day - 1);
    await world.storage.sweep(world.clock.now());
    expect(await world.storage.vault.link(request)).toBe(url);
    world.clock.pass(1);
    expect(await world.storage.vault.link(request)).toBeUndefined();
    expect(await world.storage.vault.access(request)).toBeUndefined();
  });

  test('opens a secret for its own request, tenant and technician only', async () => {
    const { request } = await opened();
    await world.storage.vault.keepLink(request, url, noon + minute);
    expect(await world.storage.vault.link({ ...request, tenant: otherTenant })).toBeUndefined();
    const technician = { id: ana, name: 'Ana Souza' };
    expect(await world.storage.vault.link({ ...request, technician })).toBeUndefined();
  });

  test('refuses the token of somebody else', async () => {
    const { request } = await opened();
    await expect(world.storage.vault.keepAccess(request, graphAccess(noon + minute, ana))).rejects.toThrow(
      'own technician',
    );
  });

  test('forgets a request, and the tokens of a person who signed out', async () => {
    const [one, two] = [(await opened()).request, (await opened()).request];
    const { vault } = world.storage;
    for (const request of [one, two]) {
      await vault.keepLink(request, url, noon + minute);
      await vault.keepAccess(request, graphAccess(noon + minute));
    }
    await vault.forget(one.id);
    expect([await vault.link(one), await vault.access(one)]).toEqual([undefined, undefined]);
    await vault.forgetAccess(otherTenant, tom);
    expect(await vault.access(two)).toBeDefined();
    await vault.forgetAccess(tenant, tom);
    expect([await vault.link(two), await vault.access(two)]).toEqual([url, undefined]);
  });

  test('a token got before its person signed out is worth nothing, even if it is kept later', async () => {
    const { request } = await opened();
    const { vault } = world.storage;
    const before = graphAccess(noon + minute).gotAfter(await vault.signOuts(tenant, tom));
    await vault.forgetAccess(tenant, tom);
    await vault.keepAccess(request, before);
    expect(await vault.access(request)).toBeUndefined();
    await vault.keepAccess(request, before.gotAfter(await vault.signOuts(tenant, tom)));
    expect((await vault.access(request))?.signOuts).toBe(1);
    expect(await vault.signOuts(otherTenant, tom)).toBe(0);
  });

  test('keeps nothing for a request that is over, whoever still followed it', async () => {
    const stored = await opened();
    const { vault } = world.storage;
    await cancelled(world.storage, stored);
    await vault.keepLink(stored.request, url, noon + minute);
    await vault.keepAccess(stored.request, graphAccess(noon + minute));
    expect([await vault.link(stored.request), await vault.access(stored.request)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('of a request that ended when nobody was left to forget it, the sweep takes link and token', async () => {
    const [over, underWay] = [await opened(), await opened()];
    const { vault } = world.storage;
    for (const { request } of [over, underWay]) {
      await vault.keepLink(request, url, noon + minute);
      await vault.keepAccess(request, graphAccess(noon + minute));
    }
    await cancelled(world.storage, over);
    await world.storage.sweep(noon);
    expect([await vault.link(over.request), await vault.access(over.request)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await vault.link(underWay.request)).toBe(url);
    expect(await vault.access(underWay.request)).toBeDefined();
  });

  test('counts what was sealed under another key as absent', async () => {
    const { request } = await opened();
    await world.storage.vault.keepLink(request, url, noon + minute);
    const ticket = await world.storage.tickets.issue(
      'request',
      bearer,
      { request: request.id, version: 'v' },
      noon + minute,
    );
    await world.storage.close();
    const { database } = world.fresh;
    const otherKey = Buffer.alloc(dataKey.length, 8);
    world.storage = await openStorage({ database, dataKey: otherKey, limits, clock: world.clock });
    expect(await world.storage.vault.link(request)).toBeUndefined();
    expect(await world.storage.tickets.read('request', ticket)).toBeUndefined();
    expect(await world.storage.requests.load(request.id)).toBeDefined();
  });
});

describeOnBoth('tickets', (world) => {
  const contents = { choices: [{ kind: 'name', name: 'LAPTOP-7' }] } as const;
  const issue = () => world.storage.tickets.issue('pick', bearer, contents, noon + minute);

  test('a ticket says what it stands for and whose it is, until it is spent', async () => {
    const ticket = await issue();
    expect(ticket).toMatch(/^[\w-]{22}$/u);
    const read = { bearer, contents, until: noon + minute, expired: false };
    expect(await world.storage.tickets.read('pick', ticket)).toEqual({ ...read, used: false });
    expect(await world.storage.tickets.spend(ticket)).toBe(true);
    expect(await world.storage.tickets.spend(ticket)).toBe(false);
    expect(await world.storage.tickets.read('pick', ticket)).toEqual({ ...read, used: true });
  });

  test('of many who spend a ticket at once, one does', async () => {
    const ticket = await issue();
    const spent = await Promise.all(Array.from({ length: 20 }, () => world.storage.tickets.spend(ticket)));
    expect(spent.filter(Boolean)).toHaveLength(1);
  });

  test('a ticket of another kind, or one that was never issued, is none', async () => {
    const ticket = await issue();
    expect(await world.storage.tickets.read('request', ticket)).toBeUndefined();
    expect(await world.storage.tickets.read('pick', `${ticket}x`)).toBeUndefined();
    expect(await world.storage.tickets.spend('\u0000\ud800')).toBe(false);
  });

  test('an expired ticket says so for a day, then it is forgotten', async () => {
    const ticket = await issue();
    world.clock.pass(minute);
    await world.storage.sweep(world.clock.now());
    expect(await world.storage.tickets.read('pick', ticket)).toMatchObject({ expired: true, used: false });
    world.clock.pass(day);
    await world.storage.sweep(world.clock.now());
    expect(await world.storage.tickets.read('pick', ticket)).toBeUndefined();
  });
});

describeOnBoth('memory', (world) => {
  const wish = (text: string): Remembered => ({
    ...{ kind: 'message', text, place: placeIn(tenant), language: 'en' },
    mentions: [],
  });
  const remember = (text: string) => world.storage.memory.remember(tenant, tom, wish(text), noon + minute);
  const recall = () => world.storage.memory.recall(tenant, tom);

  test('what was wanted last is handed out once', async () => {
    await remember('help me with LAPTOP-6');
    await remember('help me with LAPTOP-7');
    expect(await world.storage.memory.recall(otherTenant, tom)).toBeUndefined();
    expect(await world.storage.memory.recall(tenant, ana)).toBeUndefined();
    const recalled = await Promise.all([recall(), recall(), recall()]);
    expect(recalled.filter(Boolean)).toEqual([wish('help me with LAPTOP-7')]);
  });

  test('what is too old is not handed out', async () => {
    await remember('help me with LAPTOP-7');
    world.clock.pass(minute);
    expect(await recall()).toBeUndefined();
  });
});

describeOnBoth('people', (world) => {
  const find = (inTenant = tenant) => world.storage.people.find(inTenant, tom);

  test('what is learnt of a person adds up, in each tenant on its own', async () => {
    const { people } = world.storage;
    expect(await find()).toBeUndefined();
    await people.learn(tenant, tom, {});
    expect(await find()).toBeUndefined();
    await people.learn(tenant, tom, { chat: placeIn(tenant), clientLanguage: 'de' });
    const unknown = { id: tom, tenant, name: '', isGuest: false, roles: [], rolesSeenAt: 0 };
    expect(await find()).toEqual({ ...unknown, chat: placeIn(tenant), clientLanguage: 'de' });
    const token = { name: 'Tom \u0000 Keller', isGuest: true, roles: ['Technician'], rolesSeenAt: noon };
    await Promise.all([
      people.learn(tenant, tom, token),
      people.learn(tenant, tom, { chosenLanguage: 'ja' }),
    ]);
    const all = {
      ...token,
      id: tom,
      tenant,
      chat: placeIn(tenant),
      clientLanguage: 'de',
      chosenLanguage: 'ja',
    };
    expect(await find()).toEqual(all);
    expect(await find(otherTenant)).toBeUndefined();
  });

  test('a chat that the bot was removed from is forgotten, and nothing else of the person', async () => {
    const { people } = world.storage;
    const chat = placeIn(tenant);
    await people.learn(tenant, tom, { name: 'Tom', chat });
    await people.forgetChat(tenant, tom, 'a:another');
    await people.forgetChat(otherTenant, tom, chat.conversation);
    expect(await find()).toMatchObject({ chat });
    await people.forgetChat(tenant, tom, chat.conversation);
    expect(await find()).toMatchObject({ name: 'Tom' });
    expect(await find()).not.toHaveProperty('chat');
  });

  test('a chosen language can be taken back', async () => {
    await world.storage.people.learn(tenant, tom, { chosenLanguage: 'ja' });
    await world.storage.people.learn(tenant, tom, { chosenLanguage: '' });
    expect(await find()).not.toHaveProperty('chosenLanguage');
  });
});
