import type { HelpRequest } from '../request/help-request';
import { personId, type PersonId, type RequestId } from '../request/ids';
import type { Db } from './database/tables';

export type RequestRow = { readonly request: HelpRequest; readonly version: number };

const PAGE = 200;

/** All requests, open ones or those that are over, a page at a time. */
export async function* requestPages(
  db: Db,
  which: 'open' | 'over' | 'all',
): AsyncGenerator<readonly RequestRow[]> {
  let after: RequestId | undefined;
  for (;;) {
    const rows: { id: RequestId; version: number; state: string }[] = await onePage(db, which, after);
    // Our own text: the request store made it from a HelpRequest.
    yield rows.map(({ state, version }) => ({ request: JSON.parse(state) as HelpRequest, version }));
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

function onePage(db: Db, which: 'open' | 'over' | 'all', after: RequestId | undefined) {
  const rows = db.selectFrom('requests').select(['id', 'version', 'state']).orderBy('id').limit(PAGE);
  const those = which === 'all' ? rows : rows.where('is_over', '=', which === 'over' ? 1 : 0);
  return (after === undefined ? those : those.where('id', '>', after)).execute();
}

/** A person, and every sign-in name under which a device knew them, in lower case. */
export type KnownAs = { readonly id: PersonId; readonly signInNames: readonly string[] };

/**
 * Who is meant by an object id of Entra or a sign-in name. Sign-in names are known of the users of devices that were
 * asked about. Several: a name that was given to another account.
 */
export async function identify(db: Db, text: string): Promise<readonly KnownAs[]> {
  const [id, wantedName] = [personId(text), text.trim().toLowerCase()];
  const names = new Map<PersonId, Set<string>>(id ? [[id, new Set()]] : []);
  for await (const page of requestPages(db, 'all'))
    for (const { request } of page) {
      const { user } = request.device;
      const signInName = user?.signInName?.toLowerCase();
      if (user?.id === undefined || signInName === undefined) continue;
      if (user.id === id || (!id && signInName === wantedName))
        names.set(user.id, (names.get(user.id) ?? new Set()).add(signInName));
    }
  return [...names].map(([person, known]) => ({ id: person, signInNames: [...known] }));
}
