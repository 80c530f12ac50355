import type { Actor, CaseCommand } from '../../src/request/case/case';
import { minute, noon } from './stories';
import { caseIn, follow, givenCase, otherSession, people, session, type Role } from './case-stories';

// The rule book of what end users raise, on one page: what each command does in each state, by whom.
const at = noon + 5 * minute;
const late = noon + 60 * minute;
const colleague = people['another technician'];

const byPeople = {
  take: (by) => ({ type: 'take', by, at }),
  release: (by) => ({ type: 'release', by, at }),
  'hand over': (by) => ({ type: 'hand-over', by, to: colleague, reason: 'My shift ends', at }),
  'hand over without a reason': (by) => ({ type: 'hand-over', by, to: colleague, reason: ' ', at }),
  'hand over to an onlooker': (by) => ({
    ...{ type: 'hand-over', by, to: people.onlooker, reason: 'My shift ends', at },
  }),
  withdraw: (by) => ({ type: 'withdraw', by, at }),
  resolve: (by) => ({ type: 'resolve', by, outcome: 'solved', minutes: 10, at }),
  'set urgent': (by) => ({ type: 'set-urgency', by, urgency: 'urgent', at }),
  'set normal': (by) => ({ type: 'set-urgency', by, urgency: 'normal', at }),
  mute: (by) => ({ type: 'mute', by, muted: true, at }),
  'I did not ask for this': (by) => ({ type: 'disown', by, at }),
} satisfies Record<string, (by: Actor) => CaseCommand>;

const byNobody = {
  'session asked': { ...follow('asking'), at },
  'session ready': { ...follow('ready'), at },
  'session closed': { ...follow('closed'), at },
  'another session asked': { ...follow('asking', otherSession), at },
  'another session ready': { ...follow('ready', otherSession), at },
  'another session closed': { ...follow('closed', otherSession), at },
  'session of somebody else': { ...follow('asking'), technician: colleague.id, at } as CaseCommand,
  'owner not reached': { type: 'owner-not-reached', request: session.request, at },
  'time passes': { type: 'pass-time', at },
  'an hour passes': { type: 'pass-time', at: late },
} satisfies Record<string, CaseCommand>;

const states = Object.keys(caseIn) as (keyof typeof caseIn)[];
const roles = Object.keys(people) as Role[];

function outcome(state: keyof typeof caseIn, command: CaseCommand): string {
  const decision = givenCase(caseIn[state]).when(command);
  return decision.ok ? decision.events.map(({ type }) => type).join(', ') : `no: ${decision.why}`;
}

test.each(states)('every command, by everybody, on a case that is %s', (state) => {
  const rows = Object.entries(byPeople).flatMap(([name, command]) =>
    roles.map((role) => `${name.padEnd(28)}${role.padEnd(22)}${outcome(state, command(people[role]))}`),
  );
  const others = Object.entries(byNobody).map(
    ([name, command]) => `${name.padEnd(50)}${outcome(state, command)}`,
  );
  expect([...rows, ...others].join('\n')).toMatchSnapshot();
});
