import type { Auth } from '../auth/auth';
import type { Config } from '../config';
import type { CaseStore, HelpChannels, Places, Roster } from '../desk/case/ports';
import type { HelpDesk } from '../desk/help-desk';
import { ordinaryCardTimes, type Cards, type CardTimes, type Noticeboard } from '../desk/cards';
import type { Buckets, Clock, Inbox, People, Place, RequestStore, Tickets, Vault } from '../desk/ports';
import type { Screen } from '../desk/screens';
import type { Log } from '../log';
import { guardServiceUrls } from '../outbound';
import { TeamsAdapter } from './adapter';
import { answerTurns } from './answer';
import { Background } from './background';
import { callers, type ReadCaller } from './callers';
import { caseCards } from './case-cards';
import { chatsOver, Connectors, type Chats } from './connector';
import { floods, ordinaryFloodLimits, type FloodLimits } from './floods';
import { frontDoor } from './front-door';
import { fixedAnswer, type Handler } from './http-answer';
import { messagesRoute } from './messages-route';
import { CardNoticeboard, type DrawCard } from './noticeboard';
import { pageFiles } from './page-files';
import type { PageWords } from './page-html';
import { presenter, wordsOfCards, type Words } from './presenting';
import { openReplies } from './replies';
import { requestCards } from './request-cards';
import { requestScreens } from './request-screens';
import { pacedChats, sendPace, type SendRates } from './send-pace';
import { Server, type Routes } from './server';
import { signInInvokes } from './sign-in';
import { signInCards } from './sign-in-cards';
import { signInPages } from './sign-in-pages';
import { tellInterrupted } from './tell-interrupted';
import type { OnTurn } from './turn-notes';
import { watchedChats, type OnDelivery } from './watched-chats';

export type TeamsEdgeParts = {
  readonly config: Config;
  readonly auth: Auth;
  readonly requests: Pick<RequestStore, 'load'>;
  readonly cards: Cards;
  readonly cardTimes?: CardTimes;
  readonly buckets: Buckets;
  readonly cases: Pick<CaseStore, 'load' | 'isUndeliverable'>;
  readonly helpChannels: Pick<HelpChannels, 'unbind'>;
  readonly places: Pick<Places, 'moved'>;
  readonly vault: Pick<Vault, 'link'>;
  readonly tickets: Tickets;
  readonly people: People;
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly log: Log;
  readonly pageWords: PageWords;
  /** Of cards and lines; the cards room's own unless a test brings others. */
  readonly words?: Words;
  /** Whether the bot can do its work now: `GET /readyz`. */
  readonly isReady: () => Promise<boolean>;
  readonly durations?: Partial<Durations>;
  readonly floodLimits?: FloodLimits;
  /** How fast Teams lets a bot send, where it is not the ordinary measure. */
  readonly sendRates?: SendRates;
  readonly onTurn?: OnTurn;
  readonly onDelivery?: OnDelivery;
  /** The operator's figures: `GET /metrics`, a route only where there are some. */
  readonly metrics?: { read(): Promise<{ readonly contentType: string; readonly text: string }> };
};

/** Milliseconds. Parameters, so that proofs can scale them. */
export type Durations = {
  /** Teams has the answer to a press or a message within this, whatever desk and database do. */
  readonly answerPressWithin: number;
  /** Silence of the connector after which a message counts as lost. */
  readonly connectorTimeout: number;
  /** How long a stop waits for what goes on behind answers. */
  readonly drain: number;
};

export const ordinaryDurations: Durations = {
  answerPressWithin: 1_000,
  connectorTimeout: 10_000,
  drain: 35_000,
};

export interface TeamsEdge {
  readonly roster: Roster;
  readonly noticeboard: Noticeboard;
  /** What `stop` waits for. */
  readonly background: Pick<Background, 'start'>;
  /** Messages that answer nothing, such as those of the timer. */
  sendScreens(place: Place, screens: readonly Screen[], language: string): Promise<void>;
  /** Tells people whose message went under with another bot. */
  tellInterrupted(): Promise<void>;
  /** Lets Teams in. Resolves with the port. @throws {CannotListen} */
  start(desk: HelpDesk, port: number, host: string | undefined): Promise<number>;
  /** Lets nobody in any more, then waits for what is under way. False when it had to leave something. */
  stop(): Promise<boolean>;
}

/** Everything between Teams and the desk. The desk comes last, since it needs the noticeboard. */
export function openTeamsEdge(parts: TeamsEdgeParts): TeamsEdge {
  const { config, clock, log, tickets } = parts;
  const durations = { ...ordinaryDurations, ...parts.durations };
  const background = new Background(log);
  const outbound = {
    ...{ botToken: () => parts.auth.botToken(), clock, timeout: durations.connectorTimeout },
    maySendTo: guardServiceUrls(config.bot.serviceUrlHosts),
  };
  const connectors = new Connectors(outbound);
  const chats = watchedChats(chatsOver(connectors, outbound), parts.onDelivery);
  const present = presenter(parts.words ?? wordsOfCards(clock), config.signIn.resource);
  const fill = requestScreens({
    ...{ ...parts, sessionLinkHosts: config.sessionLinkHosts },
    offersRaise: config.technicianRoles.length === 0,
  });
  const signInScreen = signInCards({ tickets, clock, publicUrl: config.publicUrl });
  const pace = sendPace(parts.buckets, parts.sendRates);
  const paced = pacedChats(chats, pace, clock);
  const replies = openReplies({ chats: paced, present, signInScreen, log });
  const readCaller = callers(parts.people, parts.places, config.defaultLanguage);
  const inner = { ...parts, durations, background, connectors, chats, present, fill, replies, readCaller };
  let server: Server | undefined;
  const times = parts.cardTimes ?? ordinaryCardTimes;
  const drawRequest = requestCards(inner);
  const drawCase = caseCards(inner);
  const draw: DrawCard = (card) =>
    card.subject.kind === 'request' ? drawRequest(card, card.subject.id) : drawCase(card, card.subject.id);
  const noticeboard = new CardNoticeboard({ ...inner, pace, times, draw });
  return {
    ...{ noticeboard, background },
    roster: chats,
    sendScreens: (place, screens, language) => replies.send(place, screens, language),
    tellInterrupted: () => tellInterrupted({ ...inner, chats: paced }),
    start(desk, port, host) {
      server = new Server(routes(inner, desk), log);
      return server.listen(port, host);
    },
    async stop() {
      await server?.stop();
      return background.drain(durations.drain);
    },
  };
}

type Inner = Omit<TeamsEdgeParts, 'durations'> & {
  readonly durations: Durations;
  readonly background: Background;
  readonly connectors: Connectors;
  readonly chats: Chats;
  readonly present: ReturnType<typeof presenter>;
  readonly fill: ReturnType<typeof requestScreens>;
  readonly replies: ReturnType<typeof openReplies>;
  readonly readCaller: ReadCaller;
};

function routes(inner: Inner, desk: HelpDesk): Routes {
  const { config, auth, connectors, log, clock } = inner;
  const { defaultLanguage, publicUrl } = config;
  const { id: botId, tokenIssuer, serviceUrlHosts } = config.bot;
  const { tenant } = config.signIn; // the people's; the bot itself may be registered elsewhere
  const signIn = signInInvokes({ ...inner, desk });
  const answer = answerTurns({
    ...{ ...inner, desk, tenant, botId, signIn },
    floods: floods(inner.buckets, inner.floodLimits ?? ordinaryFloodLimits, log),
    defaultLanguage,
    answerWithin: inner.durations.answerPressWithin,
  });
  const adapter = new TeamsAdapter(botId, connectors, log);
  const rules = { botId, tokenIssuer, tenant, maySendTo: guardServiceUrls(serviceUrlHosts) };
  const door = frontDoor(rules, auth.connectorKeys, clock);
  const pages = { ...inner, words: inner.pageWords, publicUrl, defaultLanguage, goOn: signIn.goOn };
  return {
    'POST /api/messages': messagesRoute({
      ...{ frontDoor: door, log },
      takeTurn: (activity) => adapter.takeTurn(activity, answer),
    }),
    ...signInPages(pages),
    ...pageFiles(),
    'GET /healthz': () => ({ status: 200, body: { status: 'ok' } }),
    'GET /readyz': readyRoute(inner.isReady),
    ...(inner.metrics && { 'GET /metrics': metricsRoute(inner.metrics) }),
  };
}

const metricsRoute =
  (metrics: NonNullable<Inner['metrics']>): Handler =>
  async () => {
    const { contentType, text } = await metrics.read();
    return { status: 200, headers: { 'content-type': contentType }, body: text };
  };

const readyRoute =
  (isReady: () => Promise<boolean>): Handler =>
  async () =>
    (await isReady()) ? { status: 200, body: { status: 'ready' } } : fixedAnswer(503);
