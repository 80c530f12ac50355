import type { Reply } from '../http';
import type { Device } from '../tenant/device';
import { ONLY_WITH_SELECT } from '../tenant/device-facts';
import { personInPath, READ } from './device-routes';
import {
  collection,
  context,
  selected,
  type GraphCall,
  type GraphRoute,
  type GraphWorld,
} from './graph-call';
import { faultReply, graphError } from './graph-errors';
import { appFilters, deviceFilters, readFilter, type Filterable } from './odata-filter';

function listDevices(world: GraphWorld, call: GraphCall, devices: readonly Device[]): Reply {
  return listFiltered(world, call, {
    rows: devices.map(({ facts }) => facts),
    filterable: deviceFilters,
    // What comes only with a GET by id is empty in lists, whatever `$select` says; no filter is about these.
    shown: (facts) => ({ ...facts, ...ONLY_WITH_SELECT, deviceActionResults: [] }),
  });
}

type Row = Readonly<Record<string, unknown>>;
type List = {
  readonly rows: readonly Row[];
  readonly filterable: Filterable;
  readonly shown?: (row: Row) => Row;
};

function listFiltered(
  world: GraphWorld,
  call: GraphCall,
  { rows, filterable, shown = (row) => row }: List,
): Reply {
  const { honoursFilters, filterIgnoresCase: ignoresCase } = world.settings;
  const habits = { filterable: honoursFilters ? filterable : {}, ignoresCase, startsWithIsContains: true };
  const filter = call.query.get('$filter') ?? '';
  const matches = filter === '' ? () => true : readFilter(filter, habits);
  if (!matches) return graphError(400, 'BadRequest', `Invalid filter clause: ${filter}`, call.ids);
  return collection(
    world,
    call,
    rows.filter(matches).map((row) => selected(shown(row), call.query)),
  );
}

function devicesOfPerson(world: GraphWorld, call: GraphCall): Reply {
  const { userList } = world.settings.forms;
  if (userList !== 'routed') return faultReply(userList, call.ids);
  const person = personInPath(world, call);
  if (!person) return faultReply('not-found', call.ids);
  return listDevices(
    world,
    call,
    world.tenant.devices.filter(({ facts }) => facts.userId === person.oid),
  );
}

function devicesWithApp(world: GraphWorld, call: GraphCall): Reply {
  const app = world.tenant.apps.find(({ id }) => id === call.params['app']);
  return app ? listDevices(world, call, world.tenant.devicesWithApp(app)) : faultReply('not-found', call.ids);
}

function listApps(world: GraphWorld, call: GraphCall): Reply {
  const rows = world.tenant.apps.map((app) => {
    const { deviceNames: _, ...shown } = app;
    return { ...shown, deviceCount: world.tenant.devicesWithApp(app).length };
  });
  const { app } = call.params;
  if (app === undefined) return listFiltered(world, call, { rows, filterable: appFilters });
  const found = rows.find(({ id }) => id === app);
  return found
    ? { status: 200, body: { '@odata.context': context(world, call), ...found } }
    : faultReply('not-found', call.ids);
}

function listRunStates(world: GraphWorld, call: GraphCall): Reply {
  const script = world.tenant.scripts.find(({ id }) => id === call.params['script']);
  if (!script) return faultReply('not-found', call.ids);
  const expands = call.query.get('$expand')?.split('(')[0] === 'managedDevice';
  const rows = script.runStates.map(({ id, deviceName, runState }) => {
    const state = { id, runState, resultMessage: '', errorCode: 0, errorDescription: null };
    const lastStateUpdateDateTime = '2026-11-20T10:00:00Z';
    const managedDevice = { ...world.tenant.device(deviceName).facts, ...ONLY_WITH_SELECT };
    return { ...state, lastStateUpdateDateTime, ...(expands ? { managedDevice } : {}) };
  });
  const { state } = call.params;
  if (state === undefined) return collection(world, call, rows);
  const found = rows.find(({ id }) => id === state);
  return found ? { status: 200, body: found } : faultReply('not-found', call.ids);
}

const see = { method: 'GET', scopes: READ, intune: 'see' } as const;
const runStates = '/deviceManagement/deviceManagementScripts/{script}/deviceRunStates';

/** Everything that answers with several rows, or leads to a device. */
export const listRoutes: readonly GraphRoute[] = [
  {
    ...see,
    path: '/deviceManagement/managedDevices',
    answer: (world, call) => listDevices(world, call, world.tenant.devices),
  },
  { ...see, path: '/users/{user}/managedDevices', answer: devicesOfPerson },
  { ...see, path: '/me/managedDevices', answer: devicesOfPerson },
  { ...see, path: '/deviceManagement/detectedApps', answer: listApps },
  { ...see, path: '/deviceManagement/detectedApps/{app}', answer: listApps },
  { ...see, path: '/deviceManagement/detectedApps/{app}/managedDevices', answer: devicesWithApp },
  { ...see, path: runStates, betaOnly: true, answer: listRunStates },
  { ...see, path: `${runStates}/{state}`, betaOnly: true, answer: listRunStates },
];
