import type {
  Actor,
  Case,
  CaseCommand,
  CaseEvent,
  CaseIn,
  CaseSession,
  CaseStatus,
  SessionSight,
} from '../../src/request/case/case';
import { ordinaryCaseLimits } from '../../src/request/case/case';
import { decideCase } from '../../src/request/case/decide-case';
import { evolveCase, openCase } from '../../src/request/case/evolve-case';
import { caseId, personId, requestId } from '../../src/request/ids';
import { minute, must, noon, second, tenant } from './stories';

const id = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;
const somebody = (digit: string, name: string, isTechnician: boolean): Actor => ({
  ...{ id: must(personId(id(digit))), name, account: `29:${digit}`, isTechnician },
});

/** Everybody who may come near a case. */
export const people = {
  requester: somebody('2', 'Ana Souza', false),
  'technician on it': somebody('1', 'Tom Keller', true),
  'another technician': somebody('3', 'Tina Okafor', true),
  'owner of the device': somebody('4', 'Bert Jansen', false),
  onlooker: somebody('5', 'Olaf Berg', false),
} as const;
export type Role = keyof typeof people;

export const session: CaseSession = {
  request: must(requestId(id('e'))),
  deviceName: 'LAPTOP-7F3K',
  guard: {
    kind: 'told',
    owner: { id: people['owner of the device'].id, name: people['owner of the device'].name },
    phrase: 'amber falcon',
  },
};

/** Another request of the same technician for the same case, on another device. */
export const otherSession: CaseSession = {
  request: must(requestId(id('f'))),
  deviceName: 'KIOSK-LOBBY',
  guard: { kind: 'not-told', why: 'no-owner' },
};

const { case: open } = openCase(
  {
    ...{ id: must(caseId(id('c'))), number: 2077, tenant, urgency: 'normal' },
    requester: { id: people.requester.id, name: people.requester.name, account: '29:2' },
    ...{ text: "my laptop LAPTOP-7F3K won't print", deviceName: 'LAPTOP-7F3K' },
  },
  noon,
  ordinaryCaseLimits,
);

export const givenCase = (seen: Case) => ({
  when: (command: CaseCommand) => decideCase(seen, command, ordinaryCaseLimits),
});

export function eventsOfCase(seen: Case, command: CaseCommand): readonly CaseEvent[] {
  const decision = givenCase(seen).when(command);
  if (!decision.ok) throw new Error(`${command.type} on ${seen.status}: ${decision.why}`);
  return decision.events;
}

/** Applies commands one after the other to a fresh case; each must be accepted. */
export function afterAll(...commands: readonly CaseCommand[]): Case {
  return commands.reduce((seen, command) => eventsOfCase(seen, command).reduce(evolveCase, seen), open);
}

const tom = people['technician on it'];
export const take: CaseCommand = { type: 'take', by: tom, at: noon + second };
export const follow = (sight: SessionSight, of = session): CaseCommand => ({
  ...{ type: 'follow-session', session: of, technician: tom.id, sight, at: noon + minute },
});

/** A case in every state, reached the way it is reached in life. */
export const caseIn = {
  open,
  taken: afterAll(take),
  asking: afterAll(take, follow('asking')),
  'in-session': afterAll(take, follow('asking'), follow('ready')),
  resolved: afterAll(take, follow('asking'), follow('ready'), {
    ...{ type: 'resolve', by: tom, outcome: 'solved', minutes: 10, at: noon + 2 * minute },
  }),
  withdrawn: afterAll({ type: 'withdraw', by: people.requester, at: noon + minute }),
  disowned: afterAll(take, follow('asking'), {
    ...{ type: 'disown', by: people['owner of the device'], at: noon + 2 * minute },
  }),
} satisfies { [S in CaseStatus]: Case };

export const stateOf = <S extends CaseStatus>(seen: Case, status: S): CaseIn<S> => {
  const fits = (one: Case): one is CaseIn<S> => one.status === status;
  if (fits(seen)) return seen;
  throw new Error(`Expected ${status}, found ${seen.status}`);
};
