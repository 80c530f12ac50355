import { dueAt, isOver, OCCUPYING } from '../../src/request/decide';
import { evolve } from '../../src/request/evolve';
import type { Command, HelpRequest } from '../../src/request/help-request';
import { caseId } from '../../src/request/ids';
import {
  after,
  ana,
  beginSending,
  eventsOf,
  given,
  inState,
  laptop,
  limits,
  link,
  minute,
  must,
  noon,
  nothingSeen,
  second,
  tom,
} from './stories';

const pressed = { type: 'confirm', by: tom, at: noon } as const;
const accepted = {
  type: 'record-answer',
  at: noon + second,
  attempt: 1,
  answer: { kind: 'accepted' },
} as const;
const lost = { ...accepted, answer: { kind: 'lost' } } as const;

const ofCase: NonNullable<HelpRequest['case']> = {
  ...{ id: must(caseId('c0000000-0000-4000-8000-000000000000')), number: 2076 },
  ...{ requester: { id: ana, name: 'Ana Souza' }, belongs: 'yes' },
  guard: { kind: 'not-told', why: 'no-chat', ownerName: 'Ana Souza' },
};

describe('a request whose case is over', () => {
  const stop = { type: 'stop', stopper: 'owner', at: noon + second } as const;

  it('is stopped by others than its technician, and says who it was', () => {
    expect(after(stop)).toMatchObject({ outcome: 'cancelled', stoppedBy: 'owner' });
    expect(after(pressed, beginSending(noon), accepted, stop)).toMatchObject({
      ...{ outcome: 'withdrawn', stoppedBy: 'owner' },
    });
  });

  it('keeps knowing for which case it was opened', () => {
    const draft: HelpRequest = { ...inState.draft, case: ofCase };
    expect(eventsOf(draft, stop).reduce(evolve, draft)).toMatchObject({ case: { number: 2076 } });
  });
});

describe('the press', () => {
  it('is refused a second time', () => {
    expect(given(after(pressed)).when(pressed)).toEqual({ ok: false, why: 'already-under-way' });
  });

  it('keeps the reason that was typed', () => {
    expect(after({ ...pressed, reason: 'printer' })).toMatchObject({
      status: 'confirmed',
      reason: 'printer',
    });
  });

  it('is refused when the card is ten minutes old', () => {
    const decision = given(inState.draft).when({ ...pressed, at: noon + 10 * minute });
    expect(decision).toEqual({ ok: false, why: 'expired' });
  });

  it('needs a reason when nobody can tell the owner of the device who asks', () => {
    const draft: HelpRequest = { ...inState.draft, case: ofCase };
    expect(given(draft).when(pressed)).toEqual({ ok: false, why: 'reason-needed' });
    expect(given(draft).when({ ...pressed, reason: '  ' })).toEqual({ ok: false, why: 'reason-needed' });
    expect(given(draft).when({ ...pressed, reason: 'She is on the phone' })).toMatchObject({ ok: true });
  });

  it('is refused for ever once time has closed the card', () => {
    const expired = after({ type: 'pass-time', at: noon + 10 * minute });
    expect(expired).toMatchObject({ status: 'closed', outcome: 'expired' });
    expect(given(expired).when(pressed)).toEqual({ ok: false, why: 'expired' });
  });
});

describe('the look before the POST', () => {
  it.each([
    ['another serial number', { ...laptop, serialNumber: 'OTHER' }],
    ['another primary user', { ...laptop, user: { signInName: 'bert@contoso.com' } }],
  ])('stops at %s than the card showed', (_, device) => {
    const request = after(pressed, beginSending(noon, nothingSeen, device));
    expect(request).toMatchObject({ status: 'refused', cause: 'device-changed' });
  });

  it('stops when a session is just being made by somebody else', () => {
    const sight = { action: { state: 'pending', startedAt: noon - minute } };
    expect(after(pressed, beginSending(noon, sight))).toMatchObject({ cause: 'already-running' });
  });

  it('does not stop at an action that has been pending for an hour', () => {
    const sight = { action: { state: 'pending', startedAt: noon - 60 * minute } };
    expect(after(pressed, beginSending(noon, sight)).status).toBe('sending');
  });

  it('does not stop at an old link', () => {
    expect(after(pressed, beginSending(noon, link('old'))).status).toBe('sending');
  });
});

describe('throttled by Intune', () => {
  const throttled = (attempt: number, at = noon, until?: number): Command => ({
    type: 'record-answer',
    at,
    attempt,
    answer: { kind: 'not-carried-out', why: 'intune-busy', ...(until && { until }) },
  });

  it('waits as long as Graph says', () => {
    const request = after(pressed, beginSending(noon), throttled(1, noon, noon + 90 * second));
    expect(request).toMatchObject({ status: 'confirmed', notBefore: noon + 90 * second, tries: 1 });
    expect(given(request).when(beginSending(noon + 89 * second))).toMatchObject({ ok: false });
  });

  it('gives up after five tries, and says that nothing was sent', () => {
    let request: HelpRequest = after(pressed);
    for (
      let now = noon;
      request.status === 'confirmed';
      now = request.status === 'confirmed' ? request.notBefore : now
    ) {
      request = eventsOf(request, beginSending(now)).reduce(evolve, request);
      request = eventsOf(request, throttled(1, now)).reduce(evolve, request);
    }
    expect(request).toMatchObject({ status: 'refused', cause: 'intune-busy' });
  });

  it('gives up when the wait is longer than anyone would remember having pressed', () => {
    expect(after(pressed, beginSending(noon), throttled(1, noon, noon + 16 * minute))).toMatchObject({
      cause: 'intune-busy',
    });
  });
});

describe('an outcome nobody knows', () => {
  it('becomes "requested" when Graph answers after all', () => {
    const request = after(pressed, beginSending(noon), { type: 'pass-time', at: noon + 45 * second });
    expect(request.status).toBe('unknown');
    expect(eventsOf(request, { ...accepted, at: noon + 50 * second })[0]).toMatchObject({ type: 'accepted' });
  });

  it('asks a person after two minutes of silence, and never sends by itself', () => {
    const request = after(pressed, beginSending(noon), lost);
    const sight = { type: 'record-sight', at: noon + 3 * minute, seen: nothingSeen } as const;
    expect(eventsOf(request, sight)).toMatchObject([{ type: 'human-needed' }]);
  });

  it('is settled by a link that shows late', () => {
    const sight = { type: 'record-sight', at: noon + 30 * minute, seen: link('new') } as const;
    expect(eventsOf(inState['needs-human'], sight)).toMatchObject([{ type: 'session-ready' }]);
  });

  it('is settled by an action result that is newer than the POST', () => {
    const seen = { action: { state: 'pending', startedAt: noon + 2 * second } };
    expect(
      eventsOf(inState['needs-human'], { type: 'record-sight', at: noon + 4 * minute, seen }),
    ).toMatchObject([{ type: 'accepted' }]);
  });

  it('concludes nothing while the technician has to sign in', () => {
    const blind = eventsOf(inState.unknown, { type: 'lose-sight', at: noon + minute }).reduce(
      evolve,
      inState.unknown,
    );
    expect(blind).toMatchObject({ status: 'unknown', needsSignIn: true });
    expect(given(blind).when({ type: 'pass-time', at: noon + 10 * minute })).toMatchObject({ ok: false });
  });

  it('is not concluded from an answer that cannot be read, but the person is asked in time', () => {
    const sight = { type: 'record-sight', at: noon + 10 * second, seen: 'unreadable' } as const;
    expect(eventsOf(inState.unknown, sight)).toMatchObject([{ type: 'looked' }]);
    const asked = eventsOf(inState.unknown, { ...sight, at: noon + 3 * minute });
    expect(asked).toMatchObject([{ type: 'human-needed', unseen: true }]);
    const question = asked.reduce(evolve, inState.unknown);
    expect(eventsOf(question, { ...sight, at: noon + 4 * minute })).toMatchObject([{ type: 'looked' }]);
  });

  it.each([
    ['human-needed', inState.unknown],
    ['link-overdue', inState.requested],
  ] as const)('once it can be read after all, the question is put anew: %s', (type, request) => {
    const late = { type: 'record-sight', at: noon + 20 * minute } as const;
    const blind = eventsOf(request, { ...late, seen: 'unreadable' }).reduce(evolve, request);
    expect(blind).toMatchObject({ unseen: true });
    const [event] = eventsOf(blind, { ...late, seen: nothingSeen });
    expect(event).toMatchObject({ type });
    const seen = evolve(blind, must(event));
    expect(seen).toMatchObject({ status: blind.status, unseen: false });
    expect(eventsOf(seen, { ...late, seen: nothingSeen })).toMatchObject([{ type: 'looked' }]);
  });
});

const confirmedOf = (request: HelpRequest) => {
  if (request.status !== 'confirmed') throw new Error('The test needs a confirmed request.');
  return request;
};

describe('"send again"', () => {
  const again = after(
    pressed,
    beginSending(noon),
    lost,
    { type: 'record-sight', at: noon + 3 * minute, seen: nothingSeen },
    {
      ...{ type: 'send-again', by: tom, at: noon + 4 * minute },
    },
  );

  it('is a new confirmation, and the next attempt', () => {
    expect(again).toMatchObject({ status: 'confirmed', tries: 0, previous: { attempt: 1 } });
    const sending = eventsOf(again, beginSending(noon + 4 * minute)).reduce(evolve, again);
    expect(sending).toMatchObject({ status: 'sending', attempt: 2 });
  });

  it.each([
    ['interrupted', { type: 'pass-time', at: noon + 5 * minute, abandoned: true }],
    ['device-gone', { type: 'refuse', at: noon + 5 * minute, cause: 'device-gone' }],
    ['already-running', beginSending(noon + 5 * minute, { action: { state: 'active', startedAt: noon } })],
  ] as const)('that is refused, %s, leaves the question about the first POST open', (cause, command) => {
    // What was running before the first POST is none of its doing.
    const confirmed = confirmedOf(again);
    const asked = { ...confirmed, previous: { ...must(confirmed.previous), intentAt: noon + 20 * minute } };
    const [event] = eventsOf(asked, command);
    expect(event).toMatchObject({ type: 'not-sent-again', cause });
    const open = evolve(asked, must(event));
    expect(open).toMatchObject({ status: 'needs-human', attempt: 1, notAgain: cause });
    expect(eventsOf(open, { type: 'record-sight', at: noon + 6 * minute, seen: link('late') })).toMatchObject(
      [{ type: 'session-ready' }],
    );
  });

  it('that Intune refused leaves it open as well', () => {
    const sent = eventsOf(again, beginSending(noon + 4 * minute)).reduce(evolve, again);
    const answer = { kind: 'refused', cause: 'intune-role-missing' } as const;
    const [event] = eventsOf(sent, { type: 'record-answer', at: noon + 4 * minute, attempt: 2, answer });
    expect(evolve(sent, must(event))).toMatchObject({ status: 'needs-human', attempt: 1 });
  });

  it('for a device that somebody else has by now is over', () => {
    const refusal = { type: 'refuse', at: noon + 5 * minute, cause: 'occupied' } as const;
    expect(eventsOf(again, refusal)).toMatchObject([{ type: 'refused' }]);
  });

  it('sends nothing when the first POST shows by now', () => {
    expect(eventsOf(again, beginSending(noon + 4 * minute, link('new')))).toMatchObject([
      { type: 'session-ready' },
    ]);
  });
});

describe('the end', () => {
  it('says that Intune cannot be told to stop, once it was asked', () => {
    expect(eventsOf(inState.requested, { type: 'cancel', by: tom, at: noon })).toMatchObject([
      { outcome: 'withdrawn' },
    ]);
    expect(eventsOf(inState.draft, { type: 'cancel', by: tom, at: noon })).toMatchObject([
      { outcome: 'cancelled' },
    ]);
  });

  it.each(OCCUPYING)('a device is not blocked for ever by a request that is %s', (status) => {
    let request: HelpRequest = inState[status];
    const later = noon + 24 * 60 * minute;
    for (let passes = 0; passes < 5 && !isOver(request); passes += 1) {
      const decision = given(request).when({ type: 'pass-time', at: later + passes * 24 * 60 * minute });
      if (decision.ok) request = decision.events.reduce(evolve, request);
    }
    expect(request).toMatchObject({ status: 'closed', outcome: 'released' });
  });

  it.each(Object.values(inState))('the timer knows when to look at it: $status', (request) => {
    if (isOver(request)) expect(dueAt(request, limits)).toBeUndefined();
    else expect(dueAt(request, limits)).toBeGreaterThanOrEqual(noon);
  });
});
