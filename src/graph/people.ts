import { z } from 'zod';
import type { GraphAccess } from '../desk/graph-access';
import type { DirectoryPerson, Rows } from '../desk/ports';
import { NotPermitted } from '../desk/troubles';
import { personId } from '../request/ids';
import { isTooLong, nothing } from './device-lists';
import { graphText, withoutUndefined } from './device-rows';
import type { GraphClient } from './graph-client';
import { readRows, searchFor, withQuery } from './odata';

const personShape = z.object({ id: graphText, displayName: graphText, userPrincipalName: graphText });

/** People of the directory by name; undefined where `User.ReadBasic.All` was not consented. @throws {Trouble} */
export async function peopleNamed(
  client: GraphClient,
  access: GraphAccess,
  name: string,
): Promise<Rows<DirectoryPerson> | undefined> {
  const words = wordsOf(name);
  if (words.length === 0 || isTooLong(name)) return nothing;
  const search = searchFor('displayName', words.join(' '));
  const target = withQuery('/v1.0/users', { $search: search, $select: 'id,displayName,userPrincipalName' });
  try {
    const { rows, more } = await readRows(client, access, target);
    const people = rows.flatMap((row) => readPerson(row) ?? []);
    return { rows: people.filter((person) => hasWords(person.name, words)), more };
  } catch (error) {
    if (error instanceof NotPermitted && isPermissionMissing(error)) return undefined;
    throw error;
  }
}

function readPerson(value: unknown): DirectoryPerson | undefined {
  const row = personShape.safeParse(value).data;
  const id = personId(row?.id);
  if (!id || row?.displayName === undefined) return undefined;
  return { id, name: row.displayName, ...withoutUndefined({ signInName: row.userPrincipalName }) };
}

/** The directory's search looks at words, in any order and without accents; so does the second look at its rows. */
const hasWords = (name: string, words: readonly string[]): boolean => {
  const plain = withoutAccents(name);
  return words.every((word) => plain.includes(withoutAccents(word)));
};

const wordsOf = (name: string): string[] => name.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en');

const isPermissionMissing = ({ reason }: NotPermitted): boolean =>
  reason === 'consent-missing' || reason === 'intune-role-missing';
