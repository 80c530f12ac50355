import type { Selectable } from 'kysely';
import type { Colleagues } from '../desk/case/ports';
import type { KnownPerson, People, Place } from '../desk/ports';
import type { Db, PeopleTable } from './database/tables';

/**
 * What was learnt of people. Someone known from a chat only, who never signed in, has no name, no roles and
 * `rolesSeenAt` 0; that is older than any limit.
 */
export function people(db: Db): People {
  return {
    find: async (tenant, person) => {
      const row = await db
        .selectFrom('people')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('person', '=', person)
        .executeTakeFirst();
      return row && personFrom(row);
    },
    learn: async (tenant, person, what) => {
      const learnt = columnsOf(what);
      if (Object.keys(learnt).length === 0) return;
      await db
        .insertInto('people')
        .values({ tenant, person, ...learnt })
        .onConflict((conflict) => conflict.columns(['tenant', 'person']).doUpdateSet(learnt))
        .execute();
    },
    forgetChat: async (tenant, person, conversation) => {
      const own = db.selectFrom('people').where('tenant', '=', tenant).where('person', '=', person);
      const chat = (await own.select('chat_json').executeTakeFirst())?.chat_json;
      // Made from a Place, in `columnsOf`.
      if (chat == null || (JSON.parse(chat) as Place).conversation !== conversation) return;
      await db
        .updateTable('people')
        .set({ chat_json: null })
        .where('tenant', '=', tenant)
        .where('person', '=', person)
        .where('chat_json', '=', chat)
        .execute();
    },
  };
}

/** Those who signed in once and have a personal chat with the bot. */
export function colleagues(db: Db): Colleagues {
  return {
    known: async (tenant, most) => {
      const known = db.selectFrom('people').selectAll().where('tenant', '=', tenant);
      const reachable = known.where('chat_json', 'is not', null).where('roles_seen_at', '>', 0);
      const rows = await reachable.orderBy('roles_seen_at', 'desc').limit(most).execute();
      return rows.map(personFrom);
    },
  };
}

/** Only what was given: the other columns stay as they are, whoever writes at the same time. */
function columnsOf(what: Parameters<People['learn']>[2]) {
  const { name, isGuest, roles, rolesSeenAt, chat, chosenLanguage, spokenLanguage, clientLanguage } = what;
  const { account } = what;
  return {
    // A name is foreign text; as JSON it may hold anything.
    ...(name !== undefined && { name_json: JSON.stringify(name) }),
    ...(isGuest !== undefined && { is_guest: isGuest }),
    ...(roles !== undefined && { roles_json: JSON.stringify(roles) }),
    ...(rolesSeenAt !== undefined && { roles_seen_at: rolesSeenAt }),
    ...(chat !== undefined && { chat_json: JSON.stringify(chat) }),
    ...(chosenLanguage !== undefined && { chosen_language: chosenLanguage }),
    ...(spokenLanguage !== undefined && { spoken_language: spokenLanguage }),
    ...(clientLanguage !== undefined && { client_language: clientLanguage }),
    ...(account !== undefined && { account }),
  };
}

function personFrom(row: Selectable<PeopleTable>): KnownPerson {
  return {
    tenant: row.tenant,
    id: row.person,
    isGuest: row.is_guest === 1,
    rolesSeenAt: row.roles_seen_at ?? 0,
    // The JSON in this table is our own, made by `columnsOf` from values of these very types.
    name: row.name_json === null ? '' : (JSON.parse(row.name_json) as string),
    roles: row.roles_json === null ? [] : (JSON.parse(row.roles_json) as string[]),
    ...(row.chat_json !== null && { chat: JSON.parse(row.chat_json) as Place }),
    // Empty: taken back, the same as never chosen.
    ...(row.chosen_language && { chosenLanguage: row.chosen_language }),
    ...(row.spoken_language && { spokenLanguage: row.spoken_language }),
    ...(row.client_language !== null && { clientLanguage: row.client_language }),
    ...(row.account !== null && { account: row.account }),
  };
}
