import { randomBytes } from 'node:crypto';
import type {
  Bearer,
  Clock,
  Inbox,
  Interrupted,
  KnownPerson,
  People,
  Place,
  Ticket,
  TicketContents,
  TicketKind,
  Tickets,
} from '../../src/desk/ports';
import type { Log } from '../../src/log';
import { personId, tenantId, type Instant } from '../../src/request/ids';

/** Fails loudly where a fixture is wrong. */
export function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The fixture is wrong');
  return value;
}

export const tenant = sure(tenantId('11111111-1111-4111-8111-111111111111'));
export const otherTenant = sure(tenantId('99999999-9999-4999-8999-999999999999'));
export const dana = sure(personId('aaaaaaaa-0000-4000-8000-000000000001'));
export const bert = sure(personId('aaaaaaaa-0000-4000-8000-000000000002'));
export const botId = '22222222-2222-4222-8222-222222222222';

export const personalChat: Place = {
  tenant,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: 'a:1dana',
  kind: 'personal',
  bot: `28:${botId}`,
};

export const caller = { person: dana, tenant, name: 'Dana Ito', place: personalChat, language: 'en' };

/** A clock that tests set. */
export function testClock(start: Instant = Date.parse('2026-11-22T09:00:00Z')) {
  let now = start;
  const clock: Clock = { now: () => now, monotonic: () => now };
  return { ...clock, pass: (milliseconds: number) => (now += milliseconds) };
}

export type Line = { level: string; event: string; fields: Record<string, unknown> };

/** A log that keeps its lines. */
export function testLog(): Log & { readonly lines: Line[] } {
  const lines: Line[] = [];
  const write =
    (level: string) =>
    (event: string, fields = {}) => {
      lines.push({ level, event, fields });
    };
  const log = {
    lines,
    ...{ debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    room: (): Log => log,
  };
  return log;
}

type Row = { kind: TicketKind; bearer: Bearer; contents: unknown; until: Instant; used: boolean };

export function testTickets(clock: Clock): Tickets {
  const rows = new Map<string, Row>();
  return {
    issue: (kind, bearer, contents, until) => {
      const ticket = randomBytes(16).toString('base64url');
      rows.set(ticket, { kind, bearer, contents, until, used: false });
      return Promise.resolve(ticket);
    },
    read: <K extends TicketKind>(kind: K, ticket: string): Promise<Ticket<K> | undefined> => {
      const row = rows.get(ticket);
      if (row?.kind !== kind) return Promise.resolve(undefined);
      const { bearer, until, used } = row;
      // The kind was compared: `issue` wrote these contents for it.
      const contents = row.contents as TicketContents[K];
      return Promise.resolve({ bearer, contents, until, used, expired: clock.now() >= until });
    },
    spend: (ticket) => {
      const row = rows.get(ticket);
      if (!row || row.used) return Promise.resolve(false);
      row.used = true;
      return Promise.resolve(true);
    },
  };
}

export function testPeople(...known: KnownPerson[]): People & { readonly rows: Map<string, KnownPerson> } {
  const rows = new Map<string, KnownPerson>(known.map((person) => [person.id, person]));
  return {
    rows,
    find: (_tenant, id) => Promise.resolve(rows.get(id)),
    learn: (tenantOf, id, what) => {
      const nobody = { tenant: tenantOf, id, name: '', isGuest: false, roles: [], rolesSeenAt: 0 };
      rows.set(id, { ...nobody, ...rows.get(id), ...what });
      return Promise.resolve();
    },
    forgetChat: (_tenant, id, conversation) => {
      const { chat, ...rest } = rows.get(id) ?? {};
      if (chat?.conversation === conversation && 'id' in rest) rows.set(id, rest);
      return Promise.resolve();
    },
  };
}

/** `closed`: ids, in order. `interrupted`: what the next take brings. */
export function testInbox() {
  const seen = new Set<string>();
  const closed: string[] = [];
  const interrupted: Interrupted[] = [];
  const isNew: Inbox['isNew'] = ({ conversation }, id) => {
    const key = `${conversation} ${id}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return Promise.resolve(isFirst);
  };
  const inbox: Inbox = {
    isNew,
    receive: ({ place, activityId }) => isNew(place, activityId),
    close: ({ activityId }) => {
      closed.push(activityId);
      return Promise.resolve();
    },
    closeAgain: () => Promise.resolve(),
    takeInterrupted: () => Promise.resolve(interrupted.splice(0)),
  };
  return { ...inbox, closed, interrupted };
}
