import { ADAPTIVE_CARD, OAUTH_CARD, type Activity } from '../../../../src/sandbox/connector/activity';
import type { Conversation, Message } from '../../../../src/sandbox/connector/conversation';
import { isObject } from '../../../../src/sandbox/json';
import type { Sandbox } from '../../../../src/sandbox/sandbox';
import { invokeActivity, messageActivity } from '../../../../src/sandbox/teams-client/activities';
import { findAction, readCard, type SeenCard } from '../../../../src/sandbox/teams-client/card-reading';
import { signInCardOf } from '../../../../src/sandbox/teams-client/single-sign-on';
import type { Person } from '../../../../src/sandbox/tenant/person';

/** Teams waits this long for an answer. */
const TEAMS_WAITS = 15_000;

/** So many messages of a chat are looked at. */
const SCROLLS = 20;

/** How the bot answered: 0 when it did not. */
export type Answered = { readonly status: number; readonly body: unknown; readonly milliseconds: number };

/**
 * A technician's Teams, as thin as it can be: activities over HTTP with the connector's token, single sign-on, and
 * the chat as the connector holds it. It talks to the process that it is given each time.
 */
export class Phone {
  /** Where this phone's activities go now; undefined while nobody is there. */
  route: () => string | undefined = () => undefined;
  private readonly offers = new Set<string>();

  constructor(
    private readonly sandbox: Sandbox,
    readonly person: Person,
    private readonly connectorToken: () => Promise<string>,
    private readonly conversation: Conversation = sandbox.parts.conversations.personal(person),
  ) {
    sandbox.parts.conversations.onHappening(({ kind, conversation, message }) => {
      if (conversation === this.conversation && kind === 'created') void this.answerSignIn(message);
    });
  }

  say(text: string): Promise<Answered> {
    const { around } = this.sandbox.parts.delivery;
    const mentionsBot = this.conversation.kind !== 'personal';
    return this.deliver(messageActivity(around, this.sender(), { text, mentions: [], mentionsBot }));
  }

  /** Presses a button by its verb; `at`: another process than the one this phone talks to. */
  press(card: SeenCard, verb: string, at?: string): Promise<Answered> {
    const action = findAction(card, verb);
    if (!action) throw new Error(`No button ${verb} on this card`);
    const { title, data } = action;
    const value = { action: { type: 'Action.Execute', title, verb, data }, trigger: 'manual' };
    return this.invoke('adaptiveCard/action', value, { replyToId: card.messageId }, at);
  }

  /** What Teams does by itself where a card names whoever looks at it. */
  refresh(card: SeenCard): Promise<Answered> {
    const { refresh } = card.card;
    if (!isObject(refresh)) throw new Error('This card does not refresh itself');
    const value = { action: refresh['action'], trigger: 'automatic' };
    return this.invoke('adaptiveCard/action', value, { replyToId: card.messageId });
  }

  /** The cards of the chat as they look now, oldest first; who looks for a card does not scroll far. */
  cards(): SeenCard[] {
    return this.conversation.messages.slice(-SCROLLS).flatMap((message) => {
      const content = message.activity.attachments?.find((one) => one.contentType === ADAPTIVE_CARD)?.content;
      return isObject(content) && !message.deleted ? [readCard(message.id, content)] : [];
    });
  }

  /** Waits for a card, now or later; undefined when it did not come in time. */
  card(wanted: (card: SeenCard) => boolean, within: number): Promise<SeenCard | undefined> {
    return this.seen(() => this.cards().findLast(wanted), within);
  }

  /** Whether the bot has written here more often than that, now or within so many milliseconds. */
  async hasMoreAnswersThan(before: number, within: number): Promise<boolean> {
    return (await this.seen(() => this.answers() > before || undefined, within)) ?? false;
  }

  /** How often the bot has written exactly this. */
  count(text: string): number {
    return this.conversation.messages.filter(({ activity }) => activity.summary === text).length;
  }

  /** How often the bot has written here. */
  answers(): number {
    return this.conversation.messages.filter(
      ({ from, activity }) => from === 'bot' && activity.type === 'message',
    ).length;
  }

  /** Everything that can be read in the chat, addresses of buttons included. */
  text(): string {
    return JSON.stringify(
      this.conversation.messages.map(({ activity }) => activity.attachments ?? activity.text),
    );
  }

  private seen<T>(find: () => T | undefined, within: number): Promise<T | undefined> {
    return new Promise((resolve) => {
      const { conversations } = this.sandbox.parts;
      const done = (found: T | undefined) => {
        clearTimeout(timer);
        end();
        resolve(found);
      };
      const look = () => {
        const found = find();
        if (found !== undefined) done(found);
      };
      const timer = setTimeout(done, within, undefined);
      const end = conversations.onHappening(({ conversation }) => {
        if (conversation === this.conversation) look();
      });
      look();
    });
  }

  private async answerSignIn(message: Message): Promise<void> {
    if (!message.activity.attachments?.some(({ contentType }) => contentType === OAUTH_CARD)) return;
    const offer = signInCardOf(message)?.tokenExchangeResource?.id;
    if (offer === undefined || this.offers.has(offer)) return;
    this.offers.add(offer);
    // Teams hands out a token that it got a while ago: also a process whose clock is slow finds it valid.
    const issued = Math.floor(Date.now() / 1000) - 900;
    const token = await this.sandbox.login.tokens.signOnToken(this.person, { iat: issued, nbf: issued });
    await this.invoke('signin/tokenExchange', { id: offer, connectionName: '', token });
  }

  private invoke(name: string, value: unknown, more: object = {}, at?: string): Promise<Answered> {
    const { around } = this.sandbox.parts.delivery;
    return this.deliver({ ...invokeActivity(around, this.sender(), name, value), ...more }, at);
  }

  private sender() {
    return { person: this.person, conversation: this.conversation };
  }

  private async deliver(activity: Activity, at = this.route()): Promise<Answered> {
    const began = performance.now();
    const since = () => performance.now() - began;
    if (at === undefined) return { status: 0, body: undefined, milliseconds: 0 };
    try {
      const response = await fetch(`${at}/api/messages`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await this.connectorToken()}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(TEAMS_WAITS),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? undefined : JSON.parse(text),
        milliseconds: since(),
      };
    } catch {
      return { status: 0, body: undefined, milliseconds: since() }; // the process is gone, or too slow
    }
  }
}
