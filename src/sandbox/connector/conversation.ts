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

/** A channel of a team. What people write there are threads, each a conversation of its own. */
export class Channel {
  readonly id: string;
  /** Teams names a team by its channel "General"; what happens to the team as a whole is told from there. */
  readonly teamId: string;
  readonly threads: Conversation[] = [];
  /** When the bot began a thread here, epoch ms, for the send limits. */
  readonly sends: number[] = [];
  /** Whether the bot is a member of the team: without that it hears nothing and may write nothing. */
  hasBot = true;

  constructor(
    readonly name: string,
    readonly members: readonly Person[],
  ) {
    this.id = sharedChatId(name, 'channel');
    this.teamId = sharedChatId(`General of the team of ${name}`, 'channel');
  }
}

export interface ConversationSeed {
  readonly id: string;
  readonly kind: ConversationKind;
  readonly name?: string;
  readonly members: readonly Person[];
  /** Of a thread. */
  readonly channel?: Channel;
  /** Of a chat that belongs to a meeting. */
  readonly isMeeting?: boolean;
}

/** A personal chat, a group chat, or one thread of a channel. */
export class Conversation {
  readonly messages: Message[] = [];
  /** When the bot sent or changed something here, epoch ms, for the send limits. */
  readonly sends: number[] = [];
  /** Set when Teams has it no more: what the connector answers then. */
  gone: 'not-found' | 'forbidden' | undefined;
  readonly id: string;
  readonly kind: ConversationKind;
  readonly name: string | undefined;
  readonly members: readonly Person[];
  readonly channel: Channel | undefined;
  readonly isMeeting: boolean;

  constructor(seed: ConversationSeed) {
    this.id = seed.id;
    this.kind = seed.kind;
    this.name = seed.name;
    this.members = seed.members;
    this.channel = seed.channel;
    this.isMeeting = seed.isMeeting ?? false;
  }

  /** The message that a thread of a channel began with: its id is part of the conversation's. */
  get rootId(): string | undefined {
    return /;messageid=(\d+)$/.exec(this.id)?.[1];
  }

  /** Whether the bot may write here, and hears what mentions it. */
  get hasBot(): boolean {
    if (this.gone !== undefined) return false;
    if (this.kind === 'personal') return this.members.every(({ behaviour }) => behaviour.installed);
    return this.channel?.hasBot ?? true;
  }

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
