import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, configNames, readConfig, type Environment } from '../../config';
import { cannotTell, ok, problem, setting, warning, type Check, type Verdict, type World } from './check';

const SAME_REGISTRATION = 'BOT_ID and AAD_APP_CLIENT_ID must be two registrations';

/** Everything that `readConfig` has against the environment. */
export function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function lookAtEnvironment({ env }: World): Verdict | readonly Verdict[] {
  const problems = problemsOf(env).filter((text) => !text.startsWith(SAME_REGISTRATION));
  if (problems.length === 0) return ok('Every name that the bot needs is set, and every value has its form.');
  return problems.map((text) =>
    problem(text, 'Set it in .env or in the environment; .env.example explains each name.'),
  );
}

function lookAtRegistrations({ env }: World): Verdict {
  const [bot, signIn] = ['BOT_ID', 'AAD_APP_CLIENT_ID'].map((name) => setting(env, name)?.toLowerCase());
  if (bot === undefined || signIn === undefined)
    return cannotTell('One of the two registrations is not named yet.');
  if (bot !== signIn) return ok('The bot and the sign-in app are two registrations.');
  return problem(
    'BOT_ID and AAD_APP_CLIENT_ID name the same registration.',
    'Register a second app for signing in (README, step 2) and set AAD_APP_CLIENT_ID to its application id.',
  );
}

function lookAtCredentials({ env }: World): Verdict {
  const same = (one: string, other: string) => {
    const value = setting(env, one);
    return value !== undefined && value === setting(env, other);
  };
  const how = 'Make a credential of its own under Certificates & secrets of each registration, and set both.';
  if (same('BOT_PASSWORD', 'AAD_APP_CLIENT_SECRET'))
    return problem('BOT_PASSWORD and AAD_APP_CLIENT_SECRET are the same text.', how);
  if (same('BOT_CERTIFICATE_PATH', 'AAD_APP_CERTIFICATE_PATH'))
    return warning('Both registrations use the same certificate.', how);
  return ok('Each registration has a credential of its own.');
}

/** A name that looks like ours and is read by nobody: mostly a slip of the pen. */
function lookAtNames({ env }: World): Verdict {
  const known: readonly string[] = configNames;
  const ours = /^(?:BOT|AAD_APP|TECHNICIAN|SESSION_LINK|SERVICE_URL|GRAPH_ENDPOINT|DATA_KEY)(?:_|$)/u;
  const strange = Object.keys(env).filter((name) => ours.test(name) && !known.includes(name));
  if (strange.length === 0) return ok('No name is set that looks like one of the bot and is read by nobody.');
  return warning(
    `Nobody reads ${strange.join(', ')}.`,
    'Compare with .env.example: correct the name or remove it.',
  );
}

function lookAtNode({ nodeVersion }: World): Verdict {
  const wanted = engine();
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/u, '').split('.').map(Number);
  const [least = 0, leastMinor = 0] = wanted.split('.').map(Number);
  if (major > least || (major === least && minor >= leastMinor)) return ok(`Node ${nodeVersion} will do.`);
  return problem(`Node ${nodeVersion} is too old: ${wanted} or newer is needed.`, 'Install a newer Node.');
}

/** `engines.node` of package.json without its `>=`. */
function engine(): string {
  const file = path.join(__dirname, '..', '..', '..', 'package.json');
  const wanted = /"node": *">=([\d.]+)"/u.exec(existsSync(file) ? readFileSync(file, 'utf8') : '');
  return wanted?.[1] ?? '20.19';
}

/** What can be said before the configuration is complete. */
export const environmentChecks: readonly Check<World>[] = [
  {
    name: 'environment',
    why: 'The bot refuses to start with a name missing or malformed.',
    who: 'whoever runs the bot',
    look: lookAtEnvironment,
  },
  {
    name: 'registrations-distinct',
    why: "With one registration for both, a token made for a person could be shown to the bot as Teams' own.",
    who: 'an Entra administrator',
    look: lookAtRegistrations,
  },
  {
    name: 'credentials-distinct',
    why: 'A secret belongs to one registration: one of two equal ones is a mistake, or both fall together.',
    who: 'whoever runs the bot',
    look: lookAtCredentials,
  },
  {
    name: 'environment-names',
    why: 'A misspelt name leaves the setting at its default without a word.',
    who: 'whoever runs the bot',
    look: lookAtNames,
  },
  {
    name: 'node-version',
    why: 'The bot is tested on the Node releases that package.json names, and on no older one.',
    who: 'whoever runs the bot',
    look: lookAtNode,
  },
];
