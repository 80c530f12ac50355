import { open, rm } from 'node:fs/promises';
import { codeOf } from '../checks/probe';
import { BadArguments } from './instants';

/** Where an export goes. */
export type Destination = {
  readonly write: (text: string) => Promise<void>;
  /** Everything was written. */
  readonly finish: () => Promise<void>;
  /** It was broken off: half an export must not be taken for a whole one. */
  readonly giveUp: () => Promise<void>;
};

/** A new file that only this account can read. @throws {BadArguments} when there is one already, or can be none. */
export async function newFile(file: string): Promise<Destination> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    const code = codeOf(error);
    throw new BadArguments(
      code === 'EEXIST'
        ? `${file} is there already; it is not overwritten.`
        : `${file} cannot be made (${code}).`,
    );
  });
  return {
    write: async (text) => {
      await handle.writeFile(text);
    },
    finish: () => handle.close(),
    giveUp: async () => {
      await handle.close();
      await rm(file, { force: true });
    },
  };
}
