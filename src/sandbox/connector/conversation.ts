import { stableToken } from '../ids';
import type { Person } from '../tenant/person';
import type { Activity } from './activity';

export type ConversationKind = 'personal' | 'groupChat' | 'channel';

/** A message as it hangs in a conversation now. */
export interface Message {
  readonly id: string;
  /** Key of the person who wrote it, or "bot". */
  readonly from: string;
  activity: Activity;
  /** How often the bot changed it. */
  edits: number;
  deleted: boolean;
  /** Set for targeted messages: Teams ids of those who see it. */
  readonly onlyFor?: string;
}

/** A personal chat, a group chat, or one thread of a channel. */
export class Conversation {
  readonly messages: Message[] = [];
  /** When the bot sent or changed something here, epoch ms, for the send limits. */
  readonly sends: number[] = [];
  /** Set when Teams has it no more: what the connector answers then. */
  gone: 'not-found' | 'forbidden' | undefined;

  constructor(
    readonly id: string,
    readonly kind: ConversationKind,
    readonly name: string | undefined,
    readonly members: readonly Person[],
  ) {}

  message(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id);
  }
}

/** The id of the personal chat of a person with the bot: always the same one. */
export function personalChatId(person: Person): string {
  return `a:1${stableToken(`personal ${person.key}`, 60)}`;
}

/** Channels and group chats have ids like these. */
export function sharedChatId(name: string, kind: 'groupChat' | 'channel'): string {
  return `19:${stableToken(`${kind} ${name}`, 32).toLowerCase()}@thread.${kind === 'channel' ? 'tacv2' : 'v2'}`;
}
