import type { Caller } from '../desk/help-desk';
import type { Places } from '../desk/case/ports';
import type { KnownPerson, People, Place } from '../desk/ports';
import { isTrouble } from '../desk/troubles';
import { languageFor } from '../i18n/language';
import type { Sender } from './inbound';

/** A caller, and where their private answers go. */
export type KnownCaller = { readonly caller: Caller; readonly chat?: Place };

/** Makes a caller of the sender of an activity, and learns what the activity tells of them, if they turned to the bot. */
export type ReadCaller = (sender: Sender, without?: 'without-learning') => Promise<KnownCaller>;

export function callers(people: People, places: Pick<Places, 'moved'>, defaultLanguage: string): ReadCaller {
  return async (sender, without) => {
    const known = await knownOrNobody(
      without ? people.find(sender.tenant, sender.person) : findAndLearn(people, places, sender),
    );
    const language =
      known?.chosenLanguage ??
      known?.spokenLanguage ??
      languageFor(sender.locale) ??
      languageFor(known?.clientLanguage) ??
      defaultLanguage;
    const { person, tenant, name, place, account, team } = sender;
    const chat = place.kind === 'personal' ? place : known?.chat;
    return {
      caller: {
        ...{ person, tenant, name: name || (known?.name ?? ''), place, language, account },
        ...(team !== undefined && { team }),
      },
      ...(chat && { chat }),
    };
  };
}

async function findAndLearn(
  people: People,
  places: Pick<Places, 'moved'>,
  sender: Sender,
): Promise<KnownPerson | undefined> {
  const known = await people.find(sender.tenant, sender.person);
  const news = whatIsNew(sender, known);
  if (Object.keys(news).length > 0) await people.learn(sender.tenant, sender.person, news);
  if (known?.chat && news.chat?.conversation === known.chat.conversation)
    await places.moved(known.chat, news.chat.serviceUrl);
  return known;
}

async function knownOrNobody(finding: Promise<KnownPerson | undefined>): Promise<KnownPerson | undefined> {
  try {
    return await finding;
  } catch (error) {
    // Without the database the default language does; the desk will say what is wrong.
    if (isTrouble(error)) return undefined;
    throw error;
  }
}

function whatIsNew({ name, locale, place, account }: Sender, known: KnownPerson | undefined) {
  const chat = place.kind === 'personal' && !isSamePlace(place, known?.chat) ? place : undefined;
  return {
    ...(name && name !== known?.name && { name }),
    ...(locale && languageFor(locale) && locale !== known?.clientLanguage && { clientLanguage: locale }),
    ...(chat && { chat }),
    ...(account !== known?.account && { account }),
  };
}

const isSamePlace = (a: Place, b: Place | undefined) =>
  a.conversation === b?.conversation && a.serviceUrl === b.serviceUrl && a.bot === b.bot;
