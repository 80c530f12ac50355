import { parseArgs } from 'node:util';
import { startBot } from '../bot';
import { readConfig } from '../config';
import { startPage } from './page/page-server';
import { startSandbox } from './sandbox';

const USAGE = `npm run sandbox -- [--page PORT] [--bot PORT] [--log LEVEL]

Starts a Microsoft on 127.0.0.1 with the bot in it. Ports are free ones unless given.`;

/** Mistakes of whoever started it: their message says it all. Anything else is a bug and comes with its stack. */
const SAID_IN_A_SENTENCE = ['PortTaken', 'CannotListen', 'ConfigError', 'DatabaseInUse'];

/** What has been started, in the order in which it was: stopped backwards. */
const started: { stop(): Promise<void> }[] = [];

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
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void stop().then(() => process.exit(0));
    });
  const ports = values.bot === undefined ? {} : { bot: Number(values.bot) };
  const sandbox = await startSandbox({ ports, connector: { enforceLimits: true } });
  started.push(sandbox);
  const bot = await startBot(readConfig(sandbox.environment({ LOG_LEVEL: values.log })));
  started.push(bot);
  const page = await startPage(sandbox, Number(values.page));
  started.push(page);
  console.log(greeting(page.url, bot.port));
}

async function stop(): Promise<void> {
  for (const part of started.splice(0).reverse()) await part.stop();
}

function greeting(page: string, botPort: number): string {
  return `
  Device Assist, with a Microsoft of its own on this machine. Nothing leaves it.

  Open          ${page}
  Play          Tom Becker, technician. Write: help me with device LAPTOP-7F3K
  Help channel  ${page}/?panes=anna:channel,anna:personal,tom:personal

  The bot listens on http://127.0.0.1:${botPort}. Ctrl-C stops everything.
`;
}

main().catch(async (error: unknown) => {
  const isPlain = error instanceof Error && SAID_IN_A_SENTENCE.includes(error.name);
  console.error(isPlain ? error.message : error);
  await stop();
  process.exit(1);
});
