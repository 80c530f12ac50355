import type { ConnectorSettings } from './connector/connector-parts';
import type { GraphSettings } from './graph/graph-call';

/** What can be varied when a sandbox starts. People, devices and faults are changed while it runs. */
export interface SandboxSettings {
  /** Ports on 127.0.0.1; any free one where none is given. `bot` is only reserved, for the bot to take. */
  readonly ports?: Partial<Record<'login' | 'graph' | 'connector' | 'bot', number>>;
  readonly graph?: Partial<Omit<GraphSettings, 'forms'>> & {
    readonly forms?: Partial<GraphSettings['forms']>;
  };
  readonly connector?: Partial<ConnectorSettings>;
  /** How many scripted seconds (link after 40 s) pass in a real one. */
  readonly speed?: number;
  /** Epoch milliseconds, for everything with a date in it. */
  readonly now?: () => number;
  /** How long a waiting test waits before it says what it sees instead. */
  readonly patienceMs?: number;
  /** How long Teams waits for the bot's answer to one activity. */
  readonly teamsPatienceMs?: number;
  /** Further variables for the bot, or others than the sandbox would choose. */
  readonly environment?: Readonly<Record<string, string>>;
}
