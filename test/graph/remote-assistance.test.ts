import { Busy, NotPermitted, OutcomeUnknown, SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { remoteAssistance } from '../../src/graph/remote-assistance';
import type { DeviceAddress } from '../../src/request/device';
import {
  access,
  CLIENT_REQUEST_ID,
  device,
  rejection,
  REQUEST_ID,
  row,
  withGraph,
  type Asked,
  type Reply,
} from './fake-graph';

const id = device('1');
const direct: DeviceAddress = { form: 'direct', api: 'v1.0', device: id };
const throughPerson: DeviceAddress = { form: 'user', api: 'v1.0', user: 'maria@contoso.example', device: id };
const script = '55555555-3333-4000-8000-000000000000';
const throughScript: DeviceAddress = { form: 'script-run', api: 'beta', script, run: `${script}:${id}` };

const noRoute: Reply = {
  status: 400,
  body: { error: { code: 'No method match route template', message: 'No OData route exists that match' } },
};
const seen = (facts: Readonly<Record<string, unknown>> = {}): Reply => ({
  status: 200,
  body: row('1', facts),
});

const using = (reply: Reply | ((asked: Asked, earlier: number) => Reply)) => {
  const answer = typeof reply === 'function' ? reply : () => reply;
  return async (use: (assistance: ReturnType<typeof remoteAssistance>, asked: Asked[]) => Promise<void>) => {
    await withGraph(answer, ({ client, asked }) => use(remoteAssistance(client), asked));
  };
};

describe('a look at a device', () => {
  test('names what Graph fills only when it is named', async () => {
    await using(seen())(async (assistance, asked) => {
      expect(await assistance.look(access, direct)).toEqual({
        device: { id, name: 'LAPTOP-1' },
        address: direct,
        sight: {},
      });
      const select = new URL(`http://x${asked[0]?.target ?? ''}`).searchParams.get('$select')?.split(',');
      expect(select).toEqual(
        expect.arrayContaining([
          'id',
          'deviceName',
          'serialNumber',
          'remoteAssistanceSessionUrl',
          'remoteAssistanceSessionErrorDetails',
          'deviceActionResults',
        ]),
      );
    });
  });

  test('tells link, error and the newest action that can be ours', async () => {
    const action = (actionName: string, start: string, actionState = 'done') => ({
      ...{ actionName, actionState, startDateTime: start, lastUpdatedDateTime: '0001-01-01T00:00:00Z' },
    });
    const facts = {
      remoteAssistanceSessionUrl: 'https://get.teamviewer.com/s1',
      remoteAssistanceSessionErrorDetails: 'e'.repeat(2_000),
      deviceActionResults: [
        action('requestRemoteAssistance', '2026-11-22T07:00:00Z'),
        action('RemoteAssistanceSession', '2026-11-22T07:30:00Z', 'invented'),
        action('rebootNow', '2026-11-22T07:45:00Z'),
        'nonsense',
        null,
      ],
    };
    await using(seen(facts))(async (assistance) => {
      const { sight } = await assistance.look(access, direct);
      expect(sight).toEqual({
        link: {
          url: 'https://get.teamviewer.com/s1',
          fingerprint: expect.stringMatching(/^[\w-]{22}$/u) as string,
        },
        error: { text: 'e'.repeat(500), fingerprint: expect.stringMatching(/^[\w-]{22}$/u) as string },
        action: { state: 'invented', startedAt: Date.parse('2026-11-22T07:30:00Z') },
      });
    });
  });

  test('tells two links apart by their fingerprints', async () => {
    const prints: unknown[] = [];
    for (const url of [
      'https://get.teamviewer.com/s1',
      'https://get.teamviewer.com/s2',
      'https://get.teamviewer.com/s1',
    ])
      await using(seen({ remoteAssistanceSessionUrl: url }))(async (assistance) => {
        prints.push((await assistance.look(access, direct)).sight.link?.fingerprint);
      });
    expect(prints[0]).toBe(prints[2]);
    expect(prints[0]).not.toBe(prints[1]);
  });

  test.each([null, '', 7, undefined])('sees no link in %j', async (url) => {
    await using(seen({ remoteAssistanceSessionUrl: url, deviceActionResults: null }))(async (assistance) => {
      expect((await assistance.look(access, direct)).sight).toEqual({});
    });
  });

  test.each<[string, Reply]>([
    ['not routed', noRoute],
    ['refused without a reason', { status: 400 }],
    ['not found', { status: 404 }],
    ['forbidden', { status: 403 }],
  ])('goes the canonical way where the way through the person is %s, and says so', async (_, refusal) => {
    await using(({ target }) => (target.includes('/users/') ? refusal : seen()))(
      async (assistance, asked) => {
        expect((await assistance.look(access, throughPerson)).address).toEqual(direct);
        expect(asked).toHaveLength(2);
      },
    );
  });

  test('keeps the way through the person where it leads to the device', async () => {
    await using(seen())(async (assistance, asked) => {
      expect((await assistance.look(access, throughPerson)).address).toEqual(throughPerson);
      expect(asked).toHaveLength(1);
    });
  });

  test('says what the canonical way said when neither leads anywhere', async () => {
    await using(({ target }) => (target.includes('/users/') ? noRoute : { status: 404 }))(
      async (assistance) => {
        expect(await rejection(assistance.look(access, throughPerson))).toMatchObject({
          reason: 'device-gone',
        });
      },
    );
  });

  test('does not go a second way when Graph is not there or wants a new sign-in', async () => {
    await using({ status: 401 })(async (assistance, asked) => {
      expect(await rejection(assistance.look(access, throughPerson))).toBeInstanceOf(SignInNeeded);
      expect(asked).toHaveLength(1);
    });
    await using({ status: 500 })(async (assistance, asked) => {
      expect(await rejection(assistance.look(access, throughPerson))).toBeInstanceOf(Unreachable);
      expect(asked.every(({ target }) => target.includes('/users/'))).toBe(true);
    });
  });

  test('through a script has no second way: without a device id there is none', async () => {
    await using(noRoute)(async (assistance, asked) => {
      const no = await rejection(assistance.look(access, throughScript));
      expect(no).toBeInstanceOf(NotPermitted);
      expect(no).toMatchObject({ reason: 'action-not-possible', graphRequestId: REQUEST_ID });
      expect(asked).toHaveLength(1);
    });
    await using({ status: 404 })(async (assistance) => {
      expect(await rejection(assistance.look(access, throughScript))).toMatchObject({
        reason: 'device-gone',
      });
    });
    await using(seen())(async (assistance) => {
      expect(await assistance.look(access, throughScript)).toMatchObject({
        device: { id },
        address: throughScript,
      });
    });
  });

  test('that shows another device than the one addressed is refused', async () => {
    await using({ status: 200, body: row('2') })(async (assistance, asked) => {
      expect(await rejection(assistance.look(access, throughPerson))).toMatchObject({
        reason: 'device-changed',
      });
      expect(asked).toHaveLength(1);
    });
  });

  test.each([{}, [], { id: 'no guid' }, 'text'])('that shows %j shows no device', async (body) => {
    await using({ status: 200, body })(async (assistance) => {
      expect(await rejection(assistance.look(access, direct))).toBeInstanceOf(Unreachable);
    });
  });
});

describe('many looks', () => {
  type Part = { id: string; method: string; url: string };
  // The cast: our own client wrote it, and another test holds it against Graph's description.
  const partsOf = ({ body }: Asked) => (JSON.parse(body) as { requests: Part[] }).requests;
  const digitOf = (url: string) => /managedDevices\/(.)/u.exec(url)?.[1] ?? '';
  const batched =
    (part: (digit: string) => Record<string, unknown>) =>
    (asked: Asked): Reply => ({
      status: 200,
      // Graph promises no order.
      body: {
        responses: partsOf(asked)
          .map(({ id, url }) => ({ id, ...part(digitOf(url)) }))
          .reverse(),
      },
    });
  const at = (digit: string): DeviceAddress => ({ form: 'direct', api: 'v1.0', device: device(digit) });
  const link = (digit: string) => ({ remoteAssistanceSessionUrl: `https://get.teamviewer.com/${digit}` });

  test('go in one exchange and come back in their order', async () => {
    await using(batched((digit) => ({ status: 200, body: row(digit, link(digit)) })))(
      async (assistance, asked) => {
        const sights = await assistance.lookAll(access, ['3', '1', '2'].map(at));
        const urls = sights.map((sight) => ('link' in sight ? sight.link.url.slice(-1) : undefined));
        expect(urls).toEqual(['3', '1', '2']);
        expect(asked.map(({ method, target }) => `${method} ${target}`)).toEqual(['POST /v1.0/$batch']);
      },
    );
  });

  test('have each their own trouble', async () => {
    const headers = { 'Retry-After': '9', 'request-id': REQUEST_ID };
    const part = (digit: string): Record<string, unknown> => {
      if (digit === '1')
        return { status: 429, headers, body: { error: { code: 'TooManyRequests', message: '' } } };
      if (digit === '2') return { status: 404, headers };
      if (digit === '3')
        return { status: 401, headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } };
      if (digit === '4') return { status: 200, body: row('9') };
      if (digit === '5') return { status: 503, headers: null };
      return { status: 200, body: row(digit) };
    };
    await using(batched(part))(async (assistance) => {
      const [busy, gone, signIn, changed, away, fine] = await assistance.lookAll(
        access,
        ['1', '2', '3', '4', '5', '6'].map(at),
      );
      expect(busy).toBeInstanceOf(Busy);
      expect(busy).toMatchObject({ until: Date.parse('2026-11-22T08:00:09Z') });
      expect(gone).toMatchObject({ reason: 'device-gone', graphRequestId: REQUEST_ID });
      expect(signIn).toBeInstanceOf(SignInNeeded);
      expect(changed).toMatchObject({ reason: 'device-changed' });
      expect(away).toBeInstanceOf(Unreachable);
      expect(fine).toEqual({});
    });
  });

  test('that Graph leaves out were not seen', async () => {
    await using(() => ({
      status: 200,
      body: { responses: [{ id: '1', status: 200, body: row('2') }, 'nonsense'] },
    }))(async (assistance) => {
      const [missing, there] = await assistance.lookAll(access, ['1', '2'].map(at));
      expect(missing).toBeInstanceOf(Unreachable);
      expect(there).toEqual({});
    });
  });

  test.each<[string, Reply, typeof Unreachable | typeof SignInNeeded]>([
    ['is not there', { status: 503 }, Unreachable],
    ['answers garbage', { status: 200, body: '<html>' }, Unreachable],
    ['answers something else', { status: 200, body: { value: [] } }, Unreachable],
    ['does not take the token', { status: 401 }, SignInNeeded],
  ])('all fail when Graph %s, and are not asked twice', async (_, reply, expected) => {
    await using(reply)(async (assistance, asked) => {
      const sights = await assistance.lookAll(access, ['1', '2'].map(at));
      expect(sights).toEqual([expect.any(expected), expect.any(expected)]);
      expect(asked).toHaveLength(1);
    });
  });

  test('are at most twenty an exchange', async () => {
    const all = batched((digit) => ({ status: 200, body: row(digit) }));
    const alone: Reply = { status: 200, body: row('0') };
    await using((one) => (one.method === 'GET' ? alone : all(one)))(async (assistance, asked) => {
      const sights = await assistance.lookAll(
        access,
        Array.from({ length: 41 }, (_, index) => at(String(index % 10))),
      );
      expect(sights).toEqual(Array(41).fill({}));
      // What is left over is a single device again.
      expect(asked.map((one) => (one.method === 'POST' ? partsOf(one).length : one.method))).toEqual([
        20,
        20,
        'GET',
      ]);
    });
  });

  test('of one device are a plain read; of two versions, an exchange each', async () => {
    await using(seen())(async (assistance, asked) => {
      expect(await assistance.lookAll(access, [throughScript, direct])).toEqual([{}, {}]);
      expect(asked.map(({ method, target }) => `${method} ${target.slice(0, 6)}`)).toEqual([
        'GET /v1.0/',
        'GET /beta/',
      ]);
    });
  });

  test('at nothing ask nothing', async () => {
    await using(seen())(async (assistance, asked) => {
      expect(await assistance.lookAll(access, [])).toEqual([]);
      expect(asked).toEqual([]);
    });
  });
});

describe('the request', () => {
  test('goes out once, on the settled form and under the id of the intent', async () => {
    await using({ status: 204 })(async (assistance, asked) => {
      expect(await assistance.request(access, throughPerson, CLIENT_REQUEST_ID)).toEqual({
        graphRequestId: REQUEST_ID,
      });
      expect(asked).toEqual([
        expect.objectContaining({
          method: 'POST',
          target: `/v1.0/users/maria%40contoso.example/managedDevices/${id}/requestRemoteAssistance`,
          body: '',
        }),
      ]);
    });
  });

  test('is not tried on another path when its own is not routed', async () => {
    await using(noRoute)(async (assistance, asked) => {
      expect(await rejection(assistance.request(access, throughPerson, CLIENT_REQUEST_ID))).toMatchObject({
        reason: 'action-not-possible',
      });
      expect(asked).toHaveLength(1);
    });
  });

  test('whose answer is lost is not repeated', async () => {
    await using('reset')(async (assistance, asked) => {
      expect(await rejection(assistance.request(access, direct, CLIENT_REQUEST_ID))).toBeInstanceOf(
        OutcomeUnknown,
      );
      expect(asked).toHaveLength(1);
    });
  });
});
