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
} as const satisfies Record<Exclude<Verb, 'pick'>, Key>;

/** A button that sends nothing but the ticket. */
export function button(words: Words, verb: Exclude<Verb, 'pick'>, ticket: string | undefined): Button {
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
  ...live: readonly Exclude<Verb, 'pick'>[]
): Button[] {
  if (ticket === undefined) return [];
  return live.map((verb) => button(words, verb, ticket));
}
