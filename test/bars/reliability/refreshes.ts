import { setTimeout as wait } from 'node:timers/promises';
import { findAction, type SeenCard } from '../../../src/sandbox/teams-client/card-reading';
import { unscaled } from './scale';
import { Office, type OfficeSettings } from './stage/office';
import type { Phone } from './stage/phone';
import { cardIn } from './stage/technician';

export type RefreshPlan = Pick<OfficeSettings, 'bundle' | 'books'> & {
  readonly channels: number;
  readonly people: number;
};

export type RefreshReport = {
  /** Milliseconds within which 99 of 100 were answered, in the best of three runs. */
  readonly p99: number;
  /** Answers, and those of them that were not the reader's own view. */
  readonly answers: number;
  readonly wrong: number;
  /** What it led to besides: calls of Graph and of Teams. */
  readonly calls: number;
};

type Reader = { readonly phone: Phone; readonly card: SeenCard; readonly ownButton: string };

const RUNS = 3;
/** Milliseconds in which something that comes behind the answers would be seen. */
const AFTERWARDS = 2_000;

/** Everybody asks anew for the card in their channel, all at once, as Teams does by itself when it has changed. */
export async function refreshRuns({ channels, people, ...where }: RefreshPlan): Promise<RefreshReport> {
  const office = await Office.open({
    ...{ ...where, fates: nobodyAsks, technicians: channels * people, devices: 0 },
  });
  try {
    const { url } = await office.startBot({ intervals: unscaled });
    const readers: Reader[] = [];
    for (let channel = 0; channel < channels; channel += 1)
      readers.push(...(await raiseIn(office, url, channel * people, people)));
    const callsSince = countCalls(office);
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await Promise.all(readers.map(readAgain)));
    await wait(AFTERWARDS);
    const answers = runs.flat();
    const wrong = answers.filter(({ isOwn }) => !isOwn).length;
    return { p99: Math.min(...runs.map(p99)), answers: answers.length, wrong, calls: callsSince() };
  } finally {
    await office.close();
  }
}

/** One of so many people in a channel of their own raises a help request there. */
async function raiseIn(office: Office, url: string, from: number, people: number): Promise<Reader[]> {
  const members = office.phones.slice(from, from + people).map(({ person }) => person);
  const [requester, ...others] = office.inThread(`Channel ${from}`, members);
  if (!requester) throw new Error('There is nobody in the channel');
  for (const phone of [requester, ...others]) phone.route = () => url;
  await requester.say('my screen flickers');
  const card = await requester.card((each) => findAction(each, 'case-take') !== undefined, 20_000);
  if (!card) throw new Error('No card came');
  const onlookers = others.map((phone) => ({ phone, card, ownButton: 'case-take' }));
  return [{ phone: requester, card, ownButton: 'case-withdraw' }, ...onlookers];
}

type View = { readonly isOwn: boolean; readonly milliseconds: number };

async function readAgain({ phone, card, ownButton }: Reader): Promise<View> {
  const answered = await phone.refresh(card);
  const view = cardIn(answered);
  const isOwn = view !== undefined && findAction(view, ownButton) !== undefined;
  return { isOwn, milliseconds: answered.milliseconds };
}

function p99(views: readonly View[]): number {
  const times = views.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return times[Math.floor(times.length * 0.99)] ?? Infinity;
}

/** How often Graph and Teams have been called from here on. */
function countCalls({ intune, sandbox }: Office): () => number {
  const graphBefore = intune.calls;
  let sent = 0;
  sandbox.wire.onEntry(({ where }) => (sent += where === 'connector' ? 1 : 0));
  return () => intune.calls - graphBefore + sent;
}

const nobodyAsks = () => {
  throw new Error('Nobody asks Intune here');
};
