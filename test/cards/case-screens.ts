import type { CaseScreen } from '../../src/desk/case-screens';
import type { Screen } from '../../src/desk/screens';
import {
  caseOutcomes,
  caseRefusals,
  type Case,
  type CaseSession,
  type CaseState,
  type NotTold,
  type OwnerGuard,
  type SessionEnd,
  type SessionWas,
} from '../../src/request/case/case';
import type { Device } from '../../src/request/device';
import type { RequestedFor } from '../../src/request/help-request';
import { caseId, personId, requestId, tenantId } from '../../src/request/ids';

// Everything people can be shown of help requests. The records name every member of each union.

const MINUTE = 60_000;
const id = '11111111-2222-4333-8444-555555555555';
const now = Date.UTC(2026, 10, 22, 9, 15);
const ticket = 'Zm9vYmFyYmF6cXV4MTIzNA';
const caseTicket = 'Y2FzZS1oYW5kbGUtb2Ytb25l';

const sure = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The test data are wrong');
  return value;
};

/** Names and texts as people and directories have them; `foreign` in place of all of them. */
const peopleCalled = (foreign: string) => {
  const one = (name: string) => ({ id: sure(personId(id)), name: foreign || name, account: '29:1abc' });
  return {
    ...{ requester: one('Maria Lopez'), technician: one('Tom Keller'), colleague: one('Ana Souza') },
    owner: one('Bert Jansen'),
  };
};

const notTold = Object.keys({
  'no-chat': true,
  'no-owner': true,
  'not-delivered': true,
} satisfies Record<NotTold, true>) as NotTold[]; // the keys are exactly those
const sessionEnds = Object.keys({
  closed: true,
  refused: true,
  failed: true,
  stopped: true,
} satisfies Record<SessionEnd, true>) as SessionEnd[]; // the keys are exactly those
const sessionsWere = Object.keys({
  none: true,
  asked: true,
  ready: true,
  over: true,
} satisfies Record<SessionWas, true>) as SessionWas[]; // the keys are exactly those

export function guards(foreign: string): OwnerGuard[] {
  const { owner } = peopleCalled(foreign);
  return [
    { kind: 'told', owner, phrase: 'amber falcon' },
    ...notTold.map((why): OwnerGuard => ({ kind: 'not-told', why, ownerName: owner.name })),
  ];
}

const sessionWith = (guard: OwnerGuard, foreign: string): CaseSession => ({
  ...{ request: sure(requestId(id)), deviceName: foreign || 'LAPTOP-7F3K', guard },
});

export function caseStates(foreign: string): Record<string, CaseState> {
  const { technician } = peopleCalled(foreign);
  const onIt = { technician, takenAt: now - 5 * MINUTE };
  return {
    open: { status: 'open', since: now - 20 * MINUTE, nudges: 1, nudgeAt: now },
    taken: { status: 'taken', ...onIt },
    ...Object.fromEntries(
      guards(foreign).flatMap((guard): [string, CaseState][] => {
        const session = sessionWith(guard, foreign);
        const name = guard.kind === 'told' ? 'told' : guard.why;
        return [
          [`asking, ${name}`, { status: 'asking', session, ...onIt }],
          [`in session, ${name}`, { status: 'in-session', session, readyAt: now, ...onIt }],
        ];
      }),
    ),
    ...Object.fromEntries(
      caseOutcomes.map((outcome, minutes): [string, CaseState] => [
        `resolved, ${outcome}`,
        { status: 'resolved', at: now, outcome, minutes, ...onIt },
      ]),
    ),
    ...Object.fromEntries(
      sessionsWere.flatMap((sessionWas): [string, CaseState][] => [
        [`withdrawn, ${sessionWas}`, { status: 'withdrawn', at: now, sessionWas, ...onIt }],
        [`disowned, ${sessionWas}`, { status: 'disowned', at: now, sessionWas, ...onIt }],
      ]),
    ),
  };
}

export function caseIn(state: CaseState, foreign = ''): Case {
  const { requester, technician, colleague } = peopleCalled(foreign);
  return {
    ...{ id: sure(caseId(id)), number: 2077, tenant: sure(tenantId(id)), requester, raisedBy: colleague },
    text: foreign || "my laptop LAPTOP-7F3K won't print",
    deviceName: foreign || 'LAPTOP-7F3K',
    ...{ urgency: 'urgent', raisedAt: now - 30 * MINUTE, muted: false },
    history: [
      { at: now - 9 * MINUTE, from: technician, to: colleague, reason: foreign || 'end of my shift' },
      { at: now - 8 * MINUTE, from: colleague },
    ],
    ...state,
  };
}

const device: Device = { id: '22222222-2222-4333-8444-555555555555' as Device['id'], name: 'LAPTOP-7F3K' }; // any id

/** Every card about a help request. */
export function caseScreens(foreign = ''): Record<string, CaseScreen> {
  const { owner, technician } = peopleCalled(foreign);
  const states = Object.entries(caseStates(foreign)).map(
    ([name, state]) => [name, caseIn(state, foreign)] as const,
  );
  const open = sure(states[0])[1];
  const taken = sure(states[1])[1];
  const card = { kind: 'case', where: 'personal', ticket, refreshFor: [], minutes: 15, now } as const;
  const views = [
    ['everybody', { ...card, view: 'channel', where: 'shared', refreshFor: ['29:1abc', '29:1def'] }],
    ['the requester', { ...card, view: 'requester' }],
    ['the technician, in the channel', { ...card, view: 'technician', where: 'shared' }],
    ['the technician', { ...card, view: 'technician' }],
  ] as const;
  const list = { rows: states.slice(0, 10).map(([, each]) => ({ case: each, ticket })), offset: 0, now };
  const session = sessionWith(sure(guards(foreign)[0]), foreign);
  const notice = {
    kind: 'case-owner',
    session,
    technicianName: technician.name,
    isLive: true,
    ticket,
  } as const;
  const asking = caseIn(sure(caseStates(foreign)['asking, told']), foreign);
  return {
    ...Object.fromEntries(
      states.flatMap(([name, each]) =>
        views.map(([reader, view]) => [`case ${name}, for ${reader}`, { ...view, case: each }]),
      ),
    ),
    ...Object.fromEntries(
      caseRefusals.map((why) => [
        `case, ${why}`,
        { ...card, view: 'channel', case: taken, notice: { why, who: technician.name } },
      ]),
    ),
    'case, to be taken once the bot is installed': {
      ...{ ...card, view: 'channel', case: taken },
      wayOn: { code: 'install-first', url: 'https://teams.microsoft.com/l/app/bot' },
    },
    'case, to be taken after a sign-in': {
      ...{ ...card, view: 'channel', case: taken },
      wayOn: { code: 'take-in-personal-chat', url: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot' },
    },
    'case, taken by somebody': { ...card, view: 'channel', case: taken, notice: { why: 'taken-by-another' } },
    'case, muted': { ...card, view: 'requester', case: { ...taken, muted: true, urgency: 'normal' } },
    ...Object.fromEntries(
      sessionEnds.map((end) => [
        `case after a session that was ${end}`,
        { ...card, view: 'technician', case: { ...taken, lastSession: { session, end } } },
      ]),
    ),
    'hand over': {
      ...{ kind: 'case-hand-over', case: taken, ticket, caseTicket, more: true },
      colleagues: Array.from({ length: 10 }, () => owner.name),
    },
    'hand over, nobody': {
      kind: 'case-hand-over',
      case: taken,
      ticket,
      caseTicket,
      more: false,
      colleagues: [],
    },
    'mismatch, other owner': {
      ...{ kind: 'case-mismatch', case: taken, ticket, caseTicket },
      device: { ...device, name: foreign || device.name, user: { name: owner.name } },
    },
    'mismatch, no owner': { kind: 'case-mismatch', case: taken, ticket, caseTicket, device },
    'owner notice': { ...notice, case: asking },
    'owner notice, over': { ...notice, case: taken, isLive: false },
    'owner notice, disowned': {
      ...notice,
      case: caseIn(sure(caseStates(foreign)['disowned, asked']), foreign),
    },
    ...Object.fromEntries(
      (
        [
          ['taken', 'taken'],
          ['taken', 'asking, told'],
          ['ready', 'in session, told'],
          ['ready', 'taken'],
          ['closed', 'resolved, workaround'],
          ['closed', 'withdrawn, ready'],
          ['closed', 'disowned, asked'],
        ] as const
      ).map(([what, state]): [string, CaseScreen] => [
        `told ${what}, ${state}`,
        { kind: 'case-told', what, case: caseIn(sure(caseStates(foreign)[state]), foreign), ticket },
      ]),
    ),
    ...Object.fromEntries(
      (['queue', 'my-requests'] as const).flatMap((kind): [string, CaseScreen][] => [
        [kind, { ...list, kind, total: list.rows.length }],
        [`${kind}, more`, { ...list, kind, total: 31, offset: 10 }],
        [`${kind}, empty`, { kind, rows: [], total: 0, offset: 0, now }],
      ]),
    ),
    nudge: { kind: 'case-nudge', case: open, ticket },
    alert: { kind: 'case-alert', case: caseIn(sure(caseStates(foreign)['disowned, ready']), foreign) },
  };
}

/** What a request for remote assistance knows of its case: each guard, and each answer to whose device it is. */
export const requestedFor = (foreign: string): RequestedFor[] =>
  guards(foreign).map((guard, index) => ({
    ...{ id: sure(caseId(id)), number: 2070, requester: peopleCalled(foreign).requester, guard },
    belongs: (['yes', 'no', 'nobody'] as const)[index % 3] ?? 'yes',
  }));

/** The devices among which the technician chooses for a case. */
export function picksForCase(foreign: string, devices: readonly Device[]): Record<string, Screen> {
  const { requester } = peopleCalled(foreign);
  const of = { kind: 'case', number: 2077, requester: requester.name, caseTicket } as const;
  const pick = { kind: 'pick-device', devices, more: true, ticket } as const;
  const text = foreign || 'LAPTOP-7F3K';
  return {
    'pick for a case': { ...pick, of },
    'pick for a case, none': { ...pick, of, devices: [], more: false },
    ...Object.fromEntries(
      (['theirs', 'not-theirs', 'not-found'] as const).map((is) => [
        `pick for a case, named ${is}`,
        { ...pick, of: { ...of, named: { text, is } } },
      ]),
    ),
  };
}
