import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ordinaryIntervals, type Intervals } from '../../src/bot';
import { ordinaryLimits } from '../../src/request/help-request';
import { violations } from './axe';
import type { Player } from './player';
import type { Scene } from './scenes';
import type { OpenStage, Stage } from './stage';
import { undisturbed } from './undisturbed';

// Every state of a card, read by axe-core in light and dark and tried on a phone. The pictures are for people.

const folder = join(__dirname, '..', '..', 'artifacts', 'screenshots');
export const desk = { width: 1280, height: 1400 };

/** States that pass quickly in life stay for as long as a picture takes. */
export const patient: Partial<Intervals> = {
  ...ordinaryIntervals,
  limits: { ...ordinaryLimits, looks: [100] },
  graphTimeouts: { read: 2_000, send: 25_000 },
  tick: 50,
};
/** What comes at the end of a long wait comes at once. */
export const hasty: Partial<Intervals> = {
  ...patient,
  limits: { ...ordinaryLimits, linkWait: 300, verify: 300, looks: [100] },
};
/** What nobody confirms at once is over. */
export const forgetful: Partial<Intervals> = {
  ...patient,
  limits: { ...ordinaryLimits, draftLives: 300 },
};

/** Reads the newest card with axe-core and keeps its picture, in light and dark, and tries it on a phone. */
export async function look(player: Player, name: string): Promise<void> {
  const { page, card } = player;
  for (const theme of ['light', 'dark'] as const) {
    await player.setTheme(theme);
    expect(await violations(page, '.log > :last-child')).toEqual([]);
    await undisturbed(page, () => card.screenshot({ path: join(folder, `${name}-${theme}.png`) }));
  }
  await page.setViewportSize({ ...desk, width: 390 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.setViewportSize(desk);
}

/** One test a scene. Scenes of one person follow each other in one chat. */
export function showScenes(
  openStage: OpenStage,
  intervals: Partial<Intervals>,
  scenes: readonly Scene[],
): void {
  const players = new Map<string, Player>();
  let stage: Stage;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    stage = await openStage({}, intervals);
    stage.played.device('THROTTLED-1').behave({ retryAfter: '60' });
  });
  afterAll(() => stage.close());

  test.each(scenes.map((scene): [string, Scene] => [scene.name, scene]))('%s', async (name, scene) => {
    const { as: person = 'tom' } = scene;
    const player = players.get(person) ?? (await stage.open({ ...desk, query: `person=${person}` }));
    players.set(person, player);
    await player.speak('en');
    await scene.act(player, stage);
    await player.sees(scene.heading);
    await look(player, name);
  });
}
