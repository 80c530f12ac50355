import type { Inbox, Interrupted } from '../desk/ports';
import { note } from '../desk/screens';
import type { Log } from '../log';
import type { ReadCaller } from './callers';
import type { Chats, Delivery } from './connector';
import type { Present } from './presenting';

export type InterruptedParts = {
  readonly inbox: Inbox;
  readonly chats: Pick<Chats, 'create'>;
  readonly present: Present;
  readonly readCaller: ReadCaller;
  readonly log: Log;
};

/** Messages in a pass at most. */
const MOST_AT_ONCE = 50;

/**
 * Tells people that a message of theirs went under with the bot that had it; one line, however many there were. It is
 * not answered instead: what may have ended that bot is not done again, and nothing that acts is ever replayed.
 */
export async function tellInterrupted(parts: InterruptedParts): Promise<void> {
  const { inbox } = parts;
  await inbox.closeAgain();
  const lines = new Map<string, Promise<Delivery>>();
  const tell = async (message: Interrupted) => {
    const whereTo = JSON.stringify([message.person, message.place.conversation]);
    const line = lines.get(whereTo) ?? sendLine(parts, message);
    lines.set(whereTo, line);
    if (isSettled(parts, message, await line)) await inbox.close(message);
  };
  await Promise.all((await inbox.takeInterrupted(MOST_AT_ONCE)).map(tell));
}

/** Whether there is nothing left to try. */
function isSettled(
  { log }: InterruptedParts,
  { person, isLastTry }: Interrupted,
  delivery: Delivery,
): boolean {
  if (delivery.ok) {
    log.warn('message interrupted', { person });
    return true;
  }
  const isLost = isLastTry || delivery.why === 'gone' || delivery.why === 'refused';
  log[isLost ? 'error' : 'warn']('interruption not told', { person, because: delivery.why });
  return isLost;
}

/** Sent again as well when nobody knows whether it arrived: better twice than never. */
async function sendLine(
  { chats, present, readCaller }: InterruptedParts,
  message: Interrupted,
): Promise<Delivery> {
  const { caller } = await readCaller({ ...message, name: '' });
  return chats.create(caller.place, present(note({ code: 'interrupted' }), caller.language).message);
}
