import type { Db } from '../../storage/database/tables';
import { identify, type KnownAs } from '../../storage/request-pages';
import { BadArguments } from './instants';

/** The one person who is meant. @throws {BadArguments} when it is nobody, or several. */
export async function whoIs(db: Db, text: string): Promise<KnownAs> {
  const [one, ...others] = await identify(db, text);
  if (!one)
    throw new BadArguments(
      'Nobody is known under that sign-in name: only users of devices are. Take the directory id (Entra: Users, Object ID).',
    );
  if (others.length > 0)
    throw new BadArguments(
      `That sign-in name has belonged to several accounts. Take the directory id of one: ${[one, ...others].map(({ id }) => id).join(', ')}.`,
    );
  return one;
}
