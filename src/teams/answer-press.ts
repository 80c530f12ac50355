import type { Caller, HelpDesk } from '../desk/help-desk';
import type { Screen } from '../desk/screens';
import { SignInNeeded } from '../desk/troubles';
import { languageFor } from '../i18n/language';
import type { Background } from './background';
import type { ReadCaller } from './callers';
import type { Floods } from './floods';
import type { PressInbound } from './inbound';
import type { Present, PressAnswer } from './presenting';
import type { Replies } from './replies';
import { fillIfRequest, type FillRequestScreen } from './request-screens';

export type PressParts = {
  readonly desk: HelpDesk;
  readonly readCaller: ReadCaller;
  /** Of those of whom neither the database nor the client has told one. */
  readonly defaultLanguage: string;
  readonly replies: Replies;
  readonly background: Background;
  readonly floods: Floods;
  readonly present: Present;
  readonly fill: FillRequestScreen;
  /** Milliseconds in which a press is answered, whatever the desk and the database do. */
  readonly answerWithin: number;
};

type Pressed = Awaited<ReturnType<HelpDesk['press']>>;
const working: Screen = { kind: 'note', note: { code: 'working' } };

/** Answers a press at once with the card as it stands; what is slow goes on behind it. */
export async function answerPress(parts: PressParts, press: PressInbound): Promise<PressAnswer> {
  if (press.verb === REFRESH) return answerRefresh(parts, press);
  // Until it is known who presses, and what they chose.
  let language = languageFor(press.sender.locale) ?? parts.defaultLanguage;
  const pressing = parts.readCaller(press.sender).then(async ({ caller }) => {
    language = caller.language;
    return { caller, pressed: await pressUnlessFlood(parts, caller, press) };
  });
  const inTime = await Promise.race([pressing, later(parts.answerWithin)]);
  void parts.background.start(async () => {
    const { caller, pressed } = await pressing;
    await finish(parts, caller, press, pressed, inTime === 'late' ? 'show-now' : isLasting(pressed.now));
  });
  return parts.present(inTime === 'late' ? working : inTime.pressed.now, language).pressAnswer;
}

/** Answers what Teams asks for by itself whenever the card has changed: the reader's own view of it. */
const REFRESH = 'case-view';

/**
 * Nobody pressed, and up to sixty people ask at once by only looking: this counts as no press of theirs, the bot learns
 * nothing of them, and writes into no chat. Nobody waits for it either. Without a view the reader keeps the card as it
 * hangs there.
 */
async function answerRefresh(parts: PressParts, press: PressInbound): Promise<PressAnswer> {
  const { caller } = await parts.readCaller(press.sender, 'without-learning');
  const { now } = await pressDesk(parts, caller, press);
  const isTrouble = now.kind === 'trouble' || now.kind === 'unexpected';
  return isTrouble ? noView : parts.present(now, caller.language).pressAnswer;
}

const noView: PressAnswer = {
  ...{ statusCode: 500, type: 'application/vnd.microsoft.error' },
  value: { code: 'NoViewNow', message: 'The card could not be refreshed.' },
};

/** A press that came as a message cannot be answered: everything is shown. */
export async function carryOutPress(parts: PressParts, caller: Caller, press: PressInbound): Promise<void> {
  await finish(parts, caller, press, await pressDesk(parts, caller, press), 'show-now');
}

/** A press that came as a message was counted as one. */
async function pressUnlessFlood(parts: PressParts, caller: Caller, press: PressInbound): Promise<Pressed> {
  try {
    if ((await parts.floods.judge(caller)) === 'fine') return await pressDesk(parts, caller, press);
    return { now: { kind: 'note', note: { code: 'too-many-at-once' } } };
  } catch (error) {
    return { now: await parts.replies.screenFor(caller, error) };
  }
}

/** Never rejects: what goes wrong becomes the screen that says so. */
async function pressDesk(parts: PressParts, caller: Caller, press: PressInbound): Promise<Pressed> {
  const { verb, ticket, row, reason, outcome, minutes, query, cardActivityId } = press;
  try {
    // "Sign in to check": whoever presses it signs in for themselves, whatever card it hangs on.
    if (verb === 'sign-in') throw new SignInNeeded('expired');
    const pressed = await parts.desk.press({
      ...{ caller, verb, ticket },
      ...(row !== undefined && { row }),
      ...(reason !== undefined && { reason }),
      ...(outcome !== undefined && { outcome }),
      ...(minutes !== undefined && { minutes }),
      ...(query !== undefined && { query }),
      ...(cardActivityId !== undefined && { cardActivityId }),
    });
    return { ...pressed, now: await fillIfRequest(parts.fill, pressed.now, caller.place) };
  } catch (error) {
    return { now: await parts.replies.screenFor(caller, error) };
  }
}

/**
 * A card in the answer to a press lasts only until the chat is opened again, and a line only for a moment. What
 * must stay is shown as a message as well; a request's or a case's card is the noticeboard's business.
 */
const isLasting = (screen: Screen): 'show-now' | 'was-shown' =>
  keepsItself(screen) || screen.kind === 'note' ? 'was-shown' : 'show-now';

const keepsItself = ({ kind }: Screen) => kind === 'request' || kind === 'case' || kind === 'case-hand-over';

async function finish(
  parts: PressParts,
  caller: Caller,
  { cardActivityId }: PressInbound,
  { now, later: rest, inChat }: Pressed,
  what: 'show-now' | 'was-shown',
): Promise<void> {
  const { replies } = parts;
  // Trouble does not take the card away on which one can press again.
  const pressedCard = now.kind === 'trouble' || now.kind === 'unexpected' ? undefined : cardActivityId;
  // Too late for an answer, and for a message where others read along: it is the view of whoever pressed.
  const isForOneOfMany = caller.place.kind !== 'personal' && keepsItself(now);
  if (what === 'show-now' && !isWorking(now) && !isForOneOfMany)
    await replies.replace(caller, pressedCard, [now]);
  if (inChat) await goOnInChat(parts, inChat);
  if (!rest) return;
  try {
    await replies.replace(caller, cardActivityId, await rest());
  } catch (error) {
    const screen = await replies.screenFor(caller, error);
    // The card of a request tells the truth by itself; any other one has done its work.
    await replies.replace(caller, now.kind === 'request' ? undefined : cardActivityId, [screen]);
  }
}

/** What others must not read along goes on in the personal chat of whoever pressed, troubles included. */
async function goOnInChat({ replies }: PressParts, { caller, work }: NonNullable<Pressed['inChat']>) {
  try {
    await replies.send(caller.place, await work(), caller.language);
  } catch (error) {
    await replies.send(caller.place, [await replies.screenFor(caller, error)], caller.language);
  }
}

const isWorking = (screen: Screen) => screen.kind === 'note' && screen.note.code === 'working';

const later = (milliseconds: number) =>
  new Promise<'late'>((resolve) => setTimeout(resolve, milliseconds, 'late').unref());
