import type { Place } from '../desk/ports';
import { personId, tenantId, type TenantId } from '../request/ids';
import {
  activityShape,
  cardActionShape,
  isOfTenant,
  messageActionShape,
  mentionShape,
  pressShape,
  signInFailureShape,
  tokenExchangeShape,
  verifyStateShape,
  type TeamsActivity,
} from './activity-shapes';
import { textOfHtml } from './text-of-html';
import type { IgnoredBecause, Inbound, PressInbound, Sender } from './inbound';

/** Nobody asks for help in more than this; what comes after is not looked at. */
const LONGEST_TEXT = 2000;

/** What a Teams activity means to the help desk. The activity is authenticated; its shape is not. */
export function readActivity(activity: unknown, tenant: TenantId): Inbound {
  const read = activityShape.safeParse(activity);
  if (!read.success) return ignored('malformed activity');
  const left = leftFrom(read.data);
  // Whoever removed the bot need not be somebody whom it would answer.
  if (left !== undefined)
    return isOfTenant(read.data, tenant) ? readRemoval(read.data, tenant, left) : ignored('another tenant');
  const sender = readSender(read.data, tenant);
  if (typeof sender === 'string') return ignored(sender);
  switch (read.data.type) {
    case 'message':
      return readMessage(read.data, sender);
    case 'invoke':
      return readInvoke(read.data, sender);
    case 'installationUpdate':
      return readInstallation(read.data, sender);
    case 'conversationUpdate':
      return readMembers(read.data, sender);
    default:
      return ignored('no use for this activity');
  }
}

const ignored = (because: IgnoredBecause): Inbound => ({ kind: 'ignored', because });

function readSender(activity: TeamsActivity, tenant: TenantId): Sender | IgnoredBecause {
  const { from, conversation, channelData, locale, id } = activity;
  if (from.role === 'bot' || from.id.startsWith('28:')) return 'sender is a bot';
  if (!isOfTenant(activity, tenant)) return 'another tenant';
  // In a shared channel or a chat with other companies the place is ours and the sender may not be.
  if (from.tenantId != null && tenantId(from.tenantId) !== tenant) return 'another tenant';
  if (channelData?.meeting || conversation.id.startsWith('19:meeting_')) return 'a meeting';
  const person = personId(from.aadObjectId);
  if (!person) return 'sender has no directory id';
  const kind = readKind(conversation.conversationType);
  if (!kind) return 'unknown kind of conversation';
  const place = { tenant, kind, ...placeOf(activity) };
  const team = channelData?.team?.id;
  return {
    ...{ person, tenant, place, name: from.name ?? '', account: from.id, activityId: id ?? '' },
    ...(locale != null && { locale }),
    ...(team !== undefined && { team }),
  };
}

const placeOf = ({ serviceUrl, conversation, recipient }: TeamsActivity) => ({
  serviceUrl,
  conversation: conversation.id,
  bot: recipient.id,
});

function readKind(type: string | null | undefined): Place['kind'] | undefined {
  return type === 'personal' || type === 'groupChat' || type === 'channel' ? type : undefined;
}

function readMessage(activity: TeamsActivity, sender: Sender): Inbound {
  const { channelData, value, text } = activity;
  if (channelData?.eventType === 'editMessage' || channelData?.eventType === 'undeleteMessage')
    return ignored('edited or restored');
  // A card's Action.Submit or messageBack, where the client knows no Action.Execute.
  if (value != null) return readPress(activity, sender, 'message', value);
  const mentions = readMentions(activity);
  const botId = activity.recipient.id;
  if (sender.place.kind !== 'personal' && !mentions.some(({ id }) => id === botId))
    return ignored('not addressed to the bot');
  const asked = text?.slice(0, LONGEST_TEXT).trim();
  return asked ? { kind: 'ask', sender, text: asked, mentions } : ignored('no text');
}

function readMentions({ entities, recipient }: TeamsActivity) {
  return (entities ?? []).flatMap((entity) => {
    const read = mentionShape.safeParse(entity);
    if (!read.success) return [];
    const { text, mentioned } = read.data;
    const person = personId(mentioned.aadObjectId);
    const isBot = mentioned.id === recipient.id || mentioned.id.startsWith('28:');
    return [{ text, id: mentioned.id, name: mentioned.name ?? '', isBot, ...(person && { person }) }];
  });
}

function readInvoke(activity: TeamsActivity, sender: Sender): Inbound {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return readCardAction(activity, sender);
    case 'signin/tokenExchange': {
      const { data } = tokenExchangeShape.safeParse(activity.value);
      if (!data) return ignored('malformed sign-in');
      const { id, token, connectionName } = data;
      return { kind: 'exchange', sender, id, token, connectionName: connectionName ?? '' };
    }
    case 'signin/verifyState': {
      const { data } = verifyStateShape.safeParse(activity.value);
      return data ? { kind: 'verify', sender, code: data.state } : ignored('malformed sign-in');
    }
    case 'signin/failure': {
      const { data } = signInFailureShape.safeParse(activity.value);
      return { kind: 'sign-in-failure', sender, code: data?.code ?? 'none' };
    }
    case 'composeExtension/submitAction':
      return readMessageAction(activity, sender);
    default:
      return ignored('no use for this activity');
  }
}

function readCardAction(activity: TeamsActivity, sender: Sender): Inbound {
  const { data } = cardActionShape.safeParse(activity.value);
  if (!data) return ignored('malformed press');
  // The verb of the action wins over one that was put into its data.
  return readPress(activity, sender, 'invoke', { ...data.action.data, verb: data.action.verb });
}

function readMessageAction(activity: TeamsActivity, sender: Sender): Inbound {
  const { data } = messageActionShape.safeParse(activity.value);
  if (!data) return ignored('malformed message action');
  const { body, from } = data.messagePayload;
  const id = personId(from?.user?.id);
  if (!id) return ignored('message of nobody in the directory');
  const text = [textOfHtml(body.content ?? ''), data.data?.note ?? ''].map((part) => part.trim());
  const said = text.filter(Boolean).join('\n').slice(0, LONGEST_TEXT);
  const author = { id, name: from?.user?.displayName ?? '' };
  return said
    ? { kind: 'message-action', sender: asOneOfMany(sender), text: said, author }
    : ignored('no text');
}

/** A chat of two people is "personal" to Teams as well; the bot's own has another kind of id. */
function asOneOfMany(sender: Sender): Sender {
  const { place } = sender;
  const isAmongPeople = place.kind === 'personal' && place.conversation.startsWith('19:');
  return isAmongPeople ? { ...sender, place: { ...place, kind: 'groupChat' } } : sender;
}

function readPress(
  { replyToId }: TeamsActivity,
  sender: Sender,
  cameAs: PressInbound['cameAs'],
  value: unknown,
): Inbound {
  const { data } = pressShape.safeParse(value);
  if (!data) return ignored('malformed press');
  const { verb, ticket, row, reason, outcome, minutes, query } = data;
  return {
    ...{ kind: 'press', sender, cameAs, verb, ticket },
    ...(row !== undefined && { row }),
    ...(reason?.trim() && { reason: reason.trim() }),
    ...(outcome !== undefined && { outcome }),
    ...(minutes !== undefined && { minutes }),
    ...(query?.trim() && { query: query.trim() }),
    ...(replyToId != null && { cardActivityId: replyToId }),
  };
}

function readInstallation({ action }: TeamsActivity, sender: Sender): Inbound {
  if (action === 'add') return { kind: 'joined', sender };
  return ignored('no use for this activity');
}

function readMembers({ membersAdded, recipient }: TeamsActivity, sender: Sender): Inbound {
  const isBot = ({ id }: { readonly id: string }) => id === recipient.id;
  if (membersAdded?.some(isBot)) return { kind: 'joined', sender };
  return ignored('others joined or left');
}

/**
 * What the bot is no longer part of. A team is named by its channel "General", from which Teams tells what happens to it
 * as a whole: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
function leftFrom(activity: TeamsActivity): string | undefined {
  const { type, action, channelData, conversation, membersRemoved, recipient } = activity;
  if (type === 'installationUpdate') return action === 'remove' ? conversation.id : undefined;
  if (type !== 'conversationUpdate') return undefined;
  if (membersRemoved?.some(({ id }) => id === recipient.id)) return conversation.id;
  switch (channelData?.eventType) {
    case 'channelDeleted':
      return channelData.channel?.id;
    case 'teamDeleted':
    case 'teamHardDeleted':
      return channelData.team?.id ?? conversation.id;
    default:
      return undefined;
  }
}

function readRemoval({ from }: TeamsActivity, tenant: TenantId, left: string): Inbound {
  const by = personId(from.aadObjectId);
  return {
    kind: 'left',
    removal: { tenant, conversation: left.split(';messageid=', 1)[0] ?? left, ...(by && { by }) },
  };
}
