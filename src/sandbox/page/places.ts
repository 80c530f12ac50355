import { EventEmitter } from 'node:events';
import type { Conversation } from '../connector/conversation';
import type { Sandbox, SharedChannel, SharedChat } from '../sandbox';
import type { Chat } from '../teams-client/chat';

/** Who is in the channel: both sides of the desk, a guest, and somebody of another tenant. */
const CHANNEL = ['tom', 'tina', 'sergei', 'carl', 'anna', 'bert', 'yuki', 'maria', 'olga', 'gus', 'frida'];
const GROUP = ['tom', 'tina', 'anna', 'bert', 'gus'];

/** A place as the page offers it. `members` is empty where everybody has one of their own. */
export interface PlaceInfo {
  readonly key: string;
  readonly name: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly members: readonly string[];
}

/** Where a played person can talk with the bot: alone, in a group chat, in a channel. */
export class Places {
  readonly channel: SharedChannel;
  private readonly group: SharedChat;
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  /** Languages of Teams that were chosen for people, in place of their usual ones. */
  private readonly locales = new Map<string, string>();

  constructor(
    private readonly sandbox: Sandbox,
    readonly botName: string,
  ) {
    this.group = sandbox.openGroupChat('Front office', GROUP);
    this.channel = sandbox.openChannel('Help desk', CHANNEL);
  }

  list(): PlaceInfo[] {
    return [
      { key: 'personal', name: 'Personal chat', kind: 'personal', members: [] },
      { key: 'group', name: 'Front office (group)', kind: 'groupChat', members: GROUP },
      { key: 'channel', name: 'Help desk (channel)', kind: 'channel', members: CHANNEL },
    ];
  }

  /** Whether there is such a person and place, and the person is a member. */
  isOpenTo(person: string, place: string): boolean {
    const members = this.list().find(({ key }) => key === place)?.members;
    if (!members || !this.sandbox.tenant.people.some(({ key }) => key === person)) return false;
    return members.length === 0 || members.includes(person);
  }

  /** What hangs at a place, as a person sees it: in a channel each thread is a chat of its own. */
  chats(person: string, place: string): Chat[] {
    if (!this.isOpenTo(person, place)) return [];
    if (place === 'channel') return this.channel.threads().map((thread) => this.seen(thread.as(person)));
    return [this.seen(place === 'group' ? this.group.as(person) : this.sandbox.personalChat(person))];
  }

  /** The language of a person's Teams from now on, wherever they write; empty for their usual one. */
  speak(person: string, locale: string): void {
    this.locales.set(person, locale);
    this.emitter.emit('changed');
  }

  localeOf(person: string): string {
    return this.locales.get(person) ?? '';
  }

  /** The chat in which a person writes: in a channel the named thread, or a new one. */
  chatToWriteIn(person: string, place: string, thread: string | undefined): Chat | undefined {
    if (place !== 'channel') return this.chats(person, place)[0];
    if (!this.isOpenTo(person, place)) return undefined;
    if (thread === undefined) return this.seen(this.channel.newThread().as(person));
    return this.chats(person, place).find(({ view }) => view.conversation.rootId === thread);
  }

  /** The chat in which a message hangs. */
  chatWith(person: string, place: string, messageId: string): Chat | undefined {
    return this.chats(person, place).find(({ view }) => view.conversation.message(messageId));
  }

  /** Whether a conversation belongs to a place of a person. */
  isAt(person: string, place: string, conversation: Conversation): boolean {
    if (place === 'channel') return conversation.channel === this.channel.channel;
    return this.chats(person, place).some(({ view }) => view.conversation === conversation);
  }

  /** Whether the bot hears what is written at a place, and can write there. */
  hasBot(person: string, place: string): boolean {
    if (place === 'channel') return this.channel.channel.hasBot;
    return this.chats(person, place).every(({ view }) => view.conversation.hasBot);
  }

  /** Adds the app at a place, or removes it: to a person's own Teams, or to the team of the channel. */
  async changeApp(person: string, place: string, isAdded: boolean): Promise<void> {
    if (place === 'channel') await (isAdded ? this.channel.addBot(person) : this.channel.removeBot(person));
    else for (const chat of this.chats(person, place)) await (isAdded ? chat.install() : chat.uninstall());
    this.emitter.emit('changed');
  }

  private seen(chat: Chat): Chat {
    const locale = this.localeOf(chat.person.key);
    chat.client.locale = locale === '' ? undefined : locale;
    return chat;
  }

  /** Calls back when the bot was added or removed somewhere, or a language was chosen; returns what ends it. */
  onChange(listener: () => void): () => void {
    this.emitter.on('changed', listener);
    return () => this.emitter.off('changed', listener);
  }
}
