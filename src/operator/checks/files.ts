import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ok, problem, warning, type Check, type Configured, type Verdict, type World } from './check';

/** What the group and all others may do with a file, as bits of its mode. */
const [GROUP, OTHERS] = [0o070, 0o007];

function lookAtEnvFile({ folder }: World): Verdict {
  const file = path.join(folder, '.env');
  if (!existsSync(file)) return ok('There is no .env file here: the environment comes from somewhere else.');
  return judgeMode(file, 0o600);
}

function lookAtDatabaseFolder({ config, folder }: Configured): Verdict {
  if (config.database.kind === 'postgres') return ok('The database is on a server, not in a folder.');
  const home = path.dirname(path.resolve(folder, config.database.file));
  if (!existsSync(home)) return ok(`${home} will be made at the first start, for the bot's account only.`);
  return judgeMode(home, 0o700);
}

function judgeMode(file: string, wanted: number): Verdict {
  const mode = statSync(file).mode & 0o777;
  const how = `chmod ${wanted.toString(8)} ${file}`;
  if ((mode & OTHERS) !== 0)
    return problem(`Every account of this machine has access to ${file} (${mode.toString(8)}).`, how);
  if ((mode & GROUP) !== 0) return warning(`The group has access to ${file} (${mode.toString(8)}).`, how);
  return ok(`Only one account has access to ${file}.`);
}

export const envFileCheck: Check<World> = {
  name: 'env-file-permissions',
  why: 'The .env file holds the secrets of both registrations.',
  who: 'whoever runs the bot',
  look: lookAtEnvFile,
};

export const databaseFolderCheck: Check = {
  name: 'database-folder-permissions',
  why: 'The database holds who asked for which device, and sealed tokens.',
  who: 'whoever runs the bot',
  look: lookAtDatabaseFolder,
};
