import type { Key } from '../i18n/translate';
import type { RequestScreen } from '../desk/screens';
import { spoken, type Words } from './words';
import type { Markdown, Plain } from '../safe-text/safe-text';
import type { Verb } from './verbs';

// What the data of every card is made of. The templates only place it.

export type Fact = { readonly title: Markdown; readonly value: Markdown };

export type Button = {
  readonly verb: Verb;
  readonly title: Plain;
  readonly style: 'default' | 'positive';
  readonly associatedInputs: 'auto' | 'none';
  /** An opaque ticket, never a fact: anyone can send any card data. */
  readonly sends: { readonly ticket?: string; readonly row?: number };
};

/** The root of every card. */
export type CardRoot = {
  readonly lang: string;
  readonly speak: Plain;
  readonly fallbackText: Plain;
};

/** A card's data, the template it belongs to, and the line for notifications. */
export type CardData = {
  readonly template: TemplateName;
  readonly data: CardRoot & Readonly<Record<string, unknown>>;
  readonly summary: Plain;
};

export const templateNames = [
  'help',
  'confirm',
  'progress',
  'ready',
  'question',
  'over',
  'pick',
  'no-match',
  'list',
  'trouble',
  'case',
  'hand-over',
  'queue',
] as const;
export type TemplateName = (typeof templateNames)[number];

/**
 * @param said what a screen reader says, in order
 * @param fallback words without anything foreign: some clients read these as Markdown, some do not
 */
export function rootOf(
  words: Words,
  said: readonly (Plain | undefined)[],
  fallback: readonly Plain[],
): CardRoot {
  return {
    lang: words.language,
    speak: spoken(said),
    fallbackText: spoken([...fallback, words.plain('card.fallback')]),
  };
}

type FactTitle = Key & (`fact.${string}` | `help.${string}`);

export const fact = (words: Words, title: FactTitle, value: Markdown): Fact => ({
  title: words.markdown(title),
  value,
});

/** Verbs whose button says always the same; the others are titled by what they choose. */
export type TitledVerb = Exclude<Verb, 'pick' | 'case-open'>;

const titles = {
  'request-assistance': 'button.request-assistance',
  'another-device': 'button.another-device',
  cancel: 'button.cancel',
  'check-again': 'button.check-again',
  'send-again': 'button.send-again',
  close: 'button.close',
  'try-again': 'button.try-again',
  'my-devices': 'button.my-devices',
  status: 'button.status',
  history: 'button.history',
  'sign-in': 'button.sign-in',
  'case-view': 'button.case-view',
  'case-take': 'button.case-take',
  'case-release': 'button.case-release',
  'case-hand-over': 'button.case-hand-over',
  'case-hand-over-to': 'button.case-hand-over',
  'case-withdraw': 'button.case-withdraw',
  'case-resolve': 'button.case-resolve',
  'case-urgent': 'button.case-urgent',
  'case-normal': 'button.case-normal',
  'case-mute': 'button.case-mute',
  'case-unmute': 'button.case-unmute',
  'case-disown': 'button.case-disown',
  'case-devices': 'button.case-devices',
  'case-find': 'button.case-find',
  'case-raise': 'button.case-raise',
  queue: 'button.more',
  'my-requests': 'button.more',
} as const satisfies Record<TitledVerb, Key>;

/** A button that sends nothing but the ticket. */
export function button(words: Words, verb: TitledVerb, ticket: string | undefined): Button {
  return {
    verb,
    title: words.plain(titles[verb]),
    style: 'default',
    associatedInputs: 'none',
    sends: ticket === undefined ? {} : { ticket },
  };
}

/** The buttons of a request's card: none without a ticket, since they could not say what they belong to. */
export function requestButtons(
  words: Words,
  { ticket }: RequestScreen,
  ...live: readonly TitledVerb[]
): Button[] {
  if (ticket === undefined) return [];
  return live.map((verb) => button(words, verb, ticket));
}
