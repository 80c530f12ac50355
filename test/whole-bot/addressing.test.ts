import { play, type Play } from './play';

// How the device is addressed in Graph follows the way on which it was found, and is settled before the POST.

let played: Play;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.stop());

async function throughPerson(to: Play) {
  const tom = to.sandbox.openChat('tom');
  await tom.say('devices of bert@contoso.example');
  await tom.card(/LAPTOP-7F3X/);
  await tom.press('pick');
  await tom.card(/Request remote assistance/);
  await tom.press('request-assistance');
  await tom.card(/session is ready/i);
}

async function throughApp(to: Play) {
  const app = to.sandbox.tenant.apps[0];
  const tom = to.sandbox.openChat('tom');
  await tom.say(`devices with ${app?.displayName ?? ''}`);
  await tom.card((card) => card.text.includes(app?.version ?? '-'));
  await tom.press('pick');
  await tom.card((card) => card.text.includes(app?.deviceNames[0] ?? '-'));
  await tom.press('pick');
  await tom.card(/Request remote assistance/);
  await tom.press('request-assistance');
  await tom.card(/session is ready/i);
}

test('found by name: directly', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.press('request-assistance');
  await tom.card(/session is ready/i);
  expect(played.posts()[0]).toMatch(/^\/v1\.0\/deviceManagement\/managedDevices\/[0-9a-f-]{36}\//u);
});

test('found through a person: through the person', async () => {
  await throughPerson(played);
  expect(played.posts()).toHaveLength(1);
  expect(played.posts()[0]).toMatch(/^\/v1\.0\/users\/[^/]+\/managedDevices\/[0-9a-f-]{36}\//u);
});

test('found through an app: through the app', async () => {
  await throughApp(played);
  expect(played.posts()).toHaveLength(1);
  expect(played.posts()[0]).toMatch(
    /^\/v1\.0\/deviceManagement\/detectedApps\/[^/]+\/managedDevices\/[0-9a-f-]{36}\//u,
  );
});

describe.each([
  [
    'a person',
    { userList: 'no-route', userDevice: 'no-route', userAction: 'no-route' } as const,
    throughPerson,
  ],
  ['a person, by id only', { userDevice: 'no-route', userAction: 'no-route' } as const, throughPerson],
  ['an app', { appDevice: 'bad-request', appAction: 'no-route' } as const, throughApp],
])('where Graph does not route devices through %s', (_, forms, way) => {
  test('the canonical form is settled on before the POST, which is sent once', async () => {
    const other = await play({ graph: { forms } });
    try {
      await way(other);
      expect(other.posts()).toHaveLength(1);
      expect(other.posts()[0]).toMatch(/^\/v1\.0\/deviceManagement\/managedDevices\//u);
    } finally {
      await other.stop();
    }
  });
});

test('in a cloud without the TeamViewer connector the bot says so instead of calling', async () => {
  const government = await play({
    environment: { CLOUD: 'usgov' },
    connector: { audience: 'https://api.botframework.us' },
  });
  try {
    const tom = government.sandbox.openChat('tom');
    await tom.say('help me with device LAPTOP-7F3K');
    await tom.text(/does not exist in this cloud/i);
    expect(government.sandbox.wire.find('graph')).toEqual([]);
  } finally {
    await government.stop();
  }
});
