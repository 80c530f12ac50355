import { botId, dana, tenant } from './doubles';

// Activities as Teams sends them, shortened to what could matter, ids replaced. The shapes follow the payloads that
// vercel/chat recorded (packages/integration-tests/fixtures/replay) and Microsoft's documentation.

const base = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  timestamp: '2026-11-22T09:15:04.402Z',
  localTimestamp: '2026-11-22T10:15:04.402+01:00',
  localTimezone: 'Europe/Berlin',
  id: '1763802904377',
  from: { id: '29:1dana', name: 'Dana Ito', aadObjectId: String(dana) },
  recipient: { id: `28:${botId}`, name: 'Device Assist' },
  locale: 'de-DE',
  entities: [
    { type: 'clientInfo', locale: 'de-DE', country: 'DE', platform: 'Windows', timezone: 'Europe/Berlin' },
  ],
};

const personal = {
  conversation: { conversationType: 'personal', tenantId: String(tenant), id: 'a:1dana' },
  channelData: { tenant: { id: String(tenant) } },
};

const channelId = '19:3f0d@thread.tacv2';
const channel = {
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: String(tenant),
    id: `${channelId};messageid=1763802900000`,
  },
  channelData: {
    teamsChannelId: channelId,
    teamsTeamId: channelId,
    channel: { id: channelId },
    team: { id: channelId },
    tenant: { id: String(tenant) },
  },
};

export const botMention = {
  type: 'mention',
  mentioned: { id: `28:${botId}`, name: 'Device Assist' },
  text: '<at>Device Assist</at>',
};

export const message = (text: string, more: object = {}) => ({
  ...base,
  ...personal,
  type: 'message',
  text,
  textFormat: 'plain',
  attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
  ...more,
});

export const channelMessage = (text: string, more: object = {}) => ({
  ...base,
  ...channel,
  type: 'message',
  text: `<at>Device Assist</at> ${text}`,
  entities: [botMention, ...base.entities],
  ...more,
});

export const invoke = (name: string, value: unknown, more: object = {}) => ({
  ...base,
  ...personal,
  type: 'invoke',
  name,
  value,
  ...more,
});

export const press = (verb: string, data: object, more: object = {}) =>
  invoke(
    'adaptiveCard/action',
    { action: { type: 'Action.Execute', title: 'x', verb, data }, trigger: 'manual' },
    { replyToId: '1763802900111', ...more },
  );

export const installed = {
  ...base,
  ...personal,
  type: 'installationUpdate',
  action: 'add',
  channelData: { settings: { selectedChannel: { id: 'a:1dana' } }, tenant: { id: String(tenant) } },
};

export const memberAdded = {
  ...base,
  ...personal,
  type: 'conversationUpdate',
  locale: undefined,
  membersAdded: [{ id: '29:1dana', aadObjectId: String(dana) }, { id: `28:${botId}` }],
};
