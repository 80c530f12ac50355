import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox';
import { invokeActivity, messageActivity } from '../../../src/sandbox/teams-client/activities';
import { startBotProcess, type BotProcess } from './bot-process';
import { sign, startKeyServer } from './forger';
import { goodClaims, type TokenWorld } from './token-cases';

/** The bot as an operator starts it, with a connector whose key the proof holds. */
export type Stage = {
  readonly bot: BotProcess;
  readonly sandbox: Sandbox;
  readonly world: TokenWorld;
  /** Where the keys of the connector's tokens are read. */
  readonly keyHost: string;
  /** A token that the front door takes, for an hour. */
  readonly token: string;
  /** Any invoke of Tom's. */
  readonly invoke: (name: string, value: unknown) => object;
};

/** Runs a proof with its own bot, and stops everything afterwards. */
export async function onStage<T>(play: (stage: Stage) => Promise<T>): Promise<T> {
  const keys = await startKeyServer();
  const sandbox = await startSandbox();
  const bot = await startBotProcess(sandbox, { BOT_OPENID_METADATA_URL: keys.metadataUrl });
  const world = worldOf(sandbox);
  const sender = sandbox.openChat('tom').client.sender();
  try {
    return await play({
      ...{ bot, sandbox, world, keyHost: keys.host, token: sign(goodClaims(world)) },
      invoke: (name, value) => invokeActivity(sandbox.parts.delivery.around, sender, name, value),
    });
  } finally {
    await bot.stop();
    await sandbox.stop();
    keys.stop();
  }
}

function worldOf(sandbox: Sandbox): TokenWorld {
  const { registrations, tenant, addresses, parts } = sandbox;
  const sender = sandbox.openChat('tom').client.sender();
  const words = { text: 'hello', mentions: [], mentionsBot: false };
  return {
    now: () => Math.floor(Date.now() / 1000),
    ...{ botId: registrations.bot.id, appId: registrations.signOn.id, tenant: tenant.id },
    serviceUrl: `${addresses.connector}/emea/`,
    activity: (more = {}) => ({ ...messageActivity(parts.delivery.around, sender, words), ...more }),
  };
}
