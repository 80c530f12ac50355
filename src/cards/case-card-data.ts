import type { CaseCard } from '../desk/case-screens';
import { caseOutcomes, type Case, type CaseOutcome, type Passing } from '../request/case/case';
import { isCaseOver } from '../request/case/decide-case';
import type { Markdown } from '../safe-text/safe-text';
import { fact, type CardData, type Fact, type TitledVerb } from './card';
import { guardParts } from './case-guard';
import {
  caseButtons,
  caseCard,
  caseFacts,
  quoteOf,
  sessionTruth,
  stateLine,
  whoIsOnIt,
  type Section,
} from './case-parts';
import type { Line, Words } from './words';

/** Minutes that a technician may note for one case. */
export const MOST_MINUTES = 600;
const LONGEST_QUERY = 200;

/** The card of a case: for everybody, for the requester, or for the technician who is on it. */
export function caseCardData(words: Words, screen: CaseCard): CardData {
  const { case: seen, ticket, refreshFor, view } = screen;
  return caseCard(words, words.line('case.heading', { number: seen.number }), {
    style: styleOf(seen),
    states: [stateLine(words, seen)],
    notices: noticesOf(words, screen),
    links: wayOnOf(words, screen).map(({ link }) => link),
    lines: [whoIsOnIt(words, seen)],
    quotes: quoteOf(words, seen),
    facts: caseFacts(words, seen),
    warnings: sessionTruth(words, seen),
    ...views[view](words, screen),
    ...(view === 'channel' && { refreshFor, refreshes: { ticket } }),
  });
}

/** What each reader sees besides what everybody does. */
const views: Readonly<Record<CaseCard['view'], (words: Words, screen: CaseCard) => Section>> = {
  channel: (words, { case: { status }, ticket }) =>
    status === 'open' ? { buttons: caseButtons(words, ticket, 'case-take') } : {},
  requester: requesterView,
  technician: technicianView,
};

function styleOf(seen: Case): Section['style'] & string {
  switch (seen.status) {
    case 'open':
      return seen.urgency === 'urgent' ? 'warning' : 'accent';
    case 'taken':
    case 'asking':
      return 'accent';
    case 'in-session':
      return 'good';
    case 'resolved':
    case 'withdrawn':
      return 'emphasis';
    case 'disowned':
      return 'attention';
  }
}

function noticesOf(words: Words, screen: CaseCard): readonly Line[] {
  const isLost = screen.isNotPosted === true && screen.case.status === 'open';
  return [
    ...noticeOf(words, screen),
    ...(isLost ? [words.line('case.not-posted')] : []),
    ...wayOnOf(words, screen).map(({ line }) => line),
  ];
}

function noticeOf(words: Words, { notice }: CaseCard): Line[] {
  if (!notice) return [];
  const { why, who } = notice;
  if (why !== 'taken-by-another') return [words.line(`case.refusal.${why}`)];
  return [
    who === undefined
      ? words.line('case.refusal.taken-by-somebody')
      : words.line('case.refusal.taken-by-another', { who }),
  ];
}

/** A line in the answer to a press cannot hold a link; a card can. */
function wayOnOf(words: Words, { wayOn }: CaseCard) {
  if (!wayOn || !URL.canParse(wayOn.url) || new URL(wayOn.url).protocol !== 'https:') return [];
  const title =
    wayOn.code === 'install-first'
      ? words.plain('note.install-first.link')
      : words.plain('note.personal-chat-please.link');
  return [{ line: words.line(`note.${wayOn.code}`), link: { title, url: wayOn.url } }];
}

function requesterView(words: Words, { case: seen, ticket }: CaseCard): Section {
  if (isCaseOver(seen)) return {};
  const hasSession = seen.status === 'asking' || seen.status === 'in-session';
  return {
    hints: [
      words.line(seen.muted ? 'case.hint.muted' : 'case.hint.three-messages'),
      ...(hasSession ? [words.line('case.hint.withdraw-late')] : []),
    ],
    buttons: inOrder(words, ticket, [
      seen.urgency === 'normal' ? 'case-urgent' : 'case-normal',
      seen.muted ? 'case-unmute' : 'case-mute',
      'case-withdraw',
    ]),
  };
}

function technicianView(words: Words, screen: CaseCard): Section {
  const { case: seen, ticket, where } = screen;
  if (isCaseOver(seen)) return where === 'personal' ? { ...historyOf(words, seen) } : {};
  if (seen.status === 'open')
    return { buttons: caseButtons(words, ticket, 'case-take'), ...historyOf(words, seen) };
  const isFree = seen.status === 'taken';
  // While nobody knows what becomes of the session, the case cannot be closed.
  const closings = seen.status === 'asking' ? [] : [closing(words, screen)];
  if (where === 'shared')
    return { buttons: isFree ? inOrder(words, ticket, ['case-hand-over', 'case-release']) : [], closings };
  return {
    ...(!isFree && guardParts(words, seen.session.guard)),
    facts: [...caseFacts(words, seen), ...lastSession(words, seen)],
    ...historyOf(words, seen),
    buttons: isFree
      ? caseButtons(words, ticket, 'case-devices', 'case-hand-over', 'case-release', otherUrgency(seen))
      : inOrder(words, ticket, [otherUrgency(seen)]),
    findings: isFree ? [finding(words, ticket)] : [],
    closings,
  };
}

const otherUrgency = ({ urgency }: Case): TitledVerb =>
  urgency === 'normal' ? 'case-urgent' : 'case-normal';

/** Buttons of which none is what one came for. */
const inOrder = (words: Words, ticket: string, verbs: readonly TitledVerb[]) =>
  caseButtons(words, ticket, ...verbs).map((each) => ({ ...each, style: 'default' as const }));

function lastSession(words: Words, { lastSession: last }: Case): Fact[] {
  if (!last) return [];
  const end = words.markdown(`case.session-end.${last.end}`);
  const { deviceName: device } = last.session;
  return [fact(words, 'fact.last-session', words.markdown('value.last-session', { device, end }))];
}

/** From hand to hand, the newest last. */
function historyOf(words: Words, { history }: Case): Section {
  if (history.length === 0) return {};
  const passings = history.slice(-MOST_PASSINGS).map((each) => passingLine(words, each));
  return { histories: [{ title: words.markdown('case.history'), passings }] };
}

const MOST_PASSINGS = 10;

function passingLine(words: Words, { at, from, to, reason }: Passing): Markdown {
  const who = { from: from.name, time: words.time(at) };
  return to
    ? words.markdown('case.passing.handed-over', { ...who, to: to.name, reason: reason ?? '–' })
    : words.markdown('case.passing.released', who);
}

/** Outcome and minutes are filled in already: closing is one tap. */
function closing(words: Words, { ticket, minutes }: CaseCard) {
  return {
    outcome: {
      label: words.plain('case.form.outcome'),
      error: words.plain('case.form.outcome'),
      value: 'solved' satisfies CaseOutcome,
      choices: caseOutcomes.map((value) => ({ title: words.plain(`case.outcome.${value}`), value })),
    },
    minutes: {
      label: words.plain('case.form.minutes'),
      error: words.plain('case.form.minutes.error', { most: MOST_MINUTES }),
      value: Math.min(Math.max(minutes, 0), MOST_MINUTES),
      most: MOST_MINUTES,
    },
    buttons: sending(words, ticket, 'case-resolve'),
  };
}

function finding(words: Words, ticket: string) {
  return {
    query: {
      label: words.plain('case.form.query'),
      error: words.plain('case.form.query.error', { most: LONGEST_QUERY }),
      most: LONGEST_QUERY,
    },
    buttons: sending(words, ticket, 'case-find'),
  };
}

/** A button that takes along what was typed. */
const sending = (words: Words, ticket: string, verb: TitledVerb) =>
  inOrder(words, ticket, [verb]).map((each) => ({ ...each, associatedInputs: 'auto' as const }));
