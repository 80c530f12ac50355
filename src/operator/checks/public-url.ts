import { cannotTell, judgeEnd, ok, problem, type Check, type Configured, type Verdict } from './check';
import { explainSilence, probe, type Answered } from './probe';

function lookAtAddress({ config }: Configured): Verdict {
  const url = new URL(config.publicUrl);
  const how =
    'Set PUBLIC_URL to an address such as https://device-assist.your-company.com, and nothing behind it.';
  if (url.pathname !== '/')
    return problem(
      `PUBLIC_URL has a path (${url.pathname}); the bot serves /auth and /api at the root.`,
      how,
    );
  if (url.protocol !== 'https:')
    return problem(`PUBLIC_URL is ${url.origin}: only this machine can reach that.`, how);
  if (!/\.[a-z][a-z0-9-]*$/u.test(url.hostname))
    return problem(`PUBLIC_URL names ${url.hostname}, which Teams and browsers elsewhere cannot find.`, how);
  return ok(`PUBLIC_URL is ${url.origin}.`);
}

async function lookAtCertificate(world: Configured): Promise<Verdict> {
  const url = new URL(world.config.publicUrl);
  const how = 'Have the proxy renew it, with the whole chain, from an authority that everybody trusts.';
  if (url.protocol !== 'https:')
    return problem(
      'PUBLIC_URL is not https, so there is no certificate.',
      'Put a proxy with a certificate in front.',
    );
  const found = await world.readCertificate(url, world.patience);
  if (!found.shown) return problem(`${url.host} shows no certificate: ${explainSilence(found.code)}.`, how);
  const { endsAt, mistrust } = found;
  const now = world.clock.now();
  if (mistrust !== undefined && endsAt > now)
    return problem(
      `This machine does not trust the certificate of ${url.host}: ${explainSilence(mistrust)}.`,
      how,
    );
  return judgeEnd(`The certificate of ${url.host}`, endsAt, now, how);
}

type Route = {
  readonly path: string;
  readonly init?: RequestInit;
  /** Undefined when the answer is what this bot says there. */
  readonly against: (answer: Answered) => Verdict | undefined;
  readonly fine: string;
};

const passes = (path: string) =>
  `Start the bot, and let the proxy pass ${path} on to it (its PORT), unchanged; then ask again from outside.`;

/** Asks the bot through its public address, as Teams and browsers do. */
const through =
  ({ path, init, against, fine }: Route) =>
  async (world: Configured): Promise<Verdict> => {
    const url = world.config.publicUrl + path;
    const reply = await probe(world, url, init);
    if (!reply.answered)
      return problem(`${url} gives no answer from here: ${explainSilence(reply.code)}.`, passes(path));
    return against(reply) ?? ok(fine);
  };

const saysStatus = (answer: Answered, status: string) =>
  typeof answer.json === 'object' &&
  answer.json !== null &&
  'status' in answer.json &&
  answer.json.status === status;

const alive: Route = {
  path: '/healthz',
  fine: 'The bot answers at its public address.',
  against: (answer) =>
    answer.status === 200 && saysStatus(answer, 'ok')
      ? undefined
      : problem(`What answers at PUBLIC_URL (${answer.status}) is not this bot.`, passes('/healthz')),
};

const ready: Route = {
  path: '/readyz',
  fine: 'The bot says that it can work.',
  against: (answer) => {
    if (answer.status === 200 && saysStatus(answer, 'ready')) return undefined;
    if (answer.status === 503)
      return problem(
        'The bot runs and cannot work: its database gives no answer.',
        'Look at the database checks.',
      );
    return problem(`What answers at /readyz (${answer.status}) is not this bot.`, passes('/readyz'));
  },
};

const messages: Route = {
  path: '/api/messages',
  init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
  fine: 'The front door turns away who has no token of Teams.',
  against: ({ status }) => {
    if (status === 401) return undefined;
    if (status >= 200 && status < 300)
      return problem(
        `Something at /api/messages takes a message from anybody (${status}).`,
        'Find out what answers there, and let only this bot do so.',
      );
    if (status === 503)
      return cannotTell(
        'The bot has no keys of the connector at the moment.',
        'Look at the check connector-keys.',
      );
    return problem(`/api/messages does not reach the bot (${status}).`, passes('POST /api/messages'));
  },
};

const pages: Route = {
  path: '/auth/end',
  fine: 'The pages of the sign-in reach the browser.',
  against: ({ status, text }) =>
    // A visit that nobody began: our own page says so.
    status === 400 && text.includes('/auth/page.css')
      ? undefined
      : problem(`/auth/end does not show the page of this bot (${status}).`, passes('GET /auth/…')),
};

/** The way from Teams and from browsers to this bot. */
export const publicUrlChecks: readonly Check[] = [
  {
    name: 'public-url',
    why: 'Teams and the browsers of technicians come to this address.',
    who: 'whoever runs the bot',
    look: lookAtAddress,
  },
  {
    name: 'public-url-certificate',
    why: 'Teams and browsers go nowhere else than where the certificate is in order.',
    who: 'whoever runs the network or the proxy',
    look: lookAtCertificate,
  },
  {
    name: 'public-url-alive',
    why: 'What Teams cannot reach, nobody can talk to.',
    who: 'whoever runs the network or the proxy',
    look: through(alive),
  },
  {
    name: 'public-url-ready',
    why: 'A bot without its database can answer nobody.',
    who: 'whoever runs the bot',
    look: through(ready),
  },
  {
    name: 'public-url-messages',
    why: 'Teams delivers messages there, and nobody else may.',
    who: 'whoever runs the network or the proxy',
    look: through(messages),
  },
  {
    name: 'public-url-sign-in',
    why: 'Whom single sign-on does not lead in signs in on these pages.',
    who: 'whoever runs the network or the proxy',
    look: through(pages),
  },
];
