import { audit } from '../../src/operator/audit/audit';
import { noon } from '../request/stories';
import { dataKey, type World } from './open-for-test';

export const DATA_KEY = dataKey.toString('base64');

export const urlOf = ({ fresh: { database } }: Pick<World, 'fresh'>) =>
  database.kind === 'sqlite' ? `file:${database.file}` : database.url;

/** What `npm run audit -- …` says and how it ends. Words are separated by single spaces. */
export async function run(given: string, env: Readonly<Record<string, string>>) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    env,
    out: (text: string) => Promise.resolve(void out.push(text)),
    err: (text: string) => void err.push(text),
    now: () => noon,
  };
  const code = await audit(given.split(' ').filter(Boolean), terminal);
  return { code, out: out.join(''), err: err.join('') };
}

/** The same on the database of a running bot. */
export const runBeside = (world: Pick<World, 'fresh'>, given: string) =>
  run(given, { DATABASE_URL: urlOf(world), DATA_KEY });
