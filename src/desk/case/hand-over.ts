import type { Actor } from '../../request/case/case';
import { checkTechnician } from '../../request/who-may';
import { MOST_ROWS, type Desk } from '../desk';
import type { Caller } from '../help-desk';
import { bearerOf } from '../pick';
import type { KnownPerson } from '../ports';
import type { Screen } from '../screens';
import type { StoredCase } from './ports';

/** How many people are looked through for colleagues. */
const LOOKED_THROUGH = 200;
/** How long the form can be sent. Milliseconds. */
const FORM_LIVES = 60 * 60 * 1000;

/** The colleagues whom the bot knows and can write to, and a field for the reason. */
export async function handOverForm(desk: Desk, caller: Caller, { case: seen }: StoredCase): Promise<Screen> {
  const technician = 'technician' in seen ? seen.technician.id : undefined;
  const people = await desk.colleagues.known(caller.tenant, LOOKED_THROUGH);
  const free = people.filter(
    (person) => isColleague(desk, person) && person.id !== technician && person.id !== seen.requester.id,
  );
  const shown = free.slice(0, MOST_ROWS);
  const contents = { case: seen.id, to: shown.map(({ id }) => id) };
  const until = desk.clock.now() + FORM_LIVES;
  return {
    ...{ kind: 'case-hand-over', case: seen, colleagues: shown.map(({ name }) => name) },
    ...{ more: free.length > MOST_ROWS, caseTicket: seen.id },
    ticket: await desk.tickets.issue('hand-over', bearerOf(caller), contents, until),
  };
}

/** A technician at their last sign-in: nothing is done in their name by handing them something. */
const isColleague = (desk: Desk, person: KnownPerson): boolean =>
  checkTechnician(person, desk.rules, person.rolesSeenAt) === 'technician';

export async function colleagueOf(
  desk: Desk,
  caller: Caller,
  id: KnownPerson['id'],
): Promise<Actor | undefined> {
  const person = await desk.people.find(caller.tenant, id);
  if (!person?.chat) return undefined;
  const { name, account } = person;
  return { id, name, ...(account && { account }), isTechnician: isColleague(desk, person) };
}
