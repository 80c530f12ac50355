import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { causes } from '../src/request/help-request';

// What must stay in step: who may import whom, and which package lives in which room. (The floor plan.)

const src = join(__dirname, '..', 'src');
const core = ['request', 'understand', 'i18n', 'safe-text'];

/** Rooms, and the rooms each may import. `request` and `desk` hand out types and troubles to those around them. */
const mayImport: Record<string, readonly string[]> = {
  request: [],
  understand: [],
  i18n: [],
  'safe-text': [],
  desk: ['request', 'understand', 'log'],
  cards: ['request', 'i18n', 'desk', 'safe-text'],
  storage: ['request', 'desk', 'config', 'log'],
  auth: ['request', 'desk', 'config', 'log', 'outbound'],
  graph: ['request', 'desk', 'config', 'log', 'outbound'],
  teams: ['request', 'desk', 'understand', 'cards', 'i18n', 'auth', 'config', 'log', 'safe-text', 'outbound'],
  sandbox: ['bot', 'config'],
  operator: ['auth', 'clouds', 'config', 'desk', 'outbound', 'request', 'safe-text', 'storage'],
  timers: ['desk', 'log'],
  bot: [
    'timers',
    'request',
    'desk',
    'understand',
    'cards',
    'i18n',
    'auth',
    'graph',
    'storage',
    'teams',
    'config',
    'log',
    'metrics',
  ],
  main: ['bot', 'config', 'log'],
  config: ['request', 'clouds', 'outbound'],
  clouds: [],
  outbound: [],
  log: ['safe-text'],
  metrics: ['request'],
};

/** Packages that only these rooms may import. */
const livesIn: Record<string, readonly string[]> = {
  botbuilder: ['teams'],
  'botframework-connector': ['teams'],
  'botframework-schema': ['teams'],
  restify: ['teams'],
  '@azure/msal-node': ['auth'],
  jose: ['auth', 'teams', 'sandbox'],
  kysely: ['storage'],
  libsql: ['storage'],
  pg: ['storage'],
  'adaptivecards-templating': ['cards'],
  'adaptive-expressions': ['cards'],
  'intl-messageformat': ['i18n'],
  pino: ['log'],
  'prom-client': ['metrics'],
};

type Import = { readonly file: string; readonly room: string; readonly target: string };

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const roomOf = (path: string) => (relative(src, path).split(sep)[0] ?? '').replace(/\.[jt]s$/u, '');

const imports: Import[] = filesIn(src).flatMap((path) => {
  const text = readFileSync(path, 'utf8');
  const targets = [...text.matchAll(/(?:from|import\(|require\(|import) '([^']+)'/gu)].map(
    ([, target]) => target ?? '',
  );
  return targets.map((target) => ({
    file: relative(src, path),
    room: roomOf(path),
    target: resolve(path, target),
  }));
});

function resolve(from: string, target: string): string {
  return target.startsWith('.') ? `src/${roomOf(join(from, '..', target))}` : target;
}

test('every room is in the table', () => {
  expect([...new Set(imports.map(({ room }) => room))].filter((room) => !(room in mayImport))).toEqual([]);
});

test('a room imports only the rooms that the floor plan allows', () => {
  const strangers = imports.filter(({ room, target }) => {
    const other = target.startsWith('src/') ? target.slice('src/'.length) : undefined;
    return other !== undefined && other !== room && !mayImport[room]?.includes(other);
  });
  expect(strangers.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('a package is imported only by the room it lives in', () => {
  const strangers = imports.filter(({ room, target }) => livesIn[target] && !livesIn[target].includes(room));
  expect(strangers.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('the rules, the parser and the catalogs import nothing from outside, not even node', () => {
  const allowed = new Set(['intl-messageformat']);
  const strangers = imports.filter(({ file, room, target }) => {
    const isCommand = file === join('understand', 'command.ts');
    return core.includes(room) && !isCommand && !target.startsWith('src/') && !allowed.has(target);
  });
  expect(strangers.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('every direct dependency is pinned exactly, and its reason stands in the README', () => {
  const manifest = JSON.parse(readFileSync(join(src, '..', 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const readme = readFileSync(join(src, '..', 'README.md'), 'utf8');
  const versions = { ...manifest['dependencies'], ...manifest['devDependencies'] };
  expect(
    Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version)),
  ).toEqual([]);
  expect(Object.keys(versions).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('every cause of a refusal has its row in the README, and no row is left over', () => {
  const readme = readFileSync(join(src, '..', 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\|[^|]+\| `([a-z-]+)` +\|/gmu)].map(([, code]) => code);
  expect(rows.sort()).toEqual([...causes].sort());
});
