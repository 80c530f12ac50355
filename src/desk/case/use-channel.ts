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

/** Requests from personal chats are posted there no more: whoever raises one hears that nobody would see it. */
export async function leaveChannel(desk: Desk, removal: Removal): Promise<void> {
  const gone = { ...removal, why: 'removed', at: desk.clock.now() } as const;
  if (await desk.helpChannels.unbind(gone)) desk.log.warn('help channel unbound', { because: gone.why });
}

export const chatUrl = (desk: Desk) => ({ chatUrl: desk.caseRules.chatUrl });
