import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  badConfigurations,
  completeEnvironment,
  SECRET,
  type BadConfiguration,
} from '../../data/bad-configurations';
import { atMost, type Bar } from '../bar';

// The bot as an operator starts it, with one thing wrong.

const main = join(__dirname, '..', '..', '..', 'src', 'main.ts');
const typescript = pathToFileURL(require.resolve('tsx')).href;
const AT_ONCE = 2;

async function flawOf({ set, says, file }: BadConfiguration): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'device-assist-'));
  try {
    if (file) {
      writeFileSync(join(folder, file.name), file.text);
      chmodSync(join(folder, file.name), file.mode);
    }
    const env = Object.fromEntries(
      Object.entries({ ...completeEnvironment, ...set, PATH: process.env['PATH'] }).map(([name, value]) => [
        name,
        value?.replaceAll('{folder}', folder),
      ]),
    );
    return readEnd(await start(folder, env), says);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type End = { readonly code: number | null; readonly said: string };

async function start(cwd: string, env: NodeJS.ProcessEnv): Promise<End> {
  const child = spawn(process.execPath, ['--import', typescript, main], { cwd, env, timeout: 30_000 });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

function readEnd({ code, said }: End, says: string): string | undefined {
  const lines = said.split('\n').filter((line) => line.startsWith('  - '));
  const secrets = [SECRET, completeEnvironment['BOT_PASSWORD'], completeEnvironment['AAD_APP_CLIENT_SECRET']];
  if (code === 0 || code === null) return `exit code ${String(code)}`;
  if (lines.length !== 1 || !lines[0]?.startsWith(`  - ${says}`)) return `said: ${said}`;
  return secrets.some((secret) => secret !== undefined && said.includes(secret))
    ? 'a secret was echoed'
    : undefined;
}

async function measure() {
  let wrong = 0;
  const next = badConfigurations.values();
  const work = async () => {
    for (const one of next) {
      const flaw = await flawOf(one);
      if (flaw === undefined) continue;
      wrong += 1;
      console.log(`  ${one.what}: ${flaw}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return atMost(wrong, 0);
}

export const badConfigurationBars: readonly Bar[] = [
  {
    name: `bad configurations that are not refused in one line (of ${badConfigurations.length})`,
    limit: '0',
    measure,
  },
];
