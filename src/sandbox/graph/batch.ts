import { z } from 'zod';
import type { Answer, Ask, Reply } from '../http';
import { graphError, type RequestIds } from './graph-errors';

const batchBody = z.object({
  requests: z
    .array(
      z.object({
        id: z.string(),
        method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
        url: z.string(),
        headers: z.record(z.string(), z.string()).default({}),
        body: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(20),
});

/** Answers the parts of a `$batch` one by one, in any order, each with its own status. */
export async function answerBatch(
  ask: Ask,
  ids: RequestIds,
  answerPart: (part: Ask) => Promise<Reply>,
): Promise<Reply> {
  const batch = batchBody.safeParse(jsonOf(ask.body)).data;
  if (!batch) return graphError(400, 'BadRequest', 'Invalid batch payload format.', ids);
  const names = batch.requests.map(({ id }) => id.toLowerCase());
  if (new Set(names).size < names.length)
    return graphError(400, 'BadRequest', 'Request Id values must be unique.', ids);
  const root = ask.url.pathname.replace(/\/\$batch$/, '');
  const responses = await Promise.all(
    batch.requests.map(async ({ id, method, url, headers, body }) => {
      const path = `${root}/${url.replace(/^\//, '')}`;
      const lowerCase = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v]));
      const reply = await answerPart({
        method,
        url: new URL(path, ask.url),
        headers: { authorization: ask.headers.authorization, ...lowerCase },
        body: body === undefined ? '' : JSON.stringify(body),
      });
      return { id, ...partOf(reply, ids) };
    }),
  );
  // Graph promises no order; a client that relies on one should fail here.
  return { status: 200, body: { responses: responses.reverse() } };
}

function partOf(reply: Reply, ids: RequestIds): Answer {
  const broken = typeof reply === 'string' || 'stream' in reply;
  const { status, headers, body } = broken
    ? graphError(504, 'GatewayTimeout', 'Gateway timeout', ids)
    : reply;
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused as no batch
  }
}
