import { ordinaryCaseLimits, type CaseCommand } from '../../src/request/case/case';
import { caseDueAt, sessionOf } from '../../src/request/case/decide-case';
import { evolveCase } from '../../src/request/case/evolve-case';
import {
  afterAll,
  caseIn,
  eventsOfCase,
  follow,
  givenCase,
  otherSession,
  people,
  session,
  stateOf,
  take,
} from './case-stories';
import { minute, noon } from './stories';

const tom = people['technician on it'];
const tina = people['another technician'];
const ana = people.requester;
const at = noon + 10 * minute;

const no = (why: string) => ({ ok: false, why });

it('lets one technician take it and tells the other that somebody has it', () => {
  expect(givenCase(caseIn.taken).when({ type: 'take', by: tina, at })).toEqual(no('taken-by-another'));
  expect(givenCase(caseIn.taken).when({ type: 'take', by: tom, at })).toEqual(no('already-yours'));
});

it('does not let a technician take what they raised themselves', () => {
  const self = { ...ana, isTechnician: true };
  expect(givenCase(caseIn.open).when({ type: 'take', by: self, at })).toEqual(no('own-request'));
});

it('keeps the way from hand to hand, with the reasons', () => {
  const passed = afterAll(
    take,
    { type: 'hand-over', by: tom, to: tina, reason: ' My shift ends ', at },
    { type: 'release', by: tina, at: at + minute },
  );
  expect(passed.status).toBe('open');
  expect(passed.history).toMatchObject([
    { from: { name: 'Tom Keller' }, to: { name: 'Tina Okafor' }, reason: 'My shift ends', at },
    { from: { name: 'Tina Okafor' }, at: at + minute },
  ]);
});

it('lets a colleague take over, with a reason, what somebody left behind', () => {
  const passed = afterAll(take, { type: 'hand-over', by: tina, to: tina, reason: 'Tom is ill', at });
  expect(stateOf(passed, 'taken').technician.name).toBe('Tina Okafor');
});

it('is withdrawn in the middle of a session, and says how far that was', () => {
  const withdraw: CaseCommand = { type: 'withdraw', by: ana, at };
  expect(afterAll(take, withdraw)).toMatchObject({ status: 'withdrawn', sessionWas: 'none' });
  expect(afterAll(take, follow('asking'), withdraw)).toMatchObject({ sessionWas: 'asked' });
  expect(afterAll(take, follow('asking'), follow('ready'), withdraw)).toMatchObject({ sessionWas: 'ready' });
});

it('does not depend on seeing every step of a session', () => {
  expect(afterAll(take, follow('ready')).status).toBe('in-session');
  expect(givenCase(caseIn['in-session']).when(follow('asking'))).toEqual(no('nothing-to-do'));
  expect(givenCase(caseIn.taken).when(follow('closed'))).toEqual(no('nothing-to-do'));
});

it('has one session at a time, which its owner can stop until the end', () => {
  const live = afterAll(take, follow('asking'), follow('ready'));
  for (const sight of ['asking', 'ready'] as const)
    expect(givenCase(live).when(follow(sight, otherSession))).toEqual(no('session-under-way'));
  expect(givenCase(live).when(follow('refused', otherSession))).toEqual(no('nothing-to-do'));
  const disown: CaseCommand = { type: 'disown', by: people['owner of the device'], at };
  expect(givenCase(live).when(disown).ok).toBe(true);
  expect(afterAll(take, follow('ready'), follow('closed'), follow('asking', otherSession)).status).toBe(
    'asking',
  );
});

it('does not begin a session again that is over, whoever looked before the end', () => {
  for (const end of ['closed', 'refused', 'failed'] as const) {
    const over = afterAll(take, follow('ready'), follow(end));
    for (const sight of ['asking', 'ready'] as const)
      expect(givenCase(over).when(follow(sight))).toEqual(no('nothing-to-do'));
  }
});

it('hears the owner of the device also when the session is over', () => {
  const over = afterAll(take, follow('asking'), follow('ready'), follow('closed'), {
    ...{ type: 'resolve', by: tom, outcome: 'solved', minutes: 5, at },
  });
  const disown: CaseCommand = { type: 'disown', by: people['owner of the device'], at };
  expect(eventsOfCase(over, disown).reduce(evolveCase, over)).toMatchObject({
    ...{ status: 'disowned', sessionWas: 'over' },
    technician: { name: 'Tom Keller' },
  });
});

it('knows that the owner was not reached, and by what name they go', () => {
  const notReached = afterAll(take, follow('asking'), {
    ...{ type: 'owner-not-reached', request: session.request, at },
  });
  expect(sessionOf(notReached)?.guard).toEqual({
    ...{ kind: 'not-told', why: 'not-delivered', ownerName: 'Bert Jansen' },
  });
});

it('reminds of what nobody takes, a few times, and then is silent', () => {
  const { nudgeAfter, mostNudges } = ordinaryCaseLimits;
  let waiting = caseIn.open;
  for (let round = 1; round <= mostNudges; round += 1) {
    const due = caseDueAt(waiting, ordinaryCaseLimits) ?? 0;
    expect(due).toBe(noon + round * nudgeAfter);
    expect(givenCase(waiting).when({ type: 'pass-time', at: due - 1 })).toEqual(no('nothing-to-do'));
    waiting = eventsOfCase(waiting, { type: 'pass-time', at: due }).reduce(evolveCase, waiting);
  }
  expect(caseDueAt(waiting, ordinaryCaseLimits)).toBeUndefined();
});
