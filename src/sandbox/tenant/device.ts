import type { Clock } from '../clock';
import { stableGuid, stableToken } from '../ids';
import { ordinaryFacts, type DeviceFacts } from './device-facts';

/** What Graph can answer instead of doing what was asked. */
export type Fault =
  | 'forbidden' // 403: the person lacks the Intune role
  | 'forbidden-as-401' // the same, as Intune sometimes says it: 401 with doubly nested text
  | 'scope-missing' // 403: the app lacks the permission
  | 'claims-challenge' // 401 with WWW-Authenticate and claims
  | 'token-rejected' // a plain 401 InvalidAuthenticationToken
  | 'throttled'
  | 'throttled-bare' // 429 without Retry-After
  | 'bad-request' // 400 with the bare "An error has occurred"
  | 'not-found'
  | 'no-route'
  | 'conflict'
  | 'server-error'
  | 'bad-gateway'
  | 'unavailable' // 503
  | 'gateway-timeout'
  | 'garbage' // 200 with HTML
  | 'cut-short'
  | 'reset'
  | 'hang';

/** How remote assistance goes on one device. Seconds are scripted seconds after acceptance. */
export interface AssistanceBehaviour {
  /** What the POST answers: 204, or a fault. */
  answer: 'accept' | Fault;
  /** Whether Intune carries it out although the answer says otherwise. */
  acceptsAnyway: boolean;
  /** How many POSTs the fault lasts; after that they are accepted. */
  times: number;
  /** Seconds in the Retry-After header of "throttled". */
  retryAfter: string;
  /** Seconds until the POST is answered at all. */
  answerAfter: number;
  linkAfter: number | 'never';
  link: string;
  /** Seconds until an action result is there as "pending", and until it ends. */
  pendingAfter: number | 'never';
  resultAfter: number | 'never';
  result: 'active' | 'done' | 'failed' | 'notSupported' | 'canceled';
  /** Appears in remoteAssistanceSessionErrorDetails together with the result. */
  errorDetails: string | undefined;
  /** A link that was there before anybody asked. */
  oldLink: string | undefined;
  /** What reading this one device answers instead. */
  read: Fault | undefined;
}

export interface DeviceSeed {
  readonly name: string;
  /** Key of the person who is its primary user. */
  readonly owner?: string;
  /** Distinguishes devices with one name; the order in the seed if not given. */
  readonly id?: string;
  readonly facts?: Partial<DeviceFacts>;
  readonly checkedInHoursAgo?: number;
  readonly behaviour?: Partial<AssistanceBehaviour>;
  /** One sentence for whoever plays: what happens with this device. */
  readonly shows?: string;
}

interface Session {
  readonly by: string;
  readonly startedAt: Date;
  readonly startedScripted: number;
}

/** One device of the tenant, with what Intune knows of it and how it behaves when somebody asks for a session. */
export class Device {
  readonly id: string;
  readonly shows: string | undefined;
  readonly facts: DeviceFacts;
  readonly behaviour: AssistanceBehaviour;
  /** Keys of the people for whom Intune accepted a request, in order: what the effects are counted by. */
  readonly accepted: string[] = [];
  /** How many requests arrived, accepted or not. */
  attempts = 0;
  private readonly sessions: Session[] = [];

  constructor(
    seed: DeviceSeed,
    owner: { readonly oid: string; readonly upn: string; readonly name: string } | undefined,
    private readonly clock: Clock,
  ) {
    this.id = stableGuid(`device ${seed.id ?? seed.name}`);
    this.shows = seed.shows;
    const syncedAt = new Date(clock.now() - (seed.checkedInHoursAgo ?? 1) * 3_600_000);
    this.facts = { ...ordinaryFacts(this.id, seed.name, owner, syncedAt), ...seed.facts };
    this.behaviour = { ...ordinaryBehaviour(this.id), ...seed.behaviour };
  }

  get name(): string {
    return this.facts.deviceName;
  }

  /** Changes what happens with this device from now on; links and results of running sessions included. */
  behave(change: Partial<AssistanceBehaviour>): this {
    Object.assign(this.behaviour, change);
    return this;
  }

  /** A request arrived: the fault to answer with, or undefined for 204. Counts what was accepted. */
  receiveRequest(by: string): Fault | undefined {
    this.attempts += 1;
    const { answer, acceptsAnyway } = this.behaviour;
    const fault = answer === 'accept' || this.behaviour.times <= 0 ? undefined : answer;
    this.behaviour.times -= fault ? 1 : 0;
    if (!fault || acceptsAnyway) this.startSession(by);
    return fault;
  }

  /** Intune starts a session, whoever asked for it (also an administrator in the portal). */
  startSession(by: string): void {
    this.accepted.push(by);
    const startedAt = this.clock.date();
    this.sessions.push({ by, startedAt, startedScripted: this.clock.scripted() });
  }

  /** What a GET of this one device may show of sessions, at this moment. */
  sessionFacts(actionName: string): Record<string, unknown> {
    const last = this.sessions.at(-1);
    const { link, oldLink, errorDetails, linkAfter, resultAfter } = this.behaviour;
    const linked = last !== undefined && this.hasCome(last, linkAfter);
    const ended = last !== undefined && this.hasCome(last, resultAfter);
    return {
      remoteAssistanceSessionUrl: (linked ? link : oldLink) ?? null,
      remoteAssistanceSessionErrorDetails: (ended ? errorDetails : undefined) ?? null,
      deviceActionResults: this.sessions.flatMap((session) => this.actionResult(session, actionName)),
    };
  }

  private actionResult(session: Session, actionName: string): Record<string, unknown>[] {
    const { pendingAfter, resultAfter, result } = this.behaviour;
    const ended = this.hasCome(session, resultAfter);
    if (!ended && !this.hasCome(session, pendingAfter)) return [];
    const seconds = ended && resultAfter !== 'never' ? resultAfter : 0;
    return [
      {
        actionName,
        actionState: ended ? result : 'pending',
        startDateTime: session.startedAt.toISOString(),
        lastUpdatedDateTime: new Date(session.startedAt.getTime() + seconds * 1000).toISOString(),
      },
    ];
  }

  private hasCome(session: Session, after: number | 'never'): boolean {
    return after !== 'never' && this.clock.scripted() - session.startedScripted >= after;
  }
}

function ordinaryBehaviour(id: string): AssistanceBehaviour {
  return {
    answer: 'accept',
    acceptsAnyway: false,
    times: Infinity,
    retryAfter: '5',
    answerAfter: 0,
    linkAfter: 3,
    link: `https://get.teamviewer.com/s${stableToken(`link ${id}`, 10)}`,
    pendingAfter: 0,
    resultAfter: 3,
    result: 'done',
    errorDetails: undefined,
    oldLink: undefined,
    read: undefined,
  };
}
