import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { GraphAccess } from '../desk/graph-access';
import type { Clock, Pauses } from '../desk/ports';
import { Busy, Unreachable, type Trouble } from '../desk/troubles';
import type { GraphApi } from '../request/device';
import { requireAllowed, type AllowedCall } from './allowed-calls';
import { guarded, guardRequests, type Fetch } from '../outbound';
import { exchange, NoAnswer, type Answer } from './exchange';
import { graphRequestIdOf, troubleOf, troubleOfSilence, type Asked } from './graph-errors';
import { retryAfter, waitBeforeRetry } from './retry';
import { shareWish, waitOutPause } from './shared-pause';

/** What the log may know of a call: its form, never an id or a name. */
export type AnswerNote = {
  readonly method: string;
  readonly form: string;
  readonly status: number | 'no-answer';
  readonly graphRequestId?: string;
  readonly milliseconds: number;
};

/** Milliseconds. Parameters, so that proofs can scale them. */
export type GraphTimeouts = {
  /** For one read, all its tries and waits included. */
  readonly read: number;
  /** For the one POST; lease and send window of the desk are made for it. */
  readonly send: number;
};

export const ordinaryTimeouts: GraphTimeouts = { read: 10_000, send: 30_000 };

export type GraphClientOptions = {
  /** Without version segment. */
  readonly endpoint: string;
  readonly clock: Clock;
  /** Shared by all bots of a tenant; without them each goes by its own answers. */
  readonly pauses?: Pauses;
  readonly onAnswer?: (note: AnswerNote) => void;
  readonly fetch?: Fetch;
  readonly timeouts?: GraphTimeouts;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  /** From 0 to 1. */
  readonly random?: () => number;
};

/** Graph as this room uses it. Targets are path and query, relative to the endpoint. */
export type GraphClient = {
  readonly endpoint: string;
  readonly now: Clock['now'];
  /** The JSON of a GET, tried again where that may help. @throws {Trouble} */
  read(access: GraphAccess, target: string, asked: 'device' | 'rows'): Promise<unknown>;
  /** The answer to many reads at once, sent once; its parts carry their own status. @throws {Trouble} */
  readBatch(access: GraphAccess, api: GraphApi, targets: readonly string[]): Promise<unknown>;
  /** The one POST, sent once. Resolves on 204 only. @throws {Trouble} */
  send(
    access: GraphAccess,
    target: string,
    clientRequestId: string,
  ): Promise<{ readonly graphRequestId?: string }>;
};

/** One client a bot. @throws a bug when the endpoint is no safe address to send a token to. */
export function graphClient(options: GraphClientOptions): GraphClient {
  const line = openLine(options);
  return {
    endpoint: line.endpoint,
    now: () => options.clock.now(),
    read: (access, target, asked) => read(line, access, target, asked),
    readBatch: (access, api, targets) => readBatch(line, access, api, targets),
    send: (access, target, clientRequestId) => send(line, access, target, clientRequestId),
  };
}

type Line = Required<Omit<GraphClientOptions, 'onAnswer'>> & Pick<GraphClientOptions, 'onAnswer'>;

function openLine(options: GraphClientOptions): Line {
  const endpoint = options.endpoint.replace(/(?<!\/)\/+$/u, '');
  const url = new URL(endpoint);
  const isAllowed = guardRequests([url.host]);
  if (!isAllowed(endpoint)) throw new Error('Graph tokens go to https addresses only');
  return {
    timeouts: ordinaryTimeouts,
    pause: (milliseconds) => wait(milliseconds),
    random: Math.random,
    pauses: noPauses,
    ...options,
    endpoint,
    fetch: guarded(options.fetch ?? globalThis.fetch, isAllowed),
  };
}

const noPauses: Pauses = { until: () => Promise.resolve(undefined), keep: () => Promise.resolve() };

async function read(line: Line, access: GraphAccess, target: string, asked: Asked): Promise<unknown> {
  const call = requireAllowed('GET', target);
  const { clock, timeouts } = line;
  const until = clock.monotonic() + timeouts.read;
  await waitOutPause({ ...line, wait: line.pause }, access.tenant, timeouts.read);
  for (let tries = 1; ; tries++) {
    const milliseconds = Math.max(1, until - clock.monotonic());
    const answer = await ask(line, access, call, { target, milliseconds });
    if (isSuccess(answer)) return answer.body;
    const trouble = meaningOf(line, answer, asked);
    await shareWish(line.pauses, access.tenant, trouble);
    const pause = pauseBefore(line, tries, answer, trouble);
    if (pause === undefined || clock.monotonic() + pause >= until) throw trouble;
    await line.pause(pause);
  }
}

/** Milliseconds until a read may be asked again; undefined when asking again would not help. */
function pauseBefore(line: Line, tries: number, answer: Answer | NoAnswer, trouble: Trouble) {
  if (!(trouble instanceof Busy || trouble instanceof Unreachable)) return undefined;
  const isSilence = answer instanceof NoAnswer;
  return waitBeforeRetry({
    tries,
    status: isSilence ? undefined : answer.status,
    retryAfter: isSilence ? undefined : retryAfter(answer, line.clock.now()),
    random: line.random(),
  });
}

async function readBatch(line: Line, access: GraphAccess, api: GraphApi, targets: readonly string[]) {
  const requests = targets.map((target, index) => {
    requireAllowed('GET', target);
    if (!target.startsWith(`/${api}/`)) throw new Error('A batch reads one version of Graph');
    return { id: String(index), method: 'GET', url: target.slice(`/${api}`.length) };
  });
  const target = `/${api}/$batch`;
  const call = requireAllowed('POST', target);
  const body = JSON.stringify({ requests });
  await waitOutPause({ ...line, wait: line.pause }, access.tenant, line.timeouts.read);
  const answer = await ask(line, access, call, { target, body, milliseconds: line.timeouts.read });
  if (isSuccess(answer)) return answer.body;
  const trouble = meaningOf(line, answer, 'rows');
  await shareWish(line.pauses, access.tenant, trouble);
  throw trouble;
}

async function send(line: Line, access: GraphAccess, target: string, clientRequestId: string) {
  const call = requireAllowed('POST', target);
  if (call.form.endsWith('/$batch')) throw new Error('A batch is read, not sent');
  const milliseconds = line.timeouts.send;
  const answer = await ask(line, access, call, { target, clientRequestId, milliseconds });
  if (answer instanceof NoAnswer || answer.status !== 204) {
    const trouble = meaningOf(line, answer, 'action');
    await shareWish(line.pauses, access.tenant, trouble);
    throw trouble;
  }
  const graphRequestId = graphRequestIdOf(answer);
  return graphRequestId === undefined ? {} : { graphRequestId };
}

const isSuccess = (answer: Answer | NoAnswer): answer is Answer =>
  !(answer instanceof NoAnswer) && answer.status === 200 && answer.body !== undefined;

const meaningOf = ({ clock }: Line, answer: Answer | NoAnswer, asked: Asked): Trouble =>
  answer instanceof NoAnswer ? troubleOfSilence(answer, asked) : troubleOf(answer, asked, clock.now());

type Asking = {
  readonly target: string;
  readonly body?: string;
  readonly clientRequestId?: string;
  readonly milliseconds: number;
};

/** One exchange and its note. Nothing is awaited before the question is handed to the platform. */
async function ask(line: Line, access: GraphAccess, call: AllowedCall, asking: Asking) {
  const { clock } = line;
  const started = clock.monotonic();
  const { method, form } = call;
  const question = { method, headers: headersOf(access, call, asking), ...pickBody(asking) };
  const answer = await exchange(line.fetch, `${line.endpoint}${asking.target}`, question).catch(
    (error: unknown) => {
      if (error instanceof NoAnswer) return error;
      throw error;
    },
  );
  const isSilence = answer instanceof NoAnswer;
  const graphRequestId = isSilence ? answer.graphRequestId : graphRequestIdOf(answer);
  line.onAnswer?.({
    ...{ method, form, status: isSilence ? 'no-answer' : answer.status },
    milliseconds: Math.round(clock.monotonic() - started),
    ...(graphRequestId !== undefined && { graphRequestId }),
  });
  return answer;
}

const pickBody = ({ body, milliseconds }: Asking) => ({
  milliseconds,
  ...(body !== undefined && { body }),
});

function headersOf(access: GraphAccess, call: AllowedCall, { body, clientRequestId }: Asking) {
  return {
    Authorization: `Bearer ${access.bearerToken()}`,
    Accept: 'application/json',
    'client-request-id': clientRequestId ?? randomUUID(),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...call.headers,
  };
}
