import type { Card, Cards, CardTimes, Noticeboard, Shown, SubjectInTenant } from '../desk/cards';
import type { HelpChannels } from '../desk/case/ports';
import type { Clock, People } from '../desk/ports';
import { isTrouble } from '../desk/troubles';
import { describeError, type Log } from '../log';
import type { Background } from './background';
import type { Chats, Delivery, Outgoing } from './connector';
import type { SendPace } from './send-pace';

/** What a card says now. Undefined: there is nothing left to show. */
export type DrawCard = (card: Card) => Promise<Outgoing | undefined>;

export type NoticeboardParts = {
  readonly cards: Cards;
  readonly draw: DrawCard;
  readonly chats: Chats;
  readonly pace: SendPace;
  readonly people: Pick<People, 'find' | 'forgetChat'>;
  /** Whether something that hangs here is in the help channel, which is none any more then. */
  readonly helpChannels: Pick<HelpChannels, 'unbind'>;
  readonly background: Background;
  readonly clock: Clock;
  readonly times: CardTimes;
  readonly log: Log;
};

/** Subjects shown, and cards taken up, at the same time at most; a silent connector must not gather up all of them. */
const MOST_AT_ONCE = 60;
/** Showing a card brings up another round only when a newer one came to be wanted meanwhile. */
const MOST_ROUNDS = 50;
/** A card that cannot be drawn so many times in a row is given up: a bug does not go away by itself. */
const MOST_BUGS = 5;

/**
 * Hangs each card once and then only updates it. Which card is behind, who may send it and what is known of it is in
 * the database: a restart or another instance goes on where this one was.
 */
export class CardNoticeboard implements Noticeboard {
  #underWay = 0;

  constructor(private readonly parts: NoticeboardParts) {}

  async show(subject: SubjectInTenant): Promise<void> {
    // When it is full, the timer takes it up.
    if (this.#underWay >= MOST_AT_ONCE) return;
    await this.#start(() => this.#showAll(subject));
  }

  async showBehind(): Promise<void> {
    const room = MOST_AT_ONCE - this.#underWay;
    if (room <= 0) return;
    for (const card of await this.#claim({ most: room })) void this.#start(() => this.#bringUpToDate(card));
  }

  #start(work: () => Promise<void>): Promise<void> {
    this.#underWay += 1;
    return this.parts.background.start(work).finally(() => (this.#underWay -= 1));
  }

  async #showAll(subject: SubjectInTenant): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const cards = await this.#claim({ subject, most: MOST_AT_ONCE });
      if (cards.length === 0) return;
      await Promise.all(cards.map((card) => this.#bringUpToDate(card)));
    }
  }

  async #claim(which: Parameters<Cards['claim']>[0]): Promise<readonly Card[]> {
    try {
      return await this.parts.cards.claim(which);
    } catch (error) {
      if (!isTrouble(error)) throw error;
      this.parts.log.warn('cards not claimed', { error: error.name });
      return [];
    }
  }

  /** Never throws: what was not written down is due again when the claim runs out. */
  async #bringUpToDate(card: Card): Promise<void> {
    const { cards, clock, log } = this.parts;
    const claimedAt = clock.monotonic();
    try {
      await cards.settle(card, await this.#tryToSend(card, claimedAt));
    } catch (error) {
      if (isTrouble(error)) log.warn('card not shown', { card: card.id, error: error.name });
      else await this.#putOffAfterBug(card, error);
    }
  }

  /** Troubles of Teams are deliveries, not thrown: with any other one, Teams has certainly not taken the card. */
  async #tryToSend(card: Card, claimedAt: number): Promise<Shown> {
    try {
      return await this.#send(card, claimedAt);
    } catch (error) {
      if (!isTrouble(error)) throw error;
      this.parts.log.warn('card not sent', { card: card.id, error: error.name });
      return this.#again(card, 0);
    }
  }

  async #send(card: Card, claimedAt: number): Promise<Shown> {
    const { chats, clock, draw, pace, times } = this.parts;
    const message = await draw(card);
    if (!message) return { kind: 'undeliverable' };
    const turn = await pace.take(card.place);
    if (turn !== 'ok') return { kind: 'again', after: Math.max(0, turn.until - clock.now()), failed: false };
    // Held up on the way: when this arrives, somebody else may have shown something newer.
    if (clock.monotonic() - claimedAt > times.lease / 2) return { kind: 'again', after: 0, failed: false };
    const { activityId, place } = card;
    const delivery = await (activityId === undefined
      ? chats.create(place, message)
      : chats.update(place, activityId, message));
    return this.#read(card, delivery);
  }

  async #read(card: Card, delivery: Delivery): Promise<Shown> {
    const { clock, log } = this.parts;
    if (delivery.ok) return { kind: 'shown', activityId: delivery.id };
    log.warn('card not delivered', { card: card.id, because: delivery.why });
    switch (delivery.why) {
      case 'busy':
        return this.#again(card, delivery.until === undefined ? 0 : delivery.until - clock.now());
      case 'not-sent':
        return this.#again(card, 0);
      case 'lost':
        // An update may be sent twice; a create that may have arrived may not.
        return card.activityId === undefined ? this.#lose(card) : this.#again(card, 0);
      case 'gone':
        // Teams has this message no more, though perhaps the chat: a new one takes its place.
        if (delivery.status === 404 && card.activityId !== undefined) return { kind: 'gone' };
        return this.#moveToPersonalChat(card);
      case 'refused':
        return this.#giveUp(card, 'refused');
    }
  }

  #lose(card: Card): Shown {
    return this.#tookTooLong(card) ? this.#giveUp(card, 'too-long') : { kind: 'lost' };
  }

  #tookTooLong({ behindSince }: Card): boolean {
    const { clock, times } = this.parts;
    return clock.now() - behindSince > times.giveUpAfter;
  }

  #again(card: Card, atLeast: number): Shown {
    const { times } = this.parts;
    if (this.#tookTooLong(card)) return this.#giveUp(card, 'too-long');
    const wait = times.waits[Math.min(card.failures, times.waits.length - 1)] ?? 0;
    return { kind: 'again', after: Math.max(wait, atLeast), failed: true };
  }

  /** The conversation is gone, or the bot was removed from it: its person may still be reached. */
  async #moveToPersonalChat(card: Card): Promise<Shown> {
    const person = card.person && (await this.parts.people.find(card.tenant, card.person));
    const chat = person?.chat;
    if (chat && chat.conversation !== card.place.conversation) return { kind: 'gone', place: chat };
    if (card.person && chat) await this.parts.people.forgetChat(card.tenant, card.person, chat.conversation);
    await this.#unbind(card);
    return this.#giveUp(card, 'gone');
  }

  /** Before the card is given up: should this process end in between, the card is tried again, and this as well. */
  async #unbind({ tenant, place: { conversation } }: Card): Promise<void> {
    const { clock, helpChannels, log } = this.parts;
    const gone = { tenant, conversation, why: 'unreachable', at: clock.now() } as const;
    if (await helpChannels.unbind(gone)) log.warn('help channel unbound', { because: gone.why });
  }

  #giveUp(card: Card, because: string): Shown {
    this.parts.log.error('card undeliverable', { card: card.id, because });
    return { kind: 'undeliverable' };
  }

  async #putOffAfterBug(card: Card, error: unknown): Promise<void> {
    const { cards, log } = this.parts;
    log.error('card not shown', { card: card.id, ...describeError(error) });
    const how = card.failures + 1 >= MOST_BUGS ? this.#giveUp(card, 'bug') : this.#again(card, 0);
    await cards.settle(card, how);
  }
}
