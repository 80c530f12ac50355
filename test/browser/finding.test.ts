import { useChromium, type Stage } from './stage';

const openStage = useChromium();
let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

test('of several devices one is picked, and only that one is shown', async () => {
  const tom = await stage.open();
  await tom.say('help me with device iPhone');
  await tom.sees('5 devices match "iPhone"');
  await tom.card.getByRole('button', { name: /Bert Jansen/ }).click();
  await tom.sees('Request remote assistance?');
  await tom.reads('Bert Jansen (bert@contoso.example)', tom.card);
});

test('a person is picked first, and then a device of that person', async () => {
  const tom = await stage.open();
  await tom.say('devices of Anna');
  await tom.sees('People who match "Anna"');
  await tom.card.getByRole('button', { name: /Anna Vogel anna@/ }).click();
  await tom.sees('Devices of Anna Vogel');
});

test('a device that does not exist: near names are offered, and none is opened by itself', async () => {
  const tom = await stage.open();
  await tom.say('help me with device LAPTOP-7F3Z');
  await tom.sees('No device found');
  await tom.press('LAPTOP-7F3K');
  await tom.sees('Request remote assistance?');
  expect(stage.played.posts()).toEqual([]);
});

test('a device name that tries to be Markdown or markup stays text', async () => {
  const tom = await stage.open();
  await tom.say('devices of annika@contoso.example');
  await tom.reads('**CEO** [click](https://evil.example)', tom.card);
  await expect(tom.card.locator('a').count()).resolves.toBe(0);
});
