import type { Bar } from './bar';
import { catalogBars } from './catalogs';
import { drawnCardBars } from './drawn-cards';
import { understandingBars } from './understanding';

// `npm run bars`: every proof with a figure, one line each: name, value, limit. Fails when one does not hold.

const bars: readonly Bar[] = [...understandingBars, ...catalogBars, ...drawnCardBars];

async function main(): Promise<void> {
  let broken = 0;
  for (const { name, limit, measure } of bars) {
    const { value, holds } = await measure();
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${name.padEnd(64)} ${value.padStart(12)}   limit ${limit}`);
    if (!holds) broken += 1;
  }
  console.log(`${bars.length - broken} passed, ${broken} failed`);
  process.exitCode = broken > 0 ? 1 : 0;
}

void main();
