import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openHelpDesk, takes } from './help-desk';
import type { Player } from './player';
import { conversation, ended, ranOut, underWay, type Scene } from './scenes';
import { useChromium, type Stage } from './stage';
import { undisturbed } from './undisturbed';

// The pictures of the README, at most 900 px wide. The ones in .github/pictures were made here; pngquant made them smaller.

const folder = join(__dirname, '..', '..', 'artifacts', 'screenshots', 'readme');
const openStage = useChromium();
let stage: Stage;
beforeAll(() => mkdirSync(folder, { recursive: true }));
beforeEach(async () => {
  stage = await openStage({}, { tick: 200 });
});
afterEach(() => stage.close());

const pathOf = (name: string) => join(folder, `${name}.png`);

const shoot = (card: Locator, path = {}) => undisturbed(card.page(), () => card.screenshot(path));

const dataUrl = async (card: Locator) => `data:image/png;base64,${(await shoot(card)).toString('base64')}`;

async function sideBySide({ page }: Player, pictures: readonly string[], name: string): Promise<void> {
  await page.goto('about:blank');
  const images = pictures.map((picture) => `<img src="${picture}">`).join('');
  await page.setViewportSize({ width: 900, height: 600 });
  await page.setContent(
    `<body style="margin:0"><div style="display:flex;gap:16px;align-items:start;background:#f5f5f5;padding:8px">${images}</div></body>`,
  );
  await page.locator('div').screenshot({ path: pathOf(name) });
}

test('the main job: the confirm card with its evidence, and the card with the session link', async () => {
  const tom = await stage.open({ width: 538 });
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.sees('Request remote assistance?');
  const confirm = await dataUrl(tom.card.locator('.card'));
  await tom.press('Request remote assistance');
  await tom.sees('Session is ready');
  await tom.page.setViewportSize({ width: 470, height: 900 });
  const ready = await dataUrl(tom.card.locator('.card'));
  await sideBySide(tom, [confirm, ready], 'main-job');
});

test('the sandbox with two people side by side', async () => {
  const tom = await stage.open({ width: 1360, height: 820, scale: 900 / 1360, query: 'second=anna' });
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.press('Request remote assistance');
  await tom.sees('Session is ready');
  await tom.other.reads('Tom Becker of your help desk asks to see this screen.');
  await tom.page.screenshot({ path: pathOf('sandbox') });
});

test('a help channel and the personal chats of both sides: raised, and ready', async () => {
  const desk = await openHelpDesk(stage, { width: 1500, height: 940, scale: 0.6 });
  const { channel, anna, tom } = desk;
  const { page } = channel;
  await page.locator('#try > summary').click();
  await channel.say("my laptop LAPTOP-7F3K won't print");
  await channel.sees('Help request #1');
  await page.screenshot({ path: pathOf('help-request-raised') });
  await takes(desk, 'tom');
  await tom.card.getByRole('button', { name: /^LAPTOP-7F3K/ }).click();
  await tom.press('Request remote assistance');
  await anna.sees('Somebody wants to help on your device');
  await tom.sees('Session is ready');
  await channel.reads('The remote assistance session can begin.', channel.card);
  await anna.reads('Tom Becker of your help desk asks to see this screen.');
  await page.getByRole('status').getByText('I am working on it.').waitFor({ state: 'hidden' });
  await page.screenshot({ path: pathOf('help-request-ready') });
  await tom.pane.getByRole('button', { name: 'Close as done' }).click();
  await channel.reads('Solved', channel.card);
  await anna.sees('Your help request is closed');
  await page.screenshot({ path: pathOf('help-request-closed') });
});

test('a phone, in the dark', async () => {
  const tom = await stage.open({ width: 390, height: 844, query: 'theme=dark' });
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.press('Request remote assistance');
  await tom.sees('Session is ready');
  await tom.page.screenshot({ path: pathOf('phone'), fullPage: true });
});

const wanted = ['draft-warnings', 'question-needs-human', 'refused-role', 'pick-devices'];
const chosen = [...underWay, ...ended, ...ranOut, ...conversation].filter(({ name }) =>
  wanted.includes(name),
);

test.each(chosen.map((scene): [string, Scene] => [scene.name, scene]))('the card %s', async (name, scene) => {
  const tom = await stage.open({ width: 700, height: 1200 });
  await scene.act(tom, stage);
  await tom.sees(scene.heading);
  await shoot(tom.card, { path: pathOf(name) });
});
