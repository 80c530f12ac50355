import { violations } from './axe';
import type { Player } from './player';
import { openHelpDesk, takes, type HelpDesk } from './help-desk';
import { useChromium, type Stage } from './stage';

// What an end user raises, played by clicks: a channel and the personal chats of both sides beside each other.

const openStage = useChromium();
let stage: Stage;
let desk: HelpDesk;
beforeEach(async () => {
  stage = await openStage();
  desk = await openHelpDesk(stage);
});
afterEach(() => stage.close());

/** The two words on a card, below the line that asks for them. */
async function phraseOn({ card }: Player): Promise<string> {
  const lines = (await card.innerText()).split('\n').filter((line) => line.trim() !== '');
  return lines[lines.findIndex((line) => /(?:Say it|this phrase):$/.test(line)) + 1] ?? '';
}

test('raise, take, confirm, ready, closed: everybody sees it, each in their own way', async () => {
  const { channel, anna, tom } = desk;
  await channel.say("my laptop LAPTOP-7F3K won't print");
  await channel.sees('Help request #1');
  await channel.button('Withdraw it').waitFor(); // Anna's own view
  await takes(desk, 'tom');

  await anna.sees('Somebody is on your help request');
  await channel.button('Hand over').waitFor(); // Tom's own view
  await tom.card.getByRole('button', { name: /^LAPTOP-7F3K/ }).click();
  await tom.sees('Request remote assistance?');
  await tom.reads('Yes: the requester is its primary user', tom.card);
  const phrase = await phraseOn(tom);
  expect(phrase).toMatch(/^\p{L}+ \p{L}+$/u);
  await tom.press('Request remote assistance');

  await anna.sees('Somebody wants to help on your device');
  await anna.reads(phrase, anna.card);
  await tom.sees('Session is ready');
  await channel.reads('The remote assistance session can begin.', channel.card);
  for (const secret of ['1592', 'EliteBook', phrase])
    await expect(channel.pane.getByText(secret).count()).resolves.toBe(0);

  // The help request, not the session: its card hangs above.
  await tom.pane.getByRole('button', { name: 'Close as done' }).click();
  await channel.reads('Solved', channel.card);
  await anna.sees('Your help request is closed');
  expect(stage.played.posts()).toHaveLength(1);
  expect(stage.played.sandbox.wire.alarms).toEqual([]);
});

test('whoever did not ask says so: the team is told, and work stops', async () => {
  const { channel, anna, tom } = desk;
  await channel.choose('Play', 'bert');
  await channel.choose('in', 'channel');
  await channel.say("LAPTOP-7F3K won't start");
  await channel.sees('Help request #1');
  await takes(desk, 'tom');
  await tom.card.getByRole('button', { name: /^LAPTOP-7F3K/ }).click();
  await tom.sees('Is this the right device?');
  await tom.press('Yes, use this device');
  await tom.press('Request remote assistance');
  await tom.sees('Session is ready');
  await anna.press('I did not ask for this');
  await anna.sees('Stopped');
  await channel.sees('Help request #1 was stopped');
  await tom.reads('The owner of the device, who did not ask for this');
  await expect(tom.pane.getByRole('link', { name: 'Open session' }).count()).resolves.toBe(0);
});

test("somebody's message is made a help request from its menu", async () => {
  const { channel } = desk;
  await channel.pane.getByRole('button', { name: '@Device Assist' }).click();
  await channel.say('my mouse is dead');
  await channel.choose('Play', 'bert');
  await channel.choose('in', 'channel');
  await channel.pane.getByLabel('More about the message of Anna Vogel').click();
  await channel.pane.getByRole('button', { name: 'Make this a help request' }).click();
  const form = channel.page.getByRole('dialog');
  await form.getByLabel('Note').fill('since this morning');
  await form.getByRole('button', { name: 'Send' }).click();
  await channel.sees('Help request #1');
  await channel.reads(/my mouse is dead/, channel.card);
  await channel.reads('Anna Vogel', channel.card);
});

test('each viewer reads the card in the language of their Teams, and nothing on it violates accessibility', async () => {
  const { channel, tom: technician } = desk;
  await technician.choose('Play', 'sergei');
  await technician.say('очередь');
  await technician.sees('Очередь пуста');
  await channel.say('my screen flickers');
  await channel.sees('Help request #1');
  await takes(desk, 'sergei');
  await channel.button('Передать').waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await channel.setTheme(theme);
    expect(await violations(channel.page)).toEqual([]);
  }
  await channel.choose('Play', 'anna');
  await channel.choose('in', 'channel');
  await channel.button('Withdraw it').waitFor();
  await channel.choose('Play', 'bert');
  await channel.choose('in', 'channel');
  await channel.reads('Сергей Иванов is on it.', channel.card);
  expect(await violations(channel.page)).toEqual([]);
});
