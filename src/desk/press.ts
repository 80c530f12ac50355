import { actOnRequest, answerOldCard, requestVerbs, type RequestVerb } from './act-on-request';
import { actor, asTechnician } from './access';
import { devicesOfPerson, devicesWithApp, helpWithDevice } from './ask-for-help';
import { cardVersion } from './card-version';
import { cardSubject } from './cards';
import { caseDevice } from './case/case-device';
import { myRequests, queue } from './case/case-lists';
import { caseVerbs, handOver, pressOnCase } from './case/press-on-case';
import { raiseInstead } from './case/raise-instead';
import type { Desk } from './desk';
import type { GraphAccess } from './graph-access';
import type { Answered, Caller, Press } from './help-desk';
import { setLanguage } from './languages';
import { openDraft } from './open-draft';
import { history, status } from './own-requests';
import { bearerOf } from './pick';
import type { Bearer, Choice } from './ports';
import { note, type Screen } from './screens';

/** A button on any card. What it stands for comes from its ticket; who pressed, from the authenticated activity. */
export async function press(desk: Desk, pressed: Press): Promise<Answered> {
  const { verb, caller } = pressed;
  const requestVerb = requestVerbs.find((known) => known === verb);
  if (requestVerb) return pressOnRequest(desk, pressed, requestVerb);
  const caseVerb = caseVerbs.find((known) => known === verb);
  if (caseVerb) return pressOnCase(desk, pressed, caseVerb);
  switch (verb) {
    case 'pick':
      return pick(desk, pressed);
    case 'my-devices':
      return later(() =>
        asTechnician(desk, caller, (access) => devicesOfPerson(desk, caller, access, 'self')),
      );
    case 'case-hand-over-to':
      return handOver(desk, pressed);
    case 'case-raise':
      return raiseInstead(desk, pressed);
    case 'queue':
      return { now: await queue(desk, caller, pressed.row) };
    case 'my-requests':
      return { now: await myRequests(desk, caller, pressed.row) };
    case 'status':
      return { now: await status(desk, caller) };
    case 'history':
      return { now: await history(desk, caller) };
    default:
      return { now: note({ code: 'not-understood' }) };
  }
}

async function pressOnRequest(desk: Desk, pressed: Press, verb: RequestVerb): Promise<Answered> {
  const ticket = await desk.tickets.read('request', pressed.ticket);
  const stored = ticket && (await desk.requests.load(ticket.contents.request));
  if (!stored) return { now: note({ code: 'no-such-request' }) };
  if (!belongsTo(ticket.bearer, pressed.caller)) return notYours(desk, pressed.caller);
  // A card of which nobody knew whether it had arrived: here it is, so no second one is needed.
  if (pressed.cardActivityId !== undefined)
    await desk.cards.adopt(cardSubject(stored), pressed.cardActivityId);
  const { version } = ticket.contents;
  const isOld = ticket.expired || version !== cardVersion(stored.request);
  return isOld
    ? answerOldCard(desk, pressed, verb, stored)
    : actOnRequest(desk, pressed, verb, { stored, version });
}

async function pick(
  desk: Desk,
  { caller, ticket: pressedTicket, row, cardActivityId }: Press,
): Promise<Answered> {
  const ticket = await desk.tickets.read('pick', pressedTicket);
  if (!ticket) return { now: note({ code: 'card-expired' }) };
  if (!belongsTo(ticket.bearer, caller)) return notYours(desk, caller);
  const choice = ticket.contents.choices[row ?? -1];
  if (ticket.expired || !choice) return { now: note({ code: 'card-expired' }) };
  if (choice.kind === 'language') return { now: await setLanguage(desk, caller, choice.language) };
  // Before the ticket is spent: after a sign-in the same row can be pressed again.
  const working = note({ code: 'working' });
  const screen = await asTechnician(desk, caller, () => Promise.resolve(working));
  if (screen !== working) return { now: screen };
  if (!(await desk.tickets.spend(pressedTicket))) return { now: note({ code: 'already-chosen' }) };
  return later(() =>
    asTechnician(desk, caller, (access) => choose(desk, caller, access, choice, cardActivityId)),
  );
}

function choose(
  desk: Desk,
  caller: Caller,
  access: GraphAccess,
  choice: Exclude<Choice, { readonly kind: 'language' }>,
  cardActivityId: string | undefined,
): Promise<Screen> {
  switch (choice.kind) {
    case 'device':
      return openDraft(desk, caller, access, {
        address: choice.address,
        ...(choice.typed !== undefined && { typed: choice.typed }),
        ...(cardActivityId !== undefined && { cardActivityId }),
      });
    case 'case-device':
      return caseDevice(desk, caller, access, { ...choice, cardActivityId });
    case 'app':
      return devicesWithApp(desk, caller, access, { id: choice.app, name: choice.name });
    case 'person':
      return devicesOfPerson(desk, caller, access, { key: choice.person, name: choice.name });
    case 'name':
      return helpWithDevice(desk, caller, access, [{ kind: 'device_name', text: choice.name }]);
  }
}

async function notYours(desk: Desk, caller: Caller): Promise<Answered> {
  await desk.acts.record({ ...actor(desk, caller), type: 'turned-away', why: 'not-your-card' });
  return { now: note({ code: 'not-your-card' }) };
}

/** A ticket opened by anyone else, or in another conversation, opens nothing. */
function belongsTo(bearer: Bearer, caller: Caller): boolean {
  const own = bearerOf(caller);
  return (
    bearer.tenant === own.tenant && bearer.person === own.person && bearer.conversation === own.conversation
  );
}

function later(work: () => Promise<Screen>): Answered {
  return { now: note({ code: 'working' }), later: async () => [await work()] };
}
