import { startBot } from './bot';
import { ConfigError, ENV_FILE, environment, readConfig } from './config';

async function main(): Promise<void> {
  const bot = await startBot(readConfig(environment(), [ENV_FILE]));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      void bot.stop().then(() => process.exit(0));
    });
}

/** What an operator can mend is said in one sentence; only a bug shows its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const canBeMended = error instanceof ConfigError || ['DatabaseInUse', 'CannotListen'].includes(error.name);
  return canBeMended ? error.message : (error.stack ?? error.message);
}

main().catch((error: unknown) => {
  process.stderr.write(`Device Assist did not start.\n${explain(error)}\n`);
  process.exit(1);
});
