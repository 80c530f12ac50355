/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** A whole number of milliseconds, devices, … from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  readonly oneOf: <T>(choices: readonly T[]) => T;
};

/** Mulberry32: small, and good enough to scatter kills. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    oneOf: <T>(choices: readonly T[]) => {
      if (choices.length === 0) throw new Error('There is nothing to choose from');
      return choices[between(0, choices.length - 1)] as T; // within the list, so it is one of them
    },
  };
}

const ORDINARY_SEED = 20261125;

/** The seed of this run: `--seed=N` on the command line, or always the same. Printed with every figure. */
export const seed: number = Number(
  process.argv.find((argument) => argument.startsWith('--seed='))?.slice('--seed='.length) ?? ORDINARY_SEED,
);
