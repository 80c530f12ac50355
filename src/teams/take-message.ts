import { setTimeout as wait } from 'node:timers/promises';
import type { Inbox } from '../desk/ports';
import { note } from '../desk/screens';
import type { Log } from '../log';
import type { Background } from './background';
import type { KnownCaller, ReadCaller } from './callers';
import type { Floods } from './floods';
import type { Sender } from './inbound';
import type { Replies } from './replies';
import type { Turn } from './turn-notes';

export type MessageParts = {
  readonly inbox: Inbox;
  readonly background: Background;
  readonly floods: Floods;
  readonly readCaller: ReadCaller;
  readonly replies: Replies;
  readonly turn: Turn;
  /** Milliseconds in which Teams has its answer, whatever the database does. */
  readonly answerWithin: number;
  readonly log: Log;
};

export type Work = (known: KnownCaller) => Promise<void>;

/**
 * A person's messages, one after the other, each once however often Teams delivers it. Resolves when this one may be
 * acknowledged: it is written down by then, unless the database does not say so in time.
 */
export async function takeMessage(parts: MessageParts, sender: Sender, work: Work): Promise<void> {
  const receive = receiveOnce(parts.inbox, sender);
  const queued = parts.background.startInOrder(sender.person, () =>
    answerMessage(parts, sender, { receive, work }),
  );
  if (queued !== 'started') {
    drop(parts, sender, queued === 'first-dropped');
    return;
  }
  const patience = wait(parts.answerWithin, undefined, { ref: false });
  await Promise.race([Promise.allSettled([receive()]), patience]);
}

type Receive = () => Promise<boolean>;

function receiveOnce(inbox: Inbox, sender: Sender): Receive {
  let received: Promise<boolean> | undefined;
  // Without an id it cannot be told from another one; Teams gives each of them one.
  return () => (received ??= sender.activityId === '' ? Promise.resolve(true) : inbox.receive(sender));
}

async function answerMessage(
  parts: MessageParts,
  sender: Sender,
  { receive, work }: { readonly receive: Receive; readonly work: Work },
): Promise<void> {
  try {
    await withCaller(parts, sender, async (known) => {
      if (!(await receive())) parts.turn.mark('repeated');
      else if (!(await isFlood(parts, known))) await work(known);
    });
  } finally {
    // Where the database gave no answer, it may be written down all the same.
    const isOurs = await receive().catch(() => true);
    if (isOurs) void parts.background.start(() => parts.inbox.close(sender));
  }
}

/** Of too many messages, the first is answered with why, and the others are not. */
async function isFlood({ floods, replies, turn }: MessageParts, { caller }: KnownCaller): Promise<boolean> {
  const judged = await floods.judge(caller);
  if (judged === 'fine') return false;
  turn.mark('dropped');
  if (judged === 'first') await sayTooMany({ replies }, { caller });
  return true;
}

const sayTooMany = ({ replies }: Pick<MessageParts, 'replies'>, { caller }: KnownCaller): Promise<void> =>
  replies.send(caller.place, [note({ code: 'too-many-at-once' })], caller.language);

/** So many wait already that this one does not get into the line; the person hears of the first. */
function drop(parts: MessageParts, sender: Sender, isFirst: boolean): void {
  parts.log.warn('too many messages at once', { person: sender.person });
  parts.turn.mark('dropped');
  if (!isFirst) parts.turn.end();
  else void parts.background.start(() => withCaller(parts, sender, (known) => sayTooMany(parts, known)));
}

/** Whatever goes wrong is told to the person, in the place where they are. */
export function withCaller(
  { turn, readCaller, replies }: Pick<MessageParts, 'turn' | 'readCaller' | 'replies'>,
  sender: Sender,
  work: Work,
): Promise<void> {
  return turn.whole(async () => {
    const known = await readCaller(sender);
    const { caller } = known;
    try {
      await work(known);
    } catch (error) {
      await replies.send(caller.place, [await replies.screenFor(caller, error)], caller.language);
    }
  });
}
