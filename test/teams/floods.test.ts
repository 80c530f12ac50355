import type { Bucket } from '../../src/desk/ports';
import { Unreachable } from '../../src/desk/troubles';
import { channelMessage, message, press } from './activities';
import { edgeHarness, type EdgeHarness } from './edge-harness';

let house: EdgeHarness;
/** How often each bucket may be taken from; without a number, always. */
let left: Record<string, number>;
let taken: string[];

beforeEach(async () => {
  house = await edgeHarness();
  [left, taken] = [{}, []];
  const nameOf = ({ of }: Bucket) => of.filter((part) => /^[a-z]+$/u.test(part)).join(' ');
  house.buckets.take = (buckets) => {
    const wanted = buckets.filter(({ of }) => of[0] === 'floods');
    taken.push(...wanted.map(({ of }) => of.join(' ')));
    if (wanted.some((bucket) => left[nameOf(bucket)] === 0)) return Promise.resolve({ until: 0 });
    for (const bucket of wanted) left[nameOf(bucket)] = (left[nameOf(bucket)] ?? Infinity) - 1;
    return Promise.resolve('ok');
  };
});
afterEach(() => house.stop());

const say = (text: string, id: string) => house.deliver(message(text, { id }));
const warned = () => house.log.lines.filter(({ event }) => event === 'too many at once').length;

test('who writes too much is told once, and the desk hears no more of it', async () => {
  left = { 'floods person': 2, 'floods told': 1 };
  for (const id of ['1', '2', '3', '4', '5']) await say('help me with LAPTOP-7', id);
  await house.until(() => house.seen().length === 3);
  await house.edge.stop();
  expect(house.count('ask')).toBe(2);
  expect(house.seen().filter((line) => line === 'POST too-many-at-once')).toHaveLength(1);
  expect(warned()).toBe(1);
  expect(house.inbox.closed).toEqual(['1', '2', '3', '4', '5']);
});

test('a message that Teams delivers again counts once', async () => {
  for (let time = 0; time < 5; time += 1) await say('help me', 'same');
  await house.until(() => house.seen().length === 1);
  expect(taken).toHaveLength(2);
});

test('who presses too often gets that as the answer each time, at once, and the log has it once', async () => {
  left = { 'floods person': 0, 'floods told': 1 };
  for (let time = 0; time < 3; time += 1) {
    const answer = await house.deliver(press('status', {}));
    expect(answer.body).toContain('too-many-at-once');
  }
  expect(house.count('press')).toBe(0);
  expect(warned()).toBe(1);
});

test('a whole tenant can be too much', async () => {
  left = { floods: 0, 'floods told': 1 };
  await say('help me', '1');
  await house.until(() => house.seen().includes('POST too-many-at-once'));
  expect(house.count('ask')).toBe(0);
});

test('a channel is counted as one, whatever the thread; a personal chat only as its person', async () => {
  const thread = (id: string) => {
    const { conversation } = channelMessage('');
    return { id, conversation: { ...conversation, id: `19:3f0d@thread.tacv2;messageid=${id}` } };
  };
  await house.deliver(channelMessage('<at>Device Assist</at> help', thread('1')));
  await house.deliver(channelMessage('<at>Device Assist</at> help', thread('2')));
  await house.until(() => taken.length === 6);
  const chats = taken.filter((one) => one.includes(' chat '));
  expect(new Set(chats).size).toBe(1);
  await say('help', '3');
  await house.until(() => taken.length === 8);
});

test('without the database the person is told that, not that they want too much', async () => {
  house.buckets.take = () => Promise.reject(new Unreachable('database'));
  expect((await house.deliver(press('status', {}))).status).toBe(200);
  await say('help me', '1');
  await house.until(() => house.seen().length > 0);
  expect(house.seen()).not.toContain('POST too-many-at-once');
  expect(warned()).toBe(0);
});

test('who writes on and on while nothing is answered is told once that it is too much', async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const { ask } = house.desk;
  house.desk.ask = async (asked) => {
    await held;
    return ask(asked);
  };
  for (let n = 0; n < 24; n += 1) await say('help me', String(n));
  await house.until(() => house.seen().length === 1);
  expect(house.seen()).toEqual(['POST too-many-at-once']);
  letGo();
  await house.edge.stop();
  expect(house.count('ask')).toBe(20);
  expect(house.seen().filter((line) => line === 'POST too-many-at-once')).toHaveLength(1);
});
