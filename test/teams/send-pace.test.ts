import type { Bucket, Buckets } from '../../src/desk/ports';
import { Unreachable } from '../../src/desk/troubles';
import type { Chats } from '../../src/teams/connector';
import { pacedChats, sendPace } from '../../src/teams/send-pace';
import { personalChat, testClock } from './doubles';

/** Chats over buckets that give these answers one after the other, and then always give. */
function chatsOver(...answers: readonly (() => ReturnType<Buckets['take']>)[]) {
  const asked: (readonly Bucket[])[] = [];
  const sent: string[] = [];
  const left = [...answers];
  const take: Buckets['take'] = (buckets) => {
    asked.push(buckets);
    return left.shift()?.() ?? Promise.resolve('ok');
  };
  const deliver = (what: string) => {
    sent.push(what);
    return Promise.resolve({ ok: true, id: 'm1' } as const);
  };
  const chats: Chats = {
    create: (_, { type, text }) => deliver(text ?? type ?? ''),
    update: (_, activityId) => deliver(activityId),
    whoIs: () => Promise.resolve(undefined),
    isGuest: () => Promise.resolve(false),
  };
  const clock = testClock();
  return { asked, sent, clock, paced: pacedChats(chats, sendPace({ take }), clock) };
}

const soon = () => Promise.resolve({ until: 0 });

test('a message waits for its turn instead of failing', async () => {
  const { paced, asked, sent } = chatsOver(soon, soon);
  await expect(paced.create(personalChat, { type: 'message', text: 'hello' })).resolves.toMatchObject({
    ok: true,
  });
  await paced.update(personalChat, 'm1', { type: 'message' });
  expect(sent).toEqual(['hello', 'm1']);
  expect(asked).toHaveLength(4);
});

test('"is typing" does not wait: it is worth nothing later', async () => {
  const { paced, sent } = chatsOver(soon);
  await paced.create(personalChat, { type: 'typing' });
  expect(sent).toEqual([]);
  await paced.create(personalChat, { type: 'typing' });
  expect(sent).toEqual(['typing']);
});

test('without the database a message that says so goes out all the same', async () => {
  const { paced, sent } = chatsOver(() => Promise.reject(new Unreachable('database')));
  await paced.create(personalChat, { type: 'message', text: 'no database' });
  expect(sent).toEqual(['no database']);
});

test('stays within what Teams allows in a conversation and in a tenant, wherever one starts to count', async () => {
  const { paced, asked } = chatsOver();
  await paced.create(personalChat, { type: 'message' });
  const [conversation, tenant] = asked[0] ?? [];
  const most = ({ rate }: Bucket, within: number) => rate.burst + Math.floor(within / rate.every);
  const allowed = [
    [1_000, 7],
    [2_000, 8],
    [30_000, 60],
  ] as const;
  for (const [within, limit] of allowed)
    expect(conversation && most(conversation, within)).toBeLessThanOrEqual(limit);
  expect(tenant && most(tenant, 1_000)).toBeLessThanOrEqual(30);
});
