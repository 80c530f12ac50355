import type { Intention } from '../../understand/intention';
import { understand } from '../../understand/understand';
import type { Desk } from '../desk';
import type { Caller, Reply } from '../help-desk';
import { languageOfReply } from '../languages';
import type { RememberedMention } from '../ports';
import { isKnownTechnician } from './people';
import { raiseCase } from './raise-case';
import { useThisChannel } from './use-channel';

/**
 * What somebody wrote where others read along. An end user's words raise a request there; "elsewhere" says that the
 * answer belongs into the personal chat.
 */
export async function askInPublic(
  desk: Desk,
  caller: Caller,
  text: string,
  mentions: readonly RememberedMention[],
): Promise<Reply | 'elsewhere'> {
  const intention = understand({ text, mentions, addressed: false, locale: caller.language });
  const language = await languageOfReply(desk, caller, intention.language);
  const reader = { ...caller, language };
  if (intention.intent === 'use_this_channel')
    return { screens: [await useThisChannel(desk, reader)], language };
  if (!(await raises(desk, caller, intention))) return 'elsewhere';
  return { screens: await raiseCase(desk, reader, wishOf(intention, bare(text, mentions))), language };
}

/** A technician's own "help me with device X" is work; an end user's is a wish. */
async function raises(desk: Desk, caller: Caller, intention: Intention): Promise<boolean> {
  if (intention.intent === 'ask_for_help') return true;
  if (intention.intent !== 'help_device') return false;
  const known = await desk.people.find(caller.tenant, caller.person);
  // With no roles configured anyone may be a technician: then the words tell, as "won't print" is nobody's work.
  if (desk.rules.technicianRoles.length === 0) return isComplaint(intention);
  if (known && known.rolesSeenAt > 0) return !isKnownTechnician(desk, known);
  // Nobody knows yet: only a device that is asked for by name may be a technician's work.
  return isComplaint(intention) || intention.queryKind === null;
}

export const isComplaint = ({ reason }: Intention): boolean => reason.startsWith('cue:problem');

export function wishOf(intention: Intention, text: string) {
  const names = intention.intent === 'help_device' && intention.queryKind !== null;
  return { text, ...(names && { deviceName: intention.query }) };
}

/** Without the mention of the bot. */
export const bare = (text: string, mentions: readonly RememberedMention[]): string =>
  mentions
    .filter(({ isBot }) => isBot)
    .reduce((rest, { text: at }) => rest.replace(at, ''), text)
    .trim();
