import { Busy, Unreachable } from '../../src/desk/troubles';
import type { Pauses } from '../../src/desk/ports';
import type { Instant } from '../../src/request/ids';
import {
  access,
  CLIENT_REQUEST_ID,
  clientOf,
  device,
  NOW,
  rejection,
  withGraph,
  type Reply,
} from './fake-graph';

const target = `/v1.0/deviceManagement/managedDevices/${device('1')}`;
const ok: Reply = { status: 200, body: { id: device('1') } };
const busyFor = (seconds: string): Reply => ({ status: 429, headers: { 'retry-after': seconds } });

function pausesInMemory(): Pauses {
  let kept: Instant | undefined;
  return {
    until: () => Promise.resolve(kept),
    keep: (_, until) => Promise.resolve(void (kept = Math.max(kept ?? 0, until))),
  };
}

test('what Graph asks of one bot, all bots of the tenant do', async () => {
  const pauses = pausesInMemory();
  await withGraph(
    (_, earlier) => (earlier === 0 ? busyFor('60') : ok),
    async ({ client, endpoint, asked }) => {
      const sent = client.send(access, `${target}/requestRemoteAssistance`, CLIENT_REQUEST_ID);
      expect(await rejection(sent)).toBeInstanceOf(Busy);
      const other = clientOf(endpoint, { pauses });
      const refused = await rejection(other.client.read(access, target, 'device'));
      expect(refused).toMatchObject({ name: 'Busy', until: NOW + 60_000 });
      expect(await rejection(other.client.readBatch(access, 'v1.0', [target]))).toBeInstanceOf(Busy);
      expect(asked).toHaveLength(1);
    },
    { pauses },
  );
});

test('a short pause is waited out', async () => {
  const pauses = pausesInMemory();
  await pauses.keep(access.tenant, NOW + 3_000);
  await withGraph(
    () => ok,
    async ({ client, waits }) => {
      await client.read(access, target, 'device');
      expect(waits).toEqual([3_000]);
    },
    { pauses },
  );
});

test.each(['0', '-1', 'soon', ''])(
  'a wish to wait that makes no sense, %p, stops nobody',
  async (seconds) => {
    const pauses = pausesInMemory();
    await withGraph(
      (_, earlier) => (earlier === 0 ? busyFor(seconds) : ok),
      async ({ client, endpoint }) => {
        await rejection(client.send(access, `${target}/requestRemoteAssistance`, CLIENT_REQUEST_ID));
        const other = clientOf(endpoint, { pauses });
        await other.client.read(access, target, 'device');
        expect(other.waits).toEqual([]);
      },
      { pauses },
    );
  },
);

test('a thousand million seconds are a quarter of an hour', async () => {
  const pauses = pausesInMemory();
  await withGraph(
    () => busyFor('1000000000'),
    async ({ client }) => {
      await rejection(client.send(access, `${target}/requestRemoteAssistance`, CLIENT_REQUEST_ID));
      expect(await pauses.until(access.tenant)).toBe(NOW + 15 * 60_000);
    },
    { pauses },
  );
});

test('without the database each bot goes by what Graph tells itself', async () => {
  const away = () => Promise.reject(new Unreachable('database'));
  await withGraph(
    (_, earlier) => (earlier === 0 ? busyFor('1') : ok),
    async ({ client, waits }) => {
      await client.read(access, target, 'device');
      expect(waits).toEqual([1_000]);
    },
    { pauses: { until: away, keep: away } },
  );
});
