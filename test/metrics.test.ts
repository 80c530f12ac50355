import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMetrics } from '../src/metrics';
import type { Event, HelpRequest } from '../src/request/help-request';
import { draft } from './request/stories';

const quiet = { open: { draft: 2, ready: 0 }, opened: 7, undeliverable: 0, quarantined: 0 };

test('a database without an answer is said, and its figures of before are not repeated', async () => {
  let answers = true;
  const backlog = () =>
    answers ? Promise.resolve({ ...quiet, dueSince: 4_000 }) : Promise.reject(new Error('gone'));
  const metrics = openMetrics({ backlog, now: () => 10_000 });
  expect((await metrics.read()).text).toContain('device_assist_oldest_due_seconds 6\n');
  answers = false;
  const { text } = await metrics.read();
  expect(text).toContain('device_assist_database_up 0\n');
  expect(text).not.toMatch(/^device_assist_(?:requests|oldest|cards)/mu);
});

test('nothing due and nothing unshown is an age of zero', async () => {
  const { text } = await openMetrics({ backlog: () => Promise.resolve(quiet), now: () => 10_000 }).read();
  expect(text).toContain('device_assist_oldest_due_seconds 0\n');
  expect(text).toContain('device_assist_oldest_unshown_card_seconds 0\n');
  expect(text).toContain('device_assist_requests_open{status="draft"} 2\n');
});

test('a message that was delivered twice does not make answers look fast', async () => {
  const metrics = openMetrics({ backlog: () => Promise.resolve(quiet), now: () => 0 });
  const ask = { kind: 'ask', cameAs: 'message', milliseconds: 300 } as const;
  metrics.onTurn({ ...ask, result: 'answered' });
  metrics.onTurn({ ...ask, result: 'repeated', milliseconds: 1 });
  const { text } = await metrics.read();
  expect(text).toContain('device_assist_message_answer_seconds_count 1\n');
  expect(text).toContain('device_assist_message_answer_seconds_bucket{le="0.5"} 1\n');
});

test('a commit that failed is no event', async () => {
  const metrics = openMetrics({ backlog: () => Promise.resolve(quiet), now: () => 0 });
  const commit = (_seen: string, _next: HelpRequest, _events: readonly Event[]): Promise<string> =>
    Promise.reject(new Error('someone was faster'));
  const store = metrics.countEvents<string, { commit: typeof commit }>({ commit });
  await expect(store.commit('', draft, [{ type: 'sight-regained', at: 0 }])).rejects.toThrow();
  expect((await metrics.read()).text).not.toContain('sight-regained');
});

test('every figure is explained in SETUP.md, and none that is not there', async () => {
  const { text } = await openMetrics({ backlog: () => Promise.resolve(quiet), now: () => 0 }).read();
  const figures = [...text.matchAll(/^# TYPE device_assist_(\S+) (\w+)$/gmu)].map(([, name, type]) =>
    type === 'counter' ? `${name ?? ''}_total` : name,
  );
  const setUp = readFileSync(join(__dirname, '..', 'SETUP.md'), 'utf8');
  const section = setUp.slice(setUp.indexOf('### Metrics'), setUp.indexOf('## Backup'));
  const rows = [...section.matchAll(/^\| `([a-z_]+)`/gmu)].map(([, name]) => name);
  expect(rows.sort()).toEqual(figures.sort());
});
