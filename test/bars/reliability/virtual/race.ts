import type { Intervals } from '../../../../src/bot';
import type { Caller } from '../../../../src/desk/help-desk';
import { findAction } from '../../../../src/sandbox/teams-client/card-reading';
import type { Device } from '../../../../src/sandbox/tenant/device';
import { judge, type Verdict } from '../checker';
import { sqliteRecords } from '../stage/records';
import type { Instance, World } from './world';

type Racer = { readonly instance: Instance; readonly technician: Caller };

/** Two technicians confirm one device at the same moment, each on an instance of their own. */
export async function playRace(world: World, intervals: Intervals): Promise<Verdict> {
  const racers = [await newRacer(world, intervals), await newRacer(world, intervals)];
  const device = world.tenant.addDevice({ name: `LAPTOP-R${world.tenant.devices.length}` });
  const clean = { name: 'clean', answer: 'accept', accepted: true } as const;
  world.intune.fates = () => ({
    ...clean,
    takenUpAfter: 0,
    answeredAfter: 0,
    linkAfter: 20_000,
    actionAfter: 1_000,
  });
  for (const { instance, technician } of racers)
    void instance.desk.ask({ caller: technician, text: `help me with ${device.name}`, mentions: [] });
  await world.time.pass(20_000);
  for (const racer of racers) press(world, racer);
  await world.time.pass(5 * 60_000);
  for (const { instance } of racers) instance.end();
  return verdictOn(world, device, racers);
}

async function newRacer(world: World, intervals: Intervals): Promise<Racer> {
  const instance = await world.startBot(intervals);
  const technician = await world.newTechnician(instance.storage);
  instance.signIn(technician);
  return { instance, technician };
}

function press({ chats }: World, { instance, technician: caller }: Racer): void {
  for (const card of chats.cards(caller.place.conversation)) {
    const ticket = findAction(card, 'request-assistance')?.data['ticket'];
    if (typeof ticket !== 'string') continue;
    const pressed = { caller, verb: 'request-assistance', ticket, cardActivityId: card.messageId };
    void instance.desk.press(pressed).then(({ later }) => later?.());
  }
}

async function verdictOn({ file, intune, chats }: World, device: Device, racers: readonly Racer[]) {
  const records = sqliteRecords(file);
  return judge({
    posts: intune.posts.filter((post) => post.device === device.id),
    requests: await records.requests(device.id),
    trail: await records.trail(device.id),
    acknowledged: [],
    chats: new Map(
      racers.map(({ technician }) => [technician.person, chats.text(technician.place.conversation)]),
    ),
  });
}
