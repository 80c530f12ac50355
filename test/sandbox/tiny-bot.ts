import { createServer } from 'node:http';
import { once } from 'node:events';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Sandbox } from '../../src/sandbox/sandbox';

const incoming = z.looseObject({
  type: z.string(),
  id: z.string(),
  name: z.string().optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  serviceUrl: z.string(),
  from: z.looseObject({ id: z.string(), aadObjectId: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
  locale: z.string().optional(),
});
export type Incoming = z.infer<typeof incoming>;

/** What a tiny bot answers to one activity: the HTTP body of an invoke, or nothing. */
export type Answer = { status?: number; body?: unknown } | undefined;
export type Script = (activity: Incoming, bot: TinyBot) => Promise<Answer> | Answer;

/** What the bot's own web pages answer, by address. */
export type Pages = (
  url: URL,
  cookie: string,
) => { status: number; headers: Record<string, string>; body: string };

export interface TinyBot {
  readonly received: Incoming[];
  /** Sends or changes a message through the connector; resolves with the connector's answer. */
  readonly call: (method: string, url: string, body?: unknown) => Promise<{ status: number; body: unknown }>;
  readonly stop: () => Promise<void>;
}

/** A bot of a few lines that checks the connector's token and plays a script. */
export async function startTinyBot(
  sandbox: Sandbox,
  script: Script,
  pages: Pages = () => ({ status: 404, headers: {}, body: '' }),
): Promise<TinyBot> {
  const { registrations, addresses, tenant } = sandbox;
  const keys = createRemoteJWKSet(new URL(`${addresses.connector}/.well-known/keys`));
  const received: Incoming[] = [];
  const bot: TinyBot = {
    received,
    call: async (method, url, body) => {
      const token = await botToken();
      const response = await fetch(url, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: JSON.parse((await response.text()) || 'null') as unknown };
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  async function botToken(): Promise<string> {
    const response = await fetch(`${addresses.login}/${tenant.id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: registrations.bot.id,
        client_secret: registrations.bot.secret,
        scope: 'https://api.botframework.com/.default',
      }),
    });
    return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
  }
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      const page = pages(new URL(request.url ?? '/', addresses.bot), request.headers.cookie ?? '');
      response.writeHead(page.status, page.headers);
      response.end(page.body);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const activity = incoming.parse(JSON.parse(Buffer.concat(chunks).toString()));
        const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
        const options = { issuer: 'https://api.botframework.com', audience: registrations.bot.id };
        const verified = await jwtVerify(token, keys, options).catch(() => undefined);
        if (verified?.payload['serviceurl'] !== activity.serviceUrl) {
          response.writeHead(401);
          response.end();
          return;
        }
        received.push(activity);
        const answer = await script(activity, bot);
        response.writeHead(answer?.status ?? 200, { 'content-type': 'application/json' });
        response.end(answer?.body === undefined ? '' : JSON.stringify(answer.body));
      })();
    });
  });
  server.listen(Number(new URL(addresses.bot).port), '127.0.0.1');
  await once(server, 'listening');
  return bot;
}

/** Where the bot answers an activity. */
export function activitiesUrl({ serviceUrl, conversation }: Incoming): string {
  return `${serviceUrl}v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
}

export function cardMessage(card: unknown) {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}
