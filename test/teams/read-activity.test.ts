import { readActivity } from '../../src/teams/read-activity';
import { channelMessage, installed, invoke, memberAdded, message, press } from './activities';
import { botId, dana, otherTenant, tenant } from './doubles';

const read = (activity: unknown) => readActivity(activity, tenant);

const messageAction = (user: object | null, more: object = {}) =>
  invoke('composeExtension/submitAction', {
    ...{ commandId: 'makeHelpRequest', data: { note: 'since Friday' } },
    messagePayload: { body: { content: '<div>it &amp; flickers</div>' }, from: user && { user } },
    ...more,
  });

describe('what a Teams activity means', () => {
  it('an action on a message carries its words and its author, and what was added', () => {
    expect(read(messageAction({ id: dana, displayName: 'Dana Ito' }))).toMatchObject({
      ...{ kind: 'message-action', text: 'it & flickers\nsince Friday' },
      author: { id: dana, name: 'Dana Ito' },
    });
  });

  it('a chat of two people is not the personal chat with the bot', () => {
    const conversation = { ...personal, id: '19:two@unq.gbl.spaces' };
    const activity = { ...messageAction({ id: dana }), conversation };
    expect(read(activity)).toMatchObject({ sender: { place: { kind: 'groupChat' } } });
  });

  it('a message in the personal chat is an ask, with its sender and place', () => {
    expect(read(message('  help me with LAPTOP-7F3K '))).toEqual({
      kind: 'ask',
      text: 'help me with LAPTOP-7F3K',
      mentions: [],
      sender: {
        person: dana,
        tenant,
        name: 'Dana Ito',
        account: '29:1dana',
        locale: 'de-DE',
        activityId: '1763802904377',
        place: {
          tenant,
          serviceUrl: 'https://smba.trafficmanager.net/emea/',
          conversation: 'a:1dana',
          kind: 'personal',
          bot: `28:${botId}`,
        },
      },
    });
  });

  it('a channel message keeps the thread in its place and the mentions by id', () => {
    const maria = {
      type: 'mention',
      text: '<at>Maria</at>',
      mentioned: { id: '29:1maria', name: 'Maria', aadObjectId: 'AAAAAAAA-0000-4000-8000-000000000009' },
    };
    const entities = [...channelMessage('x').entities, maria, { type: 'mention' }, null];
    const ask = read(channelMessage('devices of <at>Maria</at>', { entities }));
    expect(ask).toMatchObject({
      kind: 'ask',
      sender: { place: { kind: 'channel', conversation: '19:3f0d@thread.tacv2;messageid=1763802900000' } },
      mentions: [
        { id: `28:${botId}`, isBot: true, text: '<at>Device Assist</at>' },
        { id: '29:1maria', isBot: false, name: 'Maria', person: 'aaaaaaaa-0000-4000-8000-000000000009' },
      ],
    });
  });

  it('a text that goes on for ever is cut', () => {
    const ask = read(message('x'.repeat(100_000)));
    expect(ask.kind === 'ask' && ask.text.length).toBe(2000);
  });

  it('a press carries verb, ticket, row and reason, and the message that holds the card', () => {
    expect(read(press('pick', { ticket: 't', row: 2, reason: ' printer ' }))).toMatchObject({
      ...{ kind: 'press', cameAs: 'invoke', verb: 'pick', ticket: 't', row: 2, reason: 'printer' },
      cardActivityId: '1763802900111',
      sender: { person: dana },
    });
  });

  it('a press takes its verb from the action, never from the data', () => {
    expect(read(press('cancel', { verb: 'request-assistance', ticket: 't' }))).toMatchObject({
      verb: 'cancel',
    });
  });

  it('a row chosen in a list comes as text', () => {
    expect(read(press('pick', { ticket: 't', row: '7' }))).toMatchObject({ row: 7 });
  });

  it('an empty reason is none', () => {
    expect(read(press('request-assistance', { ticket: 't', reason: '  ' }))).not.toHaveProperty('reason');
  });

  it('a button of the help card needs no ticket', () => {
    expect(read(press('my-devices', {}))).toMatchObject({ kind: 'press', ticket: '' });
  });

  it('a message with a value is a press of a client without Action.Execute', () => {
    const submitted = { text: undefined, value: { verb: 'cancel', ticket: 't' }, replyToId: '17' };
    expect(read(message('', submitted))).toMatchObject({
      ...{ kind: 'press', cameAs: 'message', verb: 'cancel', cardActivityId: '17' },
    });
  });

  it('the three invokes of a sign-in', () => {
    expect(
      read(invoke('signin/tokenExchange', { id: 'e', connectionName: '', token: 'a.b.c' })),
    ).toMatchObject({ kind: 'exchange', id: 'e', token: 'a.b.c' });
    expect(read(invoke('signin/verifyState', { state: 'code' }))).toMatchObject({
      kind: 'verify',
      code: 'code',
    });
    expect(read(invoke('signin/failure', { code: 'resourcematchfailed', message: 'm' }))).toMatchObject({
      ...{ kind: 'sign-in-failure', code: 'resourcematchfailed' },
    });
  });

  it.each([
    ['an installation', installed],
    ['the bot among the new members', memberAdded],
  ])('%s is joining', (_name, activity) => {
    expect(read(activity)).toMatchObject({ kind: 'joined', sender: { person: dana } });
  });

  it('a removal is leaving', () => {
    expect(read({ ...installed, action: 'remove' }).kind).toBe('left');
    const removed = { membersAdded: undefined, membersRemoved: [{ id: `28:${botId}` }] };
    expect(read({ ...memberAdded, ...removed }).kind).toBe('left');
  });

  const team = { id: '19:general@thread.tacv2' };
  const fromTeam = (eventType: string, more: object = {}) => ({
    ...{ ...memberAdded, membersAdded: undefined, ...more },
    conversation: { ...team, conversationType: 'channel', tenantId: String(tenant) },
    channelData: {
      ...{ eventType, team, tenant: { id: String(tenant) } },
      ...(eventType.startsWith('channel') && { channel: { id: '19:help@thread.tacv2' } }),
    },
  });
  it.each([
    ['the team is deleted', fromTeam('teamDeleted'), team.id],
    ['the team is deleted for good', fromTeam('teamHardDeleted'), team.id],
    ['a channel is deleted', fromTeam('channelDeleted'), '19:help@thread.tacv2'],
    [
      'the bot is removed from the team',
      fromTeam('teamMemberRemoved', { membersRemoved: [{ id: `28:${botId}` }] }),
      team.id,
    ],
  ])('%s: the bot has left that, and knows through whom', (_name, activity, conversation) => {
    expect(read(activity)).toEqual({ kind: 'left', removal: { tenant, conversation, by: dana } });
  });

  it('also when Teams does not tell who did it, but never for another tenant', () => {
    const deleted = { ...fromTeam('teamDeleted'), from: { id: '29:x' } };
    expect(read(deleted)).toEqual({ kind: 'left', removal: { tenant, conversation: team.id } });
    expect(read({ ...deleted, channelData: { tenant: { id: String(otherTenant) } } }).kind).toBe('ignored');
  });

  it('that somebody else leaves a team, or a channel is renamed, is no leaving', () => {
    expect(read(fromTeam('teamMemberRemoved', { membersRemoved: [{ id: '29:x' }] })).kind).toBe('ignored');
    expect(read(fromTeam('channelRenamed')).kind).toBe('ignored');
  });

  const fromBot = { from: { id: '28:other', name: 'Bot', aadObjectId: String(dana) } };
  const guestOfMeeting = { from: { id: '29:x', name: 'Anonymous' } };
  const elsewhere = { channelData: { tenant: { id: String(otherTenant) } } };
  const nowhere = { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } };
  const personal = message('x').conversation;
  it.each([
    ['an edited message', { ...message('x'), type: 'messageUpdate' }, 'no use for this activity'],
    [
      'an edit that says so',
      message('x', { channelData: { ...message('x').channelData, eventType: 'editMessage' } }),
      'edited or restored',
    ],
    ['a deleted message', { ...message('x'), type: 'messageDelete' }, 'no use for this activity'],
    ['a reaction', { ...message('x'), type: 'messageReaction', text: undefined }, 'no use for this activity'],
    ['another bot', message('x', fromBot), 'sender is a bot'],
    ['somebody without a directory id', message('x', guestOfMeeting), 'sender has no directory id'],
    ['another tenant', message('x', elsewhere), 'another tenant'],
    ['no tenant at all', message('x', nowhere), 'another tenant'],
    [
      'somebody of another tenant in a place of ours',
      message('x', { from: { ...message('x').from, tenantId: String(otherTenant) } }),
      'another tenant',
    ],
    [
      'tenants that contradict each other',
      message('x', { conversation: { ...personal, tenantId: String(otherTenant) } }),
      'another tenant',
    ],
    [
      'a meeting',
      message('x', { channelData: { ...message('x').channelData, meeting: { id: 'm' } } }),
      'a meeting',
    ],
    [
      'a meeting chat',
      message('x', { conversation: { ...personal, id: '19:meeting_abc@thread.v2' } }),
      'a meeting',
    ],
    [
      'a kind of chat that Teams may invent',
      message('x', { conversation: { ...personal, conversationType: 'copilot' } }),
      'unknown kind of conversation',
    ],
    ['a channel message to somebody else', channelMessage('x', { entities: [] }), 'not addressed to the bot'],
    ['a message without text', message('   '), 'no text'],
    [
      'new members who are people',
      { ...memberAdded, membersAdded: [{ id: '29:new' }] },
      'others joined or left',
    ],
    ['an upgrade of the app', { ...installed, action: 'add-upgrade' }, 'no use for this activity'],
    ['an invoke nobody knows', invoke('task/fetch', {}), 'no use for this activity'],
    ['a press without a verb', invoke('adaptiveCard/action', { action: {} }), 'malformed press'],
    ['a press with a row that is none', press('pick', { ticket: 't', row: -1 }), 'malformed press'],
    ['an exchange without a token', invoke('signin/tokenExchange', { id: 'x' }), 'malformed sign-in'],
    ['nothing', {}, 'malformed activity'],
    ['a list', [], 'malformed activity'],
    ['a sender who is no object', message('x', { from: 'dana' }), 'malformed activity'],
    ['an action on a message of a bot', messageAction(null), 'message of nobody in the directory'],
    [
      'an action of another app',
      messageAction({ id: dana }, { commandId: 'other' }),
      'malformed message action',
    ],
  ])('%s is ignored', (_name, activity, because) => {
    expect(read(activity)).toEqual({ kind: 'ignored', because });
  });
});
