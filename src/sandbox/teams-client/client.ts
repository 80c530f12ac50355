import { z } from 'zod';
import type { Activity } from '../connector/activity';
import type { Message } from '../connector/conversation';
import type { Conversations, Happening } from '../connector/conversations';
import { isObject } from '../json';
import type { TokenIssuer } from '../login/tokens';
import type { Tenant } from '../tenant/tenant';
import { invokeActivity, type Sender } from './activities';
import type { SeenCard } from './card-reading';
import type { ChatView } from './chat-view';
import type { Delivered, Delivery, DeliveryOptions } from './delivery';
import { answerSignInCard, ordinarySignOn, signInCardOf, type SignOnHabits } from './single-sign-on';

export interface ClientParts {
  readonly tenant: Tenant;
  readonly conversations: Conversations;
  readonly delivery: Delivery;
  readonly tokens: TokenIssuer;
}

export interface InvokeOptions extends DeliveryOptions {
  /** The message whose card was pressed. */
  readonly replyToId?: string;
}

const invokeAnswer = z.looseObject({
  statusCode: z.number(),
  type: z.string(),
  value: z.unknown().optional(),
});

/** What a Teams client does without being told: single sign-on, cards that refresh, cards that replace others. */
export class Client {
  readonly signOn: SignOnHabits = { ...ordinarySignOn };
  /** Whether cards that ask for it are refreshed when they appear or change. */
  refreshesCards = true;
  /** Language of this client, if it is not the person's usual one. */
  locale: string | undefined;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly view: ChatView,
    readonly parts: ClientParts,
  ) {
    parts.conversations.onHappening((happening) => {
      if (happening.conversation === view.conversation && view.shows(happening.message))
        this.reactTo(happening);
    });
  }

  /** Opens the chat after a while: cards that refresh themselves are asked for as they are now. */
  open(): void {
    this.refreshesCards = true;
    for (const message of this.view.messages()) this.refresh(message);
  }

  /** Looks elsewhere: nothing is refreshed until the chat is opened again. */
  close(): void {
    this.refreshesCards = false;
  }

  sender(): Sender {
    const { person, conversation } = this.view;
    return { person, conversation, ...(this.locale === undefined ? {} : { locale: this.locale }) };
  }

  deliver(activity: Activity, options: DeliveryOptions = {}): Promise<Delivered> {
    return this.parts.delivery.deliver(activity, this.view.person.key, options);
  }

  invoke(name: string, value: unknown, options: InvokeOptions = {}): Promise<Delivered> {
    const activity = invokeActivity(this.parts.delivery.around, this.sender(), name, value);
    const reply = options.replyToId === undefined ? {} : { replyToId: options.replyToId };
    return this.deliver({ ...activity, ...reply }, options);
  }

  /** Sends an `adaptiveCard/action` and shows what comes back. */
  async act(
    messageId: string,
    action: object,
    trigger: 'manual' | 'automatic',
    options: DeliveryOptions = {},
  ): Promise<Delivered & { card?: SeenCard; message?: string }> {
    const editsBefore = this.view.conversation.message(messageId)?.edits;
    const value = { action: { type: 'Action.Execute', ...action }, trigger };
    const answer = await this.invoke('adaptiveCard/action', value, { ...options, replyToId: messageId });
    const { type, value: given } = invokeAnswer.safeParse(answer.body).data ?? {};
    if (type === 'application/vnd.microsoft.card.adaptive' && isObject(given)) {
      // If the bot changed the message meanwhile, that is newer than this answer.
      const isOvertaken = this.view.conversation.message(messageId)?.edits !== editsBefore;
      return { ...answer, card: this.view.takeCard(messageId, given, isOvertaken) };
    }
    if (type === 'application/vnd.microsoft.activity.message' && typeof given === 'string')
      return { ...answer, message: given };
    return answer;
  }

  /** Waits until what the client does by itself is over. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private reactTo({ kind, message }: Happening): void {
    if (message.from !== 'bot' || kind === 'deleted' || kind === 'typing') return;
    const card = kind === 'created' ? signInCardOf(message) : undefined;
    if (card) {
      const answering = answerSignInCard(this.parts, this.sender(), card, this.signOn);
      this.keep(
        answering.then((result) => {
          this.view.markSignIn(message.id, result);
        }),
      );
    }
    if (this.refreshesCards) this.refresh(message);
  }

  private refresh(message: Message): void {
    const refresh = this.view.refreshOf(message);
    if (refresh) this.keep(this.act(message.id, refresh, 'automatic'));
  }

  private keep(work: Promise<unknown>): void {
    const kept: Promise<unknown> = work.finally(() => this.underWay.delete(kept));
    this.underWay.add(kept);
  }
}
