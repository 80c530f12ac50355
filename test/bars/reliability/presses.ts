import { setTimeout as wait } from 'node:timers/promises';
import type { Device } from '../../../src/sandbox/tenant/device';
import { judge, type Verdict } from './checker';
import type { Facts } from './facts';
import { unscaled } from './scale';
import type { Bundle } from './stage/bundle';
import type { Instance } from './stage/instances';
import { Office, type OfficeSettings } from './stage/office';
import type { Phone } from './stage/phone';
import { askFor } from './stage/technician';

export type PressPlan = {
  readonly bundle: Bundle;
  readonly books: OfficeSettings['books'];
  /** Devices that two technicians confirm at once, each of them at both processes at once. */
  readonly rounds: number;
  /** Milliseconds by which the clock of the second process is wrong, for an equal part of the rounds each. */
  readonly skews: readonly number[];
};

export type PressReport = Verdict & {
  readonly rounds: number;
  /** Those in which Intune was not asked exactly once, each with what became of it. */
  readonly notOnce: readonly string[];
};

/** So many pairs of technicians at work at a time. */
const PAIRS = 12;

/** Two technicians and two processes: whoever confirms, and however often, Intune is asked once. */
export async function pressRun({ bundle, books, rounds, skews }: PressPlan): Promise<PressReport> {
  const fates = () => ({
    ...({ name: 'clean', answer: 'accept', accepted: true, takenUpAfter: 0, answeredAfter: 0 } as const),
    ...{ linkAfter: 200, actionAfter: 200 },
  });
  const office = await Office.open({
    bundle,
    books,
    fates,
    technicians: 2 * PAIRS,
    devices: rounds + 1 + skews.length,
  });
  try {
    const queue = office.devices.slice(0, rounds);
    const others = office.devices.slice(rounds);
    const start = async (skew: number) => {
      const instance = await office.startBot({ intervals: unscaled, skew });
      await signIn(office, instance, others.pop());
      return instance;
    };
    const honest = await start(0);
    for (const skew of skews) {
      const other = await start(skew);
      const part = queue.splice(0, Math.ceil(rounds / skews.length));
      await race(office, [honest, other], part);
      await settle(office);
      await other.end('SIGTERM');
    }
    const facts = await office.facts();
    const asked = new Map<string, number>();
    for (const { device } of facts.posts) asked.set(device, (asked.get(device) ?? 0) + 1);
    const wrong = office.devices.slice(0, rounds).filter(({ id }) => asked.get(id) !== 1);
    return {
      ...{ ...judge(facts), rounds },
      notOnce: wrong.map(({ id }) => historyOf(id, asked.get(id) ?? 0, facts)),
    };
  } finally {
    await office.close();
  }
}

/** Everybody, before the race: a press that first has to sign in is not carried out, and a new card asks again. */
async function signIn(office: Office, { url }: Instance, device: Device | undefined): Promise<void> {
  await Promise.all(
    office.phones.map(async (phone) => {
      phone.route = () => url;
      if (!device || !(await askFor(phone, device, 10_000))) throw new Error('Somebody could not sign in');
    }),
  );
}

async function race(
  office: Office,
  [here, there]: readonly [Instance, Instance],
  devices: readonly Device[],
) {
  const left = [...devices];
  await Promise.all(
    Array.from({ length: PAIRS }, async (_, pair) => {
      const [first, second] = [office.phones[2 * pair], office.phones[2 * pair + 1]];
      if (!first || !second) throw new Error('There are too few phones');
      first.route = () => here.url;
      second.route = () => there.url;
      for (let device = left.shift(); device; device = left.shift()) await oneRound(first, second, device);
    }),
  );
}

async function oneRound(first: Phone, second: Phone, device: Device): Promise<void> {
  const [here, there] = [first.route(), second.route()];
  const cards = await Promise.all([askFor(first, device, 10_000), askFor(second, device, 10_000)]);
  if (!cards[0] || !cards[1]) throw new Error(`No confirm card for ${device.name}`);
  const [one, other] = cards;
  await Promise.all([
    ...[here, there].map((at) => first.press(one, 'request-assistance', at)),
    ...[here, there].map((at) => second.press(other, 'request-assistance', at)),
  ]);
}

/** What the trail says of a device that was not asked for once, in milliseconds from its first confirmation. */
function historyOf(device: string, asked: number, { requests, trail }: Facts): string {
  const own = new Map(requests.filter((one) => one.device === device).map(({ id, number }) => [id, number]));
  const entries = trail.filter(({ request }) => own.has(request));
  const began = entries.find(({ type }) => type === 'confirmed')?.at ?? 0;
  const told = entries.map(
    ({ request, at, type, cause = '' }) => `#${own.get(request) ?? 0} ${type} ${cause} ${at - began}`,
  );
  return `asked for ${asked} times: ${told.join(', ')}`;
}

/** Until every request of this part has its end; what has none is told by the verdict. */
async function settle(office: Office): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if (judge(await office.facts()).unsettled.length === 0) return;
    await wait(500);
  }
}
