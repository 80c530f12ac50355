import { ask } from '../../src/desk/ask';
import { signedIn } from '../../src/desk/signed-in';
import { actOnRequest } from '../../src/desk/act-on-request';
import { cardVersion } from '../../src/desk/card-version';
import { act } from '../../src/desk/commit';
import { followSessions } from '../../src/desk/follow-sessions';
import { openDraft } from '../../src/desk/open-draft';
import { press } from '../../src/desk/press';
import { bearerOf } from '../../src/desk/pick';
import { Busy, NotPermitted, OutcomeUnknown, SignInNeeded, Unreachable } from '../../src/desk/troubles';
import { turns } from '../../src/desk/turns';
import type { Stored } from '../../src/desk/ports';
import { deviceId, personId } from '../../src/request/ids';
import { beginSending, direct, laptop, limits, link, minute, must, noon, second } from '../request/stories';
import { caller, deskInMemory } from './desk-in-memory';

type World = ReturnType<typeof deskInMemory>;

async function confirmCard({ desk, store }: World): Promise<Stored> {
  const access = must(await desk.signIns.accessFor(caller.person));
  await openDraft(desk, caller, access, { address: direct });
  return must([...store.values()].at(-1));
}

/** Presses "Request remote assistance" and waits until the slow part is over too. */
async function confirm(world: World, stored: Stored): Promise<void> {
  const pressed = { caller, verb: 'request-assistance', ticket: '' };
  const { later } = await actOnRequest(world.desk, pressed, 'request-assistance', {
    stored,
    version: cardVersion(stored.request),
  });
  await later?.();
}

/** A pass of the timer, and all that goes on after it. */
async function pass({ desk, behind }: World): Promise<void> {
  await followSessions(desk);
  await Promise.all(behind);
}

const stateOf = ({ store }: World, { request }: Stored) => must(store.get(request.id)).request;
const posts = ({ journal }: World) => journal.filter((entry) => entry === 'POST').length;

/** A world in which the POST ends like this. */
const whenThePost = (throws: Error): World => {
  const world = deskInMemory();
  const assistance = {
    ...world.desk.assistance,
    request: () => {
      world.journal.push('POST');
      return Promise.reject(throws);
    },
  };
  return { ...world, desk: { ...world.desk, assistance } };
};

test('the intent is written before the POST leaves, and the token to follow it before the intent', async () => {
  const world = deskInMemory();
  await confirm(world, await confirmCard(world));
  const order = world.journal.filter((entry) => !entry.startsWith('card'));
  expect(order).toEqual([
    'committed: confirmed',
    'vault keeps access',
    'committed: sending-started',
    'POST',
    'committed: accepted',
  ]);
});

test('of two presses at once, one asks Intune and the other is turned away', async () => {
  const world = deskInMemory();
  const stored = await confirmCard(world);
  await Promise.all([confirm(world, stored), confirm(world, stored), confirm(world, stored)]);
  expect(posts(world)).toBe(1);
});

test('two requests for one device: the second technician is told who is at it', async () => {
  const world = deskInMemory();
  const first = await confirmCard(world);
  const second = await confirmCard(world);
  await confirm(world, first);
  await confirm(world, second);
  expect(posts(world)).toBe(1);
  expect(stateOf(world, second)).toMatchObject({
    ...{ status: 'refused', cause: 'occupied' },
    occupant: { technicianName: 'Tom Keller', number: first.request.number },
  });
});

test('"send again" gives the device to nobody else: of the first POST nobody knows what became', async () => {
  const world = whenThePost(new OutcomeUnknown());
  const [first, second] = [await confirmCard(world), await confirmCard(world)];
  await confirm(world, first);
  world.world.now = noon + 3 * minute;
  await followSessions(world.desk);
  await act(world.desk, first.request.id, { type: 'send-again', by: caller.person, at: noon + 3 * minute });
  await confirm(world, second);
  expect(posts(world)).toBe(1);
  expect(stateOf(world, first)).toMatchObject({ status: 'confirmed', previous: { attempt: 1 } });
  expect(stateOf(world, second)).toMatchObject({ status: 'refused', cause: 'occupied' });
});

test('while Teams is silent the POST leaves all the same', async () => {
  const world = deskInMemory();
  const stored = await confirmCard(world);
  let answer: () => void = () => undefined;
  const silence = new Promise<void>((resolve) => (answer = resolve));
  const confirming = confirm(
    { ...world, desk: { ...world.desk, noticeboard: { show: () => silence } } },
    stored,
  );
  await new Promise(setImmediate);
  expect(posts(world)).toBe(1);
  answer();
  await confirming;
});

test('without a look at the device nothing is sent', async () => {
  const world = deskInMemory();
  const stored = await confirmCard(world);
  const assistance = {
    ...world.desk.assistance,
    look: () => Promise.reject(new NotPermitted('device-gone', 'g9')),
  };
  await confirm({ ...world, desk: { ...world.desk, assistance } }, stored);
  expect(posts(world)).toBe(0);
  expect(stateOf(world, stored)).toMatchObject({
    status: 'refused',
    cause: 'device-gone',
    graphRequestId: 'g9',
  });
});

type Failing = {
  /** Which commit is the first that fails, and how many do. */
  readonly from: number;
  readonly times: number;
  readonly writes: 'before' | 'after';
  /** Whether nothing can be read either, right after a commit that failed. */
  readonly blind?: boolean;
};

/** A world whose database fails in commits, before or after it has written. */
const whenCommitsFail = ({ from, times, writes, blind = false }: Failing): World => {
  const world = deskInMemory();
  let [commits, blindness] = [0, 0];
  const store = world.desk.requests;
  const requests = {
    ...store,
    commit: async (...args: Parameters<typeof store.commit>) => {
      const fails = (commits += 1) >= from && commits < from + times;
      if (fails && writes === 'after') await store.commit(...args);
      blindness = fails && blind ? 1 : 0;
      if (fails) throw new Unreachable('database');
      return store.commit(...args);
    },
    load: (...args: Parameters<typeof store.load>) =>
      (blindness -= 1) >= 0 ? Promise.reject(new Unreachable('database')) : store.load(...args),
  };
  return { ...world, desk: { ...world.desk, requests } };
};

test('without a written intent nothing is sent, however long the database is away', async () => {
  const world = whenCommitsFail({ from: 2, times: Infinity, writes: 'before' });
  const stored = await confirmCard(world);
  await confirm(world, stored);
  expect(posts(world)).toBe(0);
  expect(stateOf(world, stored)).toMatchObject({ status: 'confirmed' });
});

test('a database that was away for a moment delays the POST, once', async () => {
  const world = whenCommitsFail({ from: 2, times: 3, writes: 'before' });
  const stored = await confirmCard(world);
  await confirm(world, stored);
  expect(posts(world)).toBe(1);
  expect(stateOf(world, stored)).toMatchObject({ status: 'requested', attempt: 1 });
});

test('an intent of which nobody knows whether it was written is taken back: nothing was sent', async () => {
  const world = whenCommitsFail({ from: 2, times: 1, writes: 'after', blind: true });
  const stored = await confirmCard(world);
  await confirm(world, stored);
  expect(posts(world)).toBe(0);
  expect(stateOf(world, stored)).toMatchObject({ status: 'confirmed', waitsFor: 'not-reached' });
});

test.each([
  ['a confirmation', 1],
  ['an intent', 2],
  ['an answer of Intune', 3],
])('%s that was written without a word from the database counts once it is read there', async (_, from) => {
  const world = whenCommitsFail({ from, times: 1, writes: 'after' });
  const stored = await confirmCard(world);
  await confirm(world, stored);
  expect(posts(world)).toBe(1);
  expect(stateOf(world, stored)).toMatchObject({ status: 'requested', attempt: 1 });
});

test('what Intune answered is written down as soon as the database is back', async () => {
  const world = deskInMemory();
  const stored = await confirmCard(world);
  const store = world.desk.requests;
  let failures = 5;
  const requests = {
    ...store,
    load: (...args: Parameters<typeof store.load>) =>
      posts(world) > 0 && (failures -= 1) > 0
        ? Promise.reject(new Unreachable('database'))
        : store.load(...args),
  };
  await confirm({ ...world, desk: { ...world.desk, requests } }, stored);
  expect(posts(world)).toBe(1);
  expect(stateOf(world, stored)).toMatchObject({ status: 'requested', graphRequestId: 'g1' });
});

test('a database that took longer than the send window stops the POST', async () => {
  const world = deskInMemory();
  const stored = await confirmCard(world);
  const requests = {
    ...world.desk.requests,
    commit: (...args: Parameters<World['desk']['requests']['commit']>) => {
      world.world.monotonic += 11 * second;
      return world.desk.requests.commit(...args);
    },
  };
  await confirm({ ...world, desk: { ...world.desk, requests } }, stored);
  expect(posts(world)).toBe(0);
  expect(stateOf(world, stored)).toMatchObject({ status: 'confirmed', waitsFor: 'not-reached' });
});

test.each([
  [
    'Graph said no',
    new NotPermitted('intune-role-missing'),
    { status: 'refused', cause: 'intune-role-missing' },
  ],
  [
    'Graph did not take the token',
    new SignInNeeded('expired'),
    { status: 'refused', cause: 'sign-in-needed' },
  ],
  ['Graph was busy', new Busy('intune', noon + minute), { status: 'confirmed', notBefore: noon + minute }],
  ['the POST never left', new Unreachable('intune'), { status: 'confirmed', waitsFor: 'not-reached' }],
  ['the answer was lost', new OutcomeUnknown('g7'), { status: 'unknown', graphRequestId: 'g7' }],
  ['our own code failed', new TypeError('a bug'), { status: 'unknown' }],
])('when %s, the request says so', async (_, error, state) => {
  const world = whenThePost(error);
  const stored = await confirmCard(world);
  await confirm(world, stored);
  expect(posts(world)).toBe(1);
  expect(stateOf(world, stored)).toMatchObject(state);
});

test('busy: the timer sends again when Graph said, and not before', async () => {
  const world = whenThePost(new Busy('intune', noon + minute));
  const stored = await confirmCard(world);
  await confirm(world, stored);
  await pass(world);
  expect(posts(world)).toBe(1);
  world.world.now = noon + minute;
  await pass(world);
  expect(posts(world)).toBe(2);
});

test('what was put off is sent only with a token of the one who pressed', async () => {
  const world = whenThePost(new Busy('intune', noon + minute));
  const stored = await confirmCard(world);
  await confirm(world, stored);
  world.world.signedIn = false;
  world.world.now = noon + minute;
  await pass(world);
  expect(posts(world)).toBe(1);
  expect(stateOf(world, stored)).toMatchObject({ status: 'refused', cause: 'interrupted' });
});

test('an answer for which Intune takes its time holds up no pass', async () => {
  const world = deskInMemory();
  const answers = [Promise.reject(new Busy('intune', noon + minute)), new Promise<never>(() => undefined)];
  const request = () => {
    world.journal.push('POST');
    return must(answers.shift());
  };
  const desk = { ...world.desk, assistance: { ...world.desk.assistance, request } };
  const stored = await confirmCard(world);
  await confirm({ ...world, desk }, stored);
  world.world.now = noon + minute;
  await followSessions(desk);
  await new Promise(setImmediate);
  expect(posts(world)).toBe(2);
  expect(stateOf(world, stored)).toMatchObject({ status: 'sending' });
});

test.each([
  ['was dead', { abandoned: true, later: second }],
  ['had all the time it may take', { abandoned: false, later: limits.lease }],
])('a press that was not carried out by whoever took it, who %s, is not sent later', async (_, left) => {
  const world = deskInMemory();
  const stored = await confirmCard(world);
  await act(world.desk, stored.request.id, { type: 'confirm', by: caller.person, at: noon });
  world.world.now = noon + left.later;
  await followSessions(taking(world, stored, left.abandoned));
  expect(posts(world)).toBe(0);
  expect(stateOf(world, stored)).toMatchObject({ status: 'refused', cause: 'interrupted' });
});

test('a POST of a dead process counts as lost at once, since nothing of it can leave any more', async () => {
  const world = deskInMemory();
  const stored = await confirmCard(world);
  await act(world.desk, stored.request.id, { type: 'confirm', by: caller.person, at: noon });
  await act(world.desk, stored.request.id, beginSending(noon));
  await followSessions(taking(world, stored, true));
  expect(stateOf(world, stored)).toMatchObject({ status: 'unknown' });
  expect(posts(world)).toBe(0);
});

/** The desk of a world whose timer takes this request. */
function taking({ desk, store }: World, { request }: Stored, abandoned: boolean): World['desk'] {
  const due = () => ({ id: request.id, stored: must(store.get(request.id)), abandoned, failures: 0 });
  return { ...desk, requests: { ...desk.requests, claimDue: () => Promise.resolve([due()]) } };
}

describe('following', () => {
  async function requested(): Promise<[World, Stored]> {
    const world = deskInMemory();
    const stored = await confirmCard(world);
    await confirm(world, stored);
    world.world.now = noon + 5 * second;
    world.journal.length = 0;
    return [world, stored];
  }

  test('the link is in the vault before the state says "ready"', async () => {
    const [world, stored] = await requested();
    world.world.sight = link('new');
    await followSessions(world.desk);
    expect(world.journal).toEqual(['vault keeps link', 'committed: session-ready', 'card: ready']);
    expect(await world.desk.vault.link(stored.request)).toBe('https://get.teamviewer.com/new');
  });

  test('nothing new costs no card update', async () => {
    const [world] = await requested();
    await followSessions(world.desk);
    expect(world.journal).toEqual(['committed: looked']);
  });

  test('after a restart the kept token serves for looking', async () => {
    const [world] = await requested();
    world.world.signedIn = false;
    world.world.sight = link('new');
    await followSessions(world.desk);
    expect(world.journal).toContain('committed: session-ready');
  });

  test('all open requests of one technician are looked at in one call', async () => {
    const [world] = await requested();
    const asked: number[] = [];
    const [first] = world.store.values();
    const other = must(world.desk.newRequestId());
    world.store.set(other, { ...must(first), request: { ...must(first).request, id: other } });
    const assistance = {
      ...world.desk.assistance,
      lookAll: (...[, addresses]: Parameters<World['desk']['assistance']['lookAll']>) => {
        asked.push(addresses.length);
        return Promise.resolve(addresses.map(() => ({})));
      },
    };
    await followSessions({ ...world.desk, assistance });
    expect(asked).toEqual([2]);
  });

  test('one request that cannot be worked on does not hold up the others', async () => {
    const [world, stored] = await requested();
    const elsewhere = { ...laptop, id: must(deviceId(world.desk.newClientRequestId())) };
    const id = world.desk.newRequestId();
    const sick = { ...stored, request: { ...stateOf(world, stored), id, device: elsewhere } };
    world.store.set(sick.request.id, sick);
    const store = world.desk.requests;
    const requests = {
      ...store,
      commit: (...args: Parameters<typeof store.commit>) =>
        args[1].id === sick.request.id ? Promise.reject(new TypeError('a bug')) : store.commit(...args),
    };
    world.world.sight = link('new');
    await followSessions({ ...world.desk, requests });
    expect(stateOf(world, stored)).toMatchObject({ status: 'ready' });
    expect(world.journal).toContain(`failed: ${sick.request.id}`);
  });

  test('a pass asks the database for five things at a time, and comes to all of them', async () => {
    const [world] = await requested();
    const [first] = world.store.values();
    const { request } = must(first);
    for (let many = 0; many < 50; many += 1) {
      const id = world.desk.newRequestId();
      const technician = { ...request.technician, id: must(personId(id)) };
      const device = { ...request.device, id: must(deviceId(id)) };
      world.store.set(id, { ...must(first), request: { ...request, id, technician, device } });
    }
    let [underWay, most] = [0, 0];
    const counted =
      <P extends unknown[], R>(ask: (...what: P) => Promise<R>) =>
      async (...what: P) => {
        most = Math.max(most, (underWay += 1));
        await new Promise(setImmediate);
        return ask(...what).finally(() => (underWay -= 1));
      };
    const { requests, vault } = world.desk;
    const desk = {
      ...{ ...world.desk, inTurn: turns(5) },
      requests: { ...requests, commit: counted(requests.commit.bind(requests)) },
      vault: { ...vault, access: counted(vault.access.bind(vault)) },
    };
    world.world.signedIn = false;
    await followSessions(desk);
    expect(most).toBe(5);
    expect(world.journal.filter((entry) => entry === 'committed: looked')).toHaveLength(51);
  });

  test('a database that is away counts as no failure of the request', async () => {
    const [world] = await requested();
    const requests = {
      ...world.desk.requests,
      commit: () => Promise.reject(new Unreachable('database')),
    };
    await followSessions({ ...world.desk, requests });
    expect(world.journal).toEqual([]);
  });

  test('without any usable token the card asks to sign in, and says nothing else', async () => {
    const [world, stored] = await requested();
    world.world.signedIn = false;
    world.world.now = noon + 61 * minute - 2 * minute;
    const vault = { ...world.desk.vault, access: () => Promise.resolve(undefined) };
    await followSessions({ ...world.desk, vault });
    expect(stateOf(world, stored)).toMatchObject({ status: 'requested', needsSignIn: true });
  });
});

describe('the button', () => {
  async function pressable(world: World): Promise<[Stored, string]> {
    const stored = await confirmCard(world);
    const contents = { request: stored.request.id, version: cardVersion(stored.request) };
    return [
      stored,
      await world.desk.tickets.issue('request', bearerOf(caller), contents, noon + 10 * minute),
    ];
  }

  test.each([
    ['by somebody else', { ...caller, person: must(deskInMemory().desk.newRequestId()) as never }],
    ['in another conversation', { ...caller, place: { ...caller.place, conversation: 'a:other' } }],
  ])('pressed %s does nothing and says so', async (_, presser) => {
    const world = deskInMemory();
    const [stored, ticket] = await pressable(world);
    const { now } = await press(world.desk, { caller: presser, verb: 'request-assistance', ticket });
    expect(now).toEqual({ kind: 'note', note: { code: 'not-your-card' } });
    expect(stateOf(world, stored).status).toBe('draft');
  });

  test('with a made-up ticket does nothing and says so', async () => {
    const world = deskInMemory();
    const { now } = await press(world.desk, { caller, verb: 'request-assistance', ticket: 'made-up' });
    expect(now).toEqual({ kind: 'note', note: { code: 'no-such-request' } });
  });

  test('on an expired card closes the card in truth', async () => {
    const world = deskInMemory();
    const [stored, ticket] = await pressable(world);
    world.world.now = noon + 11 * minute;
    const { now } = await press(world.desk, { caller, verb: 'request-assistance', ticket });
    expect(now).toMatchObject({ kind: 'request', notice: 'expired' });
    expect(stateOf(world, stored)).toMatchObject({ status: 'closed', outcome: 'expired' });
  });

  test('of a card that shows an earlier version has no effect, and is answered with the newest card', async () => {
    const world = deskInMemory();
    const [stored, ticket] = await pressable(world);
    await press(world.desk, { caller, verb: 'request-assistance', ticket });
    const { now } = await press(world.desk, { caller, verb: 'cancel', ticket });
    expect(now).toMatchObject({ notice: 'card-outdated', stored: { request: { status: 'confirmed' } } });
    expect(stateOf(world, stored).status).toBe('confirmed');
  });

  test('of an earlier version tells what the rules say of it, where they say something', async () => {
    const world = deskInMemory();
    const [, ticket] = await pressable(world);
    await press(world.desk, { caller, verb: 'request-assistance', ticket });
    const { now } = await press(world.desk, { caller, verb: 'request-assistance', ticket });
    expect(now).toMatchObject({ notice: 'already-under-way' });
  });

  test('has no effect when the card changed while the press was under way', async () => {
    const world = deskInMemory();
    const [stored, ticket] = await pressable(world);
    const requests = {
      ...world.desk.requests,
      // The other press comes between the look at the request and the commit.
      load: async (id: typeof stored.request.id) => {
        const seen = await world.desk.requests.load(id);
        if (stateOf(world, stored).status === 'draft') await confirm(world, stored);
        return seen;
      },
    };
    const pressed = await press({ ...world.desk, requests }, { caller, verb: 'cancel', ticket });
    expect(pressed.now).toMatchObject({ kind: 'request', notice: 'card-outdated' });
    expect(stateOf(world, stored).status).toBe('requested');
    expect(posts(world)).toBe(1);
  });

  test('stays good while looks at the device find nothing new', async () => {
    const world = deskInMemory();
    const stored = await confirmCard(world);
    await confirm(world, stored);
    const seen = must(world.store.get(stored.request.id));
    const contents = { request: seen.request.id, version: cardVersion(seen.request) };
    const ticket = await world.desk.tickets.issue('request', bearerOf(caller), contents, noon + 60 * minute);
    world.world.now = noon + minute;
    await followSessions(world.desk);
    expect(stateOf(world, stored)).toMatchObject({ status: 'requested', looks: 1 });
    const { now } = await press(world.desk, { caller, verb: 'close', ticket });
    expect(now).toMatchObject({ stored: { request: { status: 'closed' } } });
  });

  test('"try again" opens one new card, however often the same button is pressed', async () => {
    const world = deskInMemory();
    const stored = await confirmCard(world);
    const { request } = must(
      await act(world.desk, stored.request.id, { type: 'cancel', by: caller.person, at: noon }),
    ).stored;
    const contents = { request: request.id, version: cardVersion(request) };
    const ticket = await world.desk.tickets.issue('request', bearerOf(caller), contents, noon + 60 * minute);
    for (let time = 0; time < 3; time += 1) {
      const { later } = await press(world.desk, { caller, verb: 'try-again', ticket });
      await later?.();
    }
    expect(world.store.size).toBe(2);
  });

  test('without a live sign-in is remembered, and acts on nothing', async () => {
    const world = deskInMemory();
    const [stored, ticket] = await pressable(world);
    world.world.signedIn = false;
    const pressed = press(world.desk, { caller, verb: 'request-assistance', ticket });
    await expect(pressed).rejects.toThrow(SignInNeeded);
    expect(stateOf(world, stored).status).toBe('draft');
    expect(await world.desk.memory.recall(caller.tenant, caller.person)).toMatchObject({ kind: 'press' });
  });
});

test('a message that meets a missing sign-in is remembered, and goes on after it', async () => {
  const world = deskInMemory();
  world.world.signedIn = false;
  await expect(ask(world.desk, caller, 'help me with device LAPTOP-7F3K', [])).rejects.toThrow(SignInNeeded);
  world.world.signedIn = true;
  const devices = {
    ...world.desk.devices,
    named: () => Promise.resolve({ rows: [{ device: laptop, address: direct }], more: false }),
  };
  const { screens } = await signedIn({ ...world.desk, devices }, caller);
  expect(screens).toMatchObject([{ kind: 'request', stored: { request: { status: 'draft' } } }]);
});

describe('the same words again', () => {
  const wanted = { address: direct, asked: 'LAPTOP-7F3K' };
  async function askAfter(milliseconds: number) {
    const world = deskInMemory();
    const access = must(await world.desk.signIns.accessFor(caller.person));
    await openDraft(world.desk, caller, access, wanted);
    world.world.now += milliseconds;
    await openDraft(world.desk, caller, access, wanted);
    return [...world.store.values()].map(({ request }) => request.status);
  }

  test('within a minute, which may be Teams repeating itself, lead to the card that is there', async () => {
    expect(await askAfter(59 * second)).toEqual(['draft']);
  });

  test('later, from a person who looks for a card to press, bring a new one in place of the old', async () => {
    expect(await askAfter(61 * second)).toEqual(['closed', 'draft']);
  });
});

test('a press is carried out though the next answer of the database shows that the clock ran ahead', async () => {
  const world = deskInMemory();
  const stored = await confirmCard(world);
  const { clock, requests } = world.desk;
  let ranAhead = 200;
  const guessed = { ...clock, now: () => clock.now() + ranAhead };
  const commit: typeof requests.commit = (...change) => {
    ranAhead = 0;
    return requests.commit(...change);
  };
  const desk = { ...world.desk, clock: guessed, requests: { ...requests, commit } };
  await confirm({ ...world, desk }, stored);
  expect(posts(world)).toBe(1);
});
