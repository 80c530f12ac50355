import { ordinaryIntervals, type Intervals } from '../../../../src/bot';
import type { Storage } from '../../../../src/storage/storage';
import type { Verdict } from '../checker';
import { randomFrom } from '../random';
import type { Crash, Step } from './life';
import { scenariosFrom, type Scenario } from './scenarios';
import { playStory } from './story';
import { World } from './world';

/** A look every five seconds instead of every second: nothing that is proved here depends on it. */
export const unhurried: Intervals = { ...ordinaryIntervals, tick: 5_000 };

export type CrashReport = { readonly points: number; readonly wrong: readonly string[] };

/** Up to this step both ends of a step are tried: that is confirmation, intent, POST and the first cards. */
const CLOSELY = 40;

/** Plays each scenario once to the end, and then once for each of its steps, with that step as the last one. */
export async function crashEverywhere(
  seed: number,
  share: { readonly index: number; readonly of: number },
): Promise<CrashReport> {
  const world = await World.open(() => {
    throw new Error('Each story brings its fates');
  });
  const wrong: string[] = [];
  let points = 0;
  for (const [index, scenario] of chosenFrom(seed).entries()) {
    if (index % share.of !== share.index) continue;
    const { steps, verdict } = await playStory(world, scenario, unhurried);
    wrong.push(...wrongIn(verdict, `${scenario.name}, undisturbed`));
    for (const crash of crashesIn(steps)) {
      points += 1;
      const told = await playStory(world, scenario, unhurried, crash);
      const where = `${scenario.name}, ended ${crash.effect} step ${crash.step} (${steps[crash.step - 1]?.name ?? ''})`;
      wrong.push(...wrongIn(told.verdict, where));
    }
  }
  await world.close();
  return { points, wrong };
}

/** Every outcome once, the manners of Teams in turn. */
function chosenFrom(seed: number): readonly Scenario[] {
  const all = scenariosFrom(randomFrom(seed));
  const outcomes = all.length / 3;
  return Array.from(
    { length: outcomes },
    (_, outcome) => all[((outcome + seed) % 3) * outcomes + outcome],
  ).filter((scenario) => scenario !== undefined);
}

/** On a file nobody reads it. The type keeps the name from growing old. */
const SIGN_OF_LIFE: `storage.${keyof Storage}` = 'storage.signOfLife';

/** A pass of the timer that finds nothing changes nothing: dying around it is dying after the step before. */
const isIdle = ({ name, foundNothing }: Step) => foundNothing || name === SIGN_OF_LIFE;

function crashesIn(steps: readonly Step[]): Crash[] {
  return steps.flatMap((one, index): Crash[] => {
    const step = index + 1;
    if (isIdle(one)) return [];
    const after: Crash = { step, effect: 'after' };
    return step <= CLOSELY ? [{ step, effect: 'before' }, after] : [after];
  });
}

function wrongIn({ lost, doubled, phantom, unsettled, needlessQuestions }: Verdict, where: string): string[] {
  return [...lost, ...doubled, ...phantom, ...unsettled, ...needlessQuestions].map(
    (line) => `${where}: ${line}`,
  );
}
