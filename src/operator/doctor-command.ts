/** `npm run doctor`: what is wrong, why it matters, who can mend it and how. Exit code 0, 1 (problems) or 2 (could not run). */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { environment } from '../config';
import { certificateReader } from './checks/server-certificate';
import { examine, type World } from './doctor';
import { exitCode, readable } from './doctor-report';

const usage = `npm run doctor -- [options]

Holds the configuration (.env and environment) against the running world. It changes nothing.

  --token-file FILE  a file with an access token of an administrator for Graph (Graph Explorer → Access token):
                     looks at Intune and at the registrations too. The token is neither printed nor kept.
  --json             the findings as JSON: check, status, finding, why, who, how
  --help             this text

Exit code: 0 no problems, 1 problems, 2 the doctor could not run.
`;

const options = {
  'token-file': { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<number> {
  const { values } = parseArgs({ options });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const findings = await examine(world(values['token-file']));
  process.stdout.write(values.json ? `${JSON.stringify(findings, null, 2)}\n` : readable(findings));
  return exitCode(findings);
}

const world = (tokenFile: string | undefined): World => ({
  env: environment(),
  folder: process.cwd(),
  clock: { now: () => Date.now(), monotonic: () => performance.now() },
  fetch: globalThis.fetch,
  readCertificate: certificateReader(),
  nodeVersion: process.version,
  patience: 4_000,
  ...(tokenFile === undefined ? {} : { graphToken: readToken(tokenFile) }),
});

function readToken(file: string): string {
  const token = readFileSync(file, 'utf8')
    .trim()
    .replace(/^Bearer /u, '');
  if (!/^[\w.~+/=-]{20,}$/u.test(token)) throw new Error(`${file} does not hold an access token.`);
  return token;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `The doctor could not run: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
