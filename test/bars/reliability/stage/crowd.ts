import { setTimeout as wait } from 'node:timers/promises';
import type { SeenCard } from '../../../../src/sandbox/teams-client/card-reading';
import type { Device } from '../../../../src/sandbox/tenant/device';
import type { Instance } from './instances';
import type { Office } from './office';
import type { Phone } from './phone';
import { askFor, isTaken } from './technician';

/** Activities in a second. */
export const RATE = 200;
/** Confirm cards that are ready before the load begins, and one press among so many activities. */
const DRAFTS = 30;
const ONE_PRESS_IN = 8;

type Ready = { readonly phone: Phone; readonly device: Device; readonly card: SeenCard };

/** People who write and press at a fixed rate, whether or not they are answered. */
export class Crowd {
  /** Activities that were answered with 200. */
  acknowledged = 0;
  private ready: Ready[] = [];
  private readonly asked = new Map<Phone, number>();
  private nextDevice = 0;

  constructor(private readonly office: Office) {}

  /** Confirm cards for those who will press. */
  async gather(instance: Instance): Promise<void> {
    for (const phone of this.office.phones) phone.route = () => instance.url;
    const pressing = this.office.phones.slice(0, DRAFTS);
    const ready = await Promise.all(
      pressing.map(async (phone): Promise<Ready[]> => {
        const device = this.office.devices[this.nextDevice++];
        const card = device && (await askFor(phone, device, 10_000));
        return device && card ? [{ phone, device, card }] : [];
      }),
    );
    this.ready = ready.flat();
  }

  /** Offers activities for so many milliseconds; resolves when the last one is answered, or was refused. */
  async press(milliseconds: number): Promise<void> {
    const talking = this.office.phones.slice(DRAFTS);
    const began = performance.now();
    const underWay: Promise<void>[] = [];
    for (let sent = 0; performance.now() - began < milliseconds; sent += 1) {
      const phone = talking[sent % talking.length];
      const press = sent % ONE_PRESS_IN === 0 ? this.ready.pop() : undefined;
      if (press) underWay.push(this.confirm(press));
      else if (phone) underWay.push(this.ask(phone));
      await wait(Math.max(0, began + (sent * 1_000) / RATE - performance.now()));
    }
    await Promise.all(underWay);
  }

  /** Questions with an acknowledgement and without an answer. */
  unanswered(): number {
    return [...this.asked].reduce((sum, [phone, asked]) => sum + Math.max(0, asked - phone.answers()), 0);
  }

  private async confirm({ phone, device, card }: Ready): Promise<void> {
    const answered = await phone.press(card, 'request-assistance');
    if (answered.status === 200) this.acknowledged += 1;
    if (isTaken(answered))
      this.office.acknowledged.push({
        technician: phone.person.oid,
        device: device.id,
        card: card.messageId,
      });
  }

  private async ask(phone: Phone): Promise<void> {
    const { status } = await phone.say('help');
    if (status !== 200) return;
    this.acknowledged += 1;
    this.asked.set(phone, (this.asked.get(phone) ?? 0) + 1);
  }
}
