import { migrationNames } from '../../storage/database/migrate';
import {
  cannotTell,
  oncePerRun,
  ok,
  problem,
  warning,
  type Check,
  type Configured,
  type Verdict,
} from './check';
import { seeDatabase, type Seen } from './database';
import { explainSilence, probe } from './probe';

const see = oncePerRun(seeDatabase);

/** What all checks of the database say when it is not open to them; undefined when it is. */
function judgeClosed(seen: Exclude<Seen, { state: 'open' }>): Verdict {
  switch (seen.state) {
    case 'in-use':
      return ok('A running bot works on the database, so it had opened and migrated it.');
    case 'of-another-account':
      return cannotTell(
        `${seen.file} belongs to another account.`,
        "Run the doctor as the bot's account (sudo -u …): it must not leave files there that the bot cannot use.",
      );
    case 'not-made-yet':
      return ok('There is no database yet: the first start makes it.');
    case 'closed':
      return cannotTell(`The database cannot be opened (${seen.code}).`);
  }
}

async function lookAtOpening(world: Configured): Promise<Verdict> {
  const seen = await see(world);
  if (seen.state === 'open') return ok('The database opens.');
  if (seen.state === 'not-made-yet' && !seen.mayMake)
    return problem(
      `There is no database yet, and this account can make none in ${seen.folder}.`,
      `Give the bot's account the folder (chown), or set DATABASE_URL to a place of its own.`,
    );
  if (seen.state !== 'closed') return judgeClosed(seen);
  const what = world.config.database.kind === 'sqlite' ? 'SQLite file' : 'PostgreSQL server';
  return problem(
    `The ${what} of DATABASE_URL cannot be opened: ${explainSilence(seen.code)}.`,
    'Set DATABASE_URL to the right place, user and password, and see that the file or the server is in order.',
  );
}

async function lookAtWriting(world: Configured): Promise<Verdict> {
  const seen = await see(world);
  if (seen.state !== 'open') return judgeClosed(seen);
  if (seen.writes.can) return ok('The database takes writes, new tables too.');
  return problem(
    `The database takes no writes (${seen.writes.code}).`,
    'Free its disk, end what else writes to it, and give its user the right to make tables.',
  );
}

async function lookAtMigrations(world: Configured): Promise<Verdict> {
  const seen = await see(world);
  if (seen.state !== 'open') return judgeClosed(seen);
  const own = migrationNames();
  const unknown = seen.migrations.filter((name) => !own.includes(name));
  const missing = own.filter((name) => !seen.migrations.includes(name));
  if (unknown.length > 0)
    return problem(
      `A newer bot has been at work on this database (${unknown.join(', ')}).`,
      'Start that version again, or restore the backup from before the update.',
    );
  if (missing.length > 0)
    return warning(
      `The next start brings the database up to date (${missing.join(', ')}).`,
      'Make a backup first: there is no way back.',
    );
  return ok('The database is up to date.');
}

async function lookAtLock(world: Configured): Promise<Verdict> {
  const { database, host, port } = world.config;
  if (database.kind === 'postgres') return ok('PostgreSQL lets several instances work on one database.');
  const seen = await see(world);
  if (seen.state === 'open') return ok('Nobody holds the lock of the database: no bot runs on it now.');
  if (seen.state !== 'in-use') return judgeClosed(seen);
  const here = host === undefined || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const address = `http://${here.includes(':') ? `[${here}]` : here}:${port}/healthz`;
  const reply = await probe(world, address);
  if (reply.answered && reply.status === 200) return ok('A bot runs on the database and holds its lock.');
  return warning(
    `Somebody holds the lock of the database, and no bot answers on port ${port}.`,
    'Find the process (fuser -v, on the .lock file beside the database) and end it before you start the bot.',
  );
}

/** The database, opened as the bot opens it. */
export const databaseChecks: readonly Check[] = [
  {
    name: 'database-opens',
    why: 'Without its database the bot does not start.',
    who: 'whoever runs the bot',
    look: lookAtOpening,
  },
  {
    name: 'database-writable',
    why: 'Every confirmation is written down before Intune is asked.',
    who: 'whoever runs the bot',
    look: lookAtWriting,
  },
  {
    name: 'database-migrated',
    why: 'The tables must be those of this version.',
    who: 'whoever runs the bot',
    look: lookAtMigrations,
  },
  {
    name: 'database-lock',
    why: 'One SQLite file serves one bot: a second one is refused.',
    who: 'whoever runs the bot',
    look: lookAtLock,
  },
];
