/** `npm run package`: the Teams app package for this environment, ready to upload. Exit code 1 if something is wrong. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { environment } from '../config';
import { packApp, type Packed } from './package';

const usage = `npm run package -- [options]

Reads BOT_ID, AAD_APP_CLIENT_ID and PUBLIC_URL from the environment or .env.

  --out FILE           where the package goes (artifacts/device-assist.zip)
  --app-version X.Y.Z  version of the app; Teams takes an update only if it is higher (that of package.json)
  --developer NAME     who offers the app, as people read it in Teams (Device Assist)
  --website URL        the three pages that Teams links to from the app
  --privacy URL          (PUBLIC_URL with / and /privacy and /terms)
  --terms URL
  --help               this text
`;

const text = { type: 'string' } as const;
const known = {
  out: { type: 'string', default: path.join('artifacts', 'device-assist.zip') },
  'app-version': text,
  developer: text,
  website: text,
  privacy: text,
  terms: text,
  help: { type: 'boolean', default: false },
} as const;

function main(): void {
  const { values } = parseArgs({ options: known });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const { out, 'app-version': version, developer, website, privacy, terms } = values;
  const given = Object.entries({ version, developer, website, privacy, terms });
  const options = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  report(packApp(environment(), options), out);
}

function report(packed: Packed, out: string): void {
  if (!packed.ok) {
    process.stderr.write(`No package was written.\n${lines(packed.problems)}`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, packed.zip);
  const { name, version } = packed.manifest;
  process.stdout.write(`${out}: ${name.short} ${version}. Upload it in the Teams admin center.\n`);
  process.stdout.write(lines(packed.notes));
}

const lines = (texts: readonly string[]): string => texts.map((one) => `  - ${one}\n`).join('');

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
