import type { Desk } from '../desk';
import type { Caller, Removal } from '../help-desk';
import { note, type Screen } from '../screens';
import { standingOf } from './people';
import { channelOf } from './raise-case';

/** "use this channel": what people raise in their personal chats is posted there from now on. */
export async function useThisChannel(desk: Desk, caller: Caller): Promise<Screen> {
  if (caller.place.kind !== 'channel') return note({ code: 'only-in-a-channel' });
  const standing = await standingOf(desk, caller);
  if (standing === 'sign-in-again') return note({ code: 'take-in-personal-chat', ...chatUrl(desk) });
  if (standing !== 'technician') return note({ code: standing });
  const place = { ...caller.place, conversation: channelOf(caller.place) };
  const { language, team, person } = caller;
  await desk.helpChannels.bind({ place, language, ...(team && { team }) }, person, desk.clock.now());
  return note({ code: 'help-channel-set' });
}

/**
 * The bot cannot write there any more. Requests from personal chats are not posted in that channel: whoever raises one
 * hears that nobody would see it. To a person who removed the bot nobody promises that it will tell them anything.
 */
export async function leavePlace(desk: Desk, removal: Removal): Promise<void> {
  const { tenant, by, conversation } = removal;
  if (by) await desk.people.forgetChat(tenant, by, conversation);
  const gone = { ...removal, why: 'removed', at: desk.clock.now() } as const;
  if (await desk.helpChannels.unbind(gone)) desk.log.warn('help channel unbound', { because: gone.why });
}

export const chatUrl = (desk: Desk) => ({ chatUrl: desk.caseRules.chatUrl });
