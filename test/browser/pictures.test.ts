import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ordinaryIntervals, type Intervals } from '../../src/bot';
import { ordinaryLimits } from '../../src/request/help-request';
import { violations } from './axe';
import type { Player } from './player';
import { quickScenes, slowScenes, type Scene } from './scenes';
import { useChromium, type Stage } from './stage';

// Every state of a card, read by axe-core in light and dark and tried on a phone. The pictures are for people.

const folder = join(__dirname, '..', '..', 'artifacts', 'screenshots');
const desk = { width: 1280, height: 1400 };

const slow: Partial<Intervals> = {
  ...ordinaryIntervals,
  limits: { ...ordinaryLimits, looks: [100] },
  graphTimeouts: { read: 2_000, send: 25_000 },
  tick: 50,
};
const quick: Partial<Intervals> = {
  limits: { ...ordinaryLimits, draftLives: 3_000, linkWait: 300, verify: 300, lease: 1_000, looks: [100] },
  graphTimeouts: { read: 500, send: 300 },
  sendWindow: 500,
};

const openStage = useChromium();
const players = new Map<string, Player>();

/** The window of a person; several scenes of one person follow each other in one chat. */
async function playerFor(stage: Stage, person: string): Promise<Player> {
  const player = players.get(person) ?? (await stage.open({ ...desk, query: `person=${person}` }));
  players.set(person, player);
  return player;
}

async function look(player: Player, name: string): Promise<void> {
  const { page, card } = player;
  for (const theme of ['light', 'dark'] as const) {
    await player.setTheme(theme);
    expect(await violations(page, '.log > :last-child')).toEqual([]);
    await card.screenshot({ path: join(folder, `${name}-${theme}.png`) });
  }
  await page.setViewportSize({ ...desk, width: 390 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.setViewportSize(desk);
}

describe.each([
  ['with the patience of real life', slow, slowScenes],
  ['with little patience', quick, quickScenes],
])('cards %s', (_, intervals, scenes) => {
  let stage: Stage;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    players.clear();
    stage = await openStage({}, intervals);
    stage.played.device('THROTTLED-1').behave({ retryAfter: '60' });
  });
  afterAll(() => stage.close());

  test.each(scenes.map((scene): [string, Scene] => [scene.name, scene]))('%s', async (name, scene) => {
    const player = await playerFor(stage, scene.as ?? 'tom');
    if (scene.as) await player.choose('Teams language', 'en');
    await scene.act(player, stage);
    await player.sees(scene.heading);
    await look(player, name);
  });
});

test('the card that asks to sign in', async () => {
  const stage = await openStage();
  const carl = await stage.open({ ...desk, query: 'person=carl' });
  await carl.choose('Teams language', 'en');
  await carl.say('help me with device LINK-3S');
  await carl.button('Sign in').waitFor();
  await look(carl, 'sign-in');
  await stage.close();
});
