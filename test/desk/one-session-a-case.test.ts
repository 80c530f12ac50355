import { actOnRequest } from '../../src/desk/act-on-request';
import { cardVersion } from '../../src/desk/card-version';
import { act } from '../../src/desk/commit';
import { openDraft } from '../../src/desk/open-draft';
import type { Stored } from '../../src/desk/ports';
import { caseIn, session } from '../request/case-stories';
import { direct, must, noon } from '../request/stories';
import { casesInMemory } from './cases-in-memory';
import { caller, chat, deskInMemory } from './desk-in-memory';

/** A desk with one help request that its technician has taken. */
function openWorld() {
  const cases = casesInMemory();
  const taken = caseIn.taken;
  cases.store.set(taken.id, { case: taken, version: 1, home: chat, language: 'en' });
  return { ...deskInMemory({ cases }), seen: () => must(cases.store.get(taken.id)).case };
}
type World = ReturnType<typeof openWorld>;

async function confirmCard({ desk, store }: World): Promise<Stored> {
  const { id, number, requester } = caseIn.taken;
  const access = must(await desk.signIns.accessFor(caller.person));
  const of = { id, number, requester, belongs: 'no', guard: session.guard } as const;
  await openDraft(desk, caller, access, { address: direct, case: of });
  return must([...store.values()].at(-1));
}

/** Presses the button; returns why nothing came of it. */
async function confirm({ desk }: World, stored: Stored): Promise<string | undefined> {
  const pressed = { caller, verb: 'request-assistance', ticket: '' };
  const seen = { stored, version: cardVersion(stored.request) };
  const { now, later } = await actOnRequest(desk, pressed, 'request-assistance', seen);
  await later?.();
  return now.kind === 'request' ? now.notice : now.kind;
}

const stateOf = ({ store }: World, { request }: Stored) => must(store.get(request.id)).request;
const posts = ({ journal }: World) => journal.filter((entry) => entry === 'POST').length;

test('of two confirmed at once, the second ends before anything of it leaves', async () => {
  const world = openWorld();
  const [first, second] = [await confirmCard(world), await confirmCard(world)];
  const notices = await Promise.all([confirm(world, first), confirm(world, second)]);
  expect(notices).toEqual([undefined, 'session-under-way']);
  expect(posts(world)).toBe(1);
  expect(world.seen()).toMatchObject({ session: { request: first.request.id } });
  expect(stateOf(world, second)).toMatchObject({ status: 'closed', outcome: 'cancelled' });
});

test('a confirm card that has to wait can be used when the session is over', async () => {
  const world = openWorld();
  const [first, second] = [await confirmCard(world), await confirmCard(world)];
  await confirm(world, first);
  expect(await confirm(world, second)).toBe('session-under-way');
  expect(stateOf(world, second).status).toBe('draft');
  await act(world.desk, first.request.id, { type: 'close', by: caller.person, at: noon });
  expect(await confirm(world, second)).toBeUndefined();
  expect(posts(world)).toBe(2);
});
