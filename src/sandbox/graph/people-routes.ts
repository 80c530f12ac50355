import type { Reply } from '../http';
import { stableGuid } from '../ids';
import type { Person } from '../tenant/person';
import { personInPath } from './device-routes';
import {
  collection,
  context,
  selected,
  type GraphCall,
  type GraphRoute,
  type GraphWorld,
} from './graph-call';
import { graphError } from './graph-errors';
import { peopleFilters, readFilter } from './odata-filter';

const DIRECTORY = ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'];

/** Our tenant's people; whoever is of another tenant is not in the directory. */
function directory({ tenant }: GraphWorld): Person[] {
  return tenant.people.filter(({ tid }) => tid === tenant.id);
}

function findPeople(world: GraphWorld, call: GraphCall): Reply {
  const { query, ids } = call;
  const rows = directory(world).map((person) => person.directoryEntry());
  const search = query.get('$search');
  if (search !== null && call.headers['consistencylevel'] !== 'eventual')
    return graphError(
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      ids,
    );
  const filter = query.get('$filter') ?? '';
  const habits = { filterable: peopleFilters, ignoresCase: true, startsWithIsContains: false };
  const matches = filter === '' ? () => true : readFilter(filter, habits);
  if (!matches) return graphError(400, 'Request_UnsupportedQuery', 'Invalid filter clause', ids);
  const found = rows.filter(matches).filter((row) => search === null || matchesSearch(row, search));
  return collection(
    world,
    call,
    found.map((row) => selected(row, query)),
  );
}

/** `"displayName:anna"`, several joined with OR: each word must begin a word of that property. */
function matchesSearch(row: Readonly<Record<string, unknown>>, search: string): boolean {
  return search.split(/\sOR\s+/i).some((clause) => {
    const [property = '', ...rest] = clause.trim().replaceAll(/^"|"$/g, '').split(':');
    const text = row[property];
    if (typeof text !== 'string') return false;
    const words = text.toLowerCase().split(/[\s@.]+/);
    const wanted = rest.join(':').toLowerCase().split(/\s+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

function readPerson(world: GraphWorld, call: GraphCall): Reply {
  const person = personInPath(world, call);
  if (!person || !directory(world).includes(person))
    return graphError(404, 'Request_ResourceNotFound', 'Resource does not exist.', call.ids);
  const entry = { '@odata.context': context(world, call), ...selected(person.directoryEntry(), call.query) };
  return { status: 200, body: entry };
}

function listPartners(world: GraphWorld, call: GraphCall): Reply {
  const partner = {
    id: stableGuid('TeamViewer connector'),
    displayName: 'TeamViewer',
    onboardingUrl: 'https://login.teamviewer.com/oauth2/authorize',
    onboardingStatus: world.tenant.connector,
    lastConnectionDateTime: '2026-11-20T10:00:00Z',
  };
  return collection(world, call, [partner]);
}

export const peopleRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/users', scopes: DIRECTORY, answer: findPeople },
  { method: 'GET', path: '/users/{user}', scopes: DIRECTORY, answer: readPerson },
  { method: 'GET', path: '/me', scopes: ['User.Read', ...DIRECTORY], answer: readPerson },
  {
    method: 'GET',
    path: '/deviceManagement/remoteAssistancePartners',
    scopes: ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementConfiguration.Read.All'],
    answer: listPartners,
  },
];
