import { setTimeout as wait } from 'node:timers/promises';
import type { SeenCard } from '../../../../src/sandbox/teams-client/card-reading';
import type { Device } from '../../../../src/sandbox/tenant/device';
import type { Instance } from './instances';
import type { Office } from './office';
import type { Phone } from './phone';
import { askFor, isTaken } from './technician';

/** How much a crowd wants. */
export type Haste = {
  /** Activities in a second. */
  readonly rate: number;
  /** Confirm cards that are ready before the load begins. */
  readonly drafts: number;
  /** One confirmation among so many activities; 1: nothing else. */
  readonly onePressIn: number;
};

type Ready = { readonly phone: Phone; readonly device: Device; readonly card: SeenCard };

/** People who write and press at a fixed rate, whether or not they are answered. */
export class Crowd {
  /** Activities that were answered with 200. */
  acknowledged = 0;
  private ready: Ready[] = [];
  private readonly asked = new Map<Phone, number>();
  private nextDevice = 0;

  constructor(
    private readonly office: Office,
    private readonly haste: Haste,
  ) {}

  /** Confirm cards for those who will press; the crowd spreads over these processes. */
  async gather(...instances: readonly Instance[]): Promise<void> {
    for (const [index, phone] of this.office.phones.entries())
      phone.route = () => instances[index % instances.length]?.url;
    const pressing = this.office.phones.slice(0, this.haste.drafts);
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
    const { rate, drafts, onePressIn } = this.haste;
    const talking = this.office.phones.slice(drafts);
    const began = performance.now();
    const underWay: Promise<void>[] = [];
    for (let sent = 0; performance.now() - began < milliseconds; sent += 1) {
      const phone = talking[sent % talking.length];
      const press = sent % onePressIn === 0 ? this.ready.pop() : undefined;
      if (press) underWay.push(this.confirm(press));
      else if (phone) underWay.push(this.ask(phone));
      await wait(Math.max(0, began + (sent * 1_000) / rate - performance.now()));
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
