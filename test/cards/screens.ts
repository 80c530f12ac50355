import type { Device, DeviceWarning } from '../../src/request/device';
import type {
  Attempt,
  Cause,
  Confirmation,
  Following,
  HelpRequest,
  Outcome,
  State,
  Subject,
} from '../../src/request/help-request';
import { deviceId, personId, requestId, tenantId } from '../../src/request/ids';
import type { Stored } from '../../src/desk/ports';
import type { NoMatch, Note, RequestScreen, Screen } from '../../src/desk/screens';
import { Busy, NotPermitted, OutcomeUnknown, SignInNeeded, Unreachable } from '../../src/desk/troubles';
import type { Party, SignInReason } from '../../src/desk/troubles';

import { caseScreens, picksForCase, requestedFor } from './case-screens';

// Everything a person can be shown. The records name every member of each union: a new one does not compile here.

const MINUTE = 60_000;
export const now = Date.UTC(2026, 10, 22, 9, 15);
export const ticket = 'Zm9vYmFyYmF6cXV4MTIzNA';
export const link = 'https://get.teamviewer.com/v15/s12345678?canary=link';

const sure = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The test data are wrong');
  return value;
};
const id = '11111111-2222-4333-8444-555555555555';
const device: Device = {
  id: sure(deviceId(id)),
  name: 'LAPTOP-7F3K',
  serialNumber: '5CG00014XYZ',
  user: { name: 'Maria Lopez', signInName: 'maria.lopez@contoso.com' },
  manufacturer: 'HP',
  model: 'EliteBook 840 G8',
  operatingSystem: 'Windows',
  osVersion: '10.0.22631.4460',
  ownerType: 'company',
  complianceState: 'compliant',
  managementState: 'managed',
  lastSyncAt: now - 12 * 24 * 60 * MINUTE,
};

const everyWarning = Object.keys({
  'other-spelling': true,
  'not-managed': true,
  'corporate-android': true,
  'enrolled-without-user': true,
  'no-primary-user': true,
  'stale-check-in': true,
  'old-session-link': true,
} satisfies Record<DeviceWarning, true>) as DeviceWarning[]; // the keys are exactly those

/** Foreign words, each where the outside may put what it likes. */
export type Foreign = { readonly name: string; readonly details: string };
const ordinary: Foreign = { name: '', details: 'The device did not answer (0x80070490)' };

export function requestIn(state: State, foreign: Foreign = ordinary): HelpRequest {
  const or = (usual: string) => foreign.name || usual;
  const subject: Subject = {
    id: sure(requestId(id)),
    number: 2077,
    tenant: sure(tenantId(id)),
    technician: { id: sure(personId(id)), name: or('Tom Keller') },
    device: {
      ...device,
      name: or(device.name),
      serialNumber: foreign.name ? `0123456${foreign.name}` : '5CG00014XYZ',
      user: { name: or('Maria Lopez'), signInName: or('maria.lopez@contoso.com') },
      manufacturer: or('HP'),
      model: or('EliteBook 840 G8'),
      operatingSystem: or('Windows'),
      osVersion: or('10.0.22631.4460'),
      ownerType: or('company'),
      complianceState: or('compliant'),
      managementState: or('retirePending'),
    },
    address: { form: 'direct', api: 'v1.0', device: device.id },
    warnings: everyWarning,
    typed: or('РС-0231'),
    reason: or('INC0012345'),
    openedAt: now - 5 * MINUTE,
  };
  return { ...subject, ...state };
}

const confirmation: Confirmation = { confirmedAt: now - MINUTE, tries: 0 };
const attempt: Attempt = {
  attempt: 1,
  intentAt: now - MINUTE,
  baseline: {},
  clientRequestId: 'c1111111-2222-4333-8444-555555555555',
  graphRequestId: 'a1111111-2222-4333-8444-555555555555',
};
const following: Following = {
  looks: 3,
  lookAt: now,
  giveUpAt: now + 15 * MINUTE,
  releaseAt: now + 60 * MINUTE,
  needsSignIn: false,
};

const causes = Object.keys({
  'intune-role-missing': true,
  'consent-missing': true,
  'blocked-by-policy': true,
  'device-gone': true,
  'device-changed': true,
  'action-not-possible': true,
  'already-running': true,
  occupied: true,
  'connector-missing': true,
  'intune-busy': true,
  'intune-unreachable': true,
  'sign-in-unavailable': true,
  'sign-in-needed': true,
  interrupted: true,
  unexpected: true,
} satisfies Record<Cause, true>) as Cause[]; // the keys are exactly those

const outcomes = Object.keys({
  cancelled: true,
  expired: true,
  withdrawn: true,
  finished: true,
  released: true,
} satisfies Record<Outcome, true>) as Outcome[]; // the keys are exactly those

type Notice = NonNullable<RequestScreen['notice']>;

const notices = Object.keys({
  'not-your-request': true,
  'already-under-way': true,
  'already-closed': true,
  expired: true,
  'reason-needed': true,
  'nothing-to-do': true,
  'card-outdated': true,
  'left-alone': true,
  'session-under-way': true,
  'already-over': true,
  'not-yours': true,
  'nobody-on-it': true,
} satisfies Record<Notice, true>) as Notice[]; // the keys are exactly those

export function states(foreign: Foreign = ordinary): Record<string, State> {
  const noSight = { ...following, needsSignIn: true };
  const occupant = { technicianName: foreign.name || 'Ana Souza', number: 2070 };
  const refused = (cause: Cause): State => ({
    ...{ status: 'refused', at: now, cause, graphRequestId: 'a1' },
    ...(cause === 'occupied' && { occupant }),
  });
  return {
    draft: { status: 'draft', expiresAt: now + 10 * MINUTE },
    'draft past its time': { status: 'draft', expiresAt: now },
    confirmed: { status: 'confirmed', notBefore: now, ...confirmation },
    'confirmed, Intune busy': {
      status: 'confirmed',
      notBefore: now,
      waitsFor: 'intune-busy',
      ...confirmation,
    },
    'confirmed, not reached': {
      status: 'confirmed',
      notBefore: now,
      waitsFor: 'not-reached',
      ...confirmation,
    },
    sending: { status: 'sending', leaseUntil: now + MINUTE, ...confirmation, ...attempt },
    requested: { status: 'requested', ...attempt, ...following },
    'requested, no sight': { status: 'requested', ...attempt, ...noSight },
    unknown: { status: 'unknown', ...attempt, ...following },
    'unknown, no sight': { status: 'unknown', ...attempt, ...noSight },
    'no-link': { status: 'no-link', ...attempt, ...following },
    'no-link, no sight': { status: 'no-link', ...attempt, ...noSight },
    'needs-human': { status: 'needs-human', ...attempt, ...following },
    'no-link, device unread': { status: 'no-link', unseen: true, ...attempt, ...following },
    'needs-human, device unread': { status: 'needs-human', unseen: true, ...attempt, ...following },
    'needs-human, not sent again': {
      ...{ status: 'needs-human', notAgain: 'interrupted', ...attempt, ...following },
    },
    'needs-human, no sight': { status: 'needs-human', ...attempt, ...noSight },
    ready: { status: 'ready', readyAt: now, releaseAt: now + 60 * MINUTE, ...attempt },
    ...Object.fromEntries(causes.map((cause) => [`refused, ${cause}`, refused(cause)])),
    'refused, occupied by somebody': { status: 'refused', at: now, cause: 'occupied' },
    failed: { status: 'failed', at: now, details: foreign.details, ...attempt },
    'failed without details': { status: 'failed', at: now, ...attempt },
    ...Object.fromEntries(
      outcomes.map((outcome): [string, State] => [
        `closed, ${outcome}`,
        { status: 'closed', at: now, outcome },
      ]),
    ),
  };
}

export const stored = (request: HelpRequest): Stored => ({ request, version: 1 });

export const requestScreen = (state: State, foreign: Foreign = ordinary): RequestScreen => ({
  ...{ kind: 'request', stored: stored(requestIn(state, foreign)), ticket, now },
  ...(state.status === 'ready' && { link }),
});

const noMatches = Object.keys({
  device: true,
  person: true,
  app: true,
  'devices-of-person': true,
  'devices-with-app': true,
  'own-devices': true,
} satisfies Record<NoMatch, true>) as NoMatch[]; // the keys are exactly those
const parties = Object.keys({
  intune: true,
  'sign-in': true,
  teams: true,
  database: true,
} satisfies Record<Party, true>) as Party[]; // the keys are exactly those
export const signInReasons = Object.keys({
  'first-time': true,
  expired: true,
  consent: true,
  'second-factor': true,
  'not-possible-here': true,
} satisfies Record<SignInReason, true>) as SignInReason[]; // the keys are exactly those

function pickScreens(name: string): Record<string, Screen> {
  const row = (index: number): Device => ({
    ...device,
    name: name || `LAPTOP-${String(index)}`,
    ...(name && { user: { name } }),
  });
  const devices = Array.from({ length: 10 }, (_, index) => row(index));
  const typed = name || 'iPhone';
  const bare: Device = { id: device.id, name: typed };
  const pick = { kind: 'pick-device', devices, more: false, ticket } as const;
  return {
    'pick by name': { ...pick, of: { kind: 'name', typed } },
    'pick by name, one': { ...pick, of: { kind: 'name', typed }, devices: [bare] },
    'pick by name, more': { ...pick, of: { kind: 'name', typed }, more: true },
    'pick of a person': { ...pick, of: { kind: 'person', name: typed } },
    'pick by app': { ...pick, of: { kind: 'app', name: typed } },
    'pick own': { ...pick, of: { kind: 'own' } },
    'pick several': { ...pick, of: { kind: 'several-names' } },
    ...picksForCase(name, devices),
    'pick app': {
      ...{ kind: 'pick-app', name: typed, more: true, ticket },
      apps: [
        { id: 'a', name: typed, version: typed, deviceCount: 1 },
        { id: 'b', name: typed },
      ],
    },
    'pick person': {
      ...{ kind: 'pick-person', name: typed, more: true, ticket },
      people: [
        { id: sure(personId(id)), name: typed, signInName: typed },
        { id: sure(personId(id)), name: typed },
      ],
    },
  };
}

/** Every card there is. */
export function cardScreens(foreign: Foreign = ordinary): Record<string, Screen> {
  const typed = foreign.name || 'LAPTOP-7F3';
  const requests = Object.values(states(foreign)).map((state) => stored(requestIn(state, foreign)));
  const trouble = { kind: 'trouble', reference: 'R-1f2e3d' } as const;
  const requestScreens = Object.entries(states(foreign)).map(([name, state]): [string, Screen] => [
    name,
    requestScreen(state, foreign),
  ]);
  const draft = requestScreen({ status: 'draft', expiresAt: now + MINUTE }, foreign);
  const ready: State = { status: 'ready', readyAt: now, releaseAt: now + MINUTE, ...attempt };
  const { link: _withheld, ...readyWithoutLink } = requestScreen(ready, foreign);
  return {
    ...Object.fromEntries(requestScreens),
    ...Object.fromEntries(notices.map((notice) => [`draft, ${notice}`, { ...draft, notice }])),
    'ready, link withheld': { ...readyWithoutLink, withheldHost: foreign.name || 'evil.example' },
    'ready, link absent': readyWithoutLink,
    'draft, offers to raise': { ...draft, offersRaise: true },
    ...ofCases(foreign),
    ...caseScreens(foreign.name),
    ...pickScreens(foreign.name),
    ...Object.fromEntries(
      noMatches.map((what) => [
        `no match, ${what}`,
        { kind: 'no-match', what, typed, near: [typed, 'B', 'C'], ticket },
      ]),
    ),
    status: { kind: 'status', requests: requests.slice(0, 3) },
    'status, too many': { kind: 'status', requests },
    'status, empty': { kind: 'status', requests: [] },
    history: { kind: 'history', requests: requests.slice(-10) },
    'history, empty': { kind: 'history', requests: [] },
    languages: { kind: 'languages', ticket },
    help: { kind: 'help', greeting: false },
    greeting: { kind: 'help', greeting: true },
    unexpected: { kind: 'unexpected', reference: 'R-1f2e3d' },
    ...Object.fromEntries(
      [
        ...causes.map((cause) => new NotPermitted(cause, 'a1')),
        ...parties.flatMap((party) => [new Busy(party), new Busy(party, now), new Unreachable(party, 'a1')]),
        ...signInReasons.map((reason) => new SignInNeeded(reason)),
        new OutcomeUnknown('a1'),
      ].map((each, index) => [`trouble, ${each.message} (${String(index)})`, { ...trouble, trouble: each }]),
    ),
  };
}

/** The cards of requests that were opened for somebody's help request. */
function ofCases(foreign: Foreign): Record<string, Screen> {
  const all = states(foreign);
  const withCase = (name: string, state: State) =>
    requestedFor(foreign.name).map((known, index): [string, Screen] => {
      const screen = requestScreen(state, foreign);
      const request = { ...screen.stored.request, case: known };
      return [`${name} for a case (${String(index)})`, { ...screen, stored: { ...screen.stored, request } }];
    });
  const shown = ['draft', 'requested', 'needs-human', 'ready', 'failed'].flatMap((name) =>
    withCase(name, all[name] ?? { status: 'draft', expiresAt: now }),
  );
  const stopped = (['requester', 'owner'] as const).map((stoppedBy): [string, Screen] => [
    `closed, stopped by ${stoppedBy}`,
    requestScreen({ status: 'closed', at: now, outcome: 'withdrawn', stoppedBy }, foreign),
  ]);
  return Object.fromEntries([...shown, ...stopped]);
}

/** Every one-line answer. */
export const notes = (name: string): readonly Note[] => {
  const plainCodes = Object.keys({
    'not-understood': true,
    'which-device': true,
    'search-too-short': true,
    'signed-out': true,
    'language-changed': true,
    'language-as-in-teams': true,
    'nothing-to-cancel': true,
    'connector-not-in-this-cloud': true,
    'not-a-technician': true,
    guest: true,
    'other-tenant': true,
    'personal-account': true,
    'one-device-at-a-time': true,
    'not-your-card': true,
    'too-many-at-once': true,
    interrupted: true,
    'card-expired': true,
    'already-chosen': true,
    working: true,
    'signed-in': true,
    'sign-in-failed': true,
    'no-such-request': true,
    'no-help-channel': true,
    'help-channel-set': true,
    'only-in-a-channel': true,
    'no-such-case': true,
    'case-not-here': true,
  } satisfies Record<PlainCode, true>) as PlainCode[]; // the keys are exactly those
  return [
    // Of these codes each is a note without further parts; the compiler gives up on so many.
    ...plainCodes.map((code) => ({ code }) as Note),
    { code: 'name-needs-sign-in-name', name },
    { code: 'personal-chat-please' },
    { code: 'personal-chat-please', chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot(1)' },
    { code: 'case-raised', number: 2077 },
    { code: 'take-in-personal-chat', chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot(1)' },
    { code: 'cancelled', numbers: [2077] },
    { code: 'cancelled', numbers: [2077, 2078, 2079] },
    { code: 'withdrawn', numbers: [2077, 2078] },
    { code: 'cannot-cancel-now', numbers: [2077] },
  ];
};
type PlainCode = Exclude<
  Note['code'],
  | 'name-needs-sign-in-name'
  | 'personal-chat-please'
  | 'cancelled'
  | 'withdrawn'
  | 'cannot-cancel-now'
  | 'case-raised'
  | 'take-in-personal-chat'
>;
