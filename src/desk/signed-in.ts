import { isFollowed } from '../request/decide';
import { asTechnician } from './access';
import { act } from './commit';
import { ask } from './ask';
import type { Desk } from './desk';
import { followNow } from './follow-sessions';
import type { Caller } from './help-desk';
import { openDraft } from './open-draft';
import type { Remembered } from './ports';
import { note, type Screen } from './screens';

/**
 * After a sign-in: sessions that could not be followed are looked at again, and what was remembered goes on.
 * A message goes on by itself; a press only brings a fresh confirm card, since nothing that acts is replayed.
 */
export async function signedIn(desk: Desk, caller: Caller): Promise<readonly Screen[]> {
  await regainSight(desk, caller);
  const remembered = await desk.memory.recall(caller.tenant, caller.person);
  if (!remembered) return [note({ code: 'signed-in' })];
  return goOn(desk, { ...caller, place: remembered.place, language: remembered.language }, remembered);
}

async function goOn(desk: Desk, caller: Caller, remembered: Remembered): Promise<readonly Screen[]> {
  if (remembered.kind === 'message') return ask(desk, caller, remembered.text, remembered.mentions);
  const stored = await desk.requests.load(remembered.request);
  if (!stored) return [note({ code: 'no-such-request' })];
  if (stored.request.status !== 'draft') {
    await desk.noticeboard.show(stored);
    return [note({ code: 'signed-in' })];
  }
  const cancelled = await act(desk, stored.request.id, {
    type: 'cancel',
    by: caller.person,
    at: desk.clock.now(),
  });
  if (cancelled) await desk.noticeboard.show(cancelled.stored);
  const { address, typed } = stored.request;
  const wanted = { address, ...(typed !== undefined && { typed }) };
  return [await asTechnician(desk, caller, (access) => openDraft(desk, caller, access, wanted))];
}

async function regainSight(desk: Desk, caller: Caller): Promise<void> {
  const access = desk.signIns.accessFor(caller.person);
  if (!access) return;
  const open = await desk.requests.ofTechnician(caller.tenant, caller.person, { open: true, most: 50 });
  for (const stored of open) {
    if (!isFollowed(stored.request)) continue;
    await desk.vault.keepAccess(stored.request, access);
    if (stored.request.needsSignIn) await followNow(desk, stored);
  }
}
