import type { Reply } from '../http';
import type { Device, Fault } from '../tenant/device';
import { ONLY_WITH_SELECT } from '../tenant/device-facts';
import type { Person } from '../tenant/person';
import { context, selected, type GraphCall, type GraphRoute, type GraphWorld } from './graph-call';
import { faultReply } from './graph-errors';

/** Permissions of which one suffices to read devices. */
export const READ = [
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementManagedDevices.ReadWrite.All',
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementConfiguration.ReadWrite.All',
];
const WRITE = ['DeviceManagementManagedDevices.ReadWrite.All', 'DeviceManagementConfiguration.ReadWrite.All'];

type Find = (world: GraphWorld, call: GraphCall) => Device | undefined;
type Form = keyof GraphWorld['settings']['forms'];

/** A person by Entra id or sign-in name; "me" is the caller. */
export function personInPath({ tenant }: GraphWorld, call: GraphCall): Person | undefined {
  const asked = call.params['user']?.toLowerCase();
  if (asked === undefined) return call.person;
  return tenant.people.find(({ oid, upn }) => oid === asked || upn.toLowerCase() === asked);
}

const directly: Find = ({ tenant }, { params }) => tenant.deviceById(params['device'] ?? '');

const throughPerson: Find = (world, call) => {
  const device = directly(world, call);
  return device && device.facts.userId === personInPath(world, call)?.oid ? device : undefined;
};

const throughApp: Find = (world, call) => {
  const app = world.tenant.apps.find(({ id }) => id === call.params['app']);
  const device = directly(world, call);
  return app && device && app.deviceNames.includes(device.name) ? device : undefined;
};

const throughScript: Find = ({ tenant }, { params }) => {
  const script = tenant.scripts.find(({ id }) => id === params['script']);
  const state = script?.runStates.find(({ id }) => id === params['state']);
  return tenant.devices.find(({ name }) => name === state?.deviceName);
};

const throughScriptAndApp: Find = (world, call) => {
  const device = throughScript(world, call);
  return device && device.id === throughApp(world, call)?.id ? device : undefined;
};

/** GET of one device and the POST of the action, for one way of addressing. */
function routesOf(
  path: string,
  find: Find,
  forms?: { get: Form; post: Form },
  betaOnly = false,
): GraphRoute[] {
  const fails = (world: GraphWorld, form: Form | undefined): Fault | undefined => {
    const state = form && world.settings.forms[form];
    return state === 'routed' ? undefined : state;
  };
  return [
    {
      method: 'GET',
      path,
      betaOnly,
      scopes: READ,
      intune: 'see',
      answer: (world, call) => readDevice(world, call, find(world, call), fails(world, forms?.get)),
    },
    {
      method: 'POST',
      path: `${path}/requestRemoteAssistance`,
      betaOnly,
      scopes: WRITE,
      intune: 'act',
      answer: (world, call) => requestAssistance(world, call, find(world, call), fails(world, forms?.post)),
    },
  ];
}

function readDevice(world: GraphWorld, call: GraphCall, device?: Device, misrouted?: Fault): Reply {
  const fault = misrouted ?? (device ? device.behaviour.read : world.settings.unknownDevice);
  if (fault || !device) return faultReply(fault ?? 'not-found', call.ids);
  const names = call.query.get('$select')?.split(',') ?? [];
  const session = device.sessionFacts(world.settings.actionName);
  const hidden = Object.keys(ONLY_WITH_SELECT).filter((name) => !names.includes(name));
  const shown = { ...ONLY_WITH_SELECT, ...device.facts, ...session, ...pick(ONLY_WITH_SELECT, hidden) };
  return { status: 200, body: { '@odata.context': context(world, call), ...selected(shown, call.query) } };
}

function pick(from: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}

async function requestAssistance(
  world: GraphWorld,
  call: GraphCall,
  device: Device | undefined,
  misrouted: Fault | undefined,
): Promise<Reply> {
  const { connectorMissing, whileRunning, unknownDevice } = world.settings;
  if (misrouted || !device) return faultReply(misrouted ?? unknownDevice, call.ids);
  if (world.tenant.connector !== 'onboarded') {
    if (connectorMissing !== 'accepted-then-error') return faultReply(connectorMissing, call.ids);
    device.behave({
      linkAfter: 'never',
      errorDetails: 'The TeamViewer connector is not set up.',
      result: 'failed',
    });
  }
  if (device.accepted.length > 0 && whileRunning !== 'accept') return faultReply(whileRunning, call.ids);
  const fault = device.receiveRequest(call.person.key);
  if (device.behaviour.answerAfter > 0) await world.clock.pause(device.behaviour.answerAfter);
  return fault ? faultReply(fault, call.ids, device.behaviour.retryAfter) : { status: 204 };
}

const script = '/deviceManagement/deviceManagementScripts/{script}/deviceRunStates/{state}/managedDevice';
const appDevice = { get: 'appDevice', post: 'appAction' } as const;
const userDevice = { get: 'userDevice', post: 'userAction' } as const;
const scriptDevice = { get: 'scriptDevice', post: 'scriptAction' } as const;

/** Every documented way to address one device, each with its GET and its action. */
export const deviceRoutes: readonly GraphRoute[] = [
  ...routesOf('/deviceManagement/managedDevices/{device}', directly),
  ...routesOf('/deviceManagement/comanagedDevices/{device}', directly, undefined, true),
  ...routesOf('/users/{user}/managedDevices/{device}', throughPerson, userDevice),
  ...routesOf('/me/managedDevices/{device}', throughPerson, userDevice),
  ...routesOf('/deviceManagement/detectedApps/{app}/managedDevices/{device}', throughApp, appDevice),
  ...routesOf(script, throughScript, scriptDevice, true),
  ...routesOf(
    `${script}/detectedApps/{app}/managedDevices/{device}`,
    throughScriptAndApp,
    scriptDevice,
    true,
  ),
];
