import type { Case } from '../../request/case/case';
import type { Desk } from '../desk';
import type { Answered, Caller } from '../help-desk';
import type { Place } from '../ports';
import { note, type Screen } from '../screens';
import { SignInNeeded } from '../troubles';
import { noticeOf, viewFor, viewWithWayOn } from './case-view';
import { devicesForCase, rememberCase } from './choose-device';
import { actOnCase } from './commit-case';
import { participantOf, standingOf } from './people';
import type { StoredCase } from './ports';
import { showCase } from './show-case';

/**
 * A technician takes it: exactly one wins, the other is told who. From there it goes on in their personal chat, so
 * without one nothing changes.
 */
export async function takeCase(desk: Desk, caller: Caller, { case: seen }: StoredCase): Promise<Answered> {
  const refused = await needTechnician(desk, caller, { case: seen });
  if (refused) return refused;
  const chat = await chatOf(desk, caller);
  if (!chat) return installFirst(desk, caller, seen);
  const by = { ...participantOf(caller), isTechnician: true };
  const acted = await actOnCase(desk, seen, { type: 'take', by, at: desk.clock.now() });
  if (!acted) return { now: note({ code: 'no-such-case' }) };
  const { stored } = acted;
  if (!acted.ok) return { now: viewFor(desk, caller, stored.case, noticeOf(stored.case, acted.why)) };
  const there = { ...caller, place: chat };
  return {
    now: viewFor(desk, caller, stored.case),
    later: () => {
      showCase(desk, seen);
      return Promise.resolve([]);
    },
    inChat: { caller: there, work: () => devicesBelowCard(desk, there, stored) },
  };
}

/** The devices hang below the case's own card, whichever is ready first: the newest message is the next step. */
async function devicesBelowCard(desk: Desk, caller: Caller, stored: StoredCase): Promise<readonly Screen[]> {
  const { tenant, id } = stored.case;
  const shown = desk.noticeboard.show({ tenant, kind: 'case', id });
  const [devices] = await Promise.all([devicesForCase(desk, caller, stored), shown]);
  return [devices];
}

/**
 * What to answer when somebody may not act as a technician. Where nobody can know yet, their personal chat asks them
 * to sign in, since single sign-on works there; the case is shown again afterwards.
 * @throws {SignInNeeded} in the personal chat itself.
 */
export async function needTechnician(
  desk: Desk,
  caller: Caller,
  { case: seen }: Pick<StoredCase, 'case'>,
): Promise<Answered | undefined> {
  const standing = await standingOf(desk, caller);
  if (standing === 'technician') return undefined;
  if (standing === 'not-a-technician')
    return { now: viewFor(desk, caller, seen, { why: 'not-a-technician' }) };
  if (standing !== 'sign-in-again') return { now: note({ code: standing }) };
  const chat = await chatOf(desk, caller);
  if (!chat) return installFirst(desk, caller, seen);
  const there = { ...caller, place: chat };
  const signIn = async () => {
    await rememberCase(desk, there, seen);
    throw new SignInNeeded('first-time');
  };
  if (caller.place.kind === 'personal') return signIn();
  const { chatUrl } = desk.caseRules;
  return {
    now: viewWithWayOn(desk, caller, seen, { code: 'take-in-personal-chat', url: chatUrl }),
    inChat: { caller: there, work: signIn },
  };
}

async function chatOf(desk: Desk, { place, tenant, person }: Caller): Promise<Place | undefined> {
  return place.kind === 'personal' ? place : (await desk.people.find(tenant, person))?.chat;
}

const installFirst = (desk: Desk, caller: Caller, seen: Case): Answered => ({
  now: viewWithWayOn(desk, caller, seen, { code: 'install-first', url: desk.caseRules.installUrl }),
});
