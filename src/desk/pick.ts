import type { Desk } from './desk';
import type { Bearer } from './ports';
import type { Caller } from './help-desk';
import type { Choice } from './ports';

export const bearerOf = ({ tenant, person, place }: Caller): Bearer => ({
  tenant,
  person,
  conversation: place.conversation,
});

/** A ticket for the rows of a card; it can be pressed as long as a confirm card. */
export function issuePick(desk: Desk, caller: Caller, choices: readonly Choice[]): Promise<string> {
  const until = desk.clock.now() + desk.rules.limits.draftLives;
  return desk.tickets.issue('pick', bearerOf(caller), { choices }, until);
}
