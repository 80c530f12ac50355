import { violations } from './axe';
import { Player } from './player';
import { useChromium, type Stage } from './stage';

// A channel and personal chats side by side: who sees what, and what the bot hears of it.

const openStage = useChromium();
let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

type Scene = { readonly channel: Player; readonly anna: Player; readonly tom: Player };

/** The channel as Anna sees it, and the personal chats of Anna and Tom. */
async function helpChannel(view = {}): Promise<Scene> {
  const first = await stage.open(view);
  await first.page.getByRole('button', { name: 'Help channel' }).click();
  const [channel, anna, tom] = [first, new Player(first.page, 1), new Player(first.page, 2)];
  for (const player of [channel, anna, tom]) await player.isThere();
  await channel.reads('Help desk (channel)', channel.pane.locator('.log'));
  return { channel, anna, tom };
}

const mentionOf = ({ pane }: Player) => pane.getByRole('button', { name: '@Device Assist' });
const heard = () => stage.played.sandbox.wire.find('teams').filter(({ note }) => note === 'message');

test('people see what others write in the channel, and answer in its thread', async () => {
  const { channel, tom } = await helpChannel();
  await mentionOf(channel).click();
  await channel.say('my laptop will not print');
  await tom.choose('in', 'channel');
  await tom.reads('my laptop will not print');
  await tom.pane.getByRole('button', { name: 'Reply' }).click();
  await tom.reads('Reply to Anna Vogel: my laptop will not print');
  await mentionOf(tom).click();
  await tom.say('which one, @Anna Vogel?');

  await channel.reads('which one, @Anna Vogel?', channel.pane.locator('.thread'));
  await expect(channel.pane.locator('.thread').count()).resolves.toBe(1);
  expect(heard()).toEqual([]);

  await channel.say('and another thing');
  await tom.reads('and another thing');
  await expect(tom.pane.locator('.thread').count()).resolves.toBe(2);
});

test('a bot that was removed from the team hears nothing until it is added again', async () => {
  const { channel } = await helpChannel();
  await channel.pane.getByRole('button', { name: 'Remove the bot from the team' }).click();
  await channel.pane.getByRole('button', { name: 'Add the bot to the team' }).waitFor();
  await channel.say('is anybody there?');
  await channel.reads('@Device Assist is anybody there?');
  expect(heard()).toEqual([]);
  await channel.pane.getByRole('button', { name: 'Add the bot to the team' }).click();
  await channel.pane.getByRole('button', { name: 'Remove the bot from the team' }).waitFor();
  await channel.say('and now?');
  await stage.played.sandbox.requests('teams', /POST/u, 5);
  expect(heard()).toHaveLength(1);
});

test('whoever removes the app has no bot in the personal chat', async () => {
  const { anna } = await helpChannel();
  await anna.say('help');
  await anna.pane.getByRole('button', { name: 'Remove the app' }).click();
  await anna.pane.getByRole('button', { name: 'Add the app' }).waitFor();
  expect(stage.played.sandbox.tenant.person('anna').behaviour.installed).toBe(false);
});

test('a guest and somebody of another tenant can be played in the channel', async () => {
  const { channel } = await helpChannel();
  for (const [key, name] of [
    ['gus', 'Gus Partner'],
    ['frida', 'Frida Stranger'],
  ] as const) {
    await channel.choose('Play', key);
    await channel.choose('in', 'channel');
    await mentionOf(channel).waitFor();
    await channel.say(`I am ${name}`);
    await channel.reads(`@Device Assist I am ${name}`);
  }
});

test('one more person comes when asked for, and leaves again', async () => {
  const { tom } = await helpChannel();
  await tom.page.getByRole('button', { name: 'Add a person' }).click();
  const tina = new Player(tom.page, 3);
  await tina.reads('A second technician.');
  await tom.pane.getByRole('button', { name: 'Close the Teams of Tom Becker' }).click();
  await tom.reads('A second technician.');
});

test('side by side nothing violates accessibility, and on a phone nothing has to be scrolled sideways', async () => {
  const { channel, tom } = await helpChannel();
  await channel.say('my laptop will not print');
  await channel.pane.getByRole('button', { name: 'Reply' }).click();
  await tom.say('my devices');
  await tom.card.waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await channel.setTheme(theme);
    expect(await violations(channel.page)).toEqual([]);
  }
  await channel.page.setViewportSize({ width: 390, height: 844 });
  expect(await channel.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await violations(channel.page)).toEqual([]);
});
