import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JWTPayload } from 'jose';
import type { SigningKey } from '../../../src/sandbox/keys';
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox';
import { startBotProcess } from './bot-process';
import type { Canary } from './canaries';

// The stories of the whole bot, with every fault there is, and everything that is written down while they are played.

export type Played = {
  readonly canaries: readonly Canary[];
  readonly places: Readonly<Record<string, string>>;
};

const REASON = 'canary-reason-5d1c9e';
const FAULTS = [
  ...[
    'LAPTOP-7F3K',
    'LINK-40S',
    'LINK-FIRST',
    'RESULT-FIRST',
    'OLD-LINK',
    'EVIL-LINK',
    'ACTION-FAILED',
    'LINK-NEVER',
  ],
  ...[
    'FORBIDDEN-1',
    'FORBIDDEN-401',
    'THROTTLED-1',
    'RESET-AFTER-SEND',
    'SERVER-ERROR-ACCEPTED',
    'RESET-BEFORE',
  ],
  ...['SERVER-ERROR-1', 'GARBAGE-1', 'CLAIMS-1', 'NOT-FOUND-1', 'UNSUPPORTED-1', 'THROTTLED-1'],
];

/** `leaky`: a bot that writes down what it sends, which must be noticed. */
export async function playStories(leaky = false): Promise<Played> {
  const sandbox = await startSandbox({ speed: 20, patienceMs: 15_000 });
  const canaries = collectCanaries(sandbox);
  const answers = collectAnswers(sandbox);
  const bot = await startBotProcess(sandbox, { LOG_LEVEL: 'debug' }, [
    ...(leaky ? ['--import', pathToFileURL(join(__dirname, 'leak.mjs')).href] : []),
    join(__dirname, 'quick-bot.ts'),
  ]);
  try {
    await mainJob(sandbox, canaries);
    if (!leaky) await faultyStories(sandbox, canaries);
    const metrics = await (await fetch(`${sandbox.addresses.bot}/metrics`)).text();
    // With its journal, as it lies there while the bot works; and as it is left behind.
    const database = databaseOf(sandbox);
    await bot.stop();
    return {
      canaries,
      places: {
        ...{ log: bot.stdout(), 'standard error': bot.stderr(), metrics },
        ...{ answers: answers.join('\n'), messages: messagesOf(sandbox) },
        ...{ database: database + databaseOf(sandbox), 'audit export': exportOf(sandbox) },
      },
    };
  } finally {
    await bot.stop();
    await sandbox.stop();
  }
}

/** Every token that is issued from now on, every session link, both secrets, the codes and what people write. */
function collectCanaries({ parts, connector, registrations, tenant }: Sandbox): Canary[] {
  const canaries: Canary[] = [
    { kind: 'secret', text: registrations.bot.secret },
    { kind: 'secret', text: registrations.signOn.secret },
    // On the technician's own card, and in the row of the request until that is erased.
    { kind: 'what a person wrote', text: REASON, mayBeIn: ['messages', 'answers', 'database'] },
    ...tenant.devices.map(({ behaviour: { link } }) => ({ kind: 'session link', text: link })),
  ];
  const listening = (kind: string, key: SigningKey): SigningKey => ({
    ...key,
    sign: async (claims: JWTPayload) => {
      const token = await key.sign(claims);
      // Its signature, and the middle of its payload: the beginnings of tokens are alike.
      const [, payload = '', signature = ''] = token.split('.');
      canaries.push({ kind, text: signature }, { kind, text: payload.slice(60, 160) });
      return token;
    },
  });
  parts.tokens.key = listening('token of the login host', parts.tokens.key);
  connector.key = listening('token of the connector', connector.key);
  return canaries;
}

/** What the bot answers to Teams, errors among it. */
function collectAnswers({ parts }: Sandbox): string[] {
  const answers: string[] = [];
  const { delivery } = parts;
  const deliver = delivery.deliver.bind(delivery);
  delivery.deliver = async (...given) => {
    const answer = await deliver(...given);
    answers.push(withoutLinks(answer.body));
    return answer;
  };
  return answers;
}

async function mainJob(sandbox: Sandbox, canaries: Canary[]): Promise<void> {
  const tom = sandbox.openChat('tom');
  tom.client.signOn.singleSignOn = 'off';
  await tom.say('help me with device LAPTOP-7F3K');
  // Through the page, so that there is a code.
  const page = await tom.signIn();
  canaries.push({ kind: 'sign-in code', text: /\sdata-code="([^"]+)"/u.exec(page.body)?.[1] ?? '' });
  await tom.press('request-assistance', { reason: REASON });
  await tom.card(/session is ready/iu);
  await tom.press('close');
  await tom.card(/closed/iu);
}

/** Each device that fails on purpose, people who cannot sign in, and services that are away. */
async function faultyStories(sandbox: Sandbox, canaries: readonly Canary[]): Promise<void> {
  const tina = sandbox.openChat('tina');
  sandbox.tenant.device('THROTTLED-1').behave({ retryAfter: '1' });
  for (const name of FAULTS) {
    await tina.say(`help me with device ${name}`);
    const card = await tina.card(
      ({ text }) => text.includes(name) && /Request remote assistance\?/u.test(text),
    );
    await tina.press('request-assistance', { reason: REASON }, { on: card });
    await tina.card(
      ({ messageId, text }) => messageId === card.messageId && !/Request remote assistance\?/u.test(text),
    );
  }
  for (const key of ['carl', 'mia', 'bruno', 'gus', 'anna', 'nora', 'pat', 'frida'])
    await sandbox.openChat(key).say('help me with device LAPTOP-7F3K');
  const sergei = sandbox.openChat('sergei');
  sergei.client.signOn.tokenClaims = { oid: sandbox.tenant.person('tina').oid };
  await sergei.say('help me with device LAPTOP-7F3K');
  await sergei.settled();
  sandbox.connector.misbehave({ when: /^PUT/u, as: 'server-error', times: 3 });
  sandbox.connector.misbehave({ when: /^POST/u, as: 'reset', times: 2 });
  await tina.say(`help me with device ${canaries.find(({ kind }) => kind === 'session link')?.text ?? ''}`);
  await tina.say('status');
  // What goes on behind the answers.
  await new Promise((resolve) => setTimeout(resolve, 4_000));
}

/** Cards and lines as they hang now. The link may stand behind the button of the technician's own card, and only there. */
function messagesOf(sandbox: Sandbox): string {
  const { conversations } = sandbox.parts;
  const people = sandbox.tenant.people.map((person) => conversations.personal(person));
  return people
    .flatMap(({ messages }) => messages)
    .filter(({ from }) => from === 'bot')
    .map(({ activity }) => withoutLinks(activity))
    .join('\n');
}

function withoutLinks(value: unknown): string {
  const isLink = (inner: unknown) =>
    typeof inner === 'object' && inner !== null && Reflect.get(inner, 'type') === 'Action.OpenUrl';
  return JSON.stringify({ value }, (_key, inner: unknown) => (isLink(inner) ? {} : inner));
}

/** The bytes of the database, its journal included. */
const databaseOf = ({ folder }: Sandbox): string =>
  readdirSync(folder)
    .filter((name) => name.includes('.db'))
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

/** What `npm run audit -- export` writes. */
function exportOf(sandbox: Sandbox): string {
  const command = join(__dirname, '..', '..', '..', 'src', 'operator', 'audit-command.ts');
  const typescript = pathToFileURL(require.resolve('tsx')).href;
  return execFileSync(process.execPath, ['--import', typescript, command, 'export', '--format', 'jsonl'], {
    ...{ cwd: sandbox.folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    stdio: 'pipe', // how many rows it were is said beside them
    env: { PATH: process.env['PATH'], ...sandbox.environment() },
  });
}
