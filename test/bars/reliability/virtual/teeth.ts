import type { Verdict } from '../checker';
import { randomFrom } from '../random';
import { unhurried } from './crash-points';
import { dropIndexIfMutant, intervalsOf, mutant, mutants, type Mutant } from './mutants';
import { playRace } from './race';
import { scenariosFrom, type Scenario } from './scenarios';
import { playStory } from './story';
import { World } from './world';

export type TeethReport = readonly {
  readonly mutant: Mutant;
  readonly caught: string | undefined;
  readonly sound: boolean;
}[];

/** What each mutant cannot stand: the proof must find fault with it, and none with the bot as it is. */
const trials: Readonly<Record<Mutant, (world: World) => Promise<readonly Verdict[]>>> = {
  'blind retry': (world) => stories(world, scenario('accepted and reset')),
  'intent after the POST': (world) => stories(world, scenario('clean'), CRASHES),
  'no unique index': async (world) => [await playRace(world, unhurried)],
  'no baseline': (world) => stories(world, { ...scenario('reset before'), oldLink: true }),
  'lease shorter than the deadline': (world) => {
    const [late] = scenario('accepted late').fates;
    const [clean] = scenario('clean').fates;
    if (!late || !clean) throw new Error('A scenario has a fate');
    return stories(world, { ...scenario('accepted late'), fates: [late, clean], sendsAgain: true });
  },
};

/** Ends of an instance during confirmation and POST. */
const CRASHES = Array.from({ length: 25 }, (_, index) => index + 1);

export async function catchMutants(): Promise<TeethReport> {
  const report = [];
  for (const one of mutants) {
    const [asMutant, asItIs] = [await trial(one, one), await trial(one, undefined)];
    report.push({ mutant: one, caught: asMutant[0], sound: asItIs.length === 0 });
  }
  return report;
}

async function trial(which: Mutant, current: Mutant | undefined): Promise<readonly string[]> {
  mutant.current = current;
  const world = await World.open(() => {
    throw new Error('Each story brings its fates');
  });
  await dropIndexIfMutant(world.database);
  const verdicts = await trials[which](world);
  await world.close();
  return verdicts.flatMap(({ lost, doubled, phantom }) => [...doubled, ...phantom, ...lost]);
}

async function stories(world: World, one: Scenario, crashes: readonly number[] = []): Promise<Verdict[]> {
  const intervals = intervalsOf(unhurried);
  const verdicts = [(await playStory(world, one, intervals)).verdict];
  for (const step of crashes)
    verdicts.push((await playStory(world, one, intervals, { step, effect: 'after' })).verdict);
  return verdicts;
}

function scenario(name: string): Scenario {
  const found = scenariosFrom(randomFrom(1)).find((one) => one.name === name);
  if (!found) throw new Error(`There is no scenario ${name}`);
  return { ...found, looksFail: 0, oldLink: false };
}
