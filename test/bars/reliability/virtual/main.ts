import './doubles';
import { crashEverywhere } from './crash-points';
import { outage } from './outage';
import { catchMutants } from './teeth';

// One of the proofs in virtual time, in a process of its own: `main.ts crash-points SEED INDEX OF`. Answers in JSON.

async function main([what, ...numbers]: readonly string[]): Promise<unknown> {
  const [seed = 0, index = 0, of = 1] = numbers.map(Number);
  switch (what) {
    case 'crash-points':
      return crashEverywhere(seed, { index, of });
    case 'teeth':
      return catchMutants();
    case 'outage':
      return outage(seed, Number(numbers[1] ?? 500));
    default:
      throw new Error(`There is no proof ${what ?? ''}`);
  }
}

main(process.argv.slice(2)).then(
  (answer) => {
    console.log(JSON.stringify(answer));
    process.exit(0);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
