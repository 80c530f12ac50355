import { auditTrail, isSealedUnder } from '../../storage/audit-trail';
import type { Database } from '../../storage/database/tables';
import { eraseBefore, erasePerson } from '../../storage/erase';
import type { Erase } from './arguments';
import type { ExitCode, WithKey } from './audit';
import { BadArguments } from './instants';
import { whoIs } from './who';

/** Erases a person, or what is older than a day; says what it did. */
export async function erase(database: Database, wanted: Erase, terminal: WithKey): Promise<ExitCode> {
  if ('before' in wanted) {
    await terminal.out(
      `${requests(await eraseBefore({ database }, wanted.before))} emptied of names and words.\n`,
    );
    return 0;
  }
  return eraseOne(database, wanted.person, terminal);
}

async function eraseOne(
  database: Database,
  person: string,
  { dataKey, now, out }: WithKey,
): Promise<ExitCode> {
  if (!dataKey || !(await isSealedUnder(database.db, dataKey)))
    throw new BadArguments(
      'An erasure is written into the trail and sealed: DATA_KEY (or the credential from which it is derived) must be that of the bot.',
    );
  const whom = await whoIs(database.db, person);
  // Known from here on, should it be broken off: a sign-in name may not lead there a second time.
  await out(`Erasing ${whom.id}.\n`);
  const erased = await erasePerson({ database, trail: auditTrail(database, dataKey), at: now() }, whom);
  if (erased.kind === 'under-way') {
    await out(
      `Nothing was erased: ${erased.numbers.map((number) => `#${number}`).join(', ')} under way with this person. Close that first, or wait until it is over.\n`,
    );
    return 1;
  }
  await out(
    `${requests(erased.requests)} emptied of names and words; nothing is known of the person any more, and the trail leads to nobody.\n` +
      'Messages in Teams, backups and earlier exports are not reached from here.\n',
  );
  return 0;
}

const requests = (many: number) => `${many} request${many === 1 ? '' : 's'}`;
