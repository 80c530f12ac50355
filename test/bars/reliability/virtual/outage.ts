import { ordinaryIntervals } from '../../../../src/bot';
import type { Caller } from '../../../../src/desk/help-desk';
import { findAction } from '../../../../src/sandbox/teams-client/card-reading';
import { randomFrom } from '../random';
import type { Instance } from './world';
import { World } from './world';

export type OutageReport = {
  readonly sessions: number;
  /** Cards that said "session is ready" when the connector came back: none, or there was no outage. */
  readonly readyBefore: number;
  /** Milliseconds from the connector's return until every card says so; undefined: not within ten minutes. */
  readonly milliseconds: number | undefined;
};

const OUTAGE = 30 * 60_000;

/** Many sessions become ready while the connector is away; how long after its return does every card say so? */
export async function outage(seed: number, sessions: number): Promise<OutageReport> {
  const random = randomFrom(seed);
  const world = await World.open(() => ({
    ...{ name: 'clean', answer: 'accept', accepted: true, takenUpAfter: 0, answeredAfter: 0 },
    ...{ linkAfter: random.between(5_000, 300_000), actionAfter: random.between(0, 5_000) },
  }));
  const bot = await world.startBot(ordinaryIntervals);
  const callers: Caller[] = [];
  for (let count = 0; count < sessions; count += 1) callers.push(await newDraft(world, bot, count));
  await untilAllHave(world, 'request-assistance', sessions);
  world.chats.manner = () => (random.next() < 0.5 ? 'down' : 'unreachable');
  for (const caller of callers) press(world, bot, caller);
  await world.time.pass(OUTAGE);
  const readyBefore = withButton(world, 'close');
  world.chats.manner = () => 'works';
  const returned = world.time.now;
  const isDone = await untilAllHave(world, 'close', sessions);
  const milliseconds = world.time.now - returned;
  bot.end();
  await world.close();
  return { sessions, readyBefore, milliseconds: isDone ? milliseconds : undefined };
}

/** Looks once a second, for ten minutes at most. */
async function untilAllHave(world: World, verb: string, sessions: number): Promise<boolean> {
  for (let seconds = 0; seconds < 600; seconds += 1) {
    if (withButton(world, verb) === sessions) return true;
    await world.time.pass(1_000);
  }
  return false;
}

async function newDraft(world: World, { storage, desk, signIn }: Instance, count: number): Promise<Caller> {
  const caller = await world.newTechnician(storage);
  signIn(caller);
  const device = world.tenant.addDevice({ name: `LAPTOP-C${String(count).padStart(4, '0')}` });
  void desk.ask({ caller, text: `help me with ${device.name}`, mentions: [] });
  return caller;
}

function press({ chats }: World, { desk }: Instance, caller: Caller): void {
  for (const card of chats.cards(caller.place.conversation)) {
    const ticket = findAction(card, 'request-assistance')?.data['ticket'];
    if (typeof ticket !== 'string') continue;
    const pressed = { caller, verb: 'request-assistance', ticket, cardActivityId: card.messageId };
    void desk.press(pressed).then(({ later }) => later?.());
  }
}

/** How many cards have this button now. */
function withButton({ chats }: World, verb: string): number {
  return chats.all().filter((card) => findAction(card, verb) !== undefined).length;
}
