import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import {
  cannotTell,
  oncePerRun,
  ok,
  problem,
  warning,
  type Check,
  type Configured,
  type Verdict,
} from './check';

const text = z.string().catch('');
const manifestShape = z.object({
  id: text,
  version: text,
  bots: z.array(z.object({ botId: text })).catch([]),
  validDomains: z.array(z.string()).catch([]),
  webApplicationInfo: z.object({ id: text, resource: text }).catch({ id: '', resource: '' }),
});

type Manifest = z.infer<typeof manifestShape>;
type Read = { readonly from: 'package' | 'template'; readonly manifest: Manifest };

const MAKE = 'npm run package, and upload the new zip in the Teams admin center.';
const PACKAGE = path.join('artifacts', 'device-assist.zip');

/** The built package, or the template filled in with this environment; undefined when neither can be read. */
const read = oncePerRun((world: Configured): Read | undefined => {
  const zip = path.join(world.folder, PACKAGE);
  const template = path.join(world.folder, 'appPackage', 'manifest.json');
  if (existsSync(zip)) return readManifest('package', () => manifestIn(readFileSync(zip)));
  if (!existsSync(template)) return undefined;
  return readManifest('template', () => fill(readFileSync(template, 'utf8'), world));
});

function readManifest(from: Read['from'], load: () => string): Read | undefined {
  try {
    return { from, manifest: manifestShape.parse(JSON.parse(load())) };
  } catch {
    return undefined; // no zip, no JSON, no manifest: all the same to who has to make it anew
  }
}

function manifestIn(zip: Uint8Array): string {
  const files = unzipSync(zip, { filter: ({ name }) => name === 'manifest.json' });
  return Buffer.from(files['manifest.json'] ?? []).toString('utf8');
}

function fill(template: string, { config }: Configured): string {
  const values: Readonly<Record<string, string>> = {
    BOT_ID: config.bot.id,
    AAD_APP_CLIENT_ID: config.signIn.clientId,
    HOST: new URL(config.publicUrl).host,
  };
  return template.replaceAll(/\{\{([A-Z_]{1,40})\}\}/gu, (whole, name: string) => values[name] ?? whole);
}

function lookAtPackage(world: Configured): Verdict {
  const found = read(world);
  if (!found) return problem('There is no readable app package, and no manifest to make one of.', MAKE);
  if (found.from === 'template') return warning(`${PACKAGE} has not been made yet.`, MAKE);
  return ok(`${PACKAGE} holds version ${found.manifest.version} of the app.`);
}

const judged =
  (judge: (manifest: Manifest, world: Configured) => Verdict) =>
  (world: Configured): Verdict => {
    const found = read(world);
    return found ? judge(found.manifest, world) : cannotTell('There is no manifest to look at.', MAKE);
  };

const lookAtBot = judged(({ id, bots }, { config }) => {
  const strange = [id, ...bots.map(({ botId }) => botId)].find((one) => one.toLowerCase() !== config.bot.id);
  if (strange === undefined && bots.length > 0) return ok('The manifest names this bot.');
  return problem(`The manifest names another bot than BOT_ID: ${strange ?? 'none'}.`, MAKE);
});

const lookAtSingleSignOn = judged(({ webApplicationInfo }, { config: { signIn } }) => {
  const { id, resource } = webApplicationInfo;
  if (id.toLowerCase() !== signIn.clientId)
    return problem(
      `The manifest signs people in to another app than AAD_APP_CLIENT_ID: ${id || 'none'}.`,
      MAKE,
    );
  if (resource.toLowerCase() !== signIn.resource)
    return problem(`The manifest asks for ${resource || 'no resource'} instead of ${signIn.resource}.`, MAKE);
  return ok('The manifest signs people in to the sign-in app.');
});

const lookAtDomains = judged(({ validDomains }, { config }) => {
  const { host, hostname } = new URL(config.publicUrl);
  if (validDomains.some((domain) => covers(domain.toLowerCase(), host, hostname)))
    return ok(`Teams may open pages of ${host}.`);
  return problem(`validDomains of the manifest lack ${host}: ${validDomains.join(', ') || 'none'}.`, MAKE);
});

/** `*.` stands for one label or more. */
const covers = (domain: string, host: string, hostname: string) =>
  domain === host || domain === hostname || (domain.startsWith('*.') && hostname.endsWith(domain.slice(1)));

/** The Teams app, as it was packed or would be. */
export const manifestChecks: readonly Check[] = [
  {
    name: 'app-package',
    why: 'It is what the Teams administrator uploads.',
    who: 'a Teams administrator',
    look: lookAtPackage,
  },
  {
    name: 'manifest-bot',
    why: 'Teams delivers messages to the bot that the manifest names.',
    who: 'a Teams administrator',
    look: lookAtBot,
  },
  {
    name: 'manifest-single-sign-on',
    why: 'Teams makes sign-on tokens for the app that the manifest names.',
    who: 'a Teams administrator',
    look: lookAtSingleSignOn,
  },
  {
    name: 'manifest-domains',
    why: 'Teams opens the sign-in page only on these hosts.',
    who: 'a Teams administrator',
    look: lookAtDomains,
  },
];
