import type { Message } from '../connector/conversation';
import type { JsonObject } from '../json';
import type { Chat } from '../teams-client/chat';
import { signInCardOf } from '../teams-client/single-sign-on';

/** A message as the page draws it. */
export interface MessagePicture {
  readonly id: string;
  /** Epoch milliseconds: Teams' message ids are times. */
  readonly at: number;
  readonly from: 'me' | 'bot' | 'other';
  readonly name: string;
  readonly text: string;
  /** Plain lines of the bot are not read as Markdown. */
  readonly isPlain: boolean;
  readonly cards: readonly JsonObject[];
  readonly signIn?: { readonly text: string; readonly button: string; readonly state: string };
  readonly isEdited: boolean;
  /** In a channel: the message that its thread began with. */
  readonly thread?: string;
}

/** What one person sees of a conversation, for the page. */
export function pictureOf(chat: Chat, botName: string, nameOf: (key: string) => string): MessagePicture[] {
  const cards = chat.cards();
  const { rootId } = chat.view.conversation;
  return chat.view.messages().map((message) => {
    const { id, from, activity, edits } = message;
    return {
      id,
      at: Number(id),
      from: from === 'bot' ? 'bot' : from === chat.person.key ? 'me' : 'other',
      name: from === 'bot' ? botName : nameOf(from),
      text: activity.text ?? '',
      isPlain: from !== 'bot' || activity['textFormat'] === 'plain',
      cards: cards.filter(({ messageId }) => messageId === id).map(({ card }) => card),
      ...signInPart(chat, message),
      isEdited: edits > 0,
      ...(rootId === undefined ? {} : { thread: rootId }),
    };
  });
}

function signInPart(chat: Chat, message: Message): Pick<MessagePicture, 'signIn'> {
  const card = signInCardOf(message);
  if (!card) return {};
  const button = card.buttons[0]?.title ?? 'Sign in';
  return { signIn: { text: card.text ?? '', button, state: chat.view.signInState(message) } };
}
