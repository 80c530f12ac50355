/** How fast a token bucket may be emptied: `burst` at once when it is full, one more `every` so many milliseconds. */
export type Rate = { readonly burst: number; readonly every: number };

/** At most so many in any stretch of so many milliseconds. */
export type Limit = { readonly most: number; readonly within: number };

/** The fastest rate with this burst that stays inside all limits, wherever one starts to count. */
export function rateWithin(burst: number, limits: readonly Limit[]): Rate {
  if (!limits.every(({ most }) => burst < most))
    throw new Error('A burst is smaller than each of its limits');
  return { burst, every: Math.max(...limits.map(({ most, within }) => Math.ceil(within / (most - burst)))) };
}
