import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { configNames, readConfig } from '../src/config';

// The container files cannot be run where the tests run. What can be seen without running them is held here.

const read = (file: string) => readFileSync(join(__dirname, '..', file), 'utf8');
const instructions = read('Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ name: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
const all = (name: string) => instructions.filter((one) => one.name === name).map(({ rest }) => rest);
const lastStage = instructions.slice(instructions.map(({ name }) => name).lastIndexOf('FROM'));

type Service = {
  readonly image: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: unknown;
};
// The cast: our own file; a wrong shape fails the tests below.
const compose = parse(read('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
};
const services = Object.entries(compose.services);
const bots = services.filter(([, { build }]) => build !== undefined).map(([, bot]) => bot);

/** An exact release: three numbers, or major and minor where a project has no more (PostgreSQL). */
const PINNED = /^[a-z-]+:\d+\.\d+(?:\.\d+)?(?:-[a-z]+)*$/u;

describe('the Dockerfile', () => {
  test('builds every stage on the same pinned image', () => {
    const images = all('FROM').map((from) => from.split(' ', 1)[0] ?? '');
    expect(images.filter((image) => !PINNED.test(image))).toEqual([]);
    expect(new Set(images).size).toBe(1);
  });

  test('copies only what is there and what .dockerignore lets through', () => {
    const sources = all('COPY')
      .filter((copy) => !copy.startsWith('--from='))
      .flatMap((copy) => copy.split(' ').slice(0, -1))
      .map((source) => source.replace(/^\.\//u, ''));
    expect(sources.filter((source) => !existsSync(join(__dirname, '..', source)))).toEqual([]);
    const passed = read('.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    expect(new Set(passed)).toEqual(new Set(sources));
    expect(passed.filter((name) => name.includes('env') || name.includes('data'))).toEqual([]);
  });

  test('installs from the lockfile, and only what is needed to run in the end', () => {
    const installs = all('RUN').filter((run) => run.includes('npm') && !run.includes('npm run'));
    expect(installs).toEqual(['npm ci --ignore-scripts', 'npm ci --omit=dev --ignore-scripts']);
    const taken = lastStage.filter(({ rest }) => rest.includes('node_modules')).map(({ rest }) => rest);
    expect(taken).toEqual(['--from=dependencies /app/node_modules ./node_modules']);
  });

  test('ends as somebody who is not root, with a health check, starting what npm start starts', () => {
    const names = lastStage.map(({ name }) => name);
    expect(all('USER')).toEqual(['node']);
    expect(names.indexOf('USER')).toBeLessThan(names.indexOf('CMD'));
    expect(all('HEALTHCHECK')[0]).toContain('/healthz');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect((JSON.parse(all('CMD')[0] ?? '') as string[]).join(' ')).toBe(scripts['start']);
  });

  test('holds no secret and sets nothing that the environment should', () => {
    expect([...all('ENV'), ...all('ARG')]).toEqual([]);
  });
});

describe('the compose file', () => {
  test('pins every image', () => {
    expect(services.map(([, { image }]) => image).filter((image) => !PINNED.test(image))).toEqual([]);
  });

  test('has two instances that differ in nothing, their data key least of all', () => {
    expect(bots).toHaveLength(2);
    expect(bots[0]).toEqual(bots[1]);
    expect(bots[0]?.environment?.['DATA_KEY']).toMatch(/^\$\{DATA_KEY:\?/u);
  });

  test('gives the bot only names that it reads, and a configuration that it takes', () => {
    const given = bots[0]?.environment ?? {};
    const known: readonly string[] = configNames;
    expect(Object.keys(given).filter((name) => !known.includes(name))).toEqual([]);
    const id = (digit: string) => `${digit.repeat(8)}-1111-4111-8111-111111111111`;
    const env: Record<string, string> = {
      ...{ PUBLIC_URL: 'https://bot.contoso.com', BOT_ID: id('1'), BOT_TENANT_ID: id('a') },
      ...{ AAD_APP_CLIENT_ID: id('2'), AAD_APP_CLIENT_SECRET: 's', BOT_PASSWORD: 's' },
      ...{ DATA_KEY: Buffer.from([...Array(32).keys()]).toString('base64'), POSTGRES_PASSWORD: 'p' },
    };
    const filled = Object.entries(given).map(([name, value]) => [name, fill(value, env)] as const);
    expect(readConfig(Object.fromEntries(filled)).database).toEqual({
      kind: 'postgres',
      url: 'postgres://device_assist:p@database/device_assist',
    });
  });

  test('names no secret itself', () => {
    const values = services.flatMap(([, { environment = {} }]) => Object.entries(environment));
    const secret = values.filter(([name]) => /PASSWORD|SECRET|KEY/u.test(name));
    expect(secret.filter(([, value]) => !value.startsWith('${'))).toEqual([]);
  });

  test('mounts only files that are there and volumes that it declares', () => {
    const sources = services.flatMap(([, { volumes = [] }]) =>
      volumes.map((volume) => volume.split(':', 1)[0] ?? ''),
    );
    const missing = sources.filter((source) =>
      source.startsWith('./') ? !existsSync(join(__dirname, '..', source)) : !(source in compose.volumes),
    );
    expect(missing).toEqual([]);
  });

  test('starts the bot after the database answers', () => {
    expect(bots[0]?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(compose.services['database']).toHaveProperty('healthcheck');
  });

  test('opens the door of Teams and the sign-in pages to the world, and nothing else', () => {
    const open = services.filter(([, service]) => 'ports' in service).map(([name]) => name);
    expect(open).toEqual(['proxy']);
    const paths = /@bot path (.+)/u.exec(read('Caddyfile'))?.[1]?.split(' ');
    expect(paths).toEqual(['/api/messages', '/auth/*']);
    const upstreams = /reverse_proxy ([^{]+)\{/u.exec(read('Caddyfile'))?.[1]?.trim().split(' ');
    expect(upstreams).toEqual(['bot-1:3978', 'bot-2:3978']);
  });
});

test('the table of settings in SETUP.md has every name that the bot reads, and no other', () => {
  const setUp = read('SETUP.md');
  const step = setUp.slice(setUp.indexOf('## 6. Configure'), setUp.indexOf('## 7. Start'));
  const names = new Set([...step.matchAll(/`([A-Z]+(?:_[A-Z]+)*)`/gu)].map(([, name]) => name));
  expect([...names].sort()).toEqual([...configNames].sort());
});

/** `${NAME:-otherwise}` and `${NAME:?problem}`, as Compose fills them in. */
function fill(value: string, env: Readonly<Record<string, string>>): string {
  return value.replaceAll(
    /\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/gu,
    (_, name: string, how: string, text: string) => {
      const given = env[name];
      if (given === undefined && how === '?') throw new Error(`${name}: ${text}`);
      return given ?? (how === '-' ? text : '');
    },
  );
}
