import { z } from 'zod';
import type { Answer } from '../http';
import { parseJson } from '../json';
import type { Person } from '../tenant/person';
import { activityShape } from './activity';
import { notInRoster, refusal, type ConnectorParts } from './connector-parts';
import type { Conversations } from './conversations';

const parameters = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  activity: activityShape.optional(),
  channelData: z
    .looseObject({
      channel: z.looseObject({ id: z.string() }).optional(),
      tenant: z.looseObject({ id: z.string() }).optional(),
    })
    .optional(),
});

/** POST /v3/conversations: the personal chat of one person, or a new thread in a channel. */
export function createConversation(
  conversations: Conversations,
  { addresses }: ConnectorParts,
  body: string,
): Answer {
  const asked = parameters.safeParse(parseJson(body)).data;
  if (!asked) return refusal(400, 'BadSyntax', 'Malformed conversation parameters.');
  const channel = asked.channelData?.channel?.id;
  const opened =
    channel === undefined
      ? personalChat(conversations, asked.members?.[0]?.id)
      : newThread(conversations, channel);
  if ('status' in opened) return opened;
  const { conversation } = opened;
  const first = asked.activity && conversations.add(conversation, 'bot', asked.activity);
  const activityId = first ? { activityId: first.id } : {};
  return {
    status: 201,
    body: { id: conversation.id, serviceUrl: `${addresses.connector}/emea/`, ...activityId },
  };
}

function personalChat(conversations: Conversations, memberId: string | undefined) {
  const person = conversations.personBy(memberId);
  if (!person) return refusal(400, 'BadArgument', 'Unknown member.');
  if (!person.behaviour.installed)
    return refusal(
      403,
      'ForbiddenOperationException',
      "The bot is not installed in the user's personal scope.",
    );
  return { conversation: conversations.personal(person) };
}

function newThread(conversations: Conversations, channelId: string) {
  const channel = conversations.channelById(channelId);
  if (!channel) return refusal(404, 'ConversationNotFound', 'No such channel.');
  if (!channel.hasBot) return notInRoster;
  return { conversation: conversations.thread(channel) };
}

/** A person as member lists show them. */
export function memberOf(person: Person) {
  const [givenName = '', ...rest] = person.name.split(' ');
  return {
    id: person.teamsId,
    name: person.name,
    aadObjectId: person.oid,
    objectId: person.oid,
    givenName,
    surname: rest.join(' '),
    email: person.upn,
    userPrincipalName: person.upn,
    tenantId: person.tid,
    userRole: person.isGuest ? 'guest' : 'user',
  };
}
