import { randomUUID } from 'node:crypto';
import type { Addresses, Registrations } from '../addresses';
import type { Clock } from '../clock';
import type { Activity } from '../connector/activity';
import type { Conversation } from '../connector/conversation';
import type { Person } from '../tenant/person';

/** What Teams puts into every activity. */
export interface Surroundings {
  readonly addresses: Addresses;
  readonly registrations: Registrations;
  readonly botName: string;
  /** Part of the address at which Teams' connector is reached; Teams may move conversations to another one. */
  region: string;
  readonly clock: Clock;
}

export interface Sender {
  readonly person: Person;
  readonly conversation: Conversation;
  /** Language of the client; may differ from activity to activity. */
  readonly locale?: string;
}

/** Text as one types it, with `@key` for people and `@Device Assist` for the bot, and who is mentioned. */
export interface Words {
  readonly text: string;
  readonly mentions: readonly Person[];
  /** In shared chats a bot gets only what mentions it. */
  readonly mentionsBot: boolean;
}

export function messageActivity(around: Surroundings, sender: Sender, words: Words): Activity {
  const bot = { id: `28:${around.registrations.bot.id}`, name: around.botName };
  const named = [...words.mentions.map(({ teamsId, name, key }) => ({ id: teamsId, name, key }))];
  const text = named.reduce(
    (soFar, { key, name }) => soFar.replace(`@${key}`, `<at>${name}</at>`),
    words.mentionsBot ? withBot(words.text, bot.name) : words.text,
  );
  const mentioned = [...(words.mentionsBot ? [bot] : []), ...named.map(({ id, name }) => ({ id, name }))];
  const base = baseActivity(around, sender, 'message');
  const mentionEntities = mentioned.map((who) => ({
    type: 'mention',
    mentioned: who,
    text: `<at>${who.name}</at>`,
  }));
  return {
    ...base,
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div></div>` }],
    entities: [...mentionEntities, clientInfo(sender)],
  };
}

/** The bot is mentioned where it was named, else at the beginning. */
function withBot(text: string, name: string): string {
  const at = `<at>${name}</at>`;
  return text.includes(`@${name}`) ? text.replace(`@${name}`, at) : `${at} ${text}`;
}

export function invokeActivity(around: Surroundings, sender: Sender, name: string, value: unknown): Activity {
  return { ...baseActivity(around, sender, 'invoke'), name, value };
}

/** What an `Action.Submit` becomes: a message without text. */
export function submitActivity(around: Surroundings, sender: Sender, value: unknown): Activity {
  return { ...baseActivity(around, sender, 'message'), value };
}

function clientInfo({ person, locale }: Sender) {
  const language = locale ?? person.locale;
  return {
    type: 'clientInfo',
    locale: language,
    country: language.split('-')[1] ?? 'US',
    platform: 'Web',
    timezone: person.timezone,
  };
}

/** What every activity of a person has. */
export function baseActivity(around: Surroundings, sender: Sender, type: string): Activity {
  const { person, conversation, locale } = sender;
  const now = around.clock.date();
  return {
    type,
    id: `f:${randomUUID()}`,
    timestamp: now.toISOString(),
    localTimestamp: now.toISOString(),
    localTimezone: person.timezone,
    channelId: 'msteams',
    serviceUrl: `${around.addresses.connector}/${around.region}/`,
    from: { id: person.teamsId, name: person.name, aadObjectId: person.oid },
    conversation: conversationAccount(conversation, person),
    recipient: { id: `28:${around.registrations.bot.id}`, name: around.botName },
    locale: locale ?? person.locale,
    entities: [clientInfo(sender)],
    channelData: channelDataOf(conversation, person),
  };
}

function conversationAccount({ id, kind, name }: Conversation, person: Person) {
  const shared = kind === 'personal' ? {} : { isGroup: true, ...(name ? { name } : {}) };
  return { conversationType: kind, tenantId: person.tid, id, ...shared };
}

/** Where Teams says which team, channel or meeting an activity belongs to. */
export function channelDataOf(conversation: Conversation, person: Person) {
  const tenant = { id: person.tid };
  const { channel, isMeeting, id } = conversation;
  if (isMeeting) return { tenant, meeting: { id: Buffer.from(`0#${id}#0`).toString('base64') } };
  if (!channel) return { tenant };
  return {
    teamsChannelId: channel.id,
    teamsTeamId: channel.teamId,
    channel: { id: channel.id },
    team: { id: channel.teamId },
    tenant,
  };
}
