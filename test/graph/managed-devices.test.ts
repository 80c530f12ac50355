import { Busy, Unreachable } from '../../src/desk/troubles';
import { managedDevices } from '../../src/graph/managed-devices';
import { MOST_PAGES } from '../../src/graph/odata';
import { access, device, person, rejection, row, withGraph, type Asked, type Reply } from './fake-graph';

const maria = 'maria@contoso.example';

const rows = (...value: unknown[]): Reply => ({ status: 200, body: { value } });
const noRoute: Reply = {
  status: 400,
  body: { error: { code: 'No method match route template', message: 'No OData route exists that match' } },
};
const forbidden: Reply = {
  status: 403,
  body: { error: { code: 'Forbidden', message: 'An error has occurred' } },
};

const paths = (asked: readonly Asked[]) =>
  asked.map(({ target }) => decodeURIComponent(target.split(/[?&]\$select/u)[0] ?? ''));
const names = (found: { rows: readonly { device: { name: string } }[] }) =>
  found.rows.map((one) => one.device.name);

const using = (reply: Reply | ((asked: Asked, earlier: number) => Reply)) => {
  const answer = typeof reply === 'function' ? reply : () => reply;
  return async (use: (devices: ReturnType<typeof managedDevices>, asked: Asked[]) => Promise<void>) => {
    await withGraph(answer, ({ client, asked }) => use(managedDevices(client), asked));
  };
};

describe('where Graph ignores the filter and returns every device', () => {
  const everything = rows(
    row('1', {
      serialNumber: 'SN-1',
      imei: '49-015420-323751-8',
      azureADDeviceId: device('a'),
      userPrincipalName: maria,
    }),
    row('2', {
      serialNumber: 'SN-2',
      imei: '490154203237519',
      azureADDeviceId: device('b'),
      userPrincipalName: 'tom@contoso.example',
    }),
    row('3', {
      deviceName: null,
      serialNumber: null,
      imei: null,
      azureADDeviceId: null,
      userPrincipalName: '',
    }),
    { deviceName: 'LAPTOP-1' },
    'not a device',
    null,
  );

  test('no foreign device is ever a hit', async () => {
    await using(everything)(async (devices) => {
      expect(names(await devices.named(access, 'laptop-1'))).toEqual(['LAPTOP-1']);
      expect(names(await devices.named(access, 'LAPTOP'))).toEqual([]);
      expect(names(await devices.nameContaining(access, 'top-2'))).toEqual(['LAPTOP-2']);
      expect(names(await devices.withSerialNumber(access, 'sn-2'))).toEqual(['LAPTOP-2']);
      expect(names(await devices.withImei(access, '490154203237518'))).toEqual(['LAPTOP-1']);
      expect(names(await devices.withImei(access, 'none'))).toEqual([]);
      expect(names(await devices.withEntraId(access, device('b')))).toEqual(['LAPTOP-2']);
      expect(names(await devices.ofPerson(access, maria))).toEqual(['LAPTOP-1']);
      expect((await devices.apps(access, 'zoom')).rows).toEqual([]);
      expect((await devices.people(access, 'maria'))?.rows).toEqual([]);
    });
  });

  test('all pages are looked through, as far as the bound', async () => {
    const page = (asked: Asked, earlier: number): Reply => ({
      status: 200,
      body: {
        value: [row(String(earlier + 1))],
        '@odata.nextLink': `http://${String(asked.headers['host'])}/v1.0/deviceManagement/managedDevices?$skiptoken=${earlier}`,
      },
    });
    await using(page)(async (devices, asked) => {
      const found = await devices.named(access, 'LAPTOP-4');
      expect([names(found), found.more, asked.length]).toEqual([['LAPTOP-4'], true, MOST_PAGES]);
    });
  });
});

test('a next link to a foreign host gets no token: the rest counts as not read', async () => {
  await using(rows())(async (_, elsewhere) => {
    const next = 'http://127.0.0.1:1/v1.0/deviceManagement/managedDevices?$skiptoken=1';
    await using({ status: 200, body: { value: [row('1')], '@odata.nextLink': next } })(
      async (devices, asked) => {
        const found = await devices.named(access, 'LAPTOP-1');
        expect([names(found), found.more]).toEqual([['LAPTOP-1'], true]);
        expect([asked.length, elsewhere.length]).toEqual([1, 0]);
      },
    );
  });
});

test('what Graph writes for "nothing" is left out of a device', async () => {
  const empty = {
    ...{ serialNumber: '', userId: '00000000-0000-0000-0000-000000000000', userDisplayName: null },
    ...{ userPrincipalName: '', lastSyncDateTime: '0001-01-01T00:00:00Z', model: '  ', osVersion: 7 },
    azureADDeviceId: '00000000-0000-0000-0000-000000000000',
  };
  await using(rows(row('1', empty)))(async (devices) => {
    const { rows: found } = await devices.named(access, 'LAPTOP-1');
    expect(found).toEqual([
      {
        device: { id: device('1'), name: 'LAPTOP-1' },
        address: { form: 'direct', api: 'v1.0', device: device('1') },
      },
    ]);
  });
  await using(rows(row('1', { lastSyncDateTime: '9999-12-31T23:59:59Z' })))(async (devices) => {
    expect((await devices.named(access, 'LAPTOP-1')).rows[0]?.device.lastSyncAt).toBeUndefined();
  });
});

test('a device is shown with its evidence, words that Graph adds later included', async () => {
  const facts = {
    ...{
      serialNumber: 'PF-1',
      manufacturer: 'Lenovo',
      model: 'X1',
      operatingSystem: 'Windows',
      osVersion: '10.0',
    },
    ...{ managedDeviceOwnerType: 'leased', complianceState: 'compliant', managementState: 'managed' },
    ...{ deviceEnrollmentType: 'userEnrollment', lastSyncDateTime: '2026-11-20T10:00:00Z' },
    ...{
      azureADDeviceId: device('A'),
      userId: person('2'),
      userDisplayName: 'Maria',
      userPrincipalName: maria,
    },
  };
  await using(rows(row('1', facts)))(async (devices) => {
    const { rows: found } = await devices.named(access, 'LAPTOP-1');
    expect(found[0]?.device).toEqual({
      ...{ id: device('1'), name: 'LAPTOP-1', serialNumber: 'PF-1', manufacturer: 'Lenovo', model: 'X1' },
      ...{ operatingSystem: 'Windows', osVersion: '10.0', ownerType: 'leased', complianceState: 'compliant' },
      ...{ managementState: 'managed', enrollmentType: 'userEnrollment', entraDeviceId: device('a') },
      lastSyncAt: Date.parse('2026-11-20T10:00:00Z'),
      user: { id: person('2'), name: 'Maria', signInName: maria },
    });
  });
});

describe('by Intune id', () => {
  test('the device itself is read', async () => {
    await using({ status: 200, body: row('1') })(async (devices, asked) => {
      expect(names(await devices.withIntuneId(access, device('1')))).toEqual(['LAPTOP-1']);
      expect(paths(asked)).toEqual([`/v1.0/deviceManagement/managedDevices/${device('1')}`]);
    });
  });

  test.each([404, 400, 403])(
    'an unknown id, or one that is not for this technician, (%i) is no hit',
    async (status) => {
      await using({ status, body: { error: { code: 'BadRequest', message: 'An error has occurred' } } })(
        async (devices) => {
          expect(await devices.withIntuneId(access, device('1'))).toEqual({ rows: [], more: false });
        },
      );
    },
  );

  test('another device than the one asked for is no hit, and something else is no answer', async () => {
    await using({ status: 200, body: row('2') })(async (devices) => {
      expect((await devices.withIntuneId(access, device('1'))).rows).toEqual([]);
    });
    await using({ status: 200, body: { value: [] } })(async (devices) => {
      expect(await rejection(devices.withIntuneId(access, device('1')))).toBeInstanceOf(Unreachable);
    });
  });
});

describe("a person's devices", () => {
  const own = row('1', { userId: person('2'), userPrincipalName: maria });
  const foreign = row('3', { userId: person('4'), userPrincipalName: 'tom@contoso.example' });
  const list = '/v1.0/deviceManagement/managedDevices';

  test.each([maria, person('2')])('are addressed through the person: %s', async (user) => {
    await using(rows(own, foreign))(async (devices, asked) => {
      const { rows: found } = await devices.ofPerson(access, user);
      expect(found.map(({ address }) => address)).toEqual([
        { form: 'user', api: 'v1.0', user, device: device('1') },
      ]);
      expect(paths(asked)).toEqual([`/v1.0/users/${user}/managedDevices`]);
    });
  });

  test.each([
    ['not routed', noRoute],
    ['not found', { status: 404 } satisfies Reply],
    ['forbidden', forbidden],
  ])(
    'are found by sign-in name and addressed directly where the path through the person is %s',
    async (_, refusal) => {
      const reply = ({ target }: Asked) => (target.includes('/users/') ? refusal : rows(own, foreign));
      await using(reply)(async (devices, asked) => {
        const { rows: found } = await devices.ofPerson(access, maria);
        expect(found.map(({ address }) => address)).toEqual([
          { form: 'direct', api: 'v1.0', device: device('1') },
        ]);
        expect(paths(asked)[1]).toBe(`${list}?$filter=userPrincipalName eq '${maria}'`);
      });
    },
  );

  test('are found for an object id through the sign-in name that the directory knows', async () => {
    // Another person had this sign-in name before.
    const earlier = row('5', { userId: person('6'), userPrincipalName: maria });
    const reply = ({ target }: Asked): Reply => {
      if (target.includes('/managedDevices') && target.includes('/users/')) return noRoute;
      return target.includes('/users/')
        ? { status: 200, body: { userPrincipalName: maria } }
        : rows(own, earlier, foreign);
    };
    await using(reply)(async (devices, asked) => {
      expect(names(await devices.ofPerson(access, person('2')))).toEqual(['LAPTOP-1']);
      expect(paths(asked).slice(1)).toEqual([
        `/v1.0/users/${person('2')}`,
        `${list}?$filter=userPrincipalName eq '${maria}'`,
      ]);
    });
  });

  test('are looked for among all devices where the directory may not be read', async () => {
    const reply = ({ target }: Asked) => (target.includes('/users/') ? forbidden : rows(own, foreign));
    await using(reply)(async (devices, asked) => {
      expect(names(await devices.ofPerson(access, person('2')))).toEqual(['LAPTOP-1']);
      expect(paths(asked)[2]).toBe(list);
      expect((await devices.ofPerson(access, person('9'))).rows).toEqual([]);
    });
  });

  test('are not said to be none where not all devices could be looked at', async () => {
    const reply = ({ target, headers }: Asked): Reply =>
      target.includes('/users/')
        ? forbidden
        : {
            status: 200,
            body: {
              value: [own],
              '@odata.nextLink': `http://${String(headers['host'])}${list}?$skiptoken=1`,
            },
          };
    await using(reply)(async (devices) => {
      expect(await rejection(devices.ofPerson(access, person('9')))).toMatchObject({
        reason: 'consent-missing',
      });
    });
  });

  test('are found by a sign-in name that no path can hold', async () => {
    const odd = "$o'dd name@contoso.example";
    await using(rows(row('1', { userPrincipalName: odd })))(async (devices, asked) => {
      expect(names(await devices.ofPerson(access, odd))).toEqual(['LAPTOP-1']);
      expect(paths(asked)).toEqual([`${list}?$filter=userPrincipalName eq '$o''dd name@contoso.example'`]);
    });
  });

  test('are not looked for on a second path when Intune is busy', async () => {
    await using({ status: 429, headers: { 'retry-after': '60' } })(async (devices, asked) => {
      expect(await rejection(devices.ofPerson(access, maria))).toBeInstanceOf(Busy);
      expect(asked).toHaveLength(1);
    });
  });
});

describe('devices with an app', () => {
  const zoom = { id: '0000a1b2519804', displayName: 'Zoom Workplace', version: '6.2.7', deviceCount: 2 };

  test('start with the apps and versions of that name', async () => {
    const other = { id: '0000c3', displayName: 'SAP GUI', version: '8', deviceCount: 1 };
    const bad = { id: '../x', displayName: 'Zoom' };
    await using(rows(zoom, other, bad, { ...zoom, id: 'b', version: null, deviceCount: -1 }))(
      async (devices, asked) => {
        expect((await devices.apps(access, 'zoom')).rows).toEqual([
          { id: '0000a1b2519804', name: 'Zoom Workplace', version: '6.2.7', deviceCount: 2 },
          { id: 'b', name: 'Zoom Workplace' },
        ]);
        expect(paths(asked)).toEqual([
          "/v1.0/deviceManagement/detectedApps?$filter=contains(displayName,'zoom')",
        ]);
      },
    );
  });

  test('are addressed through the app', async () => {
    await using(rows(row('1'), row('2')))(async (devices) => {
      const { rows: found } = await devices.withApp(access, zoom.id);
      const address = { form: 'app', api: 'v1.0', app: zoom.id };
      expect(found.map((one) => one.address)).toEqual([
        { ...address, device: device('1') },
        { ...address, device: device('2') },
      ]);
    });
  });

  test('are none when the app is gone', async () => {
    await using({ status: 404 })(async (devices) => {
      expect((await devices.withApp(access, zoom.id)).rows).toEqual([]);
    });
  });
});

describe('people of the directory', () => {
  const known = { id: person('2'), displayName: 'María García', userPrincipalName: maria };

  test('are found by their words, without accents and in any order', async () => {
    await using(rows(known, { id: person('3'), displayName: 'Tom Ortega' }, { displayName: 'Maria Garcia' }))(
      async (devices, asked) => {
        expect((await devices.people(access, 'garcia maria'))?.rows).toEqual([
          { id: person('2'), name: 'María García', signInName: maria },
        ]);
        expect(asked[0]?.headers['consistencylevel']).toBe('eventual');
        expect(paths(asked)).toEqual(['/v1.0/users?$search="displayName:garcia maria"']);
      },
    );
  });

  test.each([
    ['the directory', { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' } }],
    ['nobody in particular', undefined],
  ])('are unknown where they may not be read, says %s', async (_, body) => {
    await using({ status: 403, body })(async (devices) => {
      expect(await devices.people(access, 'maria')).toBeUndefined();
    });
  });

  test('are not asked for without a letter', async () => {
    await using(rows(known))(async (devices, asked) => {
      expect((await devices.people(access, '"*-'))?.rows).toEqual([]);
      expect(asked).toEqual([]);
    });
  });
});

test('devices that ran a script are addressed through the run', async () => {
  const script = '55555555-3333-4000-8000-000000000000';
  const run = `${script}:${device('1')}`;
  const states = [
    { id: run, managedDevice: row('1') },
    { id: 'x/..', managedDevice: row('2') },
    { id: `${script}:x` },
  ];
  await using(rows(...states))(async (devices, asked) => {
    const { rows: found } = await devices.scriptRunDevices(access, script);
    expect(found).toEqual([
      {
        device: { id: device('1'), name: 'LAPTOP-1' },
        address: { form: 'script-run', api: 'beta', script, run },
      },
    ]);
    expect(paths(asked)).toEqual([
      `/beta/deviceManagement/deviceManagementScripts/${script}/deviceRunStates?$expand=managedDevice`,
    ]);
  });
});

test('a text longer than any name is no hit and no request', async () => {
  await using(rows(row('1')))(async (devices, asked) => {
    expect((await devices.named(access, 'x'.repeat(300))).rows).toEqual([]);
    expect((await devices.apps(access, 'x'.repeat(300))).rows).toEqual([]);
    expect(asked).toEqual([]);
  });
});

test.each([{ value: 'no list' }, [], 'text', 7])('the answer %j is no list', async (body) => {
  await using({ status: 200, body })(async (devices) => {
    expect(await rejection(devices.named(access, 'LAPTOP-1'))).toBeInstanceOf(Unreachable);
  });
});
