import { setTimeout as wait } from 'node:timers/promises';
import { findAction, type SeenCard } from '../../../../src/sandbox/teams-client/card-reading';
import type { Device } from '../../../../src/sandbox/tenant/device';
import type { Random } from '../random';
import type { Instance } from './instances';
import type { Office } from './office';
import type { Phone } from './phone';
import { askFor, confirm } from './technician';

/** How long a technician looks at a card before turning to the next device, in milliseconds. */
const ATTENTION = 3_000;
/** Of a hundred presses: made twice at once, and made by two technicians on one device at once. */
const DOUBLE_PRESSES = 10;
const RIVALS = 10;

/** Technicians who ask, confirm, press twice, race each other, close sessions and decide what the bot asks them. */
export class WorkingDay {
  private readonly idlePhones: Phone[];
  private readonly freeDevices: Device[];
  private isOver = false;
  private readonly work: Promise<void>[];
  /** Which process took the last press for a device. */
  readonly pressedAt = new Map<string, string | undefined>();

  constructor(
    private readonly office: Office,
    private readonly instances: () => readonly Instance[],
    private readonly random: Random,
    {
      atOnce,
      pause,
      phones,
    }: { readonly atOnce: number; readonly pause: number; readonly phones: readonly Phone[] },
  ) {
    this.idlePhones = [...phones];
    this.freeDevices = [...office.devices];
    this.work = Array.from({ length: atOnce }, async () => {
      while (!this.isOver) {
        await this.oneDevice();
        await wait(random.between(0, pause));
      }
    });
  }

  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.work);
  }

  private async oneDevice(): Promise<void> {
    const phone = this.idlePhones.shift();
    const device = this.freeDevices.shift();
    if (!phone || !device) throw new Error('Too few phones or devices for so many at once');
    try {
      const rival = this.random.between(1, 100) <= RIVALS ? this.idlePhones.shift() : undefined;
      await Promise.all([this.handle(phone, device), ...(rival ? [this.handle(rival, device)] : [])]);
      if (rival) this.idlePhones.push(rival);
    } finally {
      this.idlePhones.push(phone);
      this.freeDevices.push(device);
    }
  }

  /** A balancer that keeps a technician on one process as long as it lives. */
  private routes(): () => string | undefined {
    let instance: Instance | undefined;
    return () => {
      const alive = this.instances().filter(({ isAlive }) => isAlive);
      if (!instance?.isAlive) instance = alive.length > 0 ? this.random.oneOf(alive) : undefined;
      return instance?.url;
    };
  }

  private async handle(phone: Phone, device: Device): Promise<void> {
    phone.route = this.routes();
    const card = await askFor(phone, device);
    if (!card) return;
    if (this.random.between(1, 100) <= DOUBLE_PRESSES) void phone.press(card, 'request-assistance');
    this.pressedAt.set(device.id, phone.route());
    const taken = await confirm(phone, device, card);
    if (!taken) return;
    this.office.acknowledged.push(taken);
    this.pressedAt.set(device.id, taken.at);
    await this.decide(phone, await phone.card(isDecision(device), ATTENTION));
  }

  /** Most sessions are closed; a question is answered in every possible way, or left. */
  private async decide(phone: Phone, card: SeenCard | undefined): Promise<void> {
    if (!card) return;
    const isQuestion = findAction(card, 'send-again') !== undefined;
    const verb = this.random.oneOf(isQuestion ? ANSWERS : (['close', 'close', 'close', 'leave'] as const));
    if (verb !== 'leave') await phone.press(card, verb);
  }
}

const ANSWERS = ['send-again', 'send-again', 'check-again', 'close', 'leave'] as const;

const isDecision = (device: Device) => (card: SeenCard) =>
  findAction(card, 'close') !== undefined && JSON.stringify(card.card).includes(device.name);
