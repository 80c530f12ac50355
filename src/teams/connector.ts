import type { Activity, ConversationParameters } from 'botbuilder';
import { ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { Clock, Place } from '../desk/ports';
import { isTrouble } from '../desk/troubles';
import { NotAllowed, type AddressGuard } from '../outbound';
import { personId, type Instant, type PersonId } from '../request/ids';

/** What is sent; who, where and to whom is added from the place. */
export type Outgoing = Pick<Partial<Activity>, 'type' | 'text' | 'textFormat' | 'summary' | 'attachments'>;

/** How a message fared. `lost`: nobody knows whether Teams has it, so a create is not repeated. */
export type Delivery =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly why: 'gone' | 'refused' | 'not-sent' | 'lost'; readonly status?: number }
  | { readonly ok: false; readonly why: 'busy'; readonly until?: Instant };

/** Messages to people, through the Bot Connector. Never throws what Teams may answer. */
export interface Chats {
  /** Not idempotent at Teams' side, so never repeated here. */
  create(place: Place, message: Outgoing): Promise<Delivery>;
  update(place: Place, activityId: string, message: Outgoing): Promise<Delivery>;
  /** Whether a member of this conversation is a guest; false where Teams does not say. */
  isGuest(place: Place, account: string): Promise<boolean>;
  /** Who a member of this conversation is in the directory; undefined where Teams does not say. */
  whoIs(place: Place, member: string): Promise<PersonId | undefined>;
}

export type ConnectorParts = {
  readonly botToken: () => Promise<string>;
  readonly maySendTo: AddressGuard;
  readonly clock: Clock;
  /** Milliseconds after which the connector counts as silent. */
  readonly timeout?: number;
};

/** One client a service URL, kept: a new one a turn costs half of botbuilder's throughput. */
export class Connectors {
  readonly #clients = new LRUCache<string, ConnectorClient>({ max: 100 });

  constructor(private readonly parts: ConnectorParts) {}

  /** @throws {Error} for an address that must not see the bot's token. */
  clientFor(serviceUrl: string): ConnectorClient {
    // Checked here as well as at the front door: stored places come from the database.
    if (!this.parts.maySendTo(serviceUrl)) throw new Error('The service URL is not allowed');
    const known = this.#clients.get(serviceUrl);
    if (known) return known;
    const client = this.newClient(serviceUrl);
    this.#clients.set(serviceUrl, client);
    return client;
  }

  private newClient(serviceUrl: string): ConnectorClient {
    const credentials: ConstructorParameters<typeof ConnectorClient>[0] = {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await this.parts.botToken()}`);
        return request;
      },
    };
    const client = new ConnectorClient(credentials, { baseUri: serviceUrl });
    guardPipeline(client, this.parts.maySendTo);
    return client;
  }
}

/** Bytes of an answer of the connector, after unpacking; an id is all there is in most. */
const MOST_BYTES = 256 * 1024;

/**
 * The SDK repeats even creates on 5xx, follows redirects with the token and reads answers of any size. It offers no
 * option against any of these, so its pipeline is changed; an SDK that hides the pipeline stops the bot at once.
 */
function guardPipeline(client: ConnectorClient, maySendTo: AddressGuard): void {
  const inner: unknown = Reflect.get(client, 'client');
  if (!hasPipeline(inner)) throw new Error('botframework-connector hides its pipeline');
  inner.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  inner.pipeline.removePolicy({ name: 'redirectPolicy' });
  inner.pipeline.addPolicy({
    name: 'deviceAssistGuard',
    sendRequest: (request, next) => {
      if (!maySendTo(request.url)) throw new NotAllowed();
      // Counted after unpacking; an error in there ends the reading.
      request.onDownloadProgress = ({ loadedBytes }) => {
        if (loadedBytes > MOST_BYTES) throw new RangeError('The answer is too large');
      };
      return next(request);
    },
  });
}

type WithPipeline = {
  readonly pipeline: {
    removePolicy(which: { readonly name: string }): void;
    addPolicy(policy: {
      readonly name: string;
      sendRequest<T>(request: PipelineRequest, next: (request: PipelineRequest) => T): T;
    }): void;
  };
};

type PipelineRequest = {
  readonly url: string;
  onDownloadProgress?: (progress: { readonly loadedBytes: number }) => void;
};

function hasPipeline(value: unknown): value is WithPipeline {
  if (typeof value !== 'object' || value === null || !('pipeline' in value)) return false;
  const { pipeline } = value;
  return (
    typeof pipeline === 'object' && pipeline !== null && 'removePolicy' in pipeline && 'addPolicy' in pipeline
  );
}

export function chatsOver(connectors: Connectors, { clock, timeout = 10_000 }: ConnectorParts): Chats {
  const member = async (place: Place, account: string) => {
    const { conversations } = connectors.clientFor(place.serviceUrl);
    try {
      return await conversations.getConversationMember(place.conversation, account, { timeout });
    } catch (error) {
      readFailure(error, clock); // throws what is none of Teams' business
      return undefined;
    }
  };
  return {
    create: (place, message) =>
      deliver(clock, async () => {
        const { conversations } = connectors.clientFor(place.serviceUrl);
        const activity = addressed(place, message);
        if (isWholeChannel(place) && message.type !== 'typing')
          return (await conversations.createConversation(threadIn(place, activity), { timeout })).activityId;
        return (await conversations.sendToConversation(place.conversation, activity, { timeout })).id;
      }),
    update: (place, activityId, message) =>
      deliver(clock, async () => {
        const { conversations } = connectors.clientFor(place.serviceUrl);
        const thread = isWholeChannel(place) ? threadOf(place, activityId) : place;
        const activity = { ...addressed(thread, message), id: activityId };
        await conversations.updateActivity(thread.conversation, activityId, activity, { timeout });
        return activityId;
      }),
    whoIs: async (place, account) => personId((await member(place, account))?.aadObjectId),
    isGuest: async (place, account) => {
      const found = await member(place, account);
      // Teams' own word for it, which the connector's types leave out.
      return found !== undefined && 'userRole' in found && found.userRole === 'guest';
    },
  };
}

/** A channel rather than one of its threads: what is sent there begins a thread. */
const isWholeChannel = ({ kind, conversation }: Place) =>
  kind === 'channel' && !conversation.includes(';messageid=');

/** The thread that a message has begun; Teams names it by the id of that message. */
const threadOf = (place: Place, activityId: string): Place => ({
  ...{ ...place, conversation: `${place.conversation};messageid=${activityId}` },
});

function threadIn({ bot, conversation, tenant }: Place, activity: Partial<Activity>): ConversationParameters {
  const parameters: Partial<ConversationParameters> = {
    ...{ isGroup: true, tenantId: tenant, bot: { id: bot, name: '' } },
    channelData: { channel: { id: conversation }, tenant: { id: tenant } },
    // The type wants a whole activity; Teams takes here what it takes everywhere else.
    activity: activity as Activity,
  };
  // Members and topic are for chats: a channel has its own.
  return parameters as ConversationParameters;
}

// A clean activity: no `replyToId`, which botbuilder invents for proactive messages and Teams cannot resolve.
function addressed(place: Place, message: Outgoing): Partial<Activity> {
  return {
    ...message,
    from: { id: place.bot, name: '' },
    conversation: {
      id: place.conversation,
      conversationType: place.kind,
      tenantId: place.tenant,
      isGroup: place.kind !== 'personal',
      name: '',
    },
  };
}

async function deliver(clock: Clock, send: () => Promise<string | undefined>): Promise<Delivery> {
  try {
    const id = await send();
    // Without an id the message cannot be updated, and asking again would double it.
    return id ? { ok: true, id } : { ok: false, why: 'lost' };
  } catch (error) {
    return readFailure(error, clock);
  }
}

// An answer, or none in time.
const OUTSIDE = new Set(['RestError', 'AbortError']);
// Our token is not taken now, or somebody is at the same message: certainly not carried out, and it passes.
const NOT_NOW = new Set([401, 412]);
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** @throws the error itself when it is none of the network's, the connector's or the token's. */
function readFailure(error: unknown, clock: Clock): Delivery {
  if (isTrouble(error)) return { ok: false, why: 'not-sent' }; // no token for the connector
  if (!(error instanceof Error) || !OUTSIDE.has(error.name)) throw error;
  const status = 'statusCode' in error ? error.statusCode : undefined;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && NEVER_LEFT.has(code)) return { ok: false, why: 'not-sent' };
  if (typeof status !== 'number') return { ok: false, why: 'lost' };
  if (NOT_NOW.has(status)) return { ok: false, why: 'not-sent' };
  if (status === 429) return { ok: false, why: 'busy', ...retryAfter(error, clock) };
  if (status === 403 || status === 404) return { ok: false, why: 'gone', status };
  const answered = status >= 300 && status < 500 && status !== 408;
  return { ok: false, why: answered ? 'refused' : 'lost', status };
}

function retryAfter(error: Error, clock: Clock): { readonly until?: Instant } {
  const response: unknown = 'response' in error ? error.response : undefined;
  const headers = typeof response === 'object' && response && 'headers' in response && response.headers;
  const get: unknown = typeof headers === 'object' && headers && 'get' in headers && headers.get;
  const named: unknown = typeof get === 'function' ? get.call(headers, 'retry-after') : undefined;
  const seconds = Number(named);
  return seconds > 0 && seconds < 3600 ? { until: clock.now() + seconds * 1000 } : {};
}
