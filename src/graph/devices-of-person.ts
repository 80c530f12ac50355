import { z } from 'zod';
import type { GraphAccess } from '../desk/graph-access';
import type { Rows } from '../desk/ports';
import { NotPermitted } from '../desk/troubles';
import type { FoundDevice } from '../request/device';
import { personId, type PersonId } from '../request/ids';
import { fold, listDevices } from './device-lists';
import { canAddress, devicesOfPersonPath, personPath } from './device-paths';
import { graphText, type DeviceRow } from './device-rows';
import type { GraphClient } from './graph-client';
import { refusalBehind } from './graph-errors';
import { equals, withQuery } from './odata';

/**
 * A person's devices, by object id or sign-in name. Asked and addressed through the person first
 * (`users/{u}/managedDevices`, which not every tenant routes), else found in the canonical list by sign-in name and
 * addressed directly. The list cannot be filtered by object id: there the directory is asked for the sign-in name,
 * which needs `User.ReadBasic.All`; without that, the first pages of all devices are looked through for the id.
 * @throws {NotPermitted} `consent-missing` when those pages were not all and the person was not on them: then nobody
 * can say that there are no devices. @throws {Trouble}
 */
export async function devicesOfPerson(
  client: GraphClient,
  access: GraphAccess,
  person: string,
): Promise<Rows<FoundDevice>> {
  if (canAddress('user', person)) {
    const found = await unlessRefused(throughPerson(client, access, person));
    if (found) return found;
  }
  const id = personId(person);
  if (!id) return bySignInName(client, access, person);
  const signInName = await unlessRefused(signInNameOf(client, access, id));
  return signInName === undefined
    ? byObjectId(client, access, id)
    : bySignInName(client, access, signInName, id);
}

function throughPerson(client: GraphClient, access: GraphAccess, person: string): Promise<Rows<FoundDevice>> {
  const user = personId(person) ?? person;
  return listDevices(client, access, {
    path: devicesOfPersonPath(user),
    matches: (row) => isOf(row, user),
    addressOf: ({ id: device }) => ({ form: 'user', api: 'v1.0', user, device }),
  });
}

const isOf = (row: DeviceRow, user: string): boolean =>
  personId(user) === undefined
    ? fold(row.userPrincipalName) === fold(user)
    : personId(row.userId) === personId(user);

function bySignInName(client: GraphClient, access: GraphAccess, signInName: string, id?: PersonId) {
  return listDevices(client, access, {
    filter: equals('userPrincipalName', signInName),
    // Sign-in names are given to new people again; the object id, where known, tells who was meant.
    matches: (row) => isOf(row, signInName) && (id === undefined || isOf(row, id)),
  });
}

async function byObjectId(client: GraphClient, access: GraphAccess, id: PersonId) {
  const found = await listDevices(client, access, { matches: (row) => isOf(row, id) });
  if (found.rows.length === 0 && found.more) throw new NotPermitted('consent-missing');
  return found;
}

const personShape = z.object({ userPrincipalName: graphText });

async function signInNameOf(client: GraphClient, access: GraphAccess, id: PersonId) {
  const target = withQuery(personPath(id), { $select: 'id,userPrincipalName' });
  return personShape.safeParse(await client.read(access, target, 'rows')).data?.userPrincipalName;
}

/** A "no" on one path says nothing about the next: undefined. Everything else is thrown on. */
async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotPermitted && refusalBehind(error)) return undefined;
    throw error;
  }
}
