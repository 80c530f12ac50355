import type { SeenCard } from '../../../src/sandbox/teams-client/card-reading';
import type { Chat } from '../../../src/sandbox/teams-client/chat';
import type { SharedChat } from '../../../src/sandbox/sandbox';
import { translate, type ArgsOf, type Key } from '../../../src/i18n/translate';
import { phraseWords } from '../../../src/i18n/phrase-words';
import type { CaseStatus } from '../../../src/request/case/case';
import { play, type Play } from '../play';

/** A sandbox with a help channel in it, and everybody's personal chats. */
export type HelpDesk = {
  readonly played: Play;
  /** The thread in which everybody reads along. */
  readonly thread: SharedChat;
  /** Somebody in the channel. */
  readonly inChannel: (who: string) => Chat;
  /** Somebody's personal chat with the bot. */
  readonly alone: (who: string) => Chat;
  /** How often Graph was asked for anything. */
  readonly graphCalls: () => number;
  stop(): Promise<void>;
};

const members = ['tom', 'tina', 'sergei', 'anna', 'bert', 'yuki', 'maria', 'gus'];

export async function openHelpDesk(...settings: Parameters<typeof play>): Promise<HelpDesk> {
  const played = await play(...settings);
  const { sandbox } = played;
  const thread = sandbox.openThread('Help desk', members);
  return {
    ...{ played, thread },
    inChannel: (who) => inEnglish(thread.as(who)),
    alone: (who) => inEnglish(sandbox.openChat(who)),
    graphCalls: () => sandbox.wire.find('graph').length,
    stop: () => played.stop(),
  };
}

/** Everybody's Teams is in English here: one story is about languages, and the others are about people. */
function inEnglish(chat: Chat): Chat {
  chat.client.locale = 'en-US';
  return chat;
}

/** What the bot says with this key in English, wherever it stands in a text. */
export const says = <K extends Key>(key: K, ...args: ArgsOf<K>): RegExp =>
  new RegExp(escaped(translate('en', key, ...args)), 'u');

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

export const isNow = (status: CaseStatus): RegExp => says(`case.state.${status}`);

/** The two words on a card of the owner's or the technician's. */
export function phraseOn({ text }: SeenCard): string {
  const { first, second } = phraseWords.en;
  const lines = text.split('\n').map((line) => line.split(' '));
  const found = lines.find(([one = '', two = '']) => first.includes(one) && second.includes(two));
  if (!found) throw new Error(`No phrase on this card:\n${text}`);
  return found.join(' ');
}

/** Signs a technician in, in their personal chat: from then on the bot knows them. */
export async function signsIn({ alone }: HelpDesk, who: string): Promise<void> {
  const chat = alone(who);
  await chat.install();
  await chat.say('queue');
  await chat.card(listsQueue);
}

/** A list of what waits, however long it is. */
export const listsQueue = ({ text }: SeenCard): boolean =>
  says('case.queue.empty').test(text) || /\d+ open help requests?/u.test(text);

export const has =
  (verb: string) =>
  ({ actions }: SeenCard): boolean =>
    actions.some((action) => action.verb === verb);

/** Somebody has raised a request in the channel, and everybody sees it. */
export async function raises(desk: HelpDesk, who: string, text: string): Promise<SeenCard> {
  await desk.inChannel(who).say(text);
  return desk
    .inChannel('maria')
    .card((card) => has('case-take')(card) && card.text.includes(text.slice(0, 12)));
}

/** The card that everybody sees in the channel says this now. */
export const everybodySees = ({ inChannel }: HelpDesk, what: RegExp): Promise<SeenCard> =>
  inChannel('maria').card(what);

/** A technician took it and has confirmed the device; returns the confirm card's message. */
export async function asksFor(desk: HelpDesk, who: string, device: RegExp): Promise<SeenCard> {
  const chat = desk.alone(who);
  await chat.card((card) => has('pick')(card) && device.test(card.text));
  await chat.press(device);
  const confirm = await chat.card(has('request-assistance'));
  await chat.press('request-assistance', { reason: 'as asked' });
  return confirm;
}

/** All that can be read in the channel now. */
export const readAlong = ({ inChannel }: HelpDesk): string =>
  inChannel('maria')
    .cards()
    .map(({ text }) => text)
    .join('\n');
