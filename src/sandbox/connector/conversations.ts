import { EventEmitter } from 'node:events';
import type { Clock } from '../clock';
import type { Person } from '../tenant/person';
import type { Tenant } from '../tenant/tenant';
import type { Activity } from './activity';
import { Conversation, personalChatId, sharedChatId, type Message } from './conversation';

/** Something became visible in a conversation. */
export interface Happening {
  readonly kind: 'created' | 'updated' | 'deleted' | 'typing';
  readonly conversation: Conversation;
  readonly message: Message;
}

/** Everything people and the bot wrote, and where. */
export class Conversations {
  readonly all = new Map<string, Conversation>();
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private lastId = 0;

  constructor(
    private readonly tenant: Tenant,
    private readonly clock: Clock,
  ) {}

  personal(person: Person): Conversation {
    return this.open(new Conversation(personalChatId(person), 'personal', undefined, [person]));
  }

  groupChat(name: string, members: readonly Person[]): Conversation {
    return this.open(new Conversation(sharedChatId(name, 'groupChat'), 'groupChat', name, members));
  }

  /** One thread of a channel; the root message's id is part of the conversation's id. */
  thread(channel: string, rootId: string, members: readonly Person[]): Conversation {
    const id = `${sharedChatId(channel, 'channel')};messageid=${rootId}`;
    return this.open(new Conversation(id, 'channel', channel, members));
  }

  find(id: string): Conversation | undefined {
    return this.all.get(id);
  }

  /** Teams' message ids are epoch milliseconds, and no two are the same. */
  nextId(): string {
    this.lastId = Math.max(this.lastId + 1, this.clock.now());
    return String(this.lastId);
  }

  add(conversation: Conversation, from: string, activity: Activity, id = this.nextId()): Message {
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
