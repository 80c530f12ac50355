/** How often a bot may send or change something in one conversation (facts/product.md § 4.4): [count, seconds]. */
const LIMITS: readonly (readonly [number, number])[] = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1_800, 3_600],
];

/** Whether one more at `now` is too many after those `sends` (epoch ms). Forgets what is older than an hour. */
export function sendsTooMany(sends: number[], now: number): boolean {
  while (sends[0] !== undefined && now - sends[0] > 3_600_000) sends.shift();
  return LIMITS.some(([count, seconds]) => sends.filter((at) => now - at < seconds * 1000).length >= count);
}
