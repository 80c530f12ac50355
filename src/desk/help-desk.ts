import type { Participant } from '../request/case/case';
import type { PersonId, TenantId } from '../request/ids';
import type { Place, RememberedMention } from './ports';
import type { Screen } from './screens';

/** Who talks to the desk, as the authenticated activity says. */
export type Caller = {
  readonly person: PersonId;
  readonly tenant: TenantId;
  readonly name: string;
  readonly place: Place;
  /** Language of the reader, a BCP 47 tag. */
  readonly language: string;
  /** The id by which Teams knows the person to this bot, "29:…". */
  readonly account?: string;
  /** Of a channel: how Teams names its team. */
  readonly team?: string;
};

/** The bot was removed from a conversation, or the conversation is no more. */
export type Removal = {
  readonly tenant: TenantId;
  /** A team is named by the id of its channel "General". */
  readonly conversation: string;
  /** Who did it, where Teams tells. */
  readonly by?: PersonId;
};

/** A button that was pressed on a card. What the ticket stands for comes from storage, never from the card. */
export type Press = {
  readonly caller: Caller;
  readonly verb: string;
  readonly ticket: string;
  readonly row?: number;
  readonly reason?: string;
  readonly outcome?: string;
  readonly minutes?: string;
  /** A device to look for. */
  readonly query?: string;
  /** The message that holds the card. */
  readonly cardActivityId?: string;
};

/** Screens in the language of the reader: chosen, else that of the utterance, else the client's. */
export type Reply = { readonly screens: readonly Screen[]; readonly language: string };

/** What a press leads to. */
export type Answered = {
  /** From storage alone. */
  readonly now: Screen;
  /** The slow rest. A card among its screens takes the place of the pressed card. */
  readonly later?: () => Promise<readonly Screen[]>;
  /** What goes on in the personal chat of whoever pressed, since others read along where the card hangs. */
  readonly inChat?: { readonly caller: Caller; readonly work: () => Promise<readonly Screen[]> };
};

/** What the edge may ask of the desk. Request screens among the answers are already on the noticeboard. */
export interface HelpDesk {
  /**
   * @throws {SignInNeeded} the message is remembered and goes on after the sign-in.
   * @throws {Trouble} whatever else keeps the desk from answering.
   */
  ask(ask: {
    readonly caller: Caller;
    readonly text: string;
    readonly mentions: readonly RememberedMention[];
  }): Promise<Reply>;
  /** The same where others read along. "elsewhere": the answer belongs into the personal chat. */
  askInPublic(ask: {
    readonly caller: Caller;
    readonly text: string;
    readonly mentions: readonly RememberedMention[];
  }): Promise<Reply | 'elsewhere'>;
  /** Somebody's message is made a request, by its author or for them. */
  makeRequest(ask: {
    readonly caller: Caller;
    readonly text: string;
    readonly author: Participant;
  }): Promise<Screen>;
  /**
   * @throws {SignInNeeded} the press is remembered, and leads to a fresh card after the sign-in, never to an act.
   */
  press(press: Press): Promise<Answered>;
  /** Goes on with what the sign-in had interrupted. */
  signedIn(caller: Caller): Promise<Reply>;
  joined(caller: Caller): Promise<readonly Screen[]>;
  left(removal: Removal): Promise<void>;
}
