import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateReader } from '../../src/operator/checks/server-certificate';
import { examine, type Finding, type World } from '../../src/operator/doctor';
import { listen, type Ask, type Listening, type Reply } from '../../src/sandbox/http';

/** A complete environment of which nothing exists. */
export const complete = {
  PUBLIC_URL: 'https://bot.contoso.com',
  BOT_ID: '3f2a9c1e-5b7d-4e8f-9a0b-1c2d3e4f5a6b',
  BOT_TENANT_ID: 'c0ffee00-1d2e-4f30-8a4b-5c6d7e8f9a0b',
  BOT_PASSWORD: 'the-secret-of-the-bot',
  AAD_APP_CLIENT_ID: '8d7c6b5a-4f3e-4d2c-8b1a-0f9e8d7c6b5a',
  AAD_APP_CLIENT_SECRET: 'the-secret-of-the-sign-in-app',
};

const folders: string[] = [];
const servers: Listening[] = [];

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'device-assist-doctor-'));
  folders.push(folder);
  return folder;
}

/** A server on loopback that gives this answer, whatever is asked. */
export async function serverThat(answer: (ask: Ask) => Reply): Promise<string> {
  const server = await listen('a double', 0, (ask) => Promise.resolve(answer(ask)));
  servers.push(server);
  return server.url;
}

/** An address where nothing listens; fetch itself refuses the best known of such ports. */
export const NOBODY = 'http://127.0.0.1:20009';

/** What the doctor looks at; `changes` replaces parts of it. */
export function worldOf(env: World['env'], changes: Partial<World> = {}): World {
  return {
    env,
    folder: changes.folder ?? emptyFolder(),
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    fetch: globalThis.fetch,
    readCertificate: certificateReader(),
    nodeVersion: process.version,
    patience: 2_000,
    ...changes,
  };
}

/** The one finding of one check. */
export async function find(check: string, world: World): Promise<Finding> {
  const findings = await examine(world, [check]);
  const [only, ...more] = findings.filter((finding) => finding.check === check);
  if (!only || more.length > 0) throw new Error(`${findings.length} findings of ${check}`);
  return only;
}

/** As jest compares it: what is wrong also says why, who and how. */
export const says = (status: Finding['status'], finding: RegExp) => ({
  status,
  finding: expect.stringMatching(finding) as string,
  why: expect.stringMatching(/\.$/u) as string,
  who: expect.stringMatching(/./u) as string,
  ...(status === 'problem' || status === 'warning' ? { how: expect.stringMatching(/./u) as string } : {}),
});
