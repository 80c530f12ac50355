import { play, type Play } from './play';

// The main job, over real HTTP: from "help me with device …" to the session link.

let played: Play;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.stop());

test('a technician gets remote assistance, from the message to the session link', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');

  const confirm = await tom.card(/Request remote assistance/);
  for (const fact of [
    /LAPTOP-7F3K/,
    /Anna Vogel/,
    /anna@contoso\.example/,
    /EliteBook 840 G11/,
    /ends in …1592/,
  ])
    expect(confirm.text).toMatch(fact);
  expect(confirm.text).not.toContain('5CG3141592');
  expect(played.posts()).toEqual([]);

  const pressed = await tom.press('request-assistance', { reason: 'printer driver' });
  expect(pressed).toMatchObject({ status: 200, card: { messageId: confirm.messageId } });

  const ready = await tom.card(/session is ready/i);
  expect(ready.messageId).toBe(confirm.messageId);
  expect(ready.text).toMatch(/Company Portal/);
  const open = ready.actions.find(({ type }) => type === 'Action.OpenUrl');
  expect(open?.url).toBe(played.device('LAPTOP-7F3K').behaviour.link);

  expect(played.posts()).toEqual([
    `/v1.0/deviceManagement/managedDevices/${played.device('LAPTOP-7F3K').id}/requestRemoteAssistance`,
  ]);
  expect(played.device('LAPTOP-7F3K').accepted).toEqual(['tom']);

  await tom.press('close');
  const closed = await tom.card(/closed/i);
  expect(closed.messageId).toBe(confirm.messageId);
  expect(closed.actions.filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
  expect(played.sandbox.wire.alarms).toEqual([]);
});

test('"waiting for the link" is said before "ready", and never "done" on 204', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LINK-40S');
  await tom.press('request-assistance');
  const waiting = await tom.card(/waiting for the session link/i);
  expect(waiting.text).not.toMatch(/ready|done/i);
  await tom.card(/session is ready/i);
});

test.each([
  ['a serial number', 'help with serial 5CG3141592'],
  ['a quoted name', 'help me with "LAPTOP-7F3K"'],
  ['a lower-case name', 'help me with device laptop-7f3k'],
])('the device can be named by %s', async (_, text) => {
  const tom = played.sandbox.openChat('tom');
  await tom.say(text);
  expect((await tom.card(/Request remote assistance/)).text).toContain('LAPTOP-7F3K');
});

test('the device can be named by its Intune id and by its Entra id', async () => {
  const tom = played.sandbox.openChat('tom');
  const laptop = played.device('LAPTOP-7F3K');
  await tom.say(`remote into ${laptop.id}`);
  const first = await tom.card(/Request remote assistance/);
  await tom.say(`remote into ${String(laptop.facts.azureADDeviceId)}`);
  const second = await tom.card(
    (card) => card.messageId !== first.messageId && /LAPTOP-7F3K/.test(card.text),
  );
  expect(second.text).toMatch(/Request remote assistance/);
});

test.each([
  ['stale', 'OLD-LAPTOP', /80 days/],
  ['corporate-owned Android', 'FIELD-TAB-08', /corporate|company-owned/i],
  ['enrolled without a user', 'KIOSK-LOBBY', /without a user/i],
  ['without a primary user', 'SPARE-11', /no primary user/i],
  ['not managed', 'LEAVING-3', /not managed/i],
  ['carrying an old link', 'OLD-LINK', /earlier session|old/i],
])('a device that is %s is warned of before the press', async (_, name, warning) => {
  const tom = played.sandbox.openChat('tom');
  await tom.say(`help me with device ${name}`);
  expect((await tom.card(/Request remote assistance/)).text).toMatch(warning);
});

test('a name typed with look-alike letters finds the device, and the card says so', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LАPTOP-7F3K'); // the first A is Cyrillic
  const card = await tom.card(/Request remote assistance/);
  expect(card.text).toMatch(/LАPTOP-7F3K/);
  expect(card.text).toMatch(/LAPTOP-7F3K/);
});

test('the app greets when it is installed, and nonsense gets one hint and no action', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.install();
  expect((await tom.card(/help me with device/i)).text).toBeTruthy();
  await tom.say('lovely weather today');
  await tom.text(/help me with device|did not understand/i);
  expect(played.posts()).toEqual([]);
});
