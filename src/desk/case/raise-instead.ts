import { act } from '../commit';
import type { Desk } from '../desk';
import type { Answered, Press } from '../help-desk';
import { bearerOf } from '../pick';
import { note } from '../screens';
import { raiseCase } from './raise-case';

/** "I need help myself", on a confirm card: with no roles configured nobody knew who was a technician. */
export async function raiseInstead(desk: Desk, { caller, ticket: pressed }: Press): Promise<Answered> {
  const ticket = await desk.tickets.read('request', pressed);
  const stored = ticket && (await desk.requests.load(ticket.contents.request));
  if (!stored) return { now: note({ code: 'no-such-request' }) };
  const { tenant, person, conversation } = bearerOf(caller);
  const { bearer } = ticket;
  const isTheirs = bearer.tenant === tenant && bearer.person === person;
  if (!isTheirs || bearer.conversation !== conversation) return { now: note({ code: 'not-your-card' }) };
  const { device, typed } = stored.request;
  const [line] = await raiseCase(desk, caller, {
    text: typed ?? device.name,
    deviceName: typed ?? device.name,
  });
  if (line?.kind === 'note' && line.note.code === 'no-help-channel') return { now: line };
  const cancelled = await act(desk, stored.request.id, {
    ...{ type: 'cancel', by: caller.person, at: desk.clock.now() },
  });
  return {
    now: { kind: 'request', stored: cancelled?.stored ?? stored, now: desk.clock.now() },
    later: () => Promise.resolve(line ? [line] : []),
  };
}
