import type { Desk } from '../../src/desk/desk';
import { GraphAccess } from '../../src/desk/graph-access';
import type { Caller } from '../../src/desk/help-desk';
import type {
  Due,
  KnownPerson,
  Place,
  Remembered,
  RequestStore,
  Stored,
  Ticket,
  TicketKind,
} from '../../src/desk/ports';
import { AlreadyAsked, DeviceOccupied, VersionConflict } from '../../src/desk/troubles';
import { dueAt, holdsDevice } from '../../src/request/decide';
import type { AssistanceSight } from '../../src/request/device';
import { ordinaryCaseLimits } from '../../src/request/case/case';
import { caseId, requestId } from '../../src/request/ids';
import { direct, laptop, limits, must, noon, nothingSeen, tenant, tom } from '../request/stories';

export const chat: Place = {
  tenant,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: 'a:chat',
  kind: 'personal',
  bot: '28:bot',
};

export const caller: Caller = { person: tom, tenant, name: 'Tom Keller', place: chat, language: 'en' };

type World = {
  readonly desk: Desk;
  readonly store: Map<string, Stored>;
  /** What happened, in order: commits, POSTs, what the vault keeps, cards shown. */
  readonly journal: string[];
  /** What goes on after a pass of the timer. */
  readonly behind: Promise<void>[];
  readonly world: { now: number; monotonic: number; sight: AssistanceSight; signedIn: boolean };
};

const stranger = () => Promise.reject(new Error('The test did not expect this call.'));

/** A desk over object literals. Each test changes the few that it is about. */
export function deskInMemory(changes: Partial<Desk> = {}): World {
  const store = new Map<string, Stored>();
  const journal: string[] = [];
  const behind: Promise<void>[] = [];
  const world = { now: noon, monotonic: 0, sight: nothingSeen, signedIn: true };
  const access = new GraphAccess(tom, tenant, noon + 3_600_000, 'secret');
  const kept: { access?: GraphAccess; links: Map<string, string> } = { links: new Map() };
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
  const desk: Desk = {
    requests: requestsInMemory(store, journal, () => world.now),
    acts: { record: ({ type }) => Promise.resolve(void journal.push(`act: ${type}`)) },
    vault: {
      keepLink: ({ id }, url) =>
        Promise.resolve(void (kept.links.set(id, url), journal.push('vault keeps link'))),
      link: ({ id }) => Promise.resolve(kept.links.get(id)),
      keepAccess: (_, given) =>
        Promise.resolve(void ((kept.access = given), journal.push('vault keeps access'))),
      access: () => Promise.resolve(kept.access),
      forget: () => Promise.resolve(void journal.push('vault forgets')),
      forgetAccess: () => Promise.resolve(),
      signOuts: () => Promise.resolve(0),
    },
    tickets: ticketsInMemory(() => world.now),
    people: { find: () => Promise.resolve(knownTom), learn: () => Promise.resolve(), forgetChat: stranger },
    memory: memoryInMemory(),
    devices: new Proxy({} as Desk['devices'], { get: () => stranger }),
    assistance: {
      look: () => Promise.resolve({ device: laptop, address: direct, sight: world.sight }),
      lookAll: (_, addresses) => Promise.resolve(addresses.map(() => world.sight)),
      request: () => {
        journal.push('POST');
        return Promise.resolve({ graphRequestId: 'g1' });
      },
    },
    signIns: {
      accessFor: () => Promise.resolve(world.signedIn ? access : undefined),
      signOut: () => Promise.resolve(),
    },
    cards: { adopt: () => Promise.resolve() },
    noticeboard: {
      show: ({ id }) => Promise.resolve(void journal.push(`card: ${store.get(id)?.request.status}`)),
    },
    inTurn: (work) => work(),
    goOn: (work) => void behind.push(work()),
    clock: { now: () => world.now, monotonic: () => world.monotonic },
    log: quiet,
    rules: { tenant, technicianRoles: [], hasConnector: true, limits, sendWindow: 10_000, shortestSearch: 3 },
    cases: new Proxy({} as Desk['cases'], { get: () => stranger }),
    helpChannels: { bind: stranger, unbind: stranger, find: () => Promise.resolve(undefined) },
    colleagues: { known: stranger },
    roster: { isGuest: () => Promise.resolve(false) },
    places: { moved: stranger },
    caseRules: {
      ...{ limits: ordinaryCaseLimits, installUrl: 'https://teams.microsoft.com/l/app/bot' },
      ...{ chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot', defaultLanguage: 'en' },
    },
    newCaseId: () => must(caseId(newId())),
    newPhrase: () => 'amber falcon',
    newRequestId: () => must(requestId(newId())),
    newClientRequestId: newId,
    wait: (milliseconds) => Promise.resolve((world.monotonic += milliseconds)),
    ...changes,
  };
  return { desk, store, journal, behind, world };
}

const nothing = () => undefined;
const quiet: Desk['log'] = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  room: () => quiet,
};

const knownTom: KnownPerson = {
  ...{ id: tom, tenant, name: 'Tom Keller', isGuest: false, roles: [], rolesSeenAt: noon },
};

function requestsInMemory(store: Map<string, Stored>, journal: string[], now: () => number): RequestStore {
  const all = () => [...store.values()];
  const askedFor = new Map<string, string | undefined>();
  return {
    open: (make, { asked }) => {
      const before = all().find(
        ({ request }) => request.status === 'draft' && askedFor.get(request.id) === asked,
      );
      if (asked !== undefined && before) return Promise.reject(new AlreadyAsked(before));
      const { request } = make(store.size + 1);
      askedFor.set(request.id, asked);
      const stored: Stored = { request, version: 1 };
      store.set(request.id, stored);
      return Promise.resolve(stored);
    },
    load: (id) => Promise.resolve(store.get(id)),
    commit: (seen, next, events) => {
      const current = must(store.get(next.id));
      if (current.version !== seen.version) return Promise.reject(new VersionConflict());
      const rival = all().find(
        ({ request }) =>
          request.id !== next.id && holdsDevice(request) && request.device.id === next.device.id,
      );
      if (rival && holdsDevice(next)) {
        const { technician, number } = rival.request;
        return Promise.reject(new DeviceOccupied({ technicianName: technician.name, number }));
      }
      const stored: Stored = { request: next, version: current.version + 1 };
      store.set(next.id, stored);
      journal.push(...events.map(({ type }) => `committed: ${type}`));
      return Promise.resolve(stored);
    },
    occupant: ({ id, device }) => {
      const rival = all().find(
        ({ request }) => request.id !== id && holdsDevice(request) && request.device.id === device.id,
      );
      if (!rival) return Promise.resolve(undefined);
      const { technician, number } = rival.request;
      return Promise.resolve({ technicianName: technician.name, number });
    },
    claimDue: () =>
      Promise.resolve(
        all()
          .filter(({ request }) => (dueAt(request, limits) ?? Infinity) <= now())
          .map((stored): Due => ({ id: stored.request.id, stored, abandoned: false, failures: 0 })),
      ),
    fail: ({ id }) => {
      journal.push(`failed: ${id}`);
      return Promise.resolve('again');
    },
    ofTechnician: () => Promise.resolve(all()),
  };
}

function ticketsInMemory(now: () => number): Desk['tickets'] {
  const tickets = new Map<
    string,
    { kind: TicketKind; ticket: Omit<Ticket<TicketKind>, 'expired' | 'used'> }
  >();
  const spent = new Set<string>();
  return {
    issue: (kind, bearer, contents, until) => {
      const name = `ticket-${String(tickets.size + 1)}`;
      tickets.set(name, { kind, ticket: { bearer, contents, until } });
      return Promise.resolve(name);
    },
    read: <K extends TicketKind>(kind: K, name: string) => {
      const found = tickets.get(name);
      if (found?.kind !== kind) return Promise.resolve(undefined);
      // The kind was just compared, so the contents are those of K.
      const ticket = {
        ...found.ticket,
        expired: now() >= found.ticket.until,
        used: spent.has(name),
      } as Ticket<K>;
      return Promise.resolve(ticket);
    },
    spend: (name) => Promise.resolve(!spent.has(name) && Boolean(spent.add(name))),
  };
}

function memoryInMemory(): Desk['memory'] {
  let remembered: Remembered | undefined;
  return {
    remember: (_tenant, _person, what) => Promise.resolve(void (remembered = what)),
    recall: () => {
      const what = remembered;
      remembered = undefined;
      return Promise.resolve(what);
    },
  };
}
