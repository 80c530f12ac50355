import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { check } from 'recheck';
import type { Bar, Measured } from './bar';

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}
const SEED = 20261125;
/** Milliseconds for one pattern on a busy machine; nearly all are decided in a few hundredths of a second. */
const AT_MOST = 60_000;

function patterns(): readonly Pattern[] {
  const collector = join(__dirname, 'collect-patterns.ts');
  const lines = execFileSync(process.execPath, ['--import', 'tsx', collector], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pattern); // as printed by collect-patterns.ts
}

/** Those that recheck could not prove to be linear. Noting places (flag d) does not change how a pattern is matched. */
async function notLinear(all: readonly Pattern[]): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  for (const pattern of all) {
    const flags = pattern.flags.replace('d', '');
    const { status } = await check(pattern.source, flags, { timeout: AT_MOST, randomSeed: SEED });
    if (status !== 'safe') found.push(pattern);
  }
  return found;
}

async function measure(): Promise<Measured> {
  const all = patterns();
  const found = await notLinear(all);
  for (const { where, source } of found) console.log(`     not linear: ${where} ${source.slice(0, 200)}`);
  return { value: `${found.length} of ${all.length}`, holds: found.length === 0 && all.length > 1000 };
}

export const linearPatternBars: readonly Bar[] = [
  { name: `patterns of src not proven linear by recheck (seed ${SEED})`, limit: '0', measure },
];
