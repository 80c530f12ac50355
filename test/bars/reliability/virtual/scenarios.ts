import type { Random } from '../random';
import type { Fate } from '../stage/intune';
import type { Manner } from './chats';

/** One story of one request: what becomes of its POSTs, of its looks, and of its cards. Milliseconds. */
export type Scenario = {
  readonly name: string;
  /** Of the first POST, the second, …; the last one repeats. */
  readonly fates: readonly Fate[];
  /** How many looks at the device go wrong first, and how. */
  readonly looksFail: number;
  /** What Teams does with the n-th message. */
  readonly teams: (nth: number) => Manner;
  /** The technician signs in again so long after a crash; undefined: never. */
  readonly signsInAfter: number | undefined;
  /** An instance is started so long after a crash. */
  readonly restartAfter: number;
  /** The device shows the link of an earlier session. */
  readonly oldLink: boolean;
  /** Asked by the bot, the technician has it sent again at once, and does nothing otherwise. */
  readonly sendsAgain: boolean;
};

type Outcome = Pick<Fate, 'answer' | 'accepted'> & Partial<Fate>;

const outcomes: Readonly<Record<string, readonly Outcome[]>> = {
  clean: [{ answer: 'accept', accepted: true }],
  'accepted and reset': [{ answer: 'reset', accepted: true }],
  'accepted and silent': [{ answer: 'hang', accepted: true }],
  'accepted and 502': [{ answer: 'bad-gateway', accepted: true }],
  'accepted and garbage': [{ answer: 'garbage', accepted: true }],
  'accepted late': [{ answer: 'accept', accepted: true, takenUpAfter: 20_000 }],
  'reset before': [{ answer: 'reset', accepted: false }],
  '503': [{ answer: 'unavailable', accepted: false }],
  'silent, and never accepted': [{ answer: 'hang', accepted: false }],
  '429, then clean': [
    { answer: 'throttled', accepted: false },
    { answer: 'accept', accepted: true },
  ],
  '429, then accepted and reset': [
    { answer: 'throttled', accepted: false },
    { answer: 'reset', accepted: true },
  ],
  forbidden: [{ answer: 'forbidden', accepted: false }],
  // The bot waits 30 s for the answer to its POST.
  'accepted after nobody listens any more': [{ answer: 'accept', accepted: true, takenUpAfter: 40_000 }],
};

const cards: Readonly<Record<string, (nth: number) => Manner>> = {
  '': () => 'works',
  ', Teams takes a card and is silent': (nth) => (nth % 3 === 1 ? 'takes it and is silent' : 'works'),
  ', Teams is away for a while': (nth) => (nth > 1 && nth < 5 ? 'down' : 'works'),
};

/** Every outcome, with every manner of Teams, with details as the seed has it. */
export function scenariosFrom(random: Random): readonly Scenario[] {
  return Object.entries(cards).flatMap(([manner, teams]) =>
    Object.entries(outcomes).map(([name, fates]): Scenario => {
      const [linkAfter, actionAfter] = [random.between(0, 60_000), random.between(0, 60_000)];
      return {
        name: `${name}${manner}`,
        fates: fates.map((fate) => ({
          ...{ name, takenUpAfter: 0, answeredAfter: 0, linkAfter, actionAfter },
          ...fate,
        })),
        looksFail: random.oneOf([0, 0, 1, 4]),
        teams,
        signsInAfter: random.oneOf([undefined, 5_000, 90_000]),
        restartAfter: random.between(0, 30_000),
        oldLink: random.next() < 0.5,
        sendsAgain: random.next() < 0.5,
      };
    }),
  );
}
