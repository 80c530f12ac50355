import { randomInt, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { openAuth, type Auth } from './auth/auth';
import type { Config } from './config';
import { recordLookUps } from './desk/acts';
import { ask } from './desk/ask';
import { ordinaryCardTimes, type CardTimes } from './desk/cards';
import type { Desk } from './desk/desk';
import { followSessions } from './desk/follow-sessions';
import type { HelpDesk } from './desk/help-desk';
import type { Clock } from './desk/ports';
import { askInPublic } from './desk/case/ask-in-public';
import { followCases } from './desk/case/follow-cases';
import { makeRequest } from './desk/case/raise-case';
import { leavePlace } from './desk/case/use-channel';
import { press } from './desk/press';
import { signedIn } from './desk/signed-in';
import { turns } from './desk/turns';
import { graphClient, ordinaryTimeouts, type GraphTimeouts } from './graph/graph-client';
import { managedDevices } from './graph/managed-devices';
import { remoteAssistance } from './graph/remote-assistance';
import { pageWords } from './teams/page-words';
import { createLog } from './log';
import { openMetrics } from './metrics';
import { ordinaryCaseLimits, type CaseLimits } from './request/case/case';
import { ordinaryLimits, type Limits } from './request/help-request';
import { caseId, requestId, type CaseId, type RequestId } from './request/ids';
import { languageFor } from './i18n/language';
import { drawPhrase } from './i18n/phrases';
import {
  dataKeyFrom,
  openStorage,
  ordinaryClaimTimes,
  type ClaimTimes,
  type Storage,
} from './storage/storage';
import { openTeamsEdge } from './teams/edge';
import type { FloodLimits } from './teams/floods';
import type { SendRates } from './teams/send-pace';
import { repeat } from './timers';

export type Bot = {
  readonly port: number;
  /** Lets nobody in any more, finishes what is under way, closes the database. */
  stop(): Promise<void>;
};

/** Durations in milliseconds; proofs scale them. */
export type Intervals = {
  readonly limits: Limits;
  readonly caseLimits: CaseLimits;
  /** Between two passes over what end users raised. */
  readonly caseTick: number;
  /** Between two passes of the timer. */
  readonly tick: number;
  /** In which a POST must leave after its intent was begun. */
  readonly sendWindow: number;
  readonly graphTimeouts: GraphTimeouts;
  /** In which the login host must have answered, where it is not the ordinary measure. */
  readonly loginTimeout?: number;
  readonly cardTimes: CardTimes;
  /** How much people may want at once, where it is not the ordinary measure. */
  readonly floodLimits?: FloodLimits;
  /** How fast Teams lets a bot send; proofs that measure something else are not held up by it. */
  readonly sendRates?: SendRates;
  readonly claims: ClaimTimes;
  /** How long a stop waits for what is under way; longer than a POST may take. */
  readonly stopWithin: number;
  /** Between two clean-ups of the database. */
  readonly sweep: number;
};

const SECOND = 1000;

export const ordinaryIntervals: Intervals = {
  limits: ordinaryLimits,
  caseLimits: ordinaryCaseLimits,
  caseTick: 5 * SECOND,
  tick: SECOND,
  sendWindow: 10 * SECOND,
  graphTimeouts: ordinaryTimeouts,
  cardTimes: ordinaryCardTimes,
  claims: ordinaryClaimTimes,
  stopWithin: 35 * SECOND,
  sweep: 10 * 60 * SECOND,
};

/** Milliseconds after which a stop is cut short: whoever sent the signal does not wait for ever. */
export const EXIT_WITHIN = 40 * SECOND;

const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Passes over requests that may overlap: a silent Graph must not keep the timer from what else is due. */
const PASSES_AT_ONCE = 5;
/** Half of the connections to PostgreSQL; the other half is for people. */
const BEHIND_AT_ONCE = 5;
/** Requests that were put off and wait for Intune now; they need the database for moments only. */
const SLOW_AT_ONCE = 10;
/** Of an instance: several may be lost before it counts as silent. */
const SIGNS_IN_A_LEASE = 5;

/** Look-ups shorter than this would list half the tenant. */
const SHORTEST_SEARCH = 3;

/**
 * Builds every room and joins them; the only file that knows them all. The sandbox calls it with other addresses.
 * @throws {DatabaseInUse | NewerDatabase | CannotListen} with a sentence for the operator.
 */
export async function startBot(
  config: Config,
  intervals: Intervals = ordinaryIntervals,
  ownClock: Clock = systemClock,
): Promise<Bot> {
  const log = createLog(config.logLevel);
  const { limits, caseLimits, cardTimes, claims } = intervals;
  const dataKey = dataKeyFrom({ dataKey: config.dataKey, credential: config.signIn.credential });
  const storage = await openStorage({
    ...{ database: config.database, dataKey, limits, caseLimits, cardTimes, claims },
    ...{ clock: ownClock, instanceName: instanceName(config) },
  });
  const { clock } = storage;
  const metrics = openMetrics({ backlog: (at) => storage.backlog(at), now: () => clock.now() });
  const onAlarm = ({ event, because }: { event: string; because: string }) => {
    log.room('auth').error(event, { because });
  };
  const auth = openAuth(config, {
    ...{ clock, vault: storage.vault, people: storage.people, onAlarm },
    fetch: metrics.countLogin(globalThis.fetch),
    ...(intervals.loginTimeout && { loginTimeout: intervals.loginTimeout }),
  });
  const graph = graphClient({
    ...{ endpoint: config.graphEndpoint, clock, timeouts: intervals.graphTimeouts },
    pauses: storage.pauses,
    onAnswer: (note) => {
      log.room('graph').info('answer', note);
      metrics.onGraphAnswer(note);
    },
  });
  const edge = openTeamsEdge({
    ...{ config, auth, clock, cardTimes, pageWords, log: log.room('teams') },
    ...(intervals.floodLimits && { floodLimits: intervals.floodLimits }),
    ...(intervals.sendRates && { sendRates: intervals.sendRates }),
    ...{ ...storage, isReady: () => isReady(storage, auth) },
    ...{ metrics, onTurn: metrics.onTurn, onDelivery: metrics.onDelivery },
  });
  const slowOnes = turns(SLOW_AT_ONCE);
  let stopping: Promise<void> | undefined;
  const desk: Desk = {
    ...storage,
    requests: metrics.countEvents(storage.requests),
    devices: recordLookUps(managedDevices(graph), storage.acts),
    assistance: remoteAssistance(graph),
    signIns: auth.signIns,
    noticeboard: edge.noticeboard,
    roster: edge.roster,
    inTurn: turns(BEHIND_AT_ONCE),
    goOn: (work) => {
      // What a stop finds waiting would be cut off in the middle of its POST.
      void edge.background.start(() => slowOnes(async () => (stopping ? undefined : work())));
    },
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
    caseRules: {
      limits: intervals.caseLimits,
      installUrl: `https://teams.microsoft.com/l/app/${config.bot.id}`,
      chatUrl: `https://teams.microsoft.com/l/chat/0/0?users=28:${config.bot.id}`,
      defaultLanguage: config.defaultLanguage,
    },
    newCaseId,
    newPhrase: (language) => drawPhrase(languageFor(language) ?? 'en', randomInt),
    newRequestId,
    newClientRequestId: randomUUID,
    wait: (milliseconds) => wait(milliseconds),
  };
  const repeated = (every: number, work: () => Promise<void>, atOnce = 1) =>
    repeat({ every, work, atOnce, log });
  const signsOfLife = repeated(claims.instanceLease / SIGNS_IN_A_LEASE, () => storage.signOfLife());
  const timers = [
    repeated(intervals.tick, () => followSessions(desk), PASSES_AT_ONCE),
    repeated(intervals.tick, () => edge.noticeboard.showBehind()),
    repeated(intervals.tick, () => edge.tellInterrupted()),
    repeated(intervals.caseTick, () => followCases(desk)),
    repeated(intervals.sweep, () => storage.sweep(clock.now())),
  ];
  const finish = async () => {
    await Promise.all([edge.stop(), ...timers.map((stopTimer) => stopTimer())]);
    // Once more: the last pass of a timer may have had cards to show.
    await edge.stop();
  };
  const stopOnce = async () => {
    const patience = wait(intervals.stopWithin, 'left', { ref: false });
    if ((await Promise.race([finish(), patience])) === 'left') log.warn('stopped with work under way');
    await signsOfLife();
    await storage.close();
    log.info('stopped');
  };
  const stop = () => (stopping ??= stopOnce());
  try {
    const port = await edge.start(helpDesk(desk), config.port, config.host);
    log.info('started', { port });
    return { port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without the database nothing can be promised, and without the connector's keys nobody gets in. */
async function isReady(storage: Storage, { connectorKeys }: Auth): Promise<boolean> {
  const answers = await Promise.all([storage.isReady(), connectorKeys.areUsable()]);
  return answers.every(Boolean);
}

const helpDesk = (desk: Desk): HelpDesk => ({
  ask: ({ caller, text, mentions }) => ask(desk, caller, text, mentions),
  askInPublic: ({ caller, text, mentions }) => askInPublic(desk, caller, text, mentions),
  makeRequest: ({ caller, text, author }) =>
    makeRequest(desk, caller, { text, requester: author, isElsewhere: true }),
  press: (pressed) => press(desk, pressed),
  signedIn: (caller) => signedIn(desk, caller),
  left: (removal) => leavePlace(desk, removal),
  joined: () => Promise.resolve([{ kind: 'help', greeting: true }]),
});

/** Of two processes with the same name the later one has taken the earlier one's place: only one can have the port. */
const instanceName = ({ port }: Config): string => (port === 0 ? randomUUID() : `${hostname()}:${port}`);

function newCaseId(): CaseId {
  const id = caseId(randomUUID());
  if (!id) throw new Error('randomUUID gave no UUID');
  return id;
}

function newRequestId(): RequestId {
  const id = requestId(randomUUID());
  if (!id) throw new Error('randomUUID gave no UUID');
  return id;
}
