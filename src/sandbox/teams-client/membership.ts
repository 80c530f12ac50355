import type { Activity } from '../connector/activity';
import { Conversation, type Channel } from '../connector/conversation';
import { stableGuid } from '../ids';
import type { Person } from '../tenant/person';
import { baseActivity, type Sender, type Surroundings } from './activities';

/** The two activities that arrive when the app is added to a personal or group chat. */
export function installationActivities(around: Surroundings, sender: Sender): Activity[] {
  const bot = { id: `28:${around.registrations.bot.id}` };
  const { locale: _, ...update } = baseActivity(around, sender, 'conversationUpdate');
  return [
    { ...baseActivity(around, sender, 'installationUpdate'), action: 'add' },
    // Teams sends no locale here, and both the person and the bot are "added" to a personal chat.
    { ...update, membersAdded: [{ id: sender.person.teamsId, aadObjectId: sender.person.oid }, bot] },
  ];
}

/** What arrives when somebody removes the app from a personal chat. */
export const removalActivity = (around: Surroundings, sender: Sender): Activity => ({
  ...baseActivity(around, sender, 'installationUpdate'),
  action: 'remove',
});

/** The bot joins or leaves a team: told for the team as a whole, from its channel "General". */
export function membershipActivities(
  around: Surroundings,
  { person, channel }: { readonly person: Person; readonly channel: Channel },
): Activity[] {
  const { name, members, teamId: id, hasBot } = channel;
  const general = new Conversation({ id, kind: 'channel', name: 'General', members, channel });
  const sender = { person, conversation: general };
  const bots = [{ id: `28:${around.registrations.bot.id}` }];
  const { locale: _, ...update } = baseActivity(around, sender, 'conversationUpdate');
  const eventType = hasBot ? 'teamMemberAdded' : 'teamMemberRemoved';
  return [
    { ...baseActivity(around, sender, 'installationUpdate'), action: hasBot ? 'add' : 'remove' },
    {
      ...{ ...update, ...(hasBot ? { membersAdded: bots } : { membersRemoved: bots }) },
      channelData: {
        team: { id, name: `Team of ${name}`, aadGroupId: stableGuid(`group ${id}`) },
        eventType,
        tenant: { id: person.tid },
      },
    },
  ];
}
