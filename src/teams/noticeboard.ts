import { LRUCache } from 'lru-cache';
import type { Clock, Noticeboard, RequestStore, Stored } from '../desk/ports';
import { isTrouble } from '../desk/troubles';
import { describeError, type Log } from '../log';
import type { Instant, RequestId } from '../request/ids';
import type { Background } from './background';
import type { Chats, Delivery } from './connector';
import type { Present } from './presenting';
import type { FillRequestScreen } from './request-screens';

export type NoticeboardParts = {
  readonly requests: Pick<RequestStore, 'load' | 'cardShown' | 'cardFailed'>;
  readonly chats: Chats;
  readonly present: Present;
  readonly fill: FillRequestScreen;
  readonly background: Background;
  readonly clock: Clock;
  readonly log: Log;
};

/** Milliseconds until a card is tried again; the last one repeats. */
const WAITS = [2_000, 5_000, 15_000, 60_000, 300_000];
/** A create of which nobody knows whether it arrived: until then a press on its card may still tell. */
const AFTER_LOST_CREATE = 2 * 60 * 1000;

/**
 * Hangs a request's card once and then only updates it. One request is worked on by one `show` at a time; those who
 * come meanwhile wait for one more round, which shows the newest state for all of them.
 */
export class CardNoticeboard implements Noticeboard {
  readonly #underWay = new Map<RequestId, { asked: number; done: Promise<void> }>();
  readonly #failures = new LRUCache<RequestId, number>({ max: 10_000 });
  readonly #notBefore = new LRUCache<RequestId, Instant>({ max: 10_000 });

  constructor(private readonly parts: NoticeboardParts) {}

  show({ request }: Stored): Promise<void> {
    const round = this.#underWay.get(request.id);
    if (round) {
      round.asked += 1;
      return round.done;
    }
    const started = { asked: 1, done: Promise.resolve() };
    this.#underWay.set(request.id, started);
    started.done = this.parts.background.start(() => this.#rounds(request.id, started));
    return started.done;
  }

  async #rounds(id: RequestId, round: { readonly asked: number }): Promise<void> {
    try {
      for (let served = 0; served < round.asked;) {
        served = round.asked;
        await this.#showNewest(id);
      }
    } finally {
      this.#underWay.delete(id);
    }
  }

  /** Never throws: what was not shown stays due, and the timer comes back to it. */
  async #showNewest(id: RequestId): Promise<void> {
    const { requests, log } = this.parts;
    try {
      // Loaded, not handed over: only the row knows whether a card hangs already, and which state is the newest.
      const stored = await requests.load(id);
      if (stored) await this.#hang(stored);
    } catch (error) {
      if (isTrouble(error)) log.warn('card not shown', { request: id, error: error.name });
      else log.error('card not shown', { request: id, ...describeError(error) });
    }
  }

  async #hang(stored: Stored): Promise<void> {
    const { card } = stored;
    if (card.activityId === undefined) return this.#create(stored);
    // Shown meanwhile, by the round before: Teams would mark the card as edited, and drop a reason being typed.
    if (card.shown >= card.wanted) return;
    const message = await this.#messageFor(stored);
    const delivery = await this.parts.chats.update(card.place, card.activityId, message);
    // Teams has this message no more, though perhaps the chat: a new one takes its place.
    if (!delivery.ok && delivery.why === 'gone' && delivery.status === 404) return this.#create(stored);
    return this.#record(stored, delivery);
  }

  async #create(stored: Stored): Promise<void> {
    const { id } = stored.request;
    if (this.parts.clock.now() < (this.#notBefore.get(id) ?? 0)) return;
    const delivery = await this.parts.chats.create(stored.card.place, await this.#messageFor(stored));
    if (delivery.ok || delivery.why !== 'lost') return this.#record(stored, delivery);
    const retryAt = this.parts.clock.now() + AFTER_LOST_CREATE;
    this.#notBefore.set(id, retryAt);
    this.parts.log.warn('nobody knows whether the card was created', { request: id });
    await this.parts.requests.cardFailed(id, retryAt);
  }

  async #messageFor(stored: Stored) {
    const { present, fill, clock } = this.parts;
    const screen = await fill({ kind: 'request', stored, now: clock.now() });
    return present(screen, stored.card.language).message;
  }

  async #record({ request, card }: Stored, delivery: Delivery): Promise<void> {
    const { requests, log } = this.parts;
    if (delivery.ok) {
      this.#failures.delete(request.id);
      return requests.cardShown(request.id, { activityId: delivery.id, shown: card.wanted });
    }
    log.warn('card not delivered', { request: request.id, because: delivery.why });
    await requests.cardFailed(request.id, this.#retryAt(request.id, delivery));
  }

  #retryAt(id: RequestId, delivery: Exclude<Delivery, { readonly ok: true }>): Instant | 'never' {
    if (delivery.why === 'gone' || delivery.why === 'refused') return 'never';
    const failures = this.#failures.get(id) ?? 0;
    this.#failures.set(id, failures + 1);
    const wait = this.parts.clock.now() + (WAITS[Math.min(failures, WAITS.length - 1)] ?? 0);
    return delivery.why === 'busy' ? Math.max(wait, delivery.until ?? 0) : wait;
  }
}
