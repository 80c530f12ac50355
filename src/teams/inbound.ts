import type { Removal } from '../desk/help-desk';
import type { Received, RememberedMention } from '../desk/ports';
import type { PersonId } from '../request/ids';

/** Who sent an activity and from where, as the authenticated activity says. */
export type Sender = Received & { readonly name: string };

/** What a Teams activity means to the help desk. Everything it does not name is ignored, with the reason. */
export type Inbound =
  | AskInbound
  | PressInbound
  | ExchangeInbound
  | MessageActionInbound
  | { readonly kind: 'verify'; readonly sender: Sender; readonly code: string }
  | { readonly kind: 'sign-in-failure'; readonly sender: Sender; readonly code: string }
  | { readonly kind: 'joined'; readonly sender: Sender }
  | { readonly kind: 'left'; readonly removal: Removal }
  | { readonly kind: 'ignored'; readonly because: IgnoredBecause };

export type AskInbound = {
  readonly kind: 'ask';
  readonly sender: Sender;
  /** As Teams sent it, mentions still in it. */
  readonly text: string;
  readonly mentions: readonly RememberedMention[];
};

export type PressInbound = {
  readonly kind: 'press';
  readonly sender: Sender;
  /** A message cannot be answered with a card: where it came as one, the card is updated instead. */
  readonly cameAs: 'invoke' | 'message';
  readonly verb: string;
  readonly ticket: string;
  readonly row?: number;
  readonly reason?: string;
  readonly outcome?: string;
  readonly minutes?: string;
  readonly query?: string;
  /** The message that holds the card. */
  readonly cardActivityId?: string;
};

/** Somebody's message is to become a request. */
export type MessageActionInbound = {
  readonly kind: 'message-action';
  readonly sender: Sender;
  /** Plain text. */
  readonly text: string;
  readonly author: { readonly id: PersonId; readonly name: string };
};

export type ExchangeInbound = {
  readonly kind: 'exchange';
  readonly sender: Sender;
  readonly id: string;
  readonly connectionName: string;
  readonly token: string;
};

export type IgnoredBecause =
  | 'malformed activity'
  | 'malformed press'
  | 'malformed sign-in'
  | 'malformed message action'
  | 'message of nobody in the directory'
  | 'sender has no directory id'
  | 'sender is a bot'
  | 'another tenant'
  | 'a meeting'
  | 'unknown kind of conversation'
  | 'edited or restored'
  | 'not addressed to the bot'
  | 'no text'
  | 'others joined or left'
  | 'no use for this activity';
