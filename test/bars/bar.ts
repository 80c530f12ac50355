/** A proof with a figure. `best` of three runs counts where time decides. */
export type Bar = {
  readonly name: string;
  readonly limit: string;
  /** The figure as people read it, and whether it is within the limit. */
  readonly measure: () => Measured | Promise<Measured>;
};

export type Measured = { readonly value: string; readonly holds: boolean };

export const atMost = (value: number, limit: number, unit = ''): Measured => ({
  value: `${Number(value.toFixed(3))}${unit}`,
  holds: value <= limit,
});

export const atLeast = (value: number, limit: number, unit = ''): Measured => ({
  value: `${Number(value.toFixed(3))}${unit}`,
  holds: value >= limit,
});

type Sight<R> = readonly [name: string, limit: string, read: (report: R) => Measured];

/** One run, seen from several sides. */
export function barsOf<R>(run: () => Promise<R>, sights: readonly Sight<R>[]): readonly Bar[] {
  let running: Promise<R> | undefined;
  return sights.map(([name, limit, read]) => ({
    ...{ name, limit, measure: async () => read(await (running ??= run())) },
  }));
}

/** The smallest of three runs: what else the machine does only ever adds. */
export const bestOfThree = (run: () => number): number => Math.min(run(), run(), run());
