import { ordinaryLimits } from '../../src/request/help-request';
import { play, type Play } from './play';

let played: Play;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.stop());

async function confirmCard(name = 'LAPTOP-7F3K') {
  const tom = played.sandbox.openChat('tom');
  await tom.say(`help me with device ${name}`);
  const card = await tom.card(/Request remote assistance/);
  return { tom, card };
}

test('a second press is never a second call', async () => {
  const { tom, card } = await confirmCard();
  await Promise.all([1, 2, 3, 4].map(() => tom.press('request-assistance', {}, { on: card })));
  await tom.card(/session is ready/i);
  await tom.press('request-assistance', {}, { on: card });
  expect(played.posts()).toHaveLength(1);
});

test('Teams delivering a press four times, with new ids, is one press', async () => {
  const { tom } = await confirmCard();
  await tom.press('request-assistance', {}, { copies: 4, freshIds: true });
  await tom.card(/session is ready/i);
  expect(played.posts()).toHaveLength(1);
});

test.each([
  ['with the same id', false],
  ['with new ids', true],
])('Teams delivering a message four times, %s, is one card', async (_, freshIds) => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('status');
  await tom.say('help me with device LAPTOP-7F3K', { copies: 4, freshIds });
  await tom.card(/Request remote assistance/);
  await tom.say('history');
  await tom.card(/history|last requests/i);
  expect(tom.cards().filter(({ text }) => /Request remote assistance/.test(text))).toHaveLength(1);
});

test('a card copied by somebody else does nothing, and says so', async () => {
  const { card } = await confirmCard();
  const tina = played.sandbox.openChat('tina');
  const pressed = await tina.press('request-assistance', {}, { on: card });
  expect(pressed.message).toMatch(/only|belongs|somebody/i);
  expect(played.posts()).toEqual([]);
});

test('a press on an expired card does nothing, and the card says that it expired', async () => {
  await played.stop();
  played = await play({}, { limits: { ...ordinaryLimits, draftLives: 300 } });
  const { tom, card } = await confirmCard();
  await tom.card(/expired/i);
  await tom.press('request-assistance', {}, { on: card });
  expect(played.posts()).toEqual([]);
});

test('a press on a finished card shows how it ended', async () => {
  const { tom, card } = await confirmCard();
  await tom.press('cancel');
  await tom.card(/cancelled/i);
  const pressed = await tom.press('request-assistance', {}, { on: card });
  expect(pressed.card?.text).toMatch(/cancelled/i);
  expect(played.posts()).toEqual([]);
});

test('"another device" cancels and asks for the name', async () => {
  const { tom } = await confirmCard();
  await tom.press('another-device');
  await tom.text(/which device/i);
  await tom.card(/cancelled/i);
});

test('two technicians at one device: the second is told who is at it', async () => {
  const { tom } = await confirmCard('LINK-40S');
  const tina = played.sandbox.openChat('tina');
  await tina.say('help me with device LINK-40S');
  await tina.card(/Request remote assistance/);
  await tom.press('request-assistance');
  await tom.card(/waiting for the session link/i);
  await tina.press('request-assistance');
  expect((await tina.card(/Tom Becker/)).text).toMatch(/#\d+/u);
  expect(played.posts()).toHaveLength(1);
});

test('a device that was reassigned between the card and the press is not asked', async () => {
  const { tom } = await confirmCard();
  Object.assign(played.device('LAPTOP-7F3K').facts, { serialNumber: 'SWAPPED' });
  await tom.press('request-assistance');
  await tom.card(/not as it was/i);
  expect(played.posts()).toEqual([]);
});

test('a restart between request and link loses nothing: the same card gets the link', async () => {
  const { tom, card } = await confirmCard('LINK-40S');
  await tom.press('request-assistance');
  await tom.card(/waiting for the session link/i);
  await played.restart();
  const ready = await tom.card(/session is ready/i);
  expect(ready.messageId).toBe(card.messageId);
  expect(played.posts()).toHaveLength(1);
});

test('a restart between card and press: the technician signs in again and presses a fresh card', async () => {
  const { tom, card } = await confirmCard();
  await played.restart();
  await tom.press('request-assistance', {}, { on: card });
  const fresh = await tom.card(
    ({ text, messageId }) => /Request remote assistance/.test(text) && messageId !== card.messageId,
  );
  expect(played.posts()).toEqual([]);
  await tom.press('request-assistance', {}, { on: fresh });
  await tom.card(/session is ready/i);
  expect(played.posts()).toHaveLength(1);
});

test('the connector is away while the link comes: the card is shown when it is back', async () => {
  const { tom } = await confirmCard();
  played.sandbox.connector.misbehave({ when: /^PUT/u, as: 'server-error', times: 3 });
  await tom.press('request-assistance');
  await tom.card(/session is ready/i);
});
