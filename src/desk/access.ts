import { checkTechnician } from '../request/who-may';
import type { Desk } from './desk';
import type { GraphAccess } from './graph-access';
import type { Caller } from './help-desk';
import { note, type Screen } from './screens';
import { SignInNeeded } from './troubles';

/**
 * Runs `work` with the technician's own token, or answers with the sentence that says why there is none.
 * @throws {SignInNeeded} when signing in would help.
 */
export async function asTechnician(
  desk: Desk,
  caller: Caller,
  work: (access: GraphAccess) => Promise<Screen>,
): Promise<Screen> {
  if (!desk.rules.hasConnector) return note({ code: 'connector-not-in-this-cloud' });
  const person = await desk.people.find(caller.tenant, caller.person);
  const check = checkTechnician(person, desk.rules, desk.clock.now());
  const signIn = () => new SignInNeeded(person && person.rolesSeenAt > 0 ? 'expired' : 'first-time');
  if (check === 'sign-in-again') throw signIn();
  if (check !== 'technician') {
    await desk.acts.record({ ...actor(desk, caller), type: 'turned-away', why: check });
    return note({ code: check });
  }
  const access = await desk.signIns.accessFor(caller.person);
  if (!access) throw signIn();
  return work(access);
}

/** Who did it, in the trail of the tenant whose help desk this is: somebody of another one may have tried, too. */
export const actor = ({ rules }: Desk, { person }: Caller) => ({ tenant: rules.tenant, by: person });
