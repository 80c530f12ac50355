import { quickIntervals } from '../whole-bot/play';
import { useChromium, type Stage } from './stage';

const openStage = useChromium();
let stage: Stage;
beforeEach(async () => {
  stage = await openStage({}, { limits: { ...quickIntervals.limits, linkWait: 60_000 } });
});
afterEach(() => stage.close());

test('from the first message to the session, and to its end, with clicks and keys', async () => {
  const tom = await stage.open();
  await tom.say('help me with device LAPTOP-7F3K');

  await tom.sees('Request remote assistance?');
  for (const fact of ['LAPTOP-7F3K', 'Anna Vogel (anna@contoso.example)', 'ends in …1592'])
    await tom.reads(fact, tom.card);
  expect(stage.played.posts()).toEqual([]);

  await tom.card.getByLabel('Reason (optional, kept in the record)').fill('printer driver');
  await tom.press('Request remote assistance');
  await tom.sees('Session is ready');
  await tom.reads('printer driver', tom.card);
  expect(stage.played.posts()).toHaveLength(1);

  await tom.link('Open session').click();
  const { link } = stage.played.device('LAPTOP-7F3K').behaviour;
  await tom.page.getByRole('dialog').getByText(link).waitFor();
  await tom.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  await tom.press('Close');
  await tom.sees('Closed');
  await expect(tom.link('Open session').count()).resolves.toBe(0);
  expect(stage.played.sandbox.wire.alarms).toEqual([]);
});

test('a double click on the button asks Intune once', async () => {
  const tom = await stage.open();
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.button('Request remote assistance').dblclick();
  await tom.sees('Session is ready');
  expect(stage.played.posts()).toHaveLength(1);
});

test('one sees that the bot is at work while it is', async () => {
  const tom = await stage.open();
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await tom.page.route('**/api/say', async (route) => {
    await held;
    await route.continue();
  });
  const device = stage.played.device('LINK-40S').behave({ linkAfter: 'never' });
  await tom.say('help me with device LINK-40S');
  await tom.reads('Device Assist is typing…');
  letGo();
  await tom.sees('Request remote assistance?');
  await tom.press('Request remote assistance');
  await tom.sees('Requested');
  device.behave({ linkAfter: 0 });
  await tom.sees('Session is ready');
});

test('with two people side by side, Company Portal asks the user while the technician waits for the screen', async () => {
  const tom = await stage.open();
  await tom.page.getByRole('button', { name: 'Two people' }).click();
  const anna = tom.other;
  await anna.reads('End user of LAPTOP-7F3K.');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.press('Request remote assistance');
  await anna.reads('Tom Becker of your help desk asks to see this screen.');
  await tom.sees('Session is ready');
  await anna.pane.getByRole('button', { name: 'Allow' }).click();
  await anna.reads(/^Allowed\./);
});

test('what went over the wire stands beside the chat, in plain words and as it was', async () => {
  const tom = await stage.open();
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.press('Request remote assistance');
  await tom.sees('Session is ready');
  const wire = tom.page.locator('#wire');
  for (const meaning of [
    'A message was written',
    'Single sign-on: Teams hands over a token',
    'A Graph token on behalf of the technician',
    'Looks for devices',
    'Hangs up a card',
    'A button was pressed',
    'Asks Intune for remote assistance: once, never by itself again',
    'Session is ready · LAPTOP-7F3K',
  ])
    await wire.getByText(meaning).first().waitFor();
  await expect(wire.getByText('Asks Intune for remote assistance').count()).resolves.toBe(1);

  await tom.page.getByRole('combobox', { name: 'Show', exact: true }).selectOption('graph');
  await wire.getByText('Looks for devices').first().waitFor();
  await wire.getByText('A button was pressed').first().waitFor({ state: 'hidden' });
  await wire.locator('summary', { hasText: 'managedDevices' }).last().click();
  await wire.getByText(/\$filter=deviceName eq 'LAPTOP-7F3K'/).waitFor();
});
