import { recordLookUps, type Act } from '../../src/desk/acts';
import { asTechnician } from '../../src/desk/access';
import { ask } from '../../src/desk/ask';
import { GraphAccess } from '../../src/desk/graph-access';
import type { Devices } from '../../src/desk/ports';
import { press } from '../../src/desk/press';
import { note } from '../../src/desk/screens';
import { signedIn } from '../../src/desk/signed-in';
import { Unreachable } from '../../src/desk/troubles';
import { ana, direct, laptop, laptopId, noon, tenant, tom } from '../request/stories';
import { caller, deskInMemory } from './desk-in-memory';

const access = new GraphAccess(tom, tenant, noon, 'secret');
const one = { device: laptop, address: direct };

/** Every look-up finds these. */
function finding(rows: readonly (typeof one)[]): Devices {
  const found = () => Promise.resolve({ rows, more: false });
  return {
    ...{ named: found, nameContaining: found, withSerialNumber: found, withImei: found },
    ...{ withIntuneId: found, withEntraId: found, ofPerson: found, withApp: found },
    apps: () => Promise.resolve({ rows: [{ id: 'a', name: 'AnyDesk' }], more: false }),
    people: () => Promise.resolve({ rows: [{ id: ana, name: 'Ana Souza' }], more: false }),
  };
}

/** Desk and look-ups that leave their lines here. */
function recorded(rows: readonly (typeof one)[] = [one]) {
  const acts: Act[] = [];
  const record = (act: Act) => Promise.resolve(void acts.push(act));
  const devices = recordLookUps(finding(rows), { record });
  return { acts, devices, ...deskInMemory({ acts: { record }, devices }) };
}

test('a look-up that found one device names it, one that found several counts them', async () => {
  const single = recorded();
  await single.devices.named(access, 'LAPTOP-7F3K');
  const line = { tenant, by: tom, type: 'looked-up' };
  expect(single.acts).toEqual([{ ...line, how: 'device-name', found: 1, device: laptopId }]);
  const several = recorded([one, one]);
  await several.devices.ofPerson(access, 'ana@contoso.com');
  expect(several.acts).toEqual([{ ...line, how: 'devices-of-person', found: 2 }]);
});

test('each way to find devices or people has its own line, and apps have none', async () => {
  const { devices, acts } = recorded();
  await devices.named(access, 'x');
  await devices.nameContaining(access, 'x');
  await devices.withSerialNumber(access, 'x');
  await devices.withImei(access, 'x');
  await devices.withIntuneId(access, laptopId);
  await devices.withEntraId(access, 'x');
  await devices.ofPerson(access, 'x');
  await devices.withApp(access, 'x');
  await devices.apps(access, 'x');
  await devices.people(access, 'x');
  const ways = acts.map((act) => (act.type === 'looked-up' ? act.how : act.type));
  expect(new Set(ways).size).toBe(9);
});

test('a look-up that found nothing showed nothing', async () => {
  const { devices, acts } = recorded([]);
  expect(await devices.named(access, 'x')).toEqual({ rows: [], more: false });
  expect(acts).toEqual([]);
});

test('what cannot be written down is not shown', async () => {
  const record = () => Promise.reject(new Unreachable('database'));
  const devices = recordLookUps(finding([one]), { record });
  await expect(devices.named(access, 'x')).rejects.toBeInstanceOf(Unreachable);
});

test('who signs in and who signs out', async () => {
  const { desk, acts } = recorded();
  await signedIn(desk, caller);
  await ask(desk, caller, 'sign out', []);
  expect(acts).toEqual([
    { tenant, by: tom, type: 'signed-in' },
    { tenant, by: tom, type: 'signed-out' },
  ]);
});

test('who is no technician, and who presses the card of another', async () => {
  const { desk, acts } = recorded();
  const guest = { ...desk, people: { ...desk.people, find: () => Promise.resolve(aGuest) } };
  const refused = await asTechnician(guest, caller, () => Promise.resolve(note({ code: 'working' })));
  expect(refused).toEqual(note({ code: 'guest' }));
  const bearer = { tenant, person: tom, conversation: caller.place.conversation };
  const ticket = await desk.tickets.issue('pick', bearer, { choices: [] }, noon + 1000);
  const pressed = await press(desk, { caller: { ...caller, person: ana }, verb: 'pick', ticket, row: 0 });
  expect(pressed.now).toEqual(note({ code: 'not-your-card' }));
  expect(acts).toEqual([
    { tenant, by: tom, type: 'turned-away', why: 'guest' },
    { tenant, by: ana, type: 'turned-away', why: 'not-your-card' },
  ]);
});

const aGuest = { id: tom, tenant, name: 'Tom Keller', isGuest: true, roles: [], rolesSeenAt: noon };
