import type { TurnContext } from 'botbuilder';
import type { Caller } from '../desk/help-desk';
import type { Clock, Inbox, Place, RememberedMention } from '../desk/ports';
import { note } from '../desk/screens';
import type { Log } from '../log';
import type { TenantId } from '../request/ids';
import { answerPress, carryOutPress, type PressParts } from './answer-press';
import type { Chats } from './connector';
import type { Floods } from './floods';
import type { AskInbound, Inbound, MessageActionInbound, PressInbound, Sender } from './inbound';
import { readActivity } from './read-activity';
import type { InvokeAnswer, SignInInvokes } from './sign-in';
import { takeMessage, withCaller, type Work } from './take-message';
import { beginTurn, type OnTurn, type Turn } from './turn-notes';

const MOST_MENTIONS = 5;

export type AnswerParts = PressParts & {
  readonly chats: Pick<Chats, 'whoIs'>;
  readonly tenant: TenantId;
  readonly botId: string;
  readonly inbox: Inbox;
  readonly floods: Floods;
  readonly signIn: SignInInvokes;
  readonly clock: Clock;
  readonly log: Log;
  readonly onTurn?: OnTurn;
};

/** The parts for one turn; its replies are watched. */
type TurnParts = AnswerParts & { readonly turn: Turn };

/** One turn, whole: what came in, what the desk makes of it, what goes back. Messages are answered behind it. */
export function answerTurns(parts: AnswerParts): (context: TurnContext) => Promise<void> {
  return async (context) => {
    const { activity } = context;
    const inbound = readActivity(activity, parts.tenant);
    const isInvoke = activity.type === 'invoke';
    const turn = beginTurn(parts, inbound.kind, isInvoke ? 'invoke' : 'message');
    const watched = { ...parts, turn, replies: turn.replies };
    const answer = () => answerInbound(watched, inbound, activity.name);
    await (isInvoke ? turn.whole(async () => answerInvoke(context, turn, await answer())) : answer());
  };
}

async function answerInvoke(context: TurnContext, turn: Turn, answer: InvokeAnswer | undefined) {
  if (answer && answer.status >= 400) turn.mark('refused');
  await context.sendActivity({ type: 'invokeResponse', value: answer ?? { status: 200 } });
}

/** What an invoke is answered with; nothing for everything else. */
async function answerInbound(
  parts: TurnParts,
  inbound: Inbound,
  invoke: string | undefined,
): Promise<InvokeAnswer | undefined> {
  switch (inbound.kind) {
    case 'ask':
      await takeMessage(parts, inbound.sender, answerAsk(parts, inbound));
      return undefined;
    case 'press':
      return answerPressed(parts, inbound);
    case 'message-action':
      return answerMessageAction(parts, inbound);
    case 'exchange':
      return parts.signIn.exchange((await parts.readCaller(inbound.sender)).caller, inbound);
    case 'verify':
      return parts.signIn.verify((await parts.readCaller(inbound.sender)).caller, inbound.code);
    case 'sign-in-failure':
      inBackground(parts, inbound.sender, ({ caller }) => parts.signIn.failed(caller, inbound.code));
      return undefined;
    case 'joined':
      inBackground(parts, inbound.sender, ({ caller }) => greet(parts, caller));
      return undefined;
    case 'left':
      parts.log.info('removed from a conversation', { tenant: inbound.removal.tenant });
      void parts.background.start(() => parts.turn.whole(() => parts.desk.left(inbound.removal)));
      return undefined;
    case 'ignored':
      // The activity came through the front door, and its sender has no business here: the operator should know.
      parts.log[inbound.because === 'another tenant' ? 'warn' : 'debug']('activity ignored', {
        because: inbound.because,
      });
      parts.turn.end('nothing-to-do');
      return ignoredAnswer(invoke);
  }
}

const badRequest = { code: 'BadRequest', message: 'This cannot be answered.' };

/** An invoke always needs an answer; a card's has its own form for "no". */
function ignoredAnswer(invoke: string | undefined): InvokeAnswer {
  if (invoke !== 'adaptiveCard/action') return { status: 400, body: { error: 'bad-request' } };
  const body = { statusCode: 400, type: 'application/vnd.microsoft.error', value: badRequest };
  return { status: 200, body };
}

async function answerPressed(parts: TurnParts, press: PressInbound): Promise<InvokeAnswer | undefined> {
  if (press.cameAs === 'message') {
    await takeMessage(parts, press.sender, async ({ caller }) => carryOutPress(parts, caller, press));
    return undefined;
  }
  return { status: 200, body: await answerPress(parts, press) };
}

/** Teams shows the line when the form closes; it waits five seconds for it. */
async function answerMessageAction(
  { desk, floods, present, readCaller, replies }: TurnParts,
  { sender, text, author }: MessageActionInbound,
): Promise<InvokeAnswer> {
  const { caller } = await readCaller(sender);
  const make = async () =>
    (await floods.judge(caller)) === 'fine'
      ? desk.makeRequest({ caller, text, author })
      : note({ code: 'too-many-at-once' });
  const screen = await make().catch((error: unknown) => replies.screenFor(caller, error));
  const value = present(screen, caller.language).message.summary ?? '';
  return { status: 200, body: { task: { type: 'message', value } } };
}

function inBackground(parts: TurnParts, sender: Sender, work: Work): void {
  void parts.background.start(() => withCaller(parts, sender, work));
}

/** Both installation activities of Teams greet; the second one finds that it was done. */
async function greet({ desk, replies, inbox }: AnswerParts, caller: Caller): Promise<void> {
  if (!(await inbox.isNew(caller.place, 'greeting'))) return;
  await replies.send(caller.place, await desk.joined(caller), caller.language);
}

function answerAsk(parts: AnswerParts, ask: AskInbound): Work {
  return ({ caller, chat }) =>
    caller.place.kind === 'personal' ? askDesk(parts, caller, ask) : askInPublic(parts, caller, chat, ask);
}

/** Who needs help says so where others read along; a technician's work is none of theirs. */
async function askInPublic(
  parts: AnswerParts,
  caller: Caller,
  chat: Place | undefined,
  ask: AskInbound,
): Promise<void> {
  const { text, mentions } = ask;
  const reply = await parts.desk.askInPublic({ caller, text, mentions });
  if (reply === 'elsewhere') return leadToPersonalChat(parts, caller, chat, ask);
  await parts.replies.send(caller.place, reply.screens, reply.language);
}

async function askDesk({ desk, replies }: AnswerParts, caller: Caller, { text, mentions }: AskInbound) {
  const typing = replies.typing(caller.place);
  try {
    const { screens, language } = await desk.ask({ caller, text, mentions });
    await typing; // or the bot would seem to go on writing after its answer
    await replies.send(caller.place, screens, language);
  } catch (error) {
    await typing;
    await replies.send(caller.place, [await replies.screenFor(caller, error)], caller.language);
  }
}

/** Others read along here: one line without a word about devices, and the question goes on where nobody does. */
async function leadToPersonalChat(
  parts: AnswerParts,
  caller: Caller,
  chat: Place | undefined,
  ask: AskInbound,
): Promise<void> {
  const chatUrl = chatUrlOf(parts.botId, chat ? undefined : ask);
  const line = { kind: 'note', note: { code: 'personal-chat-please', chatUrl } } as const;
  await parts.replies.send(caller.place, [line], caller.language);
  if (!chat) return;
  const mentions = await Promise.all(
    ask.mentions.slice(0, MOST_MENTIONS).map(whoIsMentioned(parts, caller.place)),
  );
  await askDesk(parts, { ...caller, place: chat }, { ...ask, mentions });
}

/** Teams names whom a message mentions by an id of its own; the members of the chat tell who that is. */
const whoIsMentioned =
  ({ chats }: AnswerParts, place: Place) =>
  async (mention: RememberedMention): Promise<RememberedMention> => {
    if (mention.isBot || mention.person) return mention;
    const person = await chats.whoIs(place, mention.id);
    return { ...mention, ...(person && { person }) };
  };

/** Opens the chat with the bot; where it cannot go on by itself, with the question already typed. */
function chatUrlOf(botId: string, ask: AskInbound | undefined): string {
  const url = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
  if (!ask) return url;
  const bare = ask.mentions
    .filter(({ isBot }) => isBot)
    .reduce((text, { text: at }) => text.replace(at, ''), ask.text);
  return `${url}&message=${encodeURIComponent(bare.trim().slice(0, 200))}`;
}
