import { parseArgs } from 'node:util';
import { startBot } from '../bot';
import { readConfig } from '../config';
import { PortTaken } from './http';
import { startPage } from './page/page-server';
import { startSandbox } from './sandbox';

const USAGE = `npm run sandbox -- [--page PORT] [--bot PORT] [--log LEVEL]

Starts a Microsoft on 127.0.0.1 with the bot in it. Ports are free ones unless given.`;

/** Starts everything and says what to open. Ctrl-C stops it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      page: { type: 'string', default: '0' },
      bot: { type: 'string' },
      log: { type: 'string', default: 'warn' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const ports = values.bot === undefined ? {} : { bot: Number(values.bot) };
  const sandbox = await startSandbox({ ports, connector: { enforceLimits: true } });
  const bot = await startBot(readConfig(sandbox.environment({ LOG_LEVEL: values.log })));
  const page = await startPage(sandbox, Number(values.page));
  console.log(greeting(page.url, bot.port));
  const stop = async (): Promise<void> => {
    await page.stop();
    await bot.stop();
    await sandbox.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void stop().then(() => process.exit(0));
    });
}

function greeting(page: string, botPort: number): string {
  return `
  Device Assist, with a Microsoft of its own on this machine. Nothing leaves it.

  Open       ${page}
  Play       Tom Becker, technician. Write: help me with device LAPTOP-7F3K
  Side by side, dark:  ${page}/?person=tom&second=anna&theme=dark

  The bot listens on http://127.0.0.1:${botPort}. Ctrl-C stops everything.
`;
}

main().catch((error: unknown) => {
  console.error(error instanceof PortTaken ? error.message : error);
  process.exit(1);
});
