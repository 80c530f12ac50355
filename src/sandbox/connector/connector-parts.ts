import type { Addresses, Registrations } from '../addresses';
import type { Clock } from '../clock';
import type { Answer } from '../http';
import type { TokenIssuer } from '../login/tokens';
import type { Wire } from '../wire';

export interface ConnectorSettings {
  /** Whether Teams' limits on sending are enforced. */
  enforceLimits: boolean;
  /** For whom the bot's token must be; each cloud has its own. */
  audience: string;
}

export interface ConnectorParts {
  readonly addresses: Addresses;
  readonly registrations: Registrations;
  readonly tokens: TokenIssuer;
  readonly clock: Clock;
  readonly wire: Wire;
  readonly settings: ConnectorSettings;
}

/** The connector's way of saying no. */
export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

/** What a bot hears where it was removed, or never was. */
export const notInRoster = refusal(
  403,
  'BotNotInConversationRoster',
  'The bot is not part of the conversation roster.',
);
