import { z } from 'zod';
import type { GraphAccess } from '../desk/graph-access';
import { Unreachable, type Trouble } from '../desk/troubles';
import type { GraphApi } from '../request/device';
import type { Answer } from './exchange';
import type { GraphClient } from './graph-client';
import { troubleOf } from './graph-errors';

const batchShape = z.object({ responses: z.array(z.unknown()) });
const partShape = z.object({
  id: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  body: z.unknown().optional(),
});

/** What one part of a batch came to. */
export type PartAnswer = { readonly body: unknown } | Trouble;

/**
 * Many reads of devices in one exchange, answers in the order of the questions. Graph answers in any order, and each
 * part with a status of its own: 429 inside of a 200 is usual. @throws {Trouble} when the batch as a whole failed.
 */
export async function readParts(
  client: GraphClient,
  access: GraphAccess,
  api: GraphApi,
  targets: readonly string[],
): Promise<readonly PartAnswer[]> {
  const batch = batchShape.safeParse(await client.readBatch(access, api, targets)).data;
  if (!batch) throw new Unreachable('intune');
  const parts = new Map<string, Answer>();
  for (const response of batch.responses) {
    const part = partShape.safeParse(response).data;
    if (part) parts.set(part.id, answerOf(part));
  }
  return targets.map((_, index) => {
    const part = parts.get(String(index));
    if (!part) return new Unreachable('intune');
    return part.status === 200 ? { body: part.body } : troubleOf(part, 'device', client.now());
  });
}

function answerOf({ status, headers, body }: z.infer<typeof partShape>): Answer {
  const byName = new Map(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    body,
    header: (name) => {
      const value = byName.get(name.toLowerCase());
      return typeof value === 'string' ? value : undefined;
    },
  };
}
