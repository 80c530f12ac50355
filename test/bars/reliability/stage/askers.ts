import { setTimeout as wait } from 'node:timers/promises';
import { en } from '../../../../src/i18n/en';
import type { Random } from '../random';
import type { Instance } from './instances';
import type { Phone } from './phone';

/** Milliseconds until a question counts as one without an answer or a word: many leases of the scaled bot. */
const PATIENCE = 30_000;
/** Between two questions of one person. */
const PAUSE = 200;
/** When nobody was there to answer. */
const NOBODY_THERE = 150;

/** People who ask one thing after the other, and wait each time for an answer, or for a word that there is none. */
export class Askers {
  /** Questions that were answered with 200. */
  acknowledged = 0;
  readonly unanswered: string[] = [];
  private isOver = false;
  private readonly work: readonly Promise<void>[];

  constructor(
    private readonly phones: readonly Phone[],
    private readonly instances: () => readonly Instance[],
    private readonly random: Random,
  ) {
    this.work = phones.map((phone) => this.askOn(phone));
  }

  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.work);
  }

  /** How often somebody was told that their question went under. */
  told(): number {
    return this.phones.reduce((sum, phone) => sum + phone.count(en['note.interrupted']), 0);
  }

  private async askOn(phone: Phone): Promise<void> {
    while (!this.isOver) {
      const alive = this.instances().filter(({ isAlive }) => isAlive);
      const instance = alive.length > 0 ? this.random.oneOf(alive) : undefined;
      phone.route = () => instance?.url;
      await wait((await this.ask(phone)) ? this.random.between(0, PAUSE) : NOBODY_THERE);
    }
  }

  private async ask(phone: Phone): Promise<boolean> {
    const before = phone.answers();
    const { status } = await phone.say('help');
    if (status !== 200) return false;
    this.acknowledged += 1;
    if (!(await phone.hasMoreAnswersThan(before, PATIENCE)))
      this.unanswered.push(`Question ${this.acknowledged} had no answer and no word`);
    return true;
  }
}
