import { play, type Play } from './play';

let played: Play;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.stop());

const tomsChat = () => played.sandbox.openChat('tom');

test('no match: the bot says so and offers near names, none of which opens by itself', async () => {
  const tom = tomsChat();
  await tom.say('help me with device LAPTOP-7F3Q');
  const card = await tom.card(/no device/i);
  const near = card.actions.map(({ title }) => title);
  expect(near.length).toBeGreaterThan(0);
  expect(near.length).toBeLessThanOrEqual(3);
  expect(near).toContain('LAPTOP-7F3K');
  expect(tom.cards().some(({ text }) => /Request remote assistance/.test(text))).toBe(false);
  await tom.press('LAPTOP-7F3K');
  expect((await tom.card(/Request remote assistance/)).text).toContain('Anna Vogel');
});

test('several matches: a pick card with owner, system, last check-in and serial tail; the choice takes its place', async () => {
  const tom = tomsChat();
  await tom.say('help me with device DESKTOP-TWIN');
  const pick = await tom.card(/2 devices/);
  for (const fact of [/Anna Vogel/, /Bert Jansen/, /Windows/, /ends in/i]) expect(pick.text).toMatch(fact);
  await tom.press('pick');
  const confirm = await tom.card(/Request remote assistance/);
  expect(confirm.messageId).toBe(pick.messageId);
});

test('more than ten: ten rows, and the request to narrow it down', async () => {
  for (let n = 1; n <= 12; n += 1) played.sandbox.tenant.addDevice({ name: 'SHARED-PC', id: `shared ${n}` });
  const tom = tomsChat();
  await tom.say('help me with device SHARED-PC');
  const card = await tom.card(/narrow/i);
  expect(card.actions.filter(({ verb }) => verb === 'pick')).toHaveLength(10);
});

test('a filter that Graph ignores brings every device, and none of them is taken', async () => {
  played.sandbox.parts.graphSettings.honoursFilters = false;
  const tom = tomsChat();
  await tom.say('help me with device NO-SUCH-DEVICE-1');
  await tom.card(/no device/i);
  await tom.say('help me with device LAPTOP-7F3K');
  expect((await tom.card(/Request remote assistance/)).text).toContain('LAPTOP-7F3K');
});

test('a quote or an ampersand in the name does not end the search', async () => {
  const tom = tomsChat();
  await tom.say(`help me with device "O'Brien-PC"`);
  expect((await tom.card(/Request remote assistance/)).text).toContain("O'Brien-PC");
  await tom.say('help me with device R&D-LT-04');
  await tom.card(/Bert Jansen/);
});

test('a device name that tries to be Markdown stays text', async () => {
  const tom = tomsChat();
  await tom.say('devices of annika@contoso.example');
  const card = await tom.card(/CEO/);
  expect(card.text).toContain(String.raw`\[click\]\(`);
});

test("a person's sign-in name leads to the pick card of their devices", async () => {
  const tom = tomsChat();
  await tom.say('what devices does bert@contoso.example have?');
  const card = await tom.card(/Bert|bert/);
  expect(card.text).toMatch(/LAPTOP-7F3X/);
  expect(card.text).not.toMatch(/LAPTOP-7F3K/);
});

test("an @mention leads to the pick card of that person's devices", async () => {
  const tom = tomsChat();
  await tom.say("show me @bert's devices", { mentions: ['bert'] });
  expect((await tom.card(/LAPTOP-7F3X/)).text).toMatch(/DESKTOP-TWIN/);
});

test('a plain name asks the directory and shows who was found, never a guess', async () => {
  const tom = tomsChat();
  await tom.say("help me with Bert Jansen's laptop");
  await tom.card(/bert@contoso\.example/);
  await tom.press('pick');
  await tom.card(/LAPTOP-7F3X/);
});

test('a plain name, where the directory was not consented: the bot asks for the sign-in name or a mention', async () => {
  played.sandbox.tenant.grantedScopes = ['DeviceManagementManagedDevices.ReadWrite.All'];
  const tom = tomsChat();
  await tom.say("help me with Anna Vogel's laptop");
  await tom.text(/sign-in name/i);
});

test('"devices with …" shows apps and versions, then the devices that have one', async () => {
  const app = played.sandbox.tenant.apps[0];
  const tom = tomsChat();
  await tom.say(`devices with ${app?.displayName ?? ''}`);
  const apps = await tom.card((card) => card.text.includes(app?.displayName ?? '-'));
  expect(apps.text).toContain(app?.version ?? '-');
  await tom.press('pick');
  await tom.card((card) => card.text.includes(app?.deviceNames[0] ?? '-'));
});

test('my devices', async () => {
  const tom = tomsChat();
  await tom.say('my devices');
  await tom.card(/device/i);
});

test('in a channel: one line without device facts, and the question goes on in the personal chat', async () => {
  const tom = tomsChat();
  await tom.install();
  const thread = played.sandbox.openThread('Help desk', ['tom', 'anna']);
  await thread.as('tom').say('help me with device LAPTOP-7F3K');
  const line = await thread.as('tom').text(/personal chat|in private|chat/i);
  expect(line).not.toContain('LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  expect(thread.as('anna').cards()).toEqual([]);
});

test('status, history and cancel by word', async () => {
  const tom = tomsChat();
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  await tom.say('status');
  await tom.card(({ text }) => /LAPTOP-7F3K/.test(text) && /open requests|waiting for you/i.test(text));
  await tom.say('cancel');
  await tom.text(/cancelled/i);
  await tom.say('history');
  await tom.card(
    ({ text }) => /LAPTOP-7F3K/.test(text) && /cancelled/i.test(text) && /history|last/i.test(text),
  );
  await tom.say('help');
  await tom.card(/help me with device/i);
});
