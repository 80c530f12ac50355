import Libsql from 'libsql';
import { Client } from 'pg';
import { z } from 'zod';
import type { RequestRow, TrailEntry } from '../facts';

/** What the bot wrote down, read beside it. */
export type Records = {
  /** `device`: only what is about this one. */
  requests(device?: string): Promise<readonly RequestRow[]>;
  trail(device?: string): Promise<readonly TrailEntry[]>;
  close(): Promise<void>;
};

const count = z.coerce.number();
const requestRow = z.object({
  ...{ id: z.string(), number: count, technician: z.string(), device: z.string(), status: z.string() },
});
const trailRow = z.object({
  ...{ request: z.string(), at: count, type: z.string(), person: z.string().nullable(), facts: z.string() },
});
const factsShape = z.object({ clientRequestId: z.string().optional(), cause: z.string().optional() });

const REQUESTS = 'select id, number, technician, device, status from requests where true';
const TRAIL = `select subject as request, at, type, actor as person, facts_json as facts from audit
  where subject_kind = 'request'`;
/** Ids of the sandbox's devices need no quoting. */
const about = (device: string | undefined) => (device === undefined ? '' : ` and device = '${device}'`);

function recordsOver(query: (sql: string) => Promise<readonly unknown[]>, close: Records['close']): Records {
  return {
    requests: async (device) =>
      (await query(`${REQUESTS}${about(device)} order by number`)).map((row) => requestRow.parse(row)),
    trail: async (device) =>
      (await query(`${TRAIL}${about(device)} order by sequence`)).map((row) => {
        const { facts, person, ...entry } = trailRow.parse(row);
        const { clientRequestId, cause } = factsShape.parse(JSON.parse(facts));
        return { ...entry, person: person ?? undefined, clientRequestId, cause };
      }),
    close,
  };
}

/** Connects anew for each question: the server may have been killed since the last one. */
export function postgresRecords(url: string): Records {
  const ask = async (sql: string): Promise<readonly unknown[]> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined); // the question itself fails, too
    await client.connect();
    try {
      return (await client.query(sql)).rows as unknown[];
    } finally {
      await client.end();
    }
  };
  return recordsOver(ask, () => Promise.resolve());
}

export function sqliteRecords(file: string): Records {
  const ask = (sql: string): Promise<readonly unknown[]> => {
    const database = new Libsql(file, { readonly: true });
    try {
      return Promise.resolve(database.prepare(sql).all());
    } finally {
      database.close();
    }
  };
  return recordsOver(ask, () => Promise.resolve());
}
