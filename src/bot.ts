import { randomUUID } from 'node:crypto';
import { openAuth } from './auth/auth';
import type { Config } from './config';
import { ask } from './desk/ask';
import { ordinaryCardTimes, type CardTimes } from './desk/cards';
import type { Desk } from './desk/desk';
import { followSessions } from './desk/follow-sessions';
import type { HelpDesk } from './desk/help-desk';
import type { Clock } from './desk/ports';
import { press } from './desk/press';
import { signedIn } from './desk/signed-in';
import { graphClient, ordinaryTimeouts, type GraphTimeouts } from './graph/graph-client';
import { managedDevices } from './graph/managed-devices';
import { remoteAssistance } from './graph/remote-assistance';
import { pageWords } from './teams/page-words';
import { createLog, describeError, type Log } from './log';
import { openMetrics } from './metrics';
import { ordinaryLimits, type Limits } from './request/help-request';
import { requestId, type RequestId } from './request/ids';
import { dataKeyFrom, openStorage } from './storage/storage';
import { openTeamsEdge } from './teams/edge';
import type { FloodLimits } from './teams/floods';

export type Bot = {
  readonly port: number;
  /** Lets nobody in any more, finishes what is under way, closes the database. */
  stop(): Promise<void>;
};

/** Durations in milliseconds; proofs scale them. */
export type Intervals = {
  readonly limits: Limits;
  /** Between two passes of the timer. */
  readonly tick: number;
  /** In which a POST must leave after its intent was begun. */
  readonly sendWindow: number;
  readonly graphTimeouts: GraphTimeouts;
  readonly cardTimes: CardTimes;
  /** How much people may want at once, where it is not the ordinary measure. */
  readonly floodLimits?: FloodLimits;
  /** Between two clean-ups of the database. */
  readonly sweep: number;
};

const SECOND = 1000;

export const ordinaryIntervals: Intervals = {
  limits: ordinaryLimits,
  tick: SECOND,
  sendWindow: 10 * SECOND,
  graphTimeouts: ordinaryTimeouts,
  cardTimes: ordinaryCardTimes,
  sweep: 10 * 60 * SECOND,
};

const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Look-ups shorter than this would list half the tenant. */
const SHORTEST_SEARCH = 3;

/**
 * Builds every room and joins them; the only file that knows them all. The sandbox calls it with other addresses.
 * @throws {DatabaseInUse | CannotListen} with a sentence for the operator.
 */
export async function startBot(
  config: Config,
  intervals: Intervals = ordinaryIntervals,
  clock: Clock = systemClock,
): Promise<Bot> {
  const log = createLog(config.logLevel);
  const { limits, cardTimes } = intervals;
  const dataKey = dataKeyFrom({ dataKey: config.dataKey, credential: config.signIn.credential });
  const storage = await openStorage({ database: config.database, dataKey, limits, clock, cardTimes });
  const metrics = openMetrics({ backlog: (at) => storage.backlog(at), now: () => clock.now() });
  const onAlarm = ({ event, because }: { event: string; because: string }) => {
    log.room('auth').error(event, { because });
  };
  const auth = openAuth(config, {
    ...{ clock, vault: storage.vault, people: storage.people, onAlarm },
    fetch: metrics.countLogin(globalThis.fetch),
  });
  const graph = graphClient({
    ...{ endpoint: config.graphEndpoint, clock, timeouts: intervals.graphTimeouts },
    onAnswer: (note) => {
      log.room('graph').info('answer', note);
      metrics.onGraphAnswer(note);
    },
  });
  const edge = openTeamsEdge({
    ...{ config, auth, clock, cardTimes, pageWords, log: log.room('teams') },
    ...(intervals.floodLimits && { floodLimits: intervals.floodLimits }),
    ...{ ...storage, seen: storage.seenActivities, isReady: () => storage.isReady() },
    ...{ metrics, onTurn: metrics.onTurn, onDelivery: metrics.onDelivery },
  });
  const desk: Desk = {
    ...storage,
    requests: metrics.countEvents(storage.requests),
    devices: managedDevices(graph),
    assistance: remoteAssistance(graph),
    signIns: auth.signIns,
    noticeboard: edge.noticeboard,
    clock,
    log: log.room('desk'),
    rules: {
      tenant: config.signIn.tenant,
      technicianRoles: config.technicianRoles,
      hasConnector: config.hasConnector,
      limits,
      sendWindow: intervals.sendWindow,
      shortestSearch: SHORTEST_SEARCH,
    },
    newRequestId,
    newClientRequestId: randomUUID,
  };
  const stopTimers = [
    repeat(intervals.tick, () => followSessions(desk), log),
    repeat(intervals.tick, () => edge.noticeboard.showBehind(), log),
    repeat(intervals.sweep, () => storage.sweep(clock.now()), log),
  ];
  const stop = async () => {
    await Promise.all([edge.stop(), ...stopTimers.map((stopTimer) => stopTimer())]);
    // Once more: the last pass of a timer may have had cards to show.
    await edge.stop();
    await storage.close();
    log.info('stopped');
  };
  try {
    const port = await edge.start(helpDesk(desk), config.port, config.host);
    log.info('started', { port });
    return { port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const helpDesk = (desk: Desk): HelpDesk => ({
  ask: ({ caller, text, mentions }) => ask(desk, caller, text, mentions),
  press: (pressed) => press(desk, pressed),
  signedIn: (caller) => signedIn(desk, caller),
  joined: () => Promise.resolve([{ kind: 'help', greeting: true }]),
});

/** Runs `work` again and again, one pass at a time; a failed pass is logged and the next one comes. */
function repeat(milliseconds: number, work: () => Promise<void>, log: Log): () => Promise<void> {
  let stopped = false;
  let isRunning = false;
  let pass: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (isRunning || stopped) return;
    isRunning = true;
    pass = work()
      .catch((error: unknown) => {
        log.error('timer', describeError(error));
      })
      .finally(() => {
        isRunning = false;
      });
  }, milliseconds);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await pass;
  };
}

function newRequestId(): RequestId {
  const id = requestId(randomUUID());
  if (!id) throw new Error('randomUUID gave no UUID');
  return id;
}
