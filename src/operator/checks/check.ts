import type { Fetch } from '../../outbound';
import type { Config, Environment } from '../../config';
import type { Clock } from '../../desk/ports';
import type { ReadCertificate } from './server-certificate';

/** What the doctor looks at, and with what. Only the database is opened besides. */
export type World = {
  readonly env: Environment;
  /** Where `.env`, `artifacts/` and relative paths are. */
  readonly folder: string;
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly readCertificate: ReadCertificate;
  /** Of the Node that runs the doctor, with the leading `v`. */
  readonly nodeVersion: string;
  /** Milliseconds for one answer over the network. */
  readonly patience: number;
  /** A delegated Graph token that an operator brought. Goes to Graph and nowhere else. */
  readonly graphToken?: string;
};

export type Configured = World & { readonly config: Config };

export type Status = 'ok' | 'warning' | 'problem' | 'cannot-tell';

/** What one look found. `how` is the remedy; empty when there is nothing to do. */
export type Verdict = { readonly status: Status; readonly finding: string; readonly how: string };

export type Check<W extends World = Configured> = {
  readonly name: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** Who can mend it. */
  readonly who: Mender;
  readonly look: (world: W) => Promise<Verdict | readonly Verdict[]> | Verdict | readonly Verdict[];
};

export type Mender =
  | 'whoever runs the bot'
  | 'whoever runs the network or the proxy'
  | 'an Entra administrator'
  | 'an Intune administrator'
  | 'a Teams administrator';

export const ok = (finding: string): Verdict => ({ status: 'ok', finding, how: '' });
export const warning = (finding: string, how: string): Verdict => ({ status: 'warning', finding, how });
export const problem = (finding: string, how: string): Verdict => ({ status: 'problem', finding, how });
export const cannotTell = (finding: string, how = ''): Verdict => ({ status: 'cannot-tell', finding, how });

/** Several checks read the same answer; the question is asked once a run. */
export function oncePerRun<W extends World, T>(look: (world: W) => T): (world: W) => T {
  const answers = new WeakMap<W, { readonly answer: T }>();
  return (world) => {
    const known = answers.get(world) ?? { answer: look(world) };
    answers.set(world, known);
    return known.answer;
  };
}

export const setting = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

const DAY = 24 * 60 * 60 * 1000;

/** Whole days from one moment to another; negative when it has passed. */
export const daysBetween = (from: number, to: number): number => Math.floor((to - from) / DAY);

/** Judges the end of something that has to be renewed. */
export function judgeEnd(what: string, endsAt: number, now: number, how: string): Verdict {
  const days = daysBetween(now, endsAt);
  const date = new Date(endsAt).toISOString().slice(0, 10);
  if (endsAt <= now) return problem(`${what} ended on ${date}.`, how);
  const finding = `${what} ends on ${date}, in ${days} day${days === 1 ? '' : 's'}.`;
  return days < 30 ? warning(finding, how) : ok(finding);
}
