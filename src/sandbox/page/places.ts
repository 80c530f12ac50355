import type { Sandbox, SharedChat } from '../sandbox';
import type { Chat } from '../teams-client/chat';

/** Where a played person can talk with the bot: alone, in a group chat, in a channel. */
export class Places {
  private readonly shared: Readonly<Record<string, { name: string; members: string[]; chat: SharedChat }>>;

  constructor(
    private readonly sandbox: Sandbox,
    readonly botName: string,
  ) {
    const members = ['tom', 'tina', 'anna', 'bert', 'gus'];
    this.shared = {
      group: {
        name: 'Front office (group)',
        members,
        chat: sandbox.openGroupChat('Front office', members),
      },
      channel: { name: 'Help desk (channel)', members, chat: sandbox.openThread('Help desk', members) },
    };
  }

  list() {
    const shared = Object.entries(this.shared).map(([key, { name, members }]) => ({ key, name, members }));
    return [{ key: 'personal', name: 'Personal chat', members: [] }, ...shared];
  }

  /** The chat of a person at a place; undefined if there is no such person or place, or the person is no member. */
  chat(person: string, place: string): Chat | undefined {
    if (!this.sandbox.tenant.people.some(({ key }) => key === person)) return undefined;
    if (place === 'personal') return this.sandbox.openChat(person);
    const found = this.shared[place];
    return found?.members.includes(person) ? found.chat.as(person) : undefined;
  }
}
