import { once } from 'node:events';
import type { Fate } from './stage/intune';
import { unscaled } from './scale';
import type { Bundle } from './stage/bundle';
import type { Instance } from './stage/instances';
import { Office, type OfficeSettings } from './stage/office';
import { askFor, confirm } from './stage/technician';

type Where = { readonly bundle: Bundle; readonly books: OfficeSettings['books'] };

const clean: Fate = {
  ...{ name: 'clean', answer: 'accept', accepted: true, takenUpAfter: 0, answeredAfter: 0 },
  ...{ linkAfter: 60_000, actionAfter: 0 },
};

/** Presses and messages while Graph answers nothing at all. Milliseconds until Teams has its answer, at p99. */
export async function answersWhileGraphHangs(where: Where, presses: number): Promise<number> {
  const office = await Office.open({ ...where, fates: () => clean, technicians: presses, devices: presses });
  try {
    const { url } = await office.startBot({ intervals: unscaled });
    const ready = await Promise.all(
      office.phones.map(async (phone, index) => {
        phone.route = () => url;
        const device = office.devices[index];
        const card = device && (await askFor(phone, device, 20_000));
        if (!card) throw new Error('No confirm card came');
        return { phone, card };
      }),
    );
    office.intune.isSilent = true;
    const times: number[] = [];
    while (ready.length > 0)
      await Promise.all(
        ready.splice(0, 10).map(async ({ phone, card }) => {
          times.push((await phone.press(card, 'request-assistance')).milliseconds);
          times.push((await phone.say('help')).milliseconds);
        }),
      );
    return times.sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? Infinity;
  } finally {
    await office.close();
  }
}

/** A process dies when its POST has just arrived. Milliseconds until another one, alive already, tells the outcome. */
export async function takenOver(where: Where): Promise<number> {
  const silent: Fate = { ...clean, answer: 'hang', linkAfter: 0 };
  const office = await Office.open({ ...where, fates: () => silent, technicians: 1, devices: 1 });
  try {
    const [dying] = [await office.startBot(), await office.startBot()];
    const died = await dieAtPost(office, dying);
    while (!(await isReady(office))) if (performance.now() - died > 60_000) return Infinity;
    return performance.now() - died;
  } finally {
    await office.close();
  }
}

/** The only process dies with a session under way. Milliseconds from the new one's start until it looks at the device. */
export async function wentOnAfterRestart(where: Where): Promise<number> {
  const office = await Office.open({ ...where, fates: () => clean, technicians: 1, devices: 1 });
  try {
    await dieAtPost(office, await office.startBot({ intervals: unscaled }), 500);
    const looked = new Promise<number>((resolve) => {
      office.intune.onLook(() => {
        resolve(performance.now());
      });
    });
    await office.startBot({ intervals: unscaled });
    const began = performance.now();
    return Math.max(0, (await looked) - began);
  } finally {
    await office.close();
  }
}

export type SecondBot = {
  /** Milliseconds until the second one was refused; undefined: it was let in. */
  readonly refusedAfter: number | undefined;
  readonly because: string;
  /** Whether a third one starts once the first was killed. */
  readonly isFreeAgain: boolean;
};

/** Two processes on one SQLite file. */
export async function secondBot(where: Where): Promise<SecondBot> {
  const office = await Office.open({ ...where, fates: () => clean, technicians: 1, devices: 1 });
  try {
    const first = await office.startBot();
    const began = performance.now();
    const because = await office.startBot().then(
      () => undefined,
      (error: unknown) => String(error),
    );
    const took = performance.now() - began;
    await first.end('SIGKILL');
    const isFreeAgain = await office.startBot().then(
      () => true,
      () => false,
    );
    return { refusedAfter: because === undefined ? undefined : took, because: because ?? '', isFreeAgain };
  } finally {
    await office.close();
  }
}

/** Confirms one device, and kills the process so many milliseconds after its POST came. The moment of its death. */
async function dieAtPost(office: Office, instance: Instance, later = 0): Promise<number> {
  const [phone, device] = [office.phones[0], office.devices[0]];
  if (!phone || !device) throw new Error('There is nobody in the office');
  phone.route = () => instance.url;
  const posted = new Promise<void>((resolve) => {
    office.intune.onArrival(() => {
      resolve();
    });
  });
  const card = await askFor(phone, device, 20_000);
  if (!card) throw new Error('No confirm card came');
  await confirm(phone, device, card);
  await posted;
  if (later > 0) await once(AbortSignal.timeout(later), 'abort');
  await instance.end('SIGKILL');
  return performance.now();
}

async function isReady({ books }: Office): Promise<boolean> {
  return (await books.records.requests()).some(({ status }) => status === 'ready');
}
