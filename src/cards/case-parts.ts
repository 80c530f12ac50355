import type { Case } from '../request/case/case';
import { isCaseOver } from '../request/case/decide-case';
import { safe, type Markdown, type Plain } from '../safe-text/safe-text';
import { button, fact, rootOf, type Button, type CardData, type Fact, type TitledVerb } from './card';
import { joined, joinedPlain, type Line, type Words } from './words';

// What the cards about a help request are made of: everybody may read these facts of it.

/** Graphemes of what somebody wrote that a card shows. */
const LONGEST_TEXT = 300;

/** A client that knows no `Action.Execute` sends its fallback as a message: there the verb is part of the data. */
export type CaseButton = Button & {
  readonly submits: { readonly verb: string; readonly ticket?: string; readonly row?: number };
};

export const withFallback = (one: Button): CaseButton => ({
  ...one,
  submits: { verb: one.verb, ...one.sends },
});

/** The buttons of a card about a case; the first one is what one came for. */
export function caseButtons(words: Words, ticket: string, ...live: readonly TitledVerb[]): CaseButton[] {
  return live.map((verb, index) => {
    const plainButton = button(words, verb, ticket);
    return withFallback(index === 0 ? { ...plainButton, style: 'positive' } : plainButton);
  });
}

export type Section = {
  readonly style?: 'default' | 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';
  readonly states?: readonly Line[];
  readonly notices?: readonly Line[];
  readonly lines?: readonly Line[];
  readonly quotes?: readonly Quote[];
  readonly facts?: readonly Fact[];
  readonly phrases?: readonly Phrase[];
  readonly warnings?: readonly Line[];
  readonly hints?: readonly Line[];
  readonly histories?: readonly { readonly title: Markdown; readonly passings: readonly Markdown[] }[];
  readonly buttons?: readonly CaseButton[];
  readonly links?: readonly { readonly title: Plain; readonly url: string }[];
  readonly closings?: readonly unknown[];
  readonly findings?: readonly unknown[];
  readonly refreshFor?: readonly string[];
  readonly refreshes?: { readonly ticket: string };
};

export type Quote = { readonly label: Markdown; readonly text: Markdown };
/** Two words of ours, letter by letter the same on two cards. */
export type Phrase = { readonly label: Line; readonly phrase: string };

/** A card of `cards/case.json`: what is not given is not there. */
export function caseCard(words: Words, heading: Line, given: Section): CardData {
  const { states = [], notices = [], lines = [], warnings = [], hints = [], phrases = [] } = given;
  const said = [heading, ...states, ...notices, ...lines, ...phrases.map(({ label }) => label), ...warnings];
  const phraseAloud = phrases.map(({ phrase }) => phrase as Plain); // our own words
  return {
    template: 'case',
    data: {
      ...rootOf(words, [...said.map(({ plain }) => plain), ...phraseAloud], [heading.plain]),
      style: given.style ?? 'default',
      heading: heading.markdown,
      ...shown({ states, notices, lines, warnings, hints }),
      quotes: given.quotes ?? [],
      facts: given.facts ?? [],
      phrases: phrases.map(({ label, phrase }) => ({ label: label.markdown, phrase })),
      histories: given.histories ?? [],
      buttons: given.buttons ?? [],
      links: given.links ?? [],
      closings: given.closings ?? [],
      findings: given.findings ?? [],
      refreshFor: given.refreshFor ?? [],
      refreshes: given.refreshes ?? {},
    },
    summary: joinedPlain(' · ', [heading.plain, ...states.map(({ plain }) => plain)]),
  };
}

const shown = (lines: Readonly<Record<string, readonly Line[]>>) =>
  Object.fromEntries(
    Object.entries(lines).map(([name, each]) => [name, each.map(({ markdown }) => markdown)]),
  );

/** The state word, and that it is urgent as long as somebody can act on that. */
export function stateLine(words: Words, seen: Case): Line {
  const state = words.line(`case.state.${seen.status}`);
  if (seen.urgency === 'normal' || isCaseOver(seen)) return state;
  const urgent = words.line('case.urgency.urgent');
  return {
    markdown: joined(' · ', [state.markdown, urgent.markdown]),
    plain: joinedPlain(' · ', [state.plain, urgent.plain]),
  };
}

/** Who is on it and since when, or how it ended. */
export function whoIsOnIt(words: Words, seen: Case): Line {
  switch (seen.status) {
    case 'open':
    case 'disowned':
      return words.line(`case.says.${seen.status}`);
    case 'taken':
      return words.line('case.says.taken', {
        technician: seen.technician.name,
        time: words.time(seen.takenAt),
      });
    case 'asking':
    case 'in-session':
      return words.line(`case.says.${seen.status}`, { technician: seen.technician.name });
    case 'resolved':
      return words.line('case.says.resolved', {
        technician: seen.technician.name,
        time: words.time(seen.at),
      });
    case 'withdrawn':
      return words.line('case.says.withdrawn', { time: words.time(seen.at) });
  }
}

/** What to know of a session when a case ends before it: Intune cannot be told to stop. */
export function sessionTruth(words: Words, seen: Case): Line[] {
  if (seen.status !== 'withdrawn' && seen.status !== 'disowned') return [];
  return seen.sessionWas === 'asked' || seen.sessionWas === 'ready'
    ? [words.line(`case.session-was.${seen.sessionWas}`)]
    : [];
}

export const quoteOf = (words: Words, { text }: Case): Quote[] => [
  { label: words.markdown('case.wrote'), text: safe(text, LONGEST_TEXT) },
];

/** Who asked, what for, and when: nothing that has been looked up. */
export function caseFacts(words: Words, seen: Case): Fact[] {
  const { requester, raisedBy, deviceName, raisedAt } = seen;
  return [
    fact(words, 'fact.requester', safe(requester.name)),
    ...(raisedBy ? [fact(words, 'fact.raised-by', safe(raisedBy.name))] : []),
    ...(deviceName === undefined ? [] : [fact(words, 'fact.named-device', safe(deviceName))]),
    fact(words, 'fact.raised-at', safe(words.time(raisedAt))),
    ...outcomeFacts(words, seen),
  ];
}

function outcomeFacts(words: Words, seen: Case): Fact[] {
  if (seen.status !== 'resolved') return [];
  return [
    fact(words, 'fact.outcome', words.markdown(`case.outcome.${seen.outcome}`)),
    fact(words, 'fact.minutes', words.markdown('value.minutes', { count: seen.minutes })),
  ];
}
