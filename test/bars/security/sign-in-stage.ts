import { startBot } from '../../../src/bot';
import { readConfig } from '../../../src/config';
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox';
import type { Chat } from '../../../src/sandbox/teams-client/chat';
import { signInCardOf, type SignInCard } from '../../../src/sandbox/teams-client/single-sign-on';
import { quickIntervals } from '../../whole-bot/play';

const MINUTE = 60_000;

/** The whole bot on a clock that can be set ahead, and Teams clients that sign nobody in by themselves. */
export type SignInStage = {
  readonly sandbox: Sandbox;
  readonly pass: (milliseconds: number) => void;
  /** The chat of a person, and the newest sign-in card in it; a new one is asked for. */
  readonly signInCard: (key: string) => Promise<{ readonly chat: Chat; readonly card: SignInCard }>;
  /** Tokens that the login host gave out on behalf of somebody. */
  readonly exchanges: () => number;
  readonly graphCalls: () => number;
};

export async function onSignInStage<T>(play: (stage: SignInStage) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ patienceMs: 20_000 });
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead, monotonic: () => performance.now() + ahead };
  const config = readConfig(sandbox.environment({ LOG_LEVEL: 'silent' }));
  const bot = await startBot(config, quickIntervals, clock);
  const cardsOf = (chat: Chat) => chat.view.messages().flatMap((message) => signInCardOf(message) ?? []);
  try {
    return await play({
      sandbox,
      pass: (milliseconds) => {
        ahead += milliseconds;
      },
      async signInCard(key) {
        const chat = sandbox.openChat(key);
        chat.client.signOn.singleSignOn = 'off';
        const before = cardsOf(chat).length;
        await chat.say('my devices');
        return { chat, card: await chat.view.wait('a sign-in card', () => cardsOf(chat)[before]) };
      },
      exchanges: () =>
        sandbox.wire.find('login', /oauth2\/v2\.0\/token/u).filter(({ person }) => person).length,
      graphCalls: () => sandbox.wire.find('graph').length,
    });
  } finally {
    await bot.stop();
    await sandbox.stop();
  }
}

export const ELEVEN_MINUTES = 11 * MINUTE;
