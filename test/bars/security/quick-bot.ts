import { startBot } from '../../../src/bot';
import { environment, readConfig } from '../../../src/config';
import { createLog } from '../../../src/log';
import { captureConsole } from '../../../src/log/capture-console';
import { quickIntervals } from '../../whole-bot/play';

// The bot as src/main.ts starts it, with the patience of the whole-bot tests.

async function main(): Promise<void> {
  const config = readConfig(environment());
  captureConsole(createLog(config.logLevel).room('library'));
  const bot = await startBot(config, quickIntervals);
  process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
}

void main();
