import type { Place } from '../../../../src/desk/ports';
import { readCard, type SeenCard } from '../../../../src/sandbox/teams-client/card-reading';
import { isObject } from '../../../../src/sandbox/json';
import type { Chats, Delivery, Outgoing } from '../../../../src/teams/connector';

export type Happened = { readonly conversation: string; readonly call: 'create' | 'update' };
/** What the connector does with a call: takes it and says so, or says nothing; does not take it, or is not there. */
export type Manner = 'works' | 'takes it and is silent' | 'down' | 'unreachable';

/** Teams as the bot sees it: messages that are created and changed. */
export class VirtualChats implements Chats {
  readonly messages = new Map<string, { readonly conversation: string; message: Outgoing }>();
  manner: (what: Happened) => Manner = () => 'works';
  private lastId = 0;

  create(place: Place, message: Outgoing): Promise<Delivery> {
    const id = `message-${(this.lastId += 1)}`;
    return this.take({ conversation: place.conversation, call: 'create' }, id, () => {
      this.messages.set(id, { conversation: place.conversation, message });
    });
  }

  update(place: Place, id: string, message: Outgoing): Promise<Delivery> {
    return this.take({ conversation: place.conversation, call: 'update' }, id, () => {
      this.messages.set(id, { conversation: place.conversation, message });
    });
  }

  whoIs(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  isGuest(): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** The cards of a conversation as they look now, oldest first. */
  cards(conversation: string): SeenCard[] {
    return this.all((own) => own === conversation);
  }

  all(isWanted: (conversation: string) => boolean = () => true): SeenCard[] {
    return [...this.messages].flatMap(([id, { conversation, message }]) => {
      const content: unknown = message.attachments?.[0]?.content;
      return isWanted(conversation) && isObject(content) ? [readCard(id, content)] : [];
    });
  }

  text(conversation: string): string {
    return JSON.stringify(this.cards(conversation).map(({ card }) => card));
  }

  private take(what: Happened, id: string, effect: () => void): Promise<Delivery> {
    const manner = this.manner(what);
    if (manner === 'works' || manner === 'takes it and is silent') effect();
    if (manner === 'works') return Promise.resolve({ ok: true, id });
    return Promise.resolve({ ok: false, why: manner === 'unreachable' ? 'not-sent' : 'lost' });
  }
}
