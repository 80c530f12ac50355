import type { Command, HelpRequest } from '../../src/request/help-request';
import { ana, beginSending, given, inState, link, minute, noon, nothingSeen, tom } from './stories';

// The whole rule book on one page: what each command does in each state, or why it may not.
// Time is five seconds after the request came into its state, unless a row says otherwise.
const at = noon + 5000;
const late = noon + 2 * 60 * minute;

const commands = {
  confirm: { type: 'confirm', by: tom, at },
  'confirm by another': { type: 'confirm', by: ana, at },
  'confirm too late': { type: 'confirm', by: tom, at: late },
  'begin-sending': beginSending(at),
  'record-answer accepted': { type: 'record-answer', at, attempt: 1, answer: { kind: 'accepted' } },
  'record-answer refused': {
    type: 'record-answer',
    at,
    attempt: 1,
    answer: { kind: 'refused', cause: 'device-gone' },
  },
  'record-answer not carried out': {
    ...{ type: 'record-answer', at, attempt: 1 },
    answer: { kind: 'not-carried-out', why: 'intune-busy' },
  },
  'record-answer lost': { type: 'record-answer', at, attempt: 1, answer: { kind: 'lost' } },
  'record-answer of another attempt': { type: 'record-answer', at, attempt: 7, answer: { kind: 'accepted' } },
  postpone: { type: 'postpone', at, why: 'intune-busy' },
  refuse: { type: 'refuse', at, cause: 'unexpected' },
  'record-sight of nothing': { type: 'record-sight', at, seen: nothingSeen },
  'record-sight of a link': { type: 'record-sight', at, seen: link('new') },
  'lose-sight': { type: 'lose-sight', at },
  'pass-time': { type: 'pass-time', at },
  'pass-time, hours later': { type: 'pass-time', at: late },
  'check-again': { type: 'check-again', by: tom, at },
  'send-again': { type: 'send-again', by: tom, at },
  cancel: { type: 'cancel', by: tom, at },
  'cancel by another': { type: 'cancel', by: ana, at },
  close: { type: 'close', by: tom, at },
  'stop, since its case is over': { type: 'stop', stopper: 'requester', at },
} satisfies Record<string, Command>;

function outcome(request: HelpRequest, command: Command): string {
  const decision = given(request).when(command);
  if (!decision.ok) return `no: ${decision.why}`;
  return decision.events
    .map((event) => ('outcome' in event ? `${event.type} (${event.outcome})` : event.type))
    .join(', ');
}

test.each(Object.keys(inState) as (keyof typeof inState)[])(
  'every command on a request that is %s',
  (state) => {
    const rows = Object.entries(commands).map(
      ([name, command]) => `${name.padEnd(34)}${outcome(inState[state], command)}`,
    );
    expect(rows.join('\n')).toMatchSnapshot();
  },
);
