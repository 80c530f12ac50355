import { sql } from 'kysely';
import type { Intervals } from '../../../../src/bot';
import type { Caller } from '../../../../src/desk/help-desk';
import { findAction, type SeenCard } from '../../../../src/sandbox/teams-client/card-reading';
import type { Device } from '../../../../src/sandbox/tenant/device';
import { judge, type Verdict } from '../checker';
import type { Acknowledged, Facts } from '../facts';
import { sqliteRecords } from '../stage/records';
import type { Crash, Step } from './life';
import type { Scenario } from './scenarios';
import type { Instance, World } from './world';

export type Told = { readonly verdict: Verdict; readonly steps: readonly Step[] };

/** After so long a story is over, whatever is still open in it; and how often it is looked at. Milliseconds. */
const LONGEST = 45 * 60_000;
const GLANCE = 5_000;
/** A person who got no answer presses again. */
const PRESSES_AGAIN_AFTER = 20_000;

/** Plays one request from its confirm card to its end; with a crash, on the instance that is started after it. */
export async function playStory(
  world: World,
  scenario: Scenario,
  intervals: Intervals,
  crash?: Crash,
): Promise<Told> {
  const first = await world.startBot(intervals);
  const story = new Story(world, scenario, await world.newTechnician(first.storage));
  await story.openDraft(first);
  first.life.arm(crash);
  await story.goOn(first);
  const steps = [...first.life.journal];
  if (first.life.isOver) {
    first.end();
    await world.time.pass(scenario.restartAfter);
    const second = await world.startBot(intervals);
    await story.goOn(second, scenario.signsInAfter);
    second.end();
  }
  first.end();
  const verdict = judge(await story.facts());
  await story.forget();
  return { verdict, steps };
}

class Story {
  private readonly acknowledged: Acknowledged[] = [];
  private readonly device: Device;
  private hasSentAgain = false;

  constructor(
    private readonly world: World,
    private readonly scenario: Scenario,
    private readonly technician: Caller,
  ) {
    const { conversation } = technician.place;
    this.device = world.tenant.addDevice({ name: `LAPTOP-${conversation.slice(2).toUpperCase()}` });
    if (scenario.oldLink) this.device.behave({ oldLink: 'https://get.teamviewer.com/s-of-another-day' });
    let posts = 0;
    world.intune.fates = () => {
      const fate = scenario.fates[Math.min(posts, scenario.fates.length - 1)];
      posts += 1;
      if (!fate) throw new Error('A scenario has a fate for each POST');
      return fate;
    };
    let messages = 0;
    world.chats.manner = () => scenario.teams((messages += 1) - 1);
  }

  async openDraft(instance: Instance): Promise<void> {
    const { technician, device } = this;
    instance.signIn(technician);
    void instance.desk.ask({ caller: technician, text: `help me with ${device.name}`, mentions: [] });
    await this.world.time.pass(60_000, () => this.draft() !== undefined);
    if (!this.draft()) throw new Error(`No confirm card came in "${this.scenario.name}"`);
    let failures = this.scenario.looksFail;
    this.world.outage = ({ method, url }) => {
      const isLook = method === 'GET' && url.pathname.endsWith(device.id);
      return isLook && (failures -= 1) >= 0 ? { status: 503 } : undefined;
    };
  }

  /** Until the request is settled, the instance has died, or nobody waits any longer. */
  async goOn(instance: Instance, signsInAfter?: number): Promise<void> {
    const { time } = this.world;
    const began = time.now;
    let pressed = -Infinity;
    let signedIn = signsInAfter === undefined;
    while (time.now - began < LONGEST && !instance.life.isOver) {
      if (!signedIn && time.now - began >= (signsInAfter ?? 0)) {
        signedIn = true;
        instance.signIn(this.technician);
        void instance.desk.signedIn(this.technician).catch(told);
      }
      if (this.acknowledged.length === 0 && time.now - pressed >= PRESSES_AGAIN_AFTER) {
        pressed = time.now;
        this.press(instance, 'request-assistance');
      }
      this.answerQuestion(instance);
      await time.pass(GLANCE, () => instance.life.isOver);
      if (await this.isSettled()) return;
    }
  }

  async facts(): Promise<Facts> {
    const records = sqliteRecords(this.world.file);
    const { acknowledged, device, technician, world } = this;
    return {
      posts: world.intune.posts.filter((post) => post.device === device.id),
      requests: await records.requests(device.id),
      trail: await records.trail(device.id),
      acknowledged,
      chats: new Map([[technician.person, world.chats.text(technician.place.conversation)]]),
    };
  }

  /** The next story begins with empty tables; the trail is append-only and stays. */
  async forget(): Promise<void> {
    const { database, chats, intune } = this.world;
    this.world.outage = undefined;
    for (const table of ['requests', 'cards', 'secrets', 'tickets', 'buckets', 'instances'])
      await sql`delete from ${sql.table(table)}`.execute(database.db);
    chats.messages.clear();
    intune.posts.length = 0;
  }

  private answerQuestion(instance: Instance): void {
    if (!this.scenario.sendsAgain || this.hasSentAgain) return;
    this.hasSentAgain = this.press(instance, 'send-again');
  }

  private draft(): SeenCard | undefined {
    return this.cardWith('request-assistance');
  }

  private cardWith(verb: string): SeenCard | undefined {
    const cards = this.world.chats.cards(this.technician.place.conversation);
    return cards.findLast((card) => findAction(card, verb) !== undefined);
  }

  /** False when there is no such button. */
  private press({ desk }: Instance, verb: string): boolean {
    const card = this.cardWith(verb);
    const ticket = card && findAction(card, verb)?.data['ticket'];
    if (!card || typeof ticket !== 'string') return false;
    const { technician: caller, device, acknowledged } = this;
    const pressed = desk.press({ caller, verb, ticket, cardActivityId: card.messageId });
    void pressed
      .then(({ now, later }) => {
        if (now.kind === 'request' && now.stored.request.status === 'confirmed')
          acknowledged.push({ technician: caller.person, device: device.id, card: card.messageId });
        return later?.();
      })
      .catch(told);
    return true;
  }

  private async isSettled(): Promise<boolean> {
    const { db } = this.world.database;
    const open = await sql<{ open: number }>`select
      (select count(*) from requests where device = ${this.device.id}
        and status in ('draft', 'confirmed', 'sending', 'requested', 'unknown')) +
      (select count(*) from cards where shown < wanted and undeliverable_since is null) as open`.execute(db);
    const isAsked =
      this.scenario.sendsAgain && !this.hasSentAgain && this.cardWith('send-again') !== undefined;
    return open.rows[0]?.open === 0 && !isAsked;
  }
}

/** Trouble with the sign-in or with Graph is told to the person, who presses again. */
const told = () => undefined;
