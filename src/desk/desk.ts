import type { Acts } from './acts';
import type { Log } from '../log';
import type { Limits } from '../request/help-request';
import type { RequestId, TenantId } from '../request/ids';
import type { Cards, Noticeboard } from './cards';
import type { CaseDesk } from './case/case-desk';
import type {
  Clock,
  Devices,
  Memory,
  People,
  RemoteAssistance,
  RequestStore,
  SignIns,
  Tickets,
  Vault,
} from './ports';
import type { InTurn } from './turns';

/** Everything the desk works with; built once in `bot.ts`. */
export type Desk = CaseDesk & {
  readonly requests: RequestStore;
  readonly acts: Acts;
  readonly vault: Vault;
  readonly tickets: Tickets;
  readonly people: People;
  readonly memory: Memory;
  readonly devices: Devices;
  readonly assistance: RemoteAssistance;
  readonly signIns: SignIns;
  readonly cards: Pick<Cards, 'adopt'>;
  readonly noticeboard: Pick<Noticeboard, 'show'>;
  /** For what the timer asks of the database: a little at a time, so that people find it free. */
  readonly inTurn: InTurn;
  /** Starts what takes longer than a pass of the timer; a stop waits for it. */
  readonly goOn: (work: () => Promise<void>) => void;
  readonly clock: Clock;
  readonly log: Log;
  readonly rules: DeskRules;
  /** Random UUIDs. */
  newRequestId(): RequestId;
  newClientRequestId(): string;
  wait(milliseconds: number): Promise<unknown>;
};

export type DeskRules = {
  readonly tenant: TenantId;
  readonly technicianRoles: readonly string[];
  /** False in clouds where Intune has no TeamViewer connector. */
  readonly hasConnector: boolean;
  readonly limits: Limits;
  /** Milliseconds, on the monotonic clock, in which a POST must leave after its intent was begun. */
  readonly sendWindow: number;
  /** Shorter look-ups would list half the tenant. */
  readonly shortestSearch: number;
};

/** How long a message or a press waits for its sign-in. Milliseconds. */
export const REMEMBERED_FOR = 60 * 60 * 1000;

/** Rows that fit a card; with more the person is asked to narrow it down. */
export const MOST_ROWS = 10;
