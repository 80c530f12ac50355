import { isFollowed } from '../request/decide';
import type { RequestId } from '../request/ids';
import { actor, asTechnician } from './access';
import { cardSubject } from './cards';
import { act } from './commit';
import { ask } from './ask';
import { goOnWithCase } from './case/go-on-with-case';
import type { Desk } from './desk';
import { followNow } from './follow-sessions';
import type { Caller, Reply } from './help-desk';
import { openAgain } from './open-draft';
import { note, type Screen } from './screens';

/**
 * After a sign-in: sessions that could not be followed are looked at again, and what was remembered goes on.
 * A message goes on by itself; a press only brings a fresh confirm card, since nothing that acts is replayed.
 */
export async function signedIn(desk: Desk, caller: Caller): Promise<Reply> {
  await desk.acts.record({ ...actor(desk, caller), type: 'signed-in' });
  await regainSight(desk, caller);
  const remembered = await desk.memory.recall(caller.tenant, caller.person);
  const { language } = remembered ?? caller;
  if (!remembered) return { screens: [note({ code: 'signed-in' })], language };
  const here = { ...caller, place: remembered.place, language };
  if (remembered.kind === 'message') return ask(desk, here, remembered.text, remembered.mentions);
  if (remembered.kind === 'case')
    return { screens: await goOnWithCase(desk, here, remembered.case), language };
  return { screens: await goOnWithPress(desk, here, remembered.request), language };
}

async function goOnWithPress(desk: Desk, caller: Caller, id: RequestId): Promise<readonly Screen[]> {
  const stored = await desk.requests.load(id);
  if (!stored) return [note({ code: 'no-such-request' })];
  if (stored.request.status !== 'draft') {
    await desk.noticeboard.show(cardSubject(stored));
    return [note({ code: 'signed-in' })];
  }
  const cancelled = await act(desk, stored.request.id, {
    type: 'cancel',
    by: caller.person,
    at: desk.clock.now(),
  });
  if (cancelled) await desk.noticeboard.show(cardSubject(cancelled.stored));
  return [await asTechnician(desk, caller, (access) => openAgain(desk, caller, access, stored.request))];
}

async function regainSight(desk: Desk, caller: Caller): Promise<void> {
  const access = await desk.signIns.accessFor(caller.person);
  if (!access) return;
  const open = await desk.requests.ofTechnician(caller.tenant, caller.person, { open: true, most: 50 });
  for (const stored of open) {
    if (!isFollowed(stored.request)) continue;
    await desk.vault.keepAccess(stored.request, access);
    if (stored.request.needsSignIn) await followNow(desk, stored);
  }
}
