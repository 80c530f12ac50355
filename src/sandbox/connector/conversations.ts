import { EventEmitter } from 'node:events';
import type { Clock } from '../clock';
import type { Person } from '../tenant/person';
import type { Tenant } from '../tenant/tenant';
import type { Activity } from './activity';
import { Channel, Conversation, personalChatId, sharedChatId, type Message } from './conversation';

/** Something became visible in a conversation. */
export interface Happening {
  readonly kind: 'created' | 'updated' | 'deleted' | 'typing';
  readonly conversation: Conversation;
  readonly message: Message;
}

/** Everything people and the bot wrote, and where. */
export class Conversations {
  readonly all = new Map<string, Conversation>();
  private readonly channels = new Map<string, Channel>();
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private lastId = 0;

  constructor(
    private readonly tenant: Tenant,
    private readonly clock: Clock,
  ) {}

  personal(person: Person): Conversation {
    return this.open(new Conversation({ id: personalChatId(person), kind: 'personal', members: [person] }));
  }

  groupChat(name: string, members: readonly Person[]): Conversation {
    const id = sharedChatId(name, 'groupChat');
    return this.open(new Conversation({ id, kind: 'groupChat', name, members }));
  }

  meetingChat(name: string, members: readonly Person[]): Conversation {
    const id = sharedChatId(name, 'groupChat').replace('19:', '19:meeting_');
    return this.open(new Conversation({ id, kind: 'groupChat', name, members, isMeeting: true }));
  }

  /** A channel by its name; whoever opens it first says who is in it. */
  channel(name: string, members: readonly Person[]): Channel {
    const channel = new Channel(name, members);
    const known = this.channels.get(channel.id);
    if (known) return known;
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** By its own id, as it stands before `;messageid=`. */
  channelById(id: string): Channel | undefined {
    return this.channels.get(id);
  }

  /** A new thread of a channel; the root message's id is part of the conversation's id. */
  thread(channel: Channel, rootId = this.nextId()): Conversation {
    const { id, name, members } = channel;
    const thread = new Conversation({
      ...{ id: `${id};messageid=${rootId}`, kind: 'channel', name, members, channel },
    });
    channel.threads.push(thread);
    return this.open(thread);
  }

  find(id: string): Conversation | undefined {
    return this.all.get(id);
  }

  /** Teams' message ids are epoch milliseconds, and no two are the same. */
  nextId(): string {
    this.lastId = Math.max(this.lastId + 1, this.clock.now());
    return String(this.lastId);
  }

  /** The first message of a thread has the id that the thread is named by. */
  add(conversation: Conversation, from: string, activity: Activity): Message {
    const id = (conversation.messages.length === 0 ? conversation.rootId : undefined) ?? this.nextId();
    const target =
      from === 'bot' && activity.recipient?.['isTargeted'] === true ? activity.recipient.id : undefined;
    const stored = { ...activity, id };
    const message: Message = {
      id,
      from,
      activity: stored,
      edits: 0,
      deleted: false,
      ...(target === undefined ? {} : { onlyFor: target }),
    };
    if (activity.type === 'typing') {
      this.tell({ kind: 'typing', conversation, message });
      return message;
    }
    conversation.messages.push(message);
    this.tell({ kind: 'created', conversation, message });
    return message;
  }

  update(conversation: Conversation, message: Message, activity: Activity): void {
    message.activity = { ...activity, id: message.id };
    message.edits += 1;
    this.tell({ kind: 'updated', conversation, message });
  }

  remove(conversation: Conversation, message: Message): void {
    message.deleted = true;
    this.tell({ kind: 'deleted', conversation, message });
  }

  /** Calls back on everything that becomes visible; returns what ends it. */
  onHappening(listener: (happening: Happening) => void): () => void {
    this.emitter.on('happening', listener);
    return () => this.emitter.off('happening', listener);
  }

  /** People by the id Teams knows them by, or their Entra id. */
  personBy(id: string | undefined): Person | undefined {
    return this.tenant.people.find(({ teamsId, oid }) => id === teamsId || id === oid);
  }

  private tell(happening: Happening): void {
    this.emitter.emit('happening', happening);
  }

  private open(conversation: Conversation): Conversation {
    const known = this.all.get(conversation.id);
    if (known) return known;
    this.all.set(conversation.id, conversation);
    return conversation;
  }
}
