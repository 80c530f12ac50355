import type { PersonId } from '../../request/ids';
import { exportPages } from '../../storage/audit-export';
import type { Db } from '../../storage/database/tables';
import type { Export } from './arguments';
import type { ExitCode, Terminal } from './audit';
import { newFile, type Destination } from './destination';
import { headFor, lineFor } from './export-lines';
import { whoIs } from './who';

/** Writes the rows that are wanted, a page at a time, so that neither memory nor a bot beside it feels how many. */
export async function exportTrail(db: Db, wanted: Export, terminal: Terminal): Promise<ExitCode> {
  const person = wanted.person === undefined ? undefined : (await whoIs(db, wanted.person)).id;
  const destination = wanted.out === undefined ? standardOutput(terminal) : await newFile(wanted.out);
  try {
    const rows = await writeRows(db, { ...wanted, person }, destination);
    await destination.finish();
    terminal.err(
      `${rows} row${rows === 1 ? '' : 's'}${wanted.out === undefined ? '' : ` in ${wanted.out}`}.\n`,
    );
    return 0;
  } catch (error) {
    await destination.giveUp();
    throw error;
  }
}

async function writeRows(
  db: Db,
  wanted: Omit<Export, 'person'> & { readonly person: PersonId | undefined },
  { write }: Destination,
): Promise<number> {
  const { format, names, from, to, device, person } = wanted;
  await write(headFor(wanted));
  let rows = 0;
  const pages = exportPages(db, {
    names,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(device !== undefined && { device }),
    ...(person !== undefined && { person }),
  });
  for await (const page of pages) {
    await write(page.map((row) => lineFor({ format, names }, row)).join(''));
    rows += page.length;
  }
  return rows;
}

function standardOutput({ out }: Terminal): Destination {
  const nothing = () => Promise.resolve();
  return { write: out, finish: nothing, giveUp: nothing };
}
