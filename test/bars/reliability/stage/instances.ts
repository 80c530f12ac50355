import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Intervals } from '../../../../src/bot';
import type { Bundle } from './bundle';
import type { Go, Said } from './bot-process';

/** How long a process may take to load and to listen before the proof gives up. */
const PATIENCE = 30_000;

/** One process with the bot in it. */
export class Instance {
  isAlive = true;

  constructor(
    /** Graph's door of this process: what comes in there came from it. */
    readonly name: string,
    readonly url: string,
    readonly process: ChildProcess,
    readonly gone: Promise<void>,
  ) {}

  /** Resolves when the process is gone for good. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.isAlive = false;
    this.process.kill(signal);
    await this.gone;
  }

  pause(): void {
    this.process.kill('SIGSTOP');
  }

  goOn(): void {
    this.process.kill('SIGCONT');
  }
}

type Waiting = {
  readonly process: ChildProcess;
  readonly gone: Promise<void>;
  readonly loaded: Promise<unknown>;
};
export type Start = Omit<Go, 'skew' | 'intervals'> & {
  readonly name: string;
  readonly intervals: Intervals;
  readonly skew?: number;
};

/** Starts processes; one more has always loaded already and waits. */
export class Garage {
  private spare: Waiting | undefined;
  private readonly all = new Set<ChildProcess>();

  constructor(private readonly bundle: Bundle) {}

  /** @throws what kept the bot from starting. */
  async start({ name, environment, intervals, skew = 0 }: Start): Promise<Instance> {
    const waiting = this.spare ?? this.load();
    this.spare = this.load();
    await waiting.loaded;
    waiting.process.send({ environment, intervals, skew } satisfies Go);
    const said = await this.answer(waiting.process);
    if ('failed' in said) throw new Error(said.failed);
    if (!('port' in said)) throw new Error('The process did not say where it listens');
    const instance = new Instance(name, `http://127.0.0.1:${said.port}`, waiting.process, waiting.gone);
    void waiting.gone.then(() => (instance.isAlive = false));
    return instance;
  }

  /** Ends every process that is left. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.all].map(async (process) => {
        const gone = once(process, 'exit');
        process.kill('SIGKILL');
        await gone;
      }),
    );
  }

  private load(): Waiting {
    const process = fork(this.bundle.loader, ['bot'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [],
    });
    this.all.add(process);
    const gone = once(process, 'exit').then(() => void this.all.delete(process));
    process.on('error', () => undefined); // what cannot be sent to one that was just killed
    return { process, gone, loaded: this.answer(process) };
  }

  private async answer(process: ChildProcess): Promise<Said> {
    const [said] = (await Promise.race([
      once(process, 'message', { signal: AbortSignal.timeout(PATIENCE) }),
      once(process, 'exit').then(() => [{ failed: 'The process ended' }]),
    ])) as [Said]; // only bot-process.ts talks here
    return said;
  }
}
