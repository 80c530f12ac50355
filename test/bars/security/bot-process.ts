import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sandbox } from '../../../src/sandbox/sandbox';

/**
 * What the process says about itself: its memory in bytes, for how many milliseconds its event loop was held at most,
 * and the addresses it dialled since it was last asked.
 */
export type Vitals = {
  readonly dialled: readonly string[];
  readonly memory: number;
  readonly held: number;
};

/** The bot as an operator starts it, in a process of its own. */
export type BotProcess = {
  readonly port: number;
  /** Everything it wrote so far. */
  stdout(): string;
  stderr(): string;
  /** `start-again` forgets how long the event loop was held before; `addresses` spares the collection of garbage. */
  vitals(what: 'start-again' | 'go-on' | 'addresses'): Promise<Vitals>;
  /** The exit code or the signal that ended it; undefined while it runs. */
  ended(): number | string | undefined;
  stop(): Promise<void>;
};

const main = join(__dirname, '..', '..', '..', 'src', 'main.ts');
const watch = pathToFileURL(join(__dirname, 'watch.mjs')).href;
const typescript = pathToFileURL(require.resolve('tsx')).href;

export async function startBotProcess(
  sandbox: Sandbox,
  overrides: Readonly<Record<string, string>> = {},
  /** What node runs, with options for it. */
  program: readonly string[] = [main],
): Promise<BotProcess> {
  const env = { PATH: process.env['PATH'], ...sandbox.environment({ LOG_LEVEL: 'warn', ...overrides }) };
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', typescript, '--import', watch, ...program],
    {
      ...{ cwd: sandbox.folder, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    },
  );
  const stdout = textOf(child, 'stdout');
  const stderr = textOf(child, 'stderr');
  const ended = () => child.exitCode ?? child.signalCode ?? undefined;
  const url = sandbox.addresses.bot;
  await untilAlive(url, ended).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`The bot did not start:\n${stderr()}`, { cause: error });
  });
  return {
    ...{ port: Number(new URL(url).port), stdout, stderr, ended },
    async vitals(what) {
      child.send(what);
      // The only messages of this process are those of watch.mjs.
      const [vitals] = (await once(child, 'message')) as [Vitals];
      return vitals;
    },
    async stop() {
      if (ended() !== undefined) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await exit;
      clearTimeout(late);
    },
  };
}

/** Kept as it comes and put together when it is asked for: under a flood it costs nothing. */
function textOf(child: ChildProcess, which: 'stdout' | 'stderr'): () => string {
  const chunks: Buffer[] = [];
  child[which]?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

async function untilAlive(url: string, ended: () => unknown): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (ended() !== undefined) throw new Error(`It ended with ${String(ended())}`);
    if ((await fetch(`${url}/healthz`).catch(() => undefined))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It does not answer');
}
