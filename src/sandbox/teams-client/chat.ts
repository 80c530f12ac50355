import type { JsonObject } from '../json';
import type { Person } from '../tenant/person';
import { messageActivity, submitActivity } from './activities';
import { afterthoughtActivity, type Afterthought } from './afterthoughts';
import { Browser, signInCode, type Page } from './browser';
import { findAction, inputDefaults, type CardAction, type SeenCard } from './card-reading';
import type { ChatView } from './chat-view';
import type { Client, InvokeOptions } from './client';
import type { Delivered, DeliveryOptions } from './delivery';
import { installationActivities, removalActivity } from './membership';
import { ACTION_PATIENCE_MS, lineOf, submitActionValue, type MessageAction } from './message-action';
import { signInCardOf, signInUrl } from './single-sign-on';

export interface SayOptions extends DeliveryOptions {
  /** Keys of people whom the text names as `@key`. */
  readonly mentions?: readonly string[];
  /** In shared chats the bot is mentioned unless this is false; in personal ones only if it is true. */
  readonly mentionsBot?: boolean;
  /** Delivered although it mentions no bot: the team lets the bot read everything. */
  readonly isOverheard?: boolean;
  readonly locale?: string;
}

export interface PressOptions extends DeliveryOptions {
  /** Press on this card, as it was seen then, perhaps by somebody else. */
  readonly on?: SeenCard;
}

/** What a press led to. */
export interface Pressed extends Delivered {
  /** The card that took the pressed one's place for this person. */
  readonly card?: SeenCard;
  /** A line that Teams shows for a moment. */
  readonly message?: string;
  /** Where the button leads, for buttons that only open something. */
  readonly url?: string;
}

/** What nobody delivers to the bot is sent all the same. */
const unheard: Delivered = { status: 200, body: undefined };

type Wanted = RegExp | ((card: SeenCard) => boolean);

/** One person in one conversation with the bot: how tests and the page speak and look for them. */
export class Chat {
  /** The person's browser in which sign-in pages open. */
  browser = new Browser();

  constructor(
    readonly view: ChatView,
    /** What the Teams client does by itself, and the switches for it. */
    readonly client: Client,
  ) {}

  get person(): Person {
    return this.view.person;
  }

  /**
   * Writes a message. Resolves when the bot has answered the delivery; wait for cards and lines separately. In a
   * shared chat the bot hears only what mentions it, and where it is no member nothing at all.
   */
  async say(text: string, options: SayOptions = {}): Promise<Delivered> {
    const { conversation } = this.view;
    const { tenant, delivery, conversations } = this.client.parts;
    const mentionsBot = options.mentionsBot ?? conversation.kind !== 'personal';
    const mentions = (options.mentions ?? []).map((key) => tenant.person(key));
    const words = { text, mentions, mentionsBot };
    const activity = messageActivity(
      delivery.around,
      { ...this.client.sender(), ...(options.locale ? { locale: options.locale } : {}) },
      words,
    );
    // Writing to a bot adds its app.
    if (conversation.kind === 'personal') this.person.behave({ installed: true });
    const stored = conversations.add(conversation, this.person.key, activity);
    const isHeard = conversation.kind === 'personal' || mentionsBot || options.isOverheard === true;
    if (!isHeard || !conversation.hasBot) return unheard;
    return this.client.deliver({ ...activity, id: stored.id }, options);
  }

  /** Chooses a command of the app in the menu of somebody's message and sends its form. The bot need not be there. */
  async useOn(messageId: string, action: MessageAction): Promise<Pressed> {
    const message = this.view.conversation.message(messageId);
    if (!message) throw new Error(`No message ${messageId} here:\n${this.view.describe()}`);
    const { tenant } = this.client.parts;
    const author = tenant.people.find(({ key }) => key === message.from);
    const answer = await this.client.invoke(
      'composeExtension/submitAction',
      submitActionValue(action, message, author),
      { patienceMs: ACTION_PATIENCE_MS },
    );
    const line = lineOf(answer.body);
    return { ...answer, ...(line === undefined ? {} : { message: line }) };
  }

  /** Edits, deletes or likes a message. */
  async afterwards(messageId: string, what: Afterthought): Promise<Delivered> {
    const message = this.view.conversation.message(messageId);
    if (!message) throw new Error(`No message ${messageId} here:\n${this.view.describe()}`);
    const { delivery, conversations } = this.client.parts;
    const { activity } = message;
    if (what.kind === 'deleted') conversations.remove(this.view.conversation, message);
    if (what.kind === 'edited')
      conversations.update(this.view.conversation, message, { ...activity, text: what.text });
    return this.client.deliver(afterthoughtActivity(delivery.around, this.client.sender(), activity, what));
  }

  /** Adds the app to this chat. */
  async install(): Promise<void> {
    this.person.behave({ installed: true });
    for (const activity of installationActivities(this.client.parts.delivery.around, this.client.sender()))
      await this.client.deliver(activity);
  }

  /** Removes the app from the person's Teams: the bot cannot write to them any more. */
  async uninstall(): Promise<void> {
    this.person.behave({ installed: false });
    await this.client.deliver(removalActivity(this.client.parts.delivery.around, this.client.sender()));
  }

  /** Waits for a card that matches, now or later; the newest one counts. */
  card(wanted: Wanted = /(?:)/): Promise<SeenCard> {
    const matches = (card: SeenCard) => (wanted instanceof RegExp ? wanted.test(card.text) : wanted(card));
    return this.view.wait(`a card ${String(wanted)}`, () => this.cards().findLast(matches));
  }

  /** Waits for a line of the bot's that matches, now or later; the newest one counts. */
  text(wanted: RegExp): Promise<string> {
    return this.view.wait(`a line ${String(wanted)}`, () =>
      this.texts().findLast((text) => wanted.test(text)),
    );
  }

  /** The bot's lines, oldest first. */
  texts(): string[] {
    return this.view.texts();
  }

  /** The cards as they look now, oldest first. */
  cards(): SeenCard[] {
    return this.view.cards();
  }

  lastCard(): SeenCard | undefined {
    return this.cards().at(-1);
  }

  /** Presses a button by title, verb or pattern, on the newest card that has it. Waits for one. */
  async press(
    which: string | RegExp,
    inputs: JsonObject = {},
    { on, ...options }: PressOptions = {},
  ): Promise<Pressed> {
    const has = (card: SeenCard) => findAction(card, which) !== undefined;
    const card = on ?? (await this.view.wait(`a button ${String(which)}`, () => this.cards().findLast(has)));
    const action = findAction(card, which);
    if (!action) throw new Error(`No button ${String(which)} on this card:\n${card.text}`);
    if (action.type === 'Action.OpenUrl') return { status: 0, body: undefined, url: action.url ?? '' };
    const data = { ...action.data, ...inputDefaults(card.card), ...inputs };
    return this.carryOut(card.messageId, { ...action, data }, options);
  }

  /** Sends what a pressed button sends; `data` already holds the inputs. */
  carryOut(messageId: string, action: CardAction, options: DeliveryOptions = {}): Promise<Pressed> {
    const { type, title, verb, data } = action;
    if (type === 'Action.Submit') return this.submit(messageId, data, options);
    return this.client.act(messageId, { title, verb, data }, 'manual', options);
  }

  /** Waits for a sign-in card whose button has to be pressed, presses it and lets the browser go through. */
  async signIn(decision: 'accept' | 'cancel' = 'accept', as = this.person.key): Promise<Page> {
    const first = await this.openSignIn();
    const last = await this.browser.answerSignIn(first, as, decision);
    const code = signInCode(last);
    if (code !== undefined && decision === 'accept') await this.sendSignInCode(code);
    return last;
  }

  /** Presses the button of the newest sign-in card: the page on which the browser arrives. */
  async openSignIn(): Promise<Page> {
    const card = await this.view.wait('a sign-in button', () => this.view.signInCards().at(-1));
    return this.browser.open(signInUrl(card) ?? '');
  }

  /** Hands the code of a finished sign-in page to the bot, as Teams does. */
  async sendSignInCode(code: string): Promise<Delivered> {
    const answer = await this.client.invoke('signin/verifyState', { state: code });
    const signIn = this.view.messages().findLast((message) => signInCardOf(message));
    if (signIn && answer.status === 200) this.view.markSignIn(signIn.id, 'signed-in');
    return answer;
  }

  /** Sends any invoke from this person. */
  invoke(name: string, value: unknown, options: InvokeOptions = {}): Promise<Delivered> {
    return this.client.invoke(name, value, options);
  }

  /** Waits until what the client does by itself (single sign-on, refreshes) is over. */
  settled(): Promise<void> {
    return this.client.settled();
  }

  private submit(messageId: string, data: JsonObject, options: DeliveryOptions): Promise<Delivered> {
    const activity = submitActivity(this.client.parts.delivery.around, this.client.sender(), data);
    return this.client.deliver({ ...activity, replyToId: messageId }, options);
  }
}
