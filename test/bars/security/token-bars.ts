import { atLeast, type Bar } from '../bar';
import { onStage, type Stage } from './stage';
import { openHouse } from './front-door-house';
import { keyCases } from './key-cases';
import { frontDoorMutants } from './front-door-mutants';
import type { Edit } from './mutant';
import { rawRequest, sendRaw, type RawAnswer } from './raw-http';
import { tokenCases, type TokenCase } from './token-cases';

// The cases against the bot as an operator starts it, and against front doors that lack one check each.

const cases = tokenCases.length + keyCases.length;

/** Turns that the bot has finished, without those in which there was nothing to do. */
async function turnsOf({ bot }: Stage): Promise<number> {
  // A connection of its own: one that is kept may just be closing.
  const { body: text } = await sendRaw(bot.port, rawRequest([], '', 'GET /metrics HTTP/1.1'));
  const lines = text.split('\n').filter((line) => line.startsWith('device_assist_turns_total{'));
  return lines
    .filter((line) => !line.includes('result="nothing-to-do"'))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

async function untilTurn(stage: Stage, count: number): Promise<void> {
  for (let tries = 0; (await turnsOf(stage)) < count; tries += 1) {
    if (tries > 300) throw new Error('The turn does not end');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const FIXED = /^(?:|\{"error":"[a-z-]+"\})$/u;

/** What went wrong with one case, or nothing. */
async function flawOf(stage: Stage, { verdict, bytes }: TokenCase): Promise<string | undefined> {
  const { bot, world, keyHost } = stage;
  const [turns, lines] = [await turnsOf(stage), bot.stdout().length];
  await bot.vitals('addresses');
  const answer = await sendRaw(bot.port, bytes(world));
  if (verdict === 'in') {
    await untilTurn(stage, turns + 1);
    return answer.status === 200 && answer.body === '' ? undefined : `${answer.status} ${answer.body}`;
  }
  const after = await turnsOf(stage);
  if (after !== turns) return 'a turn was taken';
  const strangers = (await bot.vitals('addresses')).dialled.filter((target) => target !== keyHost);
  if (strangers.length > 0) return `dialled ${strangers.join(', ')}`;
  if (verdict === 'idle') return answer.status < 500 ? undefined : `${answer.status}`;
  const written = () => bot.stdout().slice(lines);
  // The log takes another way than the answer, and may be later.
  for (let tries = 0; tries < 100 && refusalsIn(written()).length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return flawOfRefusal(answer, written());
}

const refusalsIn = (log: string) => log.match(/"event":"refused/gu) ?? [];

function flawOfRefusal({ status, body }: RawAnswer, log: string): string | undefined {
  if (status < 400 || status > 499) return `${status} ${body}`;
  if (!FIXED.test(body)) return `a body of its own: ${body}`;
  const refusals = refusalsIn(log);
  if (refusals.length !== 1) return `${refusals.length} lines in the log`;
  return /eyJ|Bearer|evil/u.test(log) ? 'the token is in the log' : undefined;
}

async function verdictsAgainstTheBot(): Promise<string[]> {
  const flaws = await onStage(async (stage) => {
    const found: string[] = [];
    for (const one of tokenCases) {
      const flaw = await flawOf(stage, one);
      if (flaw !== undefined) found.push(`${one.name}: ${flaw}`);
    }
    return stage.bot.ended() === undefined ? found : [...found, 'the bot ended'];
  });
  for (const { name, holds } of keyCases) if (!(await holds())) flaws.push(name);
  return flaws;
}

async function measureVerdicts() {
  const flaws = await verdictsAgainstTheBot();
  for (const flaw of flaws) console.log(`  ${flaw}`);
  return atLeast((100 * (cases - flaws.length)) / cases, 100, ' %');
}

/** The first case that goes another way than it must when these changes are made to the front door. */
async function letThrough(edits: readonly Edit[]): Promise<string | undefined> {
  const house = await openHouse(edits);
  try {
    for (const { name, verdict, bytes } of tokenCases) {
      const before = house.turns();
      await sendRaw(house.port, bytes(house.world));
      if (verdict === 'out' && house.turns() > before) return name;
    }
  } finally {
    await house.stop();
  }
  for (const { name, holds } of keyCases) if (!(await holds(edits))) return name;
  return undefined;
}

async function measureMutants() {
  const own = await letThrough([]);
  if (own !== undefined) throw new Error(`The front door itself fails: ${own}`);
  let caught = 0;
  for (const { check, edits } of frontDoorMutants) {
    const through = await letThrough(edits);
    if (through === undefined) console.log(`  without "${check}" nothing gets through`);
    else caught += 1;
  }
  return atLeast((100 * caught) / frontDoorMutants.length, 100, ' %');
}

export const tokenBars: readonly Bar[] = [
  {
    name: `tokens and activities judged as they must be (of ${cases})`,
    limit: '100 %',
    measure: measureVerdicts,
  },
  {
    name: `checks of the front door without which a case gets through (of ${frontDoorMutants.length})`,
    limit: '100 %',
    measure: measureMutants,
  },
];
