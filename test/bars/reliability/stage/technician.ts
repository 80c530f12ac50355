import { en } from '../../../../src/i18n/en';
import { findAction, readCard, type SeenCard } from '../../../../src/sandbox/teams-client/card-reading';
import type { Device } from '../../../../src/sandbox/tenant/device';
import { isObject } from '../../../../src/sandbox/json';
import type { Acknowledged } from '../facts';
import type { Answered, Phone } from './phone';

/** Milliseconds until a technician believes that nothing comes any more, and does it again. */
const PATIENCE = 2_500;
/** The same when nobody was there to answer: the balancer soon finds another process. */
const NOBODY_THERE = 150;
const TRIES = 20;

/** Asks for a device until its confirm card hangs there. Undefined: it never came. */
export async function askFor(phone: Phone, device: Device, wait = PATIENCE): Promise<SeenCard | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const seen = new Set(
      phone
        .cards()
        .filter(canBeConfirmed)
        .map(({ messageId }) => messageId),
    );
    const isNew = (card: SeenCard) =>
      canBeConfirmed(card) && isAbout(card, device) && !seen.has(card.messageId);
    const { status } = await phone.say(`help me with ${device.name}`);
    const card = await phone.card(isNew, status === 0 ? NOBODY_THERE : wait);
    if (card) return card;
  }
  return undefined;
}

export const canBeConfirmed = (card: SeenCard): boolean =>
  findAction(card, 'request-assistance') !== undefined;
const isAbout = (card: SeenCard, device: Device) => JSON.stringify(card.card).includes(device.name);

/** The card with which a press was answered. */
export function cardIn({ status, body }: Answered): SeenCard | undefined {
  if (status !== 200 || !isObject(body) || !isObject(body['value'])) return undefined;
  return readCard('', body['value']);
}

/** Headings of a card whose confirmation was taken. */
const TAKEN = [
  ...[en['progress.confirmed.heading'], en['progress.sending.heading'], en['progress.requested.heading']],
  ...[en['progress.unknown.heading'], en['ready.heading'], en['question.no-link.heading']],
];

/** Whether the bot says that it has taken the confirmation. */
export function isTaken(answered: Answered): boolean {
  const lines = cardIn(answered)?.text.split('\n') ?? [];
  return lines.some((line) => TAKEN.some((heading) => heading === line));
}

/**
 * Presses "Request remote assistance" until the bot takes it. A press may come to nothing because the process died or
 * a sign-in came between; then the newest card of the device is pressed again, as people do.
 */
export async function confirm(
  phone: Phone,
  device: Device,
  first: SeenCard,
): Promise<(Acknowledged & { readonly at: string | undefined }) | undefined> {
  let card: SeenCard | undefined = first;
  for (let tries = 0; card && tries < TRIES; tries += 1) {
    const at = phone.route();
    const answered = await phone.press(card, 'request-assistance');
    if (isTaken(answered))
      return { technician: phone.person.oid, device: device.id, card: card.messageId, at };
    const before: SeenCard = card;
    const another = await phone.card(
      (other) => canBeConfirmed(other) && isAbout(other, device) && other.messageId !== before.messageId,
      answered.status === 0 ? NOBODY_THERE : PATIENCE / 2,
    );
    card =
      another ?? phone.cards().find((other) => other.messageId === before.messageId && canBeConfirmed(other));
  }
  return undefined;
}
