import { ConfigError, readStorageConfig, type Environment } from '../../config';
import { isTrouble } from '../../desk/troubles';
import { checkTrails } from '../../storage/audit-check';
import { sealEndUnder } from '../../storage/audit-chain';
import { NotReady, openBeside } from '../../storage/database/beside';
import type { Db } from '../../storage/database/tables';
import { dataKeyFrom } from '../../storage/seal';
import { codeOf, explainSilence } from '../checks/probe';
import { readArguments, type AuditArguments, type Verify } from './arguments';
import { erase } from './erase';
import { exportTrail } from './export';
import { BadArguments } from './instants';
import { usage } from './usage';
import { judge } from './verify';

/** Where the command runs, and where its words go. */
export type Terminal = {
  readonly env: Environment;
  /** @throws when nobody reads any more. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  readonly now: () => number;
};

/** 0 done, 1 broken or not erased, 2 it could not run. */
export type ExitCode = 0 | 1 | 2;

/** `npm run audit`. Never throws for what an operator or a database can do. */
export async function audit(given: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await run(readArguments(given), terminal);
  } catch (error) {
    terminal.err(`${wordsFor(error)}\n`);
    return 2;
  }
}

async function run(wanted: AuditArguments, terminal: Terminal): Promise<ExitCode> {
  if (wanted.command === 'help') {
    await terminal.out(usage);
    return 0;
  }
  const { database: where, key } = readStorageConfig(terminal.env);
  const database = await openBeside(where);
  try {
    switch (wanted.command) {
      case 'verify':
        return await verify(database.db, wanted, { ...terminal, dataKey: key && dataKeyFrom(key) });
      case 'export':
        return await exportTrail(database.db, wanted, terminal);
      case 'erase':
        return await erase(database, wanted, { ...terminal, dataKey: key && dataKeyFrom(key) });
    }
  } finally {
    await database.close();
  }
}

export type WithKey = Terminal & { readonly dataKey: Buffer | undefined };

async function verify(db: Db, wanted: Verify, { dataKey, out }: WithKey): Promise<ExitCode> {
  if (!dataKey && !wanted.withoutKey)
    throw new BadArguments(
      'The seals need the data key of the bot: set DATA_KEY (or the credential of the sign-in app from which it is derived), or say --without-key.',
    );
  const seal = dataKey && !wanted.withoutKey ? { seal: sealEndUnder(dataKey) } : {};
  const { inOrder, text } = judge(await checkTrails(db, { ...seal, noted: wanted.ends }), wanted);
  await out(text);
  return inOrder ? 0 : 1;
}

/** No text of a driver: it may quote addresses and passwords. */
function wordsFor(error: unknown): string {
  if (error instanceof BadArguments || error instanceof NotReady || error instanceof ConfigError)
    return error.message;
  if (isTrouble(error)) return `The database gives no answer: ${explainSilence(codeOf(error))}.`;
  if (codeOf(error) === 'EPIPE') return 'Whoever was to read the output went away.';
  return `Something unexpected (${codeOf(error)}). Please report it, with what you wanted to do.`;
}
