import type { Environment } from '../config';

/** What an administrator can say on the command line; each has a default. */
export type PackageOptions = Partial<
  Readonly<Record<'version' | 'developer' | 'website' | 'privacy' | 'terms', string>>
>;

/** What stands between `{{` and `}}` in `appPackage/manifest.json`. */
export type Values = Readonly<
  Record<
    | 'BOT_ID'
    | 'AAD_APP_CLIENT_ID'
    | 'HOST'
    | 'VERSION'
    | 'DEVELOPER'
    | 'WEBSITE_URL'
    | 'PRIVACY_URL'
    | 'TERMS_URL',
    string
  >
>;

export type ReadValues =
  | { readonly ok: true; readonly values: Values; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Needs only BOT_ID, AAD_APP_CLIENT_ID and PUBLIC_URL: no secret goes into a package. */
export function readValues(env: Environment, options: PackageOptions, ownVersion: string): ReadValues {
  const problems: string[] = [];
  const botId = readId(env, 'BOT_ID', 'the bot registration', problems);
  const signInId = readId(env, 'AAD_APP_CLIENT_ID', 'the registration for single sign-on', problems);
  if (botId !== '' && botId === signInId)
    problems.push('BOT_ID and AAD_APP_CLIENT_ID are the same: they must name two registrations.');
  const url = readPublicUrl(env, problems);
  const values: Values = {
    BOT_ID: botId,
    AAD_APP_CLIENT_ID: signInId,
    HOST: url?.host ?? '',
    VERSION: readVersion(options.version ?? ownVersion, problems),
    DEVELOPER: readDeveloper(options.developer, problems),
    WEBSITE_URL: readPage('website', options, url, problems),
    PRIVACY_URL: readPage('privacy', options, url, problems),
    TERMS_URL: readPage('terms', options, url, problems),
  };
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, values, notes: notesOn(options, values) };
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

function readId(
  env: Environment,
  name: 'BOT_ID' | 'AAD_APP_CLIENT_ID',
  of: string,
  problems: string[],
): string {
  const id = env[name]?.trim().toLowerCase() ?? '';
  const remedy = `set it to the application (client) id of ${of}, in .env or in the environment.`;
  if (id === '') problems.push(`${name} is missing: ${remedy}`);
  else if (!GUID.test(id)) problems.push(`${name} is no GUID: ${remedy}`);
  else if (isMadeUp(id)) problems.push(`${name} looks like a placeholder: ${remedy}`);
  return id;
}

/** Few different digits, or digits in their order: nobody's registration, but many people's example. */
const isMadeUp = (id: string): boolean =>
  new Set(id.replaceAll('-', '')).size < 6 || /0123-?4567|1234-?5678|abcd-?ef/u.test(id);

function readPublicUrl(env: Environment, problems: string[]): URL | undefined {
  const text = env['PUBLIC_URL']?.trim() ?? '';
  const example = 'such as https://device-assist.your-company.com';
  if (text === '') {
    problems.push(
      `PUBLIC_URL is missing: set it to the address under which Teams reaches the bot, ${example}.`,
    );
    return undefined;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.href !== `${url.origin}/`)
    problems.push(`PUBLIC_URL must be an https:// address without path, query or password, ${example}.`);
  else if (!isPublicName(url.hostname))
    problems.push(`PUBLIC_URL must name a host that Teams can reach, ${example}: ${url.hostname} is none.`);
  return url;
}

/** Ends in a named top-level domain that is in use: no address in digits, no `localhost`, nothing from RFC 2606. */
const isPublicName = (host: string): boolean =>
  /\.[a-z][a-z0-9-]{1,62}$/u.test(host) &&
  !/(?:^|\.)(?:example\.(?:com|net|org)|your-company\.com|example|invalid|localhost|test)$/u.test(host);

function readVersion(version: string, problems: string[]): string {
  if (!/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/u.test(version))
    problems.push('The version must be three numbers: say --app-version 1.2.3.');
  return version;
}

function readDeveloper(name: string | undefined, problems: string[]): string {
  const developer = name?.trim() || 'Device Assist';
  if (developer.length > 32)
    problems.push('The name of the developer is too long: say --developer with at most 32 characters.');
  return developer;
}

const pages = { website: '/', privacy: '/privacy', terms: '/terms' } as const;

function readPage(
  page: keyof typeof pages,
  options: PackageOptions,
  publicUrl: URL | undefined,
  problems: string[],
): string {
  const own = options[page]?.trim();
  if (!own) return publicUrl ? new URL(pages[page], publicUrl).href : '';
  if (!URL.canParse(own) || new URL(own).protocol !== 'https:')
    problems.push(`The ${page} page must have an https:// address: say --${page} https://….`);
  return own;
}

function notesOn(options: PackageOptions, values: Values): readonly string[] {
  const urls = { website: values.WEBSITE_URL, privacy: values.PRIVACY_URL, terms: values.TERMS_URL };
  return (['website', 'privacy', 'terms'] as const)
    .filter((page) => !options[page])
    .map(
      (page) => `${urls[page]} stands for your ${page} page: put one there, or name yours with --${page}.`,
    );
}
