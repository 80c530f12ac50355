import { Counter, Gauge, Histogram, Registry, type OpenMetricsContentType } from 'prom-client';
import type { Event, HelpRequest } from './request/help-request';

// The operator's figures. Labels take their values from short lists in the code: no person, device, id or address.

/** What lies before the bot, as the database says. */
type Backlog = {
  readonly open: Readonly<Record<string, number>>;
  readonly opened: number;
  readonly dueSince?: number;
  readonly unshownSince?: number;
  readonly undeliverable: number;
  readonly quarantined: number;
};

type Turn = {
  readonly kind: string;
  readonly cameAs: 'invoke' | 'message';
  readonly result: string;
  readonly milliseconds: number;
};

type GraphAnswer = {
  readonly method: string;
  readonly form: string;
  readonly status: number | string;
  readonly milliseconds: number;
};

/** Whatever commits what happened to requests. */
type Commits<S> = { commit(seen: S, next: HelpRequest, events: readonly Event[]): Promise<S> };

export type Metrics = {
  readonly onTurn: (turn: Turn) => void;
  readonly onDelivery: (delivery: { readonly what: string; readonly result: string }) => void;
  readonly onGraphAnswer: (answer: GraphAnswer) => void;
  /** The same fetch; answers of the login host and of key servers are counted by what was asked. */
  countLogin(fetch: typeof globalThis.fetch): typeof globalThis.fetch;
  /** The same store; events are counted once they are committed. */
  countEvents<S, R extends Commits<S>>(requests: R): R;
  /** All figures as text, in the form of OpenMetrics. Never throws: without the database its figures are missing. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
};

export type MetricsParts = {
  readonly backlog: (at: number) => Promise<Backlog>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** The figures of one bot. */
export function openMetrics(parts: MetricsParts): Metrics {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const refreshBacklog = backlogFigures(registry, parts);
  const refreshProcess = processFigures(registry, parts.now());
  return {
    ...turnFigures(registry),
    ...outsideFigures(registry),
    countEvents: eventFigures(registry),
    async read() {
      refreshProcess();
      await refreshBacklog();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

type In = Registry<OpenMetricsContentType>;

const counter = <L extends string>(registry: In, name: string, help: string, labelNames: readonly L[]) =>
  new Counter({ name: `device_assist_${name}`, help, labelNames, registers: [registry] });

const gauge = <L extends string>(registry: In, name: string, help: string, labelNames: readonly L[] = []) =>
  new Gauge({ name, help, labelNames, registers: [registry] });

/** `buckets` in seconds. */
const histogram = <L extends string>(
  registry: In,
  name: string,
  help: string,
  { buckets, labelNames = [] }: { readonly buckets: number[]; readonly labelNames?: readonly L[] },
) => new Histogram({ name: `device_assist_${name}`, help, buckets, labelNames, registers: [registry] });

function turnFigures(registry: In): Pick<Metrics, 'onTurn' | 'onDelivery'> {
  const turns = counter(registry, 'turns', 'Activities from Teams, by how they ended', [
    ...(['kind', 'came_as', 'result'] as const),
  ]);
  const deliveries = counter(registry, 'deliveries', 'Messages sent to Teams', ['what', 'result']);
  const press = histogram(registry, 'press_acknowledgement_seconds', 'From a press to its answer', {
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5],
  });
  const message = histogram(registry, 'message_answer_seconds', 'From a message to the last of its answer', {
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
  });
  return {
    onTurn({ kind, cameAs, result, milliseconds }) {
      turns.inc({ kind, came_as: cameAs, result });
      if (kind === 'press' && cameAs === 'invoke') press.observe(milliseconds / 1000);
      if (kind === 'ask' && result !== 'repeated' && result !== 'dropped')
        message.observe(milliseconds / 1000);
    },
    onDelivery(delivery) {
      deliveries.inc(delivery);
    },
  };
}

function outsideFigures(registry: In): Pick<Metrics, 'onGraphAnswer' | 'countLogin'> {
  const answers = counter(registry, 'graph_answers', 'Answers of Graph, by form of the call', [
    ...(['method', 'form', 'status'] as const),
  ]);
  const seconds = histogram(registry, 'graph_answer_seconds', 'How long Graph took', {
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
    labelNames: ['method'],
  });
  const logins = counter(registry, 'login_answers', 'Answers of login and key servers', ['what', 'status']);
  return {
    onGraphAnswer({ method, form, status, milliseconds }) {
      answers.inc({ method, form, status });
      seconds.observe({ method }, milliseconds / 1000);
    },
    countLogin: (fetch) => async (url, init) => {
      const what = init?.method === 'POST' ? 'token' : 'keys';
      try {
        const answer = await fetch(url, init);
        logins.inc({ what, status: answer.status });
        return answer;
      } catch (error) {
        logins.inc({ what, status: 'no-answer' });
        throw error;
      }
    },
  };
}

function eventFigures(registry: In): Metrics['countEvents'] {
  const happened = counter(registry, 'request_events', 'What happened to requests', ['event', 'detail']);
  return (requests) => ({
    ...requests,
    async commit(seen, next, events) {
      const committed = await requests.commit(seen, next, events);
      for (const event of events) happened.inc({ event: event.type, detail: detailOf(event) });
      return committed;
    },
  });
}

/** Why, where that comes from a short list; the empty label counts as none. */
function detailOf(event: Event): string {
  if (event.type === 'refused' || event.type === 'not-sent-again') return event.cause;
  if (event.type === 'closed') return event.outcome;
  return event.type === 'postponed' ? event.why : '';
}

function backlogFigures(registry: In, { backlog, now }: MetricsParts): () => Promise<void> {
  const up = gauge(registry, 'device_assist_database_up', 'Whether the database answers');
  const open = gauge(registry, 'device_assist_requests_open', 'Requests that are not over', ['status']);
  const ever = gauge(registry, 'device_assist_requests_ever', 'Requests since the database was made');
  const due = gauge(registry, 'device_assist_oldest_due_seconds', 'For how long a request has been due');
  const card = gauge(
    registry,
    'device_assist_oldest_unshown_card_seconds',
    'For how long a card has not shown its state',
  );
  const undeliverable = gauge(
    registry,
    'device_assist_cards_undeliverable',
    'Cards that Teams does not take any more',
  );
  const quarantined = gauge(
    registry,
    'device_assist_requests_quarantined',
    'Requests left alone after our own code failed on them again and again',
  );
  const age = (since: number | undefined) => (since === undefined ? 0 : Math.max(0, now() - since) / 1000);
  return async () => {
    const seen = await backlog(now()).catch(() => undefined);
    up.set(seen ? 1 : 0);
    // Nothing is better than a figure of before.
    if (!seen) {
      open.reset();
      for (const figure of [ever, due, card, undeliverable, quarantined]) figure.remove();
      return;
    }
    for (const [status, many] of Object.entries(seen.open)) open.set({ status }, many);
    ever.set(seen.opened);
    due.set(age(seen.dueSince));
    card.set(age(seen.unshownSince));
    undeliverable.set(seen.undeliverable);
    quarantined.set(seen.quarantined);
  };
}

function processFigures(registry: In, started: number): () => void {
  gauge(registry, 'process_start_time_seconds', 'When the bot was started').set(started / 1000);
  const memory = gauge(registry, 'process_resident_memory_bytes', 'Memory that the bot holds');
  return () => {
    memory.set(process.memoryUsage.rss());
  };
}
