import type { Activity } from '../connector/activity';
import { baseActivity, channelDataOf, type Sender, type Surroundings } from './activities';

/** What happens to a message after it was written. */
export type Afterthought =
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'liked' };

export function afterthoughtActivity(
  around: Surroundings,
  sender: Sender,
  written: Activity,
  what: Afterthought,
): Activity {
  if (what.kind === 'liked') {
    const { id } = written;
    const like = { ...baseActivity(around, sender, 'messageReaction'), reactionsAdded: [{ type: 'like' }] };
    return { ...like, ...(id === undefined ? {} : { replyToId: id }) };
  }
  const channelData = channelDataOf(sender.conversation, sender.person);
  return what.kind === 'edited'
    ? {
        ...{ ...written, type: 'messageUpdate', text: what.text },
        channelData: { ...channelData, eventType: 'editMessage' },
      }
    : {
        ...baseActivity(around, sender, 'messageDelete'),
        ...(written.id === undefined ? {} : { id: written.id }),
        channelData: { ...channelData, eventType: 'softDeleteMessage' },
      };
}
