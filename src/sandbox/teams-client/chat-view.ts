import { z } from 'zod';
import { ADAPTIVE_CARD } from '../connector/activity';
import type { Conversation, Message } from '../connector/conversation';
import type { Conversations } from '../connector/conversations';
import { isObject, type JsonObject } from '../json';
import type { Person } from '../tenant/person';
import { waitUntil } from '../waiting';
import { readCard, type SeenCard } from './card-reading';
import { signInCardOf, type SignInCard } from './single-sign-on';

const refreshing = z.looseObject({
  refresh: z.looseObject({
    userIds: z.array(z.string()).optional(),
    action: z.looseObject({ verb: z.string().optional(), data: z.unknown().optional() }),
  }),
});

/** For how many people Teams refreshes a card by itself (facts/product.md § 4.3). */
const MOST_REFRESHED = 60;

/** What one person sees of a conversation, and waiting for what is not there yet. */
export class ChatView {
  /** Cards that an invoke gave this person in place of the message's own. */
  private readonly ownViews = new Map<string, JsonObject>();
  private readonly signedIn = new Set<string>();
  private readonly buttons = new Set<string>();
  private readonly watchers = new Set<() => void>();

  constructor(
    readonly person: Person,
    readonly conversation: Conversation,
    conversations: Conversations,
    private readonly patienceMs: number,
  ) {
    conversations.onHappening((happening) => {
      if (happening.conversation !== conversation) return;
      // A change by the bot replaces whatever view the person had.
      if (happening.kind === 'updated') this.ownViews.delete(happening.message.id);
      this.changed();
    });
  }

  /** What hangs there now, oldest first. */
  messages(): Message[] {
    return this.conversation.messages.filter((message) => this.shows(message));
  }

  shows({ deleted, onlyFor }: Message): boolean {
    return !deleted && (onlyFor === undefined || this.isMe(onlyFor));
  }

  /** Texts of the bot's messages, oldest first; cards not counted. */
  texts(): string[] {
    return this.messages()
      .filter(({ from }) => from === 'bot')
      .map(({ activity }) => activity.text ?? '')
      .filter((text) => text !== '');
  }

  /** The cards as they look now, oldest first. */
  cards(): SeenCard[] {
    return this.messages().flatMap((message) => {
      const own = this.ownViews.get(message.id);
      if (own) return [readCard(message.id, own)];
      return (message.activity.attachments ?? [])
        .filter(({ contentType }) => contentType === ADAPTIVE_CARD)
        .flatMap(({ content }) => (isObject(content) ? [readCard(message.id, content)] : []));
    });
  }

  /** Sign-in cards whose button is shown, since nothing else helped. */
  signInCards(): SignInCard[] {
    return this.messages()
      .filter(({ id }) => this.buttons.has(id) && !this.signedIn.has(id))
      .flatMap((message) => signInCardOf(message) ?? []);
  }

  /** Where a sign-in card stands: answered silently, waiting for a click, or over. */
  signInState(message: Message): 'silent' | 'button' | 'signed-in' {
    if (this.signedIn.has(message.id)) return 'signed-in';
    return this.buttons.has(message.id) ? 'button' : 'silent';
  }

  /** Calls back whenever something changed here; returns what ends it. */
  onChange(listener: () => void): () => void {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  }

  /** How the person's view of a message with a card that refreshes itself is asked for; undefined if it is not. */
  refreshOf(message: Message): { verb: string | undefined; data: unknown } | undefined {
    for (const { contentType, content } of message.activity.attachments ?? []) {
      const found = contentType === ADAPTIVE_CARD ? refreshing.safeParse(content).data?.refresh : undefined;
      // An empty list means "only when asked"; no list means everybody. Ids are Teams' own, and 60 of them count.
      const { teamsId } = this.person;
      if (found && (found.userIds ?? [teamsId]).slice(0, MOST_REFRESHED).includes(teamsId))
        return { verb: found.action.verb, data: found.action.data };
    }
    return undefined;
  }

  /** Shows a card in place of the message's own, unless the message has become newer. */
  takeCard(messageId: string, card: JsonObject, isOvertaken: boolean): SeenCard {
    if (!isOvertaken) this.ownViews.set(messageId, card);
    this.changed();
    return readCard(messageId, card);
  }

  markSignIn(messageId: string, result: 'signed-in' | 'button'): void {
    (result === 'button' ? this.buttons : this.signedIn).add(messageId);
    this.changed();
  }

  /** Waits until `look` finds something, or fails telling what is in the chat instead. */
  wait<T>(what: string, look: () => T | undefined): Promise<T> {
    return waitUntil({
      look,
      listen: (again) => this.onChange(again),
      withinMs: this.patienceMs,
      otherwise: () => `${this.person.name} waited for ${what} and sees instead:\n${this.describe()}`,
    });
  }

  /** The chat in words, for error messages. */
  describe(): string {
    const lines = this.messages().map((message) => {
      const cards = this.cards().filter(({ messageId }) => messageId === message.id);
      const signIn = signInCardOf(message) ? ['[sign-in card]'] : [];
      const parts = [message.activity.text, ...signIn, ...cards.map(describeCard)];
      return `  ${message.from}: ${parts.filter((part) => part !== undefined && part !== '').join(' | ')}`;
    });
    return lines.length > 0 ? lines.join('\n') : '  (nothing at all)';
  }

  private isMe(id: string): boolean {
    return id === this.person.teamsId || id === this.person.oid;
  }

  private changed(): void {
    for (const look of [...this.watchers]) look();
  }
}

function describeCard({ text, actions }: SeenCard): string {
  const buttons = actions.map(({ title }) => `<${title}>`).join(' ');
  return `[card] ${text.replaceAll('\n', ' / ')} ${buttons}`;
}
