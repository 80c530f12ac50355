import type { Auth } from '../../../../src/auth/auth';
import type { GraphAccess } from '../../../../src/desk/graph-access';
import type { HelpDesk } from '../../../../src/desk/help-desk';
import type { Chats } from '../../../../src/teams/connector';
import type { Database } from '../../../../src/storage/database/tables';
import type { Storage } from '../../../../src/storage/storage';
import type { Life } from './life';
import { mutated } from './mutants';
import { replaceExports } from './replace';

/** What the next instance of the bot is started with, and what it hands out. */
export type Props = {
  life: Life;
  database: Database;
  chats: Chats;
  /** Who is signed in at this instance. */
  signedIn: Map<string, GraphAccess>;
  /** The desk behind the edge, once it was started. */
  desk: HelpDesk | undefined;
  /** The instance's storage, for those who outlive it. */
  storage: Storage | undefined;
};

/** Set before `startBot`; the replaced exports read it when they are called. */
export const props: { current: Props | undefined } = { current: undefined };

function now(): Props {
  if (!props.current) throw new Error('No instance is being started');
  return props.current;
}

const stranger = () => Promise.reject(new Error('Nobody signs in here'));

replaceExports('storage/database/database', () => ({
  // All instances of one proof work on one database, which outlives them.
  openDatabase: () => Promise.resolve({ ...now().database, close: () => Promise.resolve() }),
}));
replaceExports('storage/storage', (real) => ({
  openStorage: async (options: unknown) => {
    const current = now();
    // The cast: it is the module's own function, with its own parameter.
    const open = real['openStorage'] as (options: unknown) => Promise<Storage>;
    current.storage = mutated(await open(options));
    return current.life.mortal(current.storage, 'storage');
  },
}));
replaceExports('auth/auth', () => ({
  openAuth: (): Auth => {
    const { signedIn } = now();
    return {
      signIns: {
        accessFor: (person) => Promise.resolve(signedIn.get(person)),
        signOut: () => Promise.resolve(),
      },
      ...{ signInWithAssertion: stranger, startUrl: () => 'https://login.example', redeem: stranger },
      ...{ botToken: stranger, connectorKeys: { find: stranger, areUsable: () => Promise.resolve(true) } },
    };
  },
}));
replaceExports('teams/connector', () => ({
  chatsOver: () => {
    const { life, chats } = now();
    return life.mortal(chats, 'teams');
  },
}));
replaceExports('teams/answer', (real) => ({
  answerTurns: (parts: { readonly desk: HelpDesk }) => {
    now().desk = parts.desk;
    return (real['answerTurns'] as (parts: unknown) => unknown)(parts); // its own parameter, handed on
  },
}));
replaceExports('teams/server', (real) => ({
  ...real,
  Server: class {
    listen = () => Promise.resolve(1);
    stop = () => Promise.resolve();
  },
}));
