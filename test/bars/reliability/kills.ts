import { setTimeout as wait } from 'node:timers/promises';
import { judge, type Verdict } from './checker';
import { mixedFates } from './fates';
import { randomFrom, type Random } from './random';
import { Askers } from './stage/askers';
import type { Bundle } from './stage/bundle';
import type { Instance } from './stage/instances';
import { Office, type OfficeSettings } from './stage/office';
import { WorkingDay } from './stage/working-day';

export type KillPlan = {
  readonly bundle: Bundle;
  readonly books: OfficeSettings['books'];
  readonly seed: number;
  /** How often a process is killed, and how often only stopped, for longer than a lease. */
  readonly kills: number;
  readonly pauses: number;
  /** Processes at a time. */
  readonly instances: number;
  /** Technicians at work at a time, and their longest pause in between, in milliseconds. */
  readonly atOnce: number;
  readonly pause: number;
};

export type KillReport = Verdict & {
  readonly kills: number;
  /** Kills that hit a process between the commit of an intent and the commit of its outcome. */
  readonly between: number;
  readonly pauses: number;
  /** Acknowledged questions without an answer and without a word that there is none. */
  readonly unanswered: readonly string[];
  readonly asked: number;
  /** Words that there is none. */
  readonly told: number;
};

const TECHNICIANS = 40;
const ASKERS = 4;
/** Milliseconds: longer than a lease of the scaled bot, so that what a paused process slept through is over. */
const PAUSE = { from: 1_600, to: 3_000 };
const SETTLES_WITHIN = 45_000;

/** Kills processes of the bot again and again, at moments that hurt, while technicians work with it. */
export async function killRun(plan: KillPlan): Promise<KillReport> {
  const random = randomFrom(plan.seed);
  const office = await Office.open({
    ...{ bundle: plan.bundle, books: plan.books, fates: mixedFates(random) },
    ...{ technicians: TECHNICIANS + ASKERS, devices: 400 },
  });
  try {
    const crew = await Promise.all(Array.from({ length: plan.instances }, () => office.startBot()));
    const phones = office.phones.slice(0, TECHNICIANS);
    const day = new WorkingDay(office, () => crew, random, { ...plan, phones });
    const askers = new Askers(office.phones.slice(TECHNICIANS), () => crew, randomFrom(plan.seed));
    const done = await new Assassin(office, crew, day, random).work(plan);
    await Promise.all([day.end(), askers.end()]);
    const { unanswered, acknowledged: asked } = askers;
    return { ...(await settled(office)), ...done, unanswered, asked, told: askers.told() };
  } finally {
    await office.close();
  }
}

/** Judges when nothing moves any more and every card is there; what still moves at the end is told as unsettled. */
export async function settled(office: Office): Promise<Verdict> {
  const until = Date.now() + SETTLES_WITHIN;
  for (;;) {
    const verdict = judge(await office.facts());
    const isOpen = verdict.unsettled.length > 0 || verdict.lost.length > 0;
    if (!isOpen || Date.now() > until) return verdict;
    await wait(500);
  }
}

/** For whoever waits; not among the figures. */
function tellProgress(attacks: number, of: number): void {
  if (attacks % 50 === 0) console.error(`     ${attacks} of ${of}`);
}

class Assassin {
  private readonly paused = new Map<Instance, Promise<void>>();

  constructor(
    private readonly office: Office,
    private readonly crew: Instance[],
    private readonly day: WorkingDay,
    private readonly random: Random,
  ) {}

  async work({ kills, pauses }: KillPlan) {
    const done = { kills: 0, between: 0, pauses: 0 };
    for (
      let victim = 0;
      done.kills + done.pauses < kills + pauses;
      victim = (victim + 1) % this.crew.length
    ) {
      const instance = this.crew[victim];
      if (!instance) throw new Error('There is nobody to attack');
      await this.paused.get(instance);
      await this.moment(instance);
      const left = { kills: kills - done.kills, pauses: pauses - done.pauses };
      if (this.random.between(1, left.kills + left.pauses) <= left.pauses) {
        done.pauses += 1;
        this.pause(instance);
      } else {
        await instance.end('SIGKILL');
        done.kills += 1;
        done.between += (await this.wasSending(instance)) ? 1 : 0;
        this.crew[victim] = await this.office.startBot();
      }
      tellProgress(done.kills + done.pauses, kills + pauses);
    }
    await Promise.all(this.paused.values());
    return done;
  }

  /** Mostly when a POST of this process has just arrived at Intune, sometimes at any time. */
  private async moment(instance: Instance): Promise<void> {
    const isAimed = this.random.between(1, 100) <= 70;
    if (isAimed) await this.nextPost(instance);
    await wait(this.random.between(0, isAimed ? 30 : 500));
  }

  private nextPost({ name }: Instance): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        end();
        resolve();
      }, 4_000);
      const end = this.office.intune.onArrival((post) => {
        if (post.instance !== name) return;
        clearTimeout(timer);
        end();
        resolve();
      });
    });
  }

  /** Whether an intent of this process has no outcome: its request still says that it is being sent. */
  private async wasSending({ url }: Instance): Promise<boolean> {
    const requests = await this.office.books.records.requests();
    return requests.some(
      ({ status, device }) => status === 'sending' && this.day.pressedAt.get(device) === url,
    );
  }

  /** Meanwhile the others are attacked. */
  private pause(instance: Instance): void {
    instance.pause();
    const over = wait(this.random.between(PAUSE.from, PAUSE.to)).then(() => {
      instance.goOn();
    });
    this.paused.set(instance, over);
  }
}
