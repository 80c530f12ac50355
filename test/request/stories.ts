import type { AssistanceSight, Device } from '../../src/request/device';
import { decide } from '../../src/request/decide';
import { evolve, openRequest } from '../../src/request/evolve';
import { deviceId, personId, requestId, tenantId, type Instant } from '../../src/request/ids';
import { ordinaryLimits, type Command, type Event, type HelpRequest } from '../../src/request/help-request';

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The test needs this value.');
  return value;
}

const id = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;

export const tenant = must(tenantId(id('a')));
export const tom = must(personId(id('1')));
export const ana = must(personId(id('2')));
export const laptopId = must(deviceId(id('d')));
export const noon: Instant = Date.parse('2026-11-22T12:00:00Z');
export const second = 1000;
export const minute = 60 * second;
export const limits = ordinaryLimits;

export const laptop: Device = {
  id: laptopId,
  name: 'LAPTOP-7F3K',
  serialNumber: '5CG1234XYZ',
  user: { id: ana, name: 'Ana Souza', signInName: 'ana@contoso.com' },
  operatingSystem: 'Windows',
  managementState: 'managed',
  lastSyncAt: noon - 10 * minute,
};

export const direct = { form: 'direct', api: 'v1.0', device: laptopId } as const;

export const { request: draft } = openRequest(
  {
    id: must(requestId(id('f'))),
    number: 2077,
    tenant,
    technician: { id: tom, name: 'Tom Keller' },
    device: laptop,
    address: direct,
    typed: 'LAPTOP-7F3K',
  },
  noon,
  limits,
);

export const nothingSeen: AssistanceSight = {};
export const link = (fingerprint: string): AssistanceSight => ({
  link: { url: `https://get.teamviewer.com/${fingerprint}`, fingerprint },
});

export const beginSending = (at: Instant, sight = nothingSeen, device = laptop): Command => ({
  ...{ type: 'begin-sending', at, sight, device },
  ...{ address: direct, clientRequestId: 'c0ffee' },
});

/** Applies commands one after the other; each must be accepted. */
export function after(...commands: readonly Command[]): HelpRequest {
  return commands.reduce((request, command) => eventsOf(request, command).reduce(evolve, request), draft);
}

export function eventsOf(request: HelpRequest, command: Command): readonly Event[] {
  const decision = decide(request, command, limits);
  if (!decision.ok) throw new Error(`${command.type} on ${request.status}: ${decision.why}`);
  return decision.events;
}

export const given = (request: HelpRequest) => ({
  when: (command: Command) => decide(request, command, limits),
});

const pressed: Command = { type: 'confirm', by: tom, at: noon + second };
const intent = beginSending(noon + 2 * second);
const answer = (kind: 'accepted' | 'lost'): Command => ({
  ...{ type: 'record-answer', at: noon + 3 * second, attempt: 1 },
  answer: { kind, graphRequestId: 'g1' },
});
const silenceAt = (at: Instant): Command => ({ type: 'record-sight', at, seen: nothingSeen });

/** A request in every state, reached the way it is reached in life. */
export const inState = {
  draft,
  confirmed: after(pressed),
  sending: after(pressed, intent),
  requested: after(pressed, intent, answer('accepted')),
  unknown: after(pressed, intent, answer('lost')),
  'no-link': after(pressed, intent, answer('accepted'), silenceAt(noon + 16 * minute)),
  'needs-human': after(pressed, intent, answer('lost'), silenceAt(noon + 3 * minute)),
  ready: after(pressed, intent, answer('accepted'), {
    ...silenceAt(noon + 6 * second),
    seen: link('new'),
  } as Command),
  refused: after(pressed, { type: 'refuse', at: noon, cause: 'intune-role-missing' }),
  failed: after(pressed, intent, answer('accepted'), {
    ...{ type: 'record-sight', at: noon + 6 * second },
    seen: { error: { text: 'No connector', fingerprint: 'e1' } },
  }),
  closed: after({ type: 'cancel', by: tom, at: noon + second }),
} satisfies Record<HelpRequest['status'], HelpRequest>;
