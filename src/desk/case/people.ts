import type { Actor, Participant } from '../../request/case/case';
import type { PersonId, TenantId } from '../../request/ids';
import { checkTechnician, type TechnicianCheck } from '../../request/who-may';
import type { Desk } from '../desk';
import type { Caller } from '../help-desk';
import type { KnownPerson, Place } from '../ports';
import { note, type Screen } from '../screens';
import { SignInNeeded } from '../troubles';

/** Whether somebody may act as a technician now. Nobody is one before their first sign-in, roles or none. */
export async function standingOf(desk: Desk, caller: Caller): Promise<TechnicianCheck> {
  const person = await desk.people.find(caller.tenant, caller.person);
  if (!person || person.rolesSeenAt === 0) return 'sign-in-again';
  return checkTechnician(person, desk.rules, desk.clock.now());
}

/**
 * Whether somebody was a technician at their last sign-in, however long ago. Decides only where an answer goes, never
 * what somebody may do.
 */
export function isKnownTechnician(desk: Desk, person: KnownPerson | undefined): boolean {
  if (!person || person.rolesSeenAt === 0) return false;
  return checkTechnician(person, desk.rules, person.rolesSeenAt) === 'technician';
}

/**
 * The line that says why somebody may not act as a technician; undefined when they may.
 * @throws {SignInNeeded} when signing in would tell.
 */
export async function asTechnicianOf(desk: Desk, caller: Caller): Promise<Screen | undefined> {
  const standing = await standingOf(desk, caller);
  if (standing === 'sign-in-again') throw new SignInNeeded('first-time');
  return standing === 'technician' ? undefined : note({ code: standing });
}

export async function actorOf(desk: Desk, caller: Caller): Promise<Actor> {
  const isTechnician = (await standingOf(desk, caller)) === 'technician';
  return { ...participantOf(caller), isTechnician };
}

export const participantOf = ({ person, name, account }: Caller): Participant => ({
  ...{ id: person, name },
  ...(account !== undefined && { account }),
});

/** Where and in which language the bot can write to somebody by itself. */
export type Reader = { readonly place: Place; readonly language: string; readonly name: string };

export async function readerOf(desk: Desk, tenant: TenantId, id: PersonId): Promise<Reader | undefined> {
  const person = await desk.people.find(tenant, id);
  if (!person?.chat) return undefined;
  const { chat: place, name } = person;
  return { place, name, language: languageOf(desk, person) };
}

function languageOf(desk: Desk, { chosenLanguage, spokenLanguage, clientLanguage }: KnownPerson): string {
  return chosenLanguage ?? spokenLanguage ?? clientLanguage ?? desk.caseRules.defaultLanguage;
}
