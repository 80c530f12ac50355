import {
  Kysely,
  PostgresDialect,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type TransactionBuilder,
} from 'kysely';
import { DatabaseError, Pool, TypeOverrides, types, type PoolClient } from 'pg';
import { Unreachable } from '../../desk/troubles';
import * as differences from './differences';
import { encode } from './encode';
import type { Database, Tables } from './tables';

/** Milliseconds in which the database must have answered. A person waits: better an honest "not now". */
export const ANSWER_WITHIN = 2000;
/** After a silence each connection has to answer a plain question first, within this; so one press waits once. */
const PROBE_WITHIN = 300;
/** How long a silence is remembered. */
const SUSPECT_FOR = 2000;

// Times and counters fit a number; pg would hand them over as text.
const numbers = new TypeOverrides();
numbers.setTypeParser(types.builtins.INT8, Number);

/** A pool of connections; nothing is connected yet. `answerWithin`: milliseconds a statement may take. */
export function openPostgres(url: string, answerWithin: number = ANSWER_WITHIN): Database {
  const pool = new Pool({
    connectionString: url,
    application_name: 'device-assist',
    max: 10,
    connectionTimeoutMillis: ANSWER_WITHIN,
    query_timeout: answerWithin,
    // The server gives up as well, and first. Of a bot that was frozen or cut off nobody else would: it would keep its
    // locks, and those who wait for them their connections, until there are none left.
    statement_timeout: 0.9 * answerWithin,
    idle_in_transaction_session_timeout: 2.5 * answerWithin,
    keepAlive: true,
    types: numbers,
  });
  // A connection that breaks while nobody uses it: the pool drops it. Without a listener the process would end.
  pool.on('error', () => undefined);
  // The pool hears only those that it holds; one that is in use at that moment tells its own user as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new RepeatingKysely({ dialect: new PostgresDialect({ pool: guarded(pool) }) });
  return { db, differences: differences.postgres, close: () => db.destroy() };
}

/** How often a transaction is begun at most. */
const MOST_BEGINNINGS = 3;
/** Serialization failure and deadlock: the server has rolled back for the sake of another one. */
const ROLLED_BACK = new Set(['40001', '40P01']);

/** A transaction that the server has rolled back left nothing behind: it is begun anew. */
class RepeatingKysely extends Kysely<Tables> {
  override transaction(): TransactionBuilder<Tables> {
    const builder = super.transaction();
    const execute = builder.execute.bind(builder);
    builder.execute = async (work) => {
      for (let begun = 1; ; begun += 1)
        try {
          return await execute(work);
        } catch (error) {
          if (!isRolledBack(error) || begun === MOST_BEGINNINGS) throw error;
        }
    };
    return builder;
  }
}

const isRolledBack = (error: unknown): boolean =>
  error instanceof Unreachable &&
  error.cause instanceof DatabaseError &&
  ROLLED_BACK.has(error.cause.code ?? '');

function guarded(pool: Pool): PostgresPool {
  let suspectUntil = -Infinity;
  const onSilence = () => {
    suspectUntil = performance.now() + SUSPECT_FOR;
  };
  return {
    connect: async () => {
      // Whoever waits for one of our own to hand its connection back learns nothing about the server.
      if (isTaken(pool)) return new GuardedClient(await answered(pool.connect()), onSilence);
      const connecting = performance.now() < suspectUntil ? probed(pool) : pool.connect();
      return new GuardedClient(await answered(connecting, onSilence), onSilence);
    },
    end: () => pool.end(),
  };
}

/** Whether all connections that there may be are in use, or waited for. */
const isTaken = ({ options, totalCount, idleCount, waitingCount }: Pool): boolean =>
  waitingCount >= options.max - totalCount + idleCount;

/** A slow statement is one thing, a server that answers nothing another: the latter cannot say one. */
async function probed(pool: Pool): Promise<PoolClient> {
  const connecting = pool.connect();
  const client = await within(PROBE_WITHIN, connecting);
  if (!client) {
    // Should it come after all, it goes back to the pool.
    void connecting.then(
      (late) => {
        late.release();
      },
      () => undefined,
    );
    throw new Error('No connection in time');
  }
  const answer = client.query('select 1').catch((error: unknown) => error);
  const said = await within(PROBE_WITHIN, answer);
  if (said && !(said instanceof Error)) return client;
  client.release(new Error('No answer in time'));
  throw new Error('No answer in time');
}

async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  return Promise.race([answer, timeUp]).finally(() => {
    clearTimeout(timer);
  });
}

/** Encodes what is bound, and drops a connection that did not answer. */
class GuardedClient implements PostgresPoolClient {
  private broken: Unreachable | undefined;

  constructor(
    private readonly client: PoolClient,
    private readonly onSilence: () => void,
  ) {}

  query<R>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new Error('Cursors are not used here');
    return this.ask(sql, values.map(encode));
  }

  /** A statement that timed out may still run, in an open transaction: nobody may get this connection again. */
  release(): void {
    this.client.release(this.broken);
  }

  private async ask<R>(sql: string, values: unknown[]): Promise<PostgresQueryResult<R>> {
    if (this.broken) throw this.broken;
    try {
      // pg's own type leaves open which commands there are and whether rows were counted; kysely's names them.
      return (await answered(
        this.client.query(sql, values),
        this.onSilence,
      )) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      if (error instanceof Unreachable) this.broken = error;
      throw error;
    }
  }
}

async function answered<T>(answer: Promise<T>, onSilence?: () => void): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!differences.postgres.isSilence(error)) throw error;
    // What the server said, if only that it has no time, is no silence.
    if (!(error instanceof DatabaseError)) onSilence?.();
    throw new Unreachable('database', undefined, { cause: error });
  }
}
