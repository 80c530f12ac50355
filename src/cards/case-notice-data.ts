import type { Alert, DeviceMismatch, Nudge, OwnerNotice, RequesterNotice } from '../desk/case-screens';
import type { Case } from '../request/case/case';
import { fact, type CardData } from './card';
import {
  caseButtons,
  caseCard,
  caseFacts,
  quoteOf,
  sessionTruth,
  withFallback,
  whoIsOnIt,
  type CaseButton,
} from './case-parts';
import { primaryUser } from './device-lines';
import type { Line, Words } from './words';

/** To the owner of the device: who asks, for what, and the phrase by which to know them. */
export function ownerNoticeData(words: Words, screen: OwnerNotice): CardData {
  const { case: seen, session, technicianName: technician, ticket } = screen;
  const values = { device: session.deviceName, number: seen.number };
  if (seen.status === 'disowned')
    return caseCard(words, words.line('case.owner.disowned.heading'), {
      style: 'attention',
      lines: [words.line('case.owner.disowned.sentence')],
      warnings: [words.line('case.owner.disowned.next')],
    });
  const buttons = caseButtons(words, ticket, 'case-disown').map(quiet);
  // Whoever finds out only afterwards may still say so.
  if (!screen.isLive)
    return caseCard(words, words.line('case.owner.over.heading'), {
      style: 'emphasis',
      lines: [words.line('case.owner.over.sentence', values)],
      buttons,
    });
  const { guard } = session;
  return caseCard(words, words.line('case.owner.heading'), {
    style: 'accent',
    lines: [words.line('case.owner.sentence', { ...values, technician, requester: seen.requester.name })],
    phrases: guard.kind === 'told' ? [{ label: words.line('case.owner.phrase'), phrase: guard.phrase }] : [],
    hints: [words.line('case.owner.next')],
    buttons,
  });
}

const quiet = (each: CaseButton): CaseButton => ({ ...each, style: 'default' });

/** To the requester, three times at most: somebody is on it, the session can begin, it is closed. */
export function requesterNoticeData(words: Words, screen: RequesterNotice): CardData {
  const { what, case: seen, ticket } = screen;
  const heading = words.line(`case.told.${what}`);
  if (what === 'closed')
    return caseCard(words, heading, {
      style: 'emphasis',
      lines: [whoIsOnIt(words, seen)],
      facts: caseFacts(words, seen),
      warnings: sessionTruth(words, seen),
    });
  return caseCard(words, heading, {
    style: what === 'ready' ? 'good' : 'accent',
    lines: [what === 'ready' ? readyLine(words, seen) : takenLine(words, seen)],
    quotes: quoteOf(words, seen),
    hints: [words.line('case.hint.three-messages')],
    buttons: caseButtons(words, ticket, 'case-mute', 'case-withdraw').map(quiet),
  });
}

/** Nothing depends on the order in which Teams delivers: the case may have moved on. */
function readyLine(words: Words, seen: Case): Line {
  if (seen.status !== 'in-session') return whoIsOnIt(words, seen);
  return words.line('case.told.ready.sentence', {
    technician: seen.technician.name,
    device: seen.session.deviceName,
  });
}

function takenLine(words: Words, seen: Case): Line {
  if (seen.status !== 'taken') return whoIsOnIt(words, seen);
  return words.line('case.told.taken.sentence', {
    technician: seen.technician.name,
    number: seen.number,
  });
}

/** To the channel: nobody has taken it for a while. */
export function nudgeData(words: Words, { case: seen, ticket }: Nudge): CardData {
  const since = seen.status === 'open' ? seen.since : seen.raisedAt;
  return caseCard(words, words.line('case.nudge.heading', { number: seen.number }), {
    style: 'warning',
    lines: [words.line('case.nudge.sentence', { time: words.time(since) })],
    quotes: quoteOf(words, seen),
    facts: caseFacts(words, seen),
    buttons: caseButtons(words, ticket, 'case-take'),
  });
}

/** To the channel: the owner of the device knows nothing of this. */
export function alertData(words: Words, { case: seen }: Alert): CardData {
  return caseCard(words, words.line('case.alert.heading', { number: seen.number }), {
    style: 'attention',
    lines: [words.line('case.alert.sentence')],
    facts: caseFacts(words, seen),
    warnings: sessionTruth(words, seen),
  });
}

/** To the technician: the device does not belong to the requester, so that one yes is not enough. */
export function mismatchData(words: Words, screen: DeviceMismatch): CardData {
  const { case: seen, device, ticket, caseTicket } = screen;
  const owner = device.user?.name ?? device.user?.signInName;
  const values = { device: device.name, requester: seen.requester.name };
  const yes: CaseButton = withFallback({
    verb: 'pick',
    title: words.plain('button.use-device'),
    style: 'default',
    associatedInputs: 'none',
    sends: { ticket, row: 0 },
  });
  const others = caseButtons(words, caseTicket, 'case-devices').map((each) => ({
    ...each,
    title: words.plain('button.another-device'),
  }));
  return caseCard(words, words.line('case.mismatch.heading'), {
    style: 'warning',
    lines: [
      owner === undefined
        ? words.line('case.mismatch.nobody', values)
        : words.line('case.mismatch.other', { ...values, owner }),
      words.line('case.mismatch.hint'),
    ],
    facts: [
      fact(
        words,
        'fact.case',
        words.markdown('value.case', { number: seen.number, requester: seen.requester.name }),
      ),
      fact(words, 'fact.primary-user', primaryUser(words, device)),
    ],
    buttons: [...others, yes],
  });
}
