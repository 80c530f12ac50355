/** The languages the bot understands and answers in. */
export const languages = ['en', 'es', 'ru', 'pt-BR', 'de', 'ja'] as const;
export type Language = (typeof languages)[number];

/** A mention as Teams' activity entities tell it. Only the id decides who is meant; a person can shorten the text. */
export interface Mention {
  /** The mention as it stands in the activity's text, such as `<at>Remote Help</at>`. */
  readonly text: string;
  readonly id: string;
  readonly name: string;
  /** `mentioned.id === recipient.id`: the caller compares ids, this room does not know the bot's. */
  readonly isBot: boolean;
}

export interface Utterance {
  readonly text: string;
  /** Leave out only where there are no entities (the developer's command): the names then decide. */
  readonly mentions?: readonly Mention[];
  /** True in a personal chat: everything said there is said to the bot, as if it were mentioned. */
  readonly addressed?: boolean;
  /** The client's language. Decides only between languages whose cues matched equally well. */
  readonly locale?: string;
}

/** A device as it was named. The directory decides what it is; the kind only says which look-up comes first. */
export type DeviceQueryKind = 'device_name' | 'serial' | 'guid' | 'imei' | 'multi';
export type PersonQueryKind = 'upn' | 'person_name';
export type Intent =
  | 'help_device'
  | 'help_user'
  | 'help_app'
  | 'list_my_devices'
  | 'status'
  | 'cancel'
  | 'history'
  | 'help_menu'
  | 'sign_out'
  | 'language'
  | 'ask_for_help'
  | 'my_requests'
  | 'queue'
  | 'use_this_channel'
  | 'none';

interface Nothing {
  readonly query: null;
  readonly queryKind: null;
}
interface Named<Kind extends string> {
  /** What a human would call the object, after NFKC and quote folding; several are joined with ` | `. */
  readonly query: string;
  readonly queryKind: Kind;
}
type Asked =
  /** No query: the person did not say which device. */
  | ({ readonly intent: 'help_device' } & (Nothing | Named<DeviceQueryKind>))
  | ({ readonly intent: 'help_user' } & Named<PersonQueryKind>)
  /** `personId` is the mentioned person's Teams id; undefined only without entities. */
  | ({ readonly intent: 'help_user'; readonly personId: string | undefined } & Named<'mention'>)
  | ({ readonly intent: 'help_app' } & Named<'app_name'>)
  | ({ readonly intent: 'status' | 'cancel' | 'history' } & (Nothing | Named<DeviceQueryKind | 'request_id'>))
  /** No query: show the picker. */
  | ({ readonly intent: 'language' } & (
      Nothing | { readonly query: Language; readonly queryKind: 'language' }
    ))
  | ({ readonly intent: 'list_my_devices' | 'help_menu' | 'sign_out' | 'none' } & Nothing)
  /** Exact commands only: what end users and technicians do with requests for help. */
  | ({ readonly intent: 'ask_for_help' | 'my_requests' | 'queue' | 'use_this_channel' } & Nothing);

/**
 * What a text asks for. The strongest of them, `help_device`, opens a confirm card and nothing more:
 * text never executes.
 */
export type Intention = Asked & {
  /** Other readings of the same words, best first; for `multi` one entry a device. The directory decides. */
  readonly candidates: readonly string[];
  /** The language whose cues matched, if it was exactly one. */
  readonly language: Language | undefined;
  /** Name of the rule that decided, for tests, logs and support cases. */
  readonly reason: string;
  readonly botMentioned: boolean;
};

export type QueryKind = NonNullable<Intention['queryKind']>;
