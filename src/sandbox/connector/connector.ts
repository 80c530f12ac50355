import { z } from 'zod';
import type { Answer, Ask, Reply } from '../http';
import { parseJson } from '../json';
import { signingKey, type SigningKey } from '../keys';
import { CONNECTOR_AUDIENCE } from '../login/tokens';
import { activityShape, type Activity } from './activity';
import { Channel, type Conversation } from './conversation';
import type { Conversations } from './conversations';
import { notInRoster, refusal, type ConnectorParts } from './connector-parts';
import { createConversation, memberOf } from './create-conversation';
import { sendsTooMany } from './send-limits';

/** How the connector fails on a call that matches "METHOD path", a number of times. */
export interface ConnectorMischief {
  readonly when: RegExp;
  readonly as:
    | 'busy' // 429
    | 'server-error'
    | 'accepted-then-504' // the message is there, and the bot is told it failed
    | 'accepted-then-reset'
    | 'not-found'
    | 'forbidden'
    | 'hang'
    | 'reset';
  times?: number;
}

/** The largest message Teams takes, in bytes of UTF-16. */
const LARGEST_MESSAGE = 100 * 1024;

const claims = z.looseObject({ appid: z.string() });

/** The Bot Connector of Teams: takes what the bot says, and publishes the keys of what Teams says to the bot. */
export class Connector {
  private readonly mischief: ConnectorMischief[] = [];

  private constructor(
    readonly conversations: Conversations,
    /** Signs what Teams sends to the bot. */
    public key: SigningKey,
    private readonly parts: ConnectorParts,
  ) {}

  static async create(conversations: Conversations, parts: ConnectorParts): Promise<Connector> {
    return new Connector(conversations, await signingKey('connector-0'), parts);
  }

  /** The next call that matches meets a fault. */
  misbehave(mischief: ConnectorMischief): void {
    this.mischief.push({ times: 1, ...mischief });
  }

  async answer(ask: Ask): Promise<Reply> {
    const path = decodeURIComponent(ask.url.pathname);
    const reply = await this.route(ask, path);
    this.parts.wire.record({
      where: 'connector',
      method: ask.method,
      path,
      status: typeof reply === 'string' ? reply : 'status' in reply ? reply.status : 200,
      ...noteOn(ask.body),
    });
    return reply;
  }

  private async route(ask: Ask, path: string): Promise<Reply> {
    if (path === '/.well-known/openidconfiguration') return { status: 200, body: this.metadata() };
    if (path === '/.well-known/keys')
      return { status: 200, body: { keys: [{ ...this.key.publicJwk, endorsements: ['msteams'] }] } };
    if (!(await this.isTheBot(ask))) return refusal(401, 'Unauthorized', 'Authorization has been denied.');
    const [, below] = path.split('/v3/conversations', 2);
    if (below === undefined) return refusal(404, 'NotFound', 'No such route.');
    const planned = this.plannedFault(`${ask.method} ${path}`);
    switch (planned) {
      case undefined:
        return this.carryOut(ask, below);
      case 'hang':
      case 'reset':
        return planned;
      case 'accepted-then-504':
        this.carryOut(ask, below);
        return refusal(504, 'GatewayTimeout', 'Gateway timeout');
      case 'accepted-then-reset':
        this.carryOut(ask, below);
        return 'reset';
      case 'busy':
        return { ...refusal(429, 'TooManyRequests', 'Too many requests'), headers: { 'retry-after': '1' } };
      case 'server-error':
        return refusal(500, 'ServiceError', 'Unknown');
      case 'not-found':
        return refusal(404, 'ConversationNotFound', 'Conversation not found.');
      case 'forbidden':
        return notInRoster;
    }
  }

  private carryOut(ask: Ask, below: string): Answer {
    const [, conversationId = '', what = '', activityId = ''] = below.split('/');
    if (conversationId === '') return createConversation(this.conversations, this.parts, ask.body);
    const place = this.placeOf(conversationId);
    if (!place || ('gone' in place && place.gone === 'not-found'))
      return refusal(404, 'ConversationNotFound', 'Conversation not found.');
    if (!place.hasBot) return notInRoster;
    if (ask.method === 'GET') return members(place, what, activityId);
    if (what !== 'activities') return refusal(404, 'NotFound', 'No such route.');
    return this.change(ask, place, activityId);
  }

  private placeOf(id: string): Conversation | Channel | undefined {
    return this.conversations.find(id) ?? this.conversations.channelById(id);
  }

  private change(ask: Ask, place: Conversation | Channel, activityId: string): Answer {
    const now = this.parts.clock.now();
    if (this.parts.settings.enforceLimits && sendsTooMany(place.sends, now))
      return { ...refusal(429, 'TooManyRequests', 'Too many requests'), headers: { 'retry-after': '1' } };
    place.sends.push(now);
    const conversation = place instanceof Channel ? this.threadIn(place, activityId) : place;
    if (ask.method === 'DELETE') return this.remove(conversation, activityId);
    const activity = readActivity(ask.body);
    if (typeof activity === 'string')
      return refusal(activity === 'too big' ? 413 : 400, 'BadSyntax', activity);
    if (ask.method === 'PUT') return this.update(conversation, activityId, activity);
    const message = this.conversations.add(conversation, 'bot', activity);
    return { status: 201, body: { id: message.id } };
  }

  /** What is sent to a channel and to none of its threads begins a new one. */
  private threadIn(channel: Channel, activityId: string): Conversation {
    return channel.threads.find((thread) => thread.message(activityId)) ?? this.conversations.thread(channel);
  }

  private update(conversation: Conversation, id: string, activity: Activity): Answer {
    const message = conversation.message(id);
    if (message?.from !== 'bot' || message.deleted)
      return refusal(404, 'ActivityNotFound', 'Activity not found.');
    this.conversations.update(conversation, message, activity);
    return { status: 200, body: { id } };
  }

  private remove(conversation: Conversation, id: string): Answer {
    const message = conversation.message(id);
    if (message?.from !== 'bot') return refusal(404, 'ActivityNotFound', 'Activity not found.');
    this.conversations.remove(conversation, message);
    return { status: 200 };
  }

  private metadata() {
    return {
      issuer: CONNECTOR_AUDIENCE,
      jwks_uri: `${this.parts.addresses.connector}/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    };
  }

  private async isTheBot(ask: Ask): Promise<boolean> {
    const token = /^Bearer (.+)$/.exec(ask.headers.authorization ?? '')?.[1] ?? '';
    const { tokens, clock, settings } = this.parts;
    const verified = await tokens.key.verify(token, clock.date(), settings.audience);
    const read = claims.safeParse(verified).data;
    return read?.appid === this.parts.registrations.bot.id;
  }

  private plannedFault(call: string): ConnectorMischief['as'] | undefined {
    const planned = this.mischief.find(({ when, times = 1 }) => times > 0 && when.test(call));
    if (!planned) return undefined;
    planned.times = (planned.times ?? 1) - 1;
    return planned.as;
  }
}

function members({ members: all }: Conversation | Channel, what: string, id: string): Answer {
  if (what === 'pagedmembers') return { status: 200, body: { members: all.map(memberOf) } };
  if (what !== 'members') return refusal(404, 'NotFound', 'No such route.');
  if (id === '') return { status: 200, body: all.map(memberOf) };
  const found = all.find(({ teamsId, oid }) => id === teamsId || id === oid);
  return found
    ? { status: 200, body: memberOf(found) }
    : refusal(404, 'MemberNotFoundInConversation', 'Member not found.');
}

/** For the record: what kind of activity it was, not what it says. */
function noteOn(body: string): { note?: string } {
  const activity = activityShape.safeParse(parseJson(body)).data;
  if (!activity) return {};
  const kinds = (activity.attachments ?? []).map(({ contentType }) => contentType.split('.').at(-1));
  const card = kinds.length > 0 ? ` with ${kinds.join(', ')} card` : '';
  return { note: `${activity.type}${card}` };
}

function readActivity(body: string): Activity | 'too big' | 'malformed' {
  if (body.length * 2 > LARGEST_MESSAGE) return 'too big';
  return activityShape.safeParse(parseJson(body)).data ?? 'malformed';
}
