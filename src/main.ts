import { ConfigError, ENV_FILE, environment, readConfig } from './config';
import { createLog, describeError, type Log } from './log';
import { captureConsole } from './log/capture-console';

async function main(): Promise<void> {
  const config = readConfig(environment(), [ENV_FILE]);
  const log = createLog(config.logLevel);
  captureConsole(log.room('library'));
  crashInOneLine(log);
  // Only now, since loading it takes ten times as long as finding out what is wrong with the configuration.
  const { startBot, EXIT_WITHIN } = await import('./bot.js');
  const bot = await startBot(config);
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      // Somebody does not want to wait: what is under way is taken up by the next start, or by another instance.
      if (isStopping) process.exit(1);
      isStopping = true;
      setTimeout(() => process.exit(1), EXIT_WITHIN).unref();
      void bot.stop().then(() => process.exit(0));
    });
}

/** What nobody caught ends the process: its state is unknown, and the database knows what is to be done. */
function crashInOneLine(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.error('crashed', describeError(error));
    process.exit(1);
  });
}

/** By name: the classes belong to rooms that are not loaded yet when the configuration is wrong. */
const MENDABLE = ['DatabaseInUse', 'NewerDatabase', 'CannotListen', 'Unreachable'];

/** What an operator can mend is said in one sentence; only a bug shows its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const canBeMended = error instanceof ConfigError || MENDABLE.includes(error.name);
  return canBeMended ? error.message : (error.stack ?? error.message);
}

main().catch((error: unknown) => {
  process.stderr.write(`Device Assist did not start.\n${explain(error)}\n`);
  process.exit(1);
});
