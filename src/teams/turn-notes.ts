import type { Clock } from '../desk/ports';
import type { Inbound } from './inbound';
import type { Replies } from './replies';

/** How a turn ended for the person. Short on purpose: these become labels of the operator's figures. */
export type TurnResult =
  | 'answered'
  /** Nobody expects an answer: not for the bot, or it was removed. */
  | 'nothing-to-do'
  /** A sign-in card was shown instead. */
  | 'sign-in'
  /** Something outside said no or nothing, and the person was told. */
  | 'trouble'
  /** A bug, and the person was told. */
  | 'unexpected'
  /** Teams was answered with no: a sign-in that did not succeed, an activity without sense. */
  | 'refused'
  /** Delivered before. */
  | 'repeated'
  /** One of too many at once. */
  | 'dropped'
  /** A bug, and the person was not told. */
  | 'failed';

/** What the operator may know of a turn: never who, where or what. */
export type TurnNote = {
  readonly kind: Inbound['kind'];
  /** An invoke is over when Teams has its answer; everything else when the last message is out. */
  readonly cameAs: 'invoke' | 'message';
  readonly result: TurnResult;
  readonly milliseconds: number;
};

export type OnTurn = (note: TurnNote) => void;

export type TurnParts = {
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly replies: Replies;
  readonly onTurn?: OnTurn;
};

/** One turn, watched from the authenticated activity to its end. */
export type Turn = {
  /** The same replies; what they show instead of an answer is noted. */
  readonly replies: Replies;
  /** Says more than that somebody was answered. The first word counts. */
  mark(result: TurnResult): void;
  /** The turn is over; a second end is none. */
  end(result?: TurnResult): void;
  /** The turn is over when `work` is, however that ends. */
  whole<T>(work: () => Promise<T>): Promise<T>;
};

export function beginTurn(parts: TurnParts, kind: TurnNote['kind'], cameAs: TurnNote['cameAs']): Turn {
  const { clock, onTurn } = parts;
  const began = clock.monotonic();
  let result: TurnResult = 'answered';
  let isOver = false;
  const mark = (better: TurnResult) => {
    if (result === 'answered') result = better;
  };
  const end = (better: TurnResult = 'answered') => {
    mark(better);
    if (!isOver) onTurn?.({ kind, cameAs, result, milliseconds: clock.monotonic() - began });
    isOver = true;
  };
  const whole = async <T>(work: () => Promise<T>) => {
    try {
      return await work();
    } catch (error) {
      mark('failed');
      throw error;
    } finally {
      end();
    }
  };
  return { replies: watched(parts.replies, mark), mark, end, whole };
}

const watched = (replies: Replies, mark: Turn['mark']): Replies => ({
  ...replies,
  async screenFor(...asked) {
    const screen = await replies.screenFor(...asked);
    const { kind } = screen;
    if (kind === 'sign-in' || kind === 'trouble' || kind === 'unexpected') mark(kind);
    return screen;
  },
});
