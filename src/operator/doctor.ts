import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../config';
import { applicationChecks } from './checks/application';
import {
  cannotTell,
  type Check,
  type Configured,
  type Status,
  type Verdict,
  type World,
} from './checks/check';
import { consentCheck } from './checks/consent';
import { databaseChecks } from './checks/database-checks';
import { environmentChecks, problemsOf } from './checks/environment';
import { databaseFolderCheck, envFileCheck } from './checks/files';
import { loginChecks } from './checks/login';
import { manifestChecks } from './checks/manifest';
import { intuneChecks, operatorTokenCheck } from './checks/operator';
import { publicUrlChecks } from './checks/public-url';
import { registrationChecks } from './checks/registrations';
import { ruleChecks } from './checks/rules';
import { serviceChecks } from './checks/services';

export type { Status, World } from './checks/check';

/** One line of the doctor's report, and of its JSON. */
export type Finding = {
  readonly check: string;
  readonly status: Status;
  readonly finding: string;
  readonly why: string;
  readonly who: string;
  /** Empty when there is nothing to do. */
  readonly how: string;
};

const basic: readonly Check<World>[] = [...environmentChecks, envFileCheck];

const configured: readonly Check[] = [
  ...ruleChecks,
  ...loginChecks,
  ...registrationChecks,
  ...serviceChecks,
  ...publicUrlChecks,
  databaseFolderCheck,
  ...databaseChecks,
  ...manifestChecks,
  operatorTokenCheck,
];

/** Only with an operator's token. */
const signedIn: readonly Check[] = [...intuneChecks, consentCheck, ...applicationChecks];

export const checkNames: readonly string[] = [...basic, ...configured, ...signedIn].map(({ name }) => name);

/**
 * Holds the environment against the world, all checks at once, each for a bounded time. `only`: names of the
 * checks to run; all by default.
 */
export async function examine(
  world: World,
  only: readonly string[] = checkNames,
): Promise<readonly Finding[]> {
  const wanted = <W extends World>(checks: readonly Check<W>[]) =>
    checks.filter(({ name }) => only.includes(name));
  const first = runAll(world, wanted(basic));
  if (problemsOf(world.env).length > 0) return [...(await first), ...notLookedAt(wanted(configured).length)];
  const complete: Configured = { ...world, config: readConfig(world.env) };
  const rest = runAll(complete, wanted([...configured, ...(world.graphToken === undefined ? [] : signedIn)]));
  return [...(await first), ...(await rest)];
}

function notLookedAt(checks: number): readonly Finding[] {
  if (checks === 0) return [];
  return [
    {
      check: 'the-rest',
      ...cannotTell(
        `${checks} checks need a complete environment and did not run.`,
        'Mend the environment first.',
      ),
      why: 'With half an environment they would only find what is said above.',
      who: 'whoever runs the bot',
    },
  ];
}

async function runAll<W extends World>(world: W, checks: readonly Check<W>[]): Promise<readonly Finding[]> {
  return (await Promise.all(checks.map((check) => run(world, check)))).flat();
}

async function run<W extends World>(world: W, check: Check<W>): Promise<readonly Finding[]> {
  const found = await Promise.race([look(world, check), timeIsUp(world.patience)]);
  const verdicts: readonly Verdict[] = 'status' in found ? [found] : found;
  const { name, why, who } = check;
  return verdicts.map(({ status, finding, how }) => ({ check: name, status, finding, why, who, how }));
}

/** A check that breaks says so and spoils no other one. */
async function look<W extends World>(world: W, check: Check<W>): Promise<Verdict | readonly Verdict[]> {
  try {
    return await check.look(world);
  } catch (error) {
    // The class alone: the message could quote anything.
    const kind = error instanceof Error ? error.name : typeof error;
    return cannotTell(`The check itself broke (${kind}).`, 'Please report it, with the name of the check.');
  }
}

/** Milliseconds that a check may take beyond one answer over the network. */
const BEYOND = 1_000;

async function timeIsUp(patience: number): Promise<Verdict> {
  await wait(patience + BEYOND, undefined, { ref: false });
  return cannotTell('The check took too long.', 'Run the doctor again.');
}
