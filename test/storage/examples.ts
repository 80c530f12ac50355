import { randomUUID } from 'node:crypto';
import { GraphAccess } from '../../src/desk/graph-access';
import type { Bearer, Place, RequestStore, Stored } from '../../src/desk/ports';
import { decide } from '../../src/request/decide';
import type { Device } from '../../src/request/device';
import { evolve, openRequest } from '../../src/request/evolve';
import type { Command } from '../../src/request/help-request';
import {
  deviceId,
  requestId,
  tenantId,
  type Instant,
  type PersonId,
  type TenantId,
} from '../../src/request/ids';
import type { Storage } from '../../src/storage/storage';
import { beginSending, direct, laptop, limits, must, noon, second, tenant, tom } from '../request/stories';

export const otherTenant = must(tenantId('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'));

export const placeIn = (tenant: TenantId): Place => ({
  tenant,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: 'a:chat',
  kind: 'personal',
  bot: '28:bot',
});

export const bearer: Bearer = { tenant, person: tom, conversation: 'a:chat' };

export const graphAccess = (until: Instant, technician = tom) =>
  new GraphAccess(technician, tenant, until, 'eyJ-the-token');

export const anotherDevice = (): Device => ({ ...laptop, id: must(deviceId(randomUUID())) });

type Opening = {
  readonly tenant?: TenantId;
  readonly technician?: { readonly id: PersonId; readonly name: string };
  readonly device?: Device;
  readonly at?: Instant;
  readonly asked?: string | undefined;
};

/** Opens a confirm card of Tom's for the one laptop, at noon, or as told. */
export function open(requests: RequestStore, opening: Opening = {}): Promise<Stored> {
  const { at = noon, device = laptop, technician = { id: tom, name: 'Tom Keller' } } = opening;
  const place = placeIn(opening.tenant ?? tenant);
  const id = must(requestId(randomUUID()));
  return requests.open(
    (number) =>
      openRequest(
        { ...{ id, number, technician, device, typed: 'my laptop' }, tenant: place.tenant, address: direct },
        at,
        limits,
      ),
    { place, language: 'en', ...(opening.asked !== undefined && { asked: opening.asked }) },
  );
}

/** Decides and commits, as the desk does. */
export function move(requests: RequestStore, seen: Stored, command: Command): Promise<Stored> {
  const decision = decide(seen.request, command, limits);
  if (!decision.ok) throw new Error(`${command.type} on ${seen.request.status}: ${decision.why}`);
  return requests.commit(seen, decision.events.reduce(evolve, seen.request), decision.events);
}

export const confirmed = ({ requests }: Storage, seen: Stored, at = noon + second) =>
  move(requests, seen, { type: 'confirm', by: seen.request.technician.id, at, reason: 'He cannot print.' });

/** Presses the button and commits the intent; from here on the device is taken. */
export async function sending(storage: Storage, seen: Stored): Promise<Stored> {
  const pressed = await confirmed(storage, seen);
  return move(storage.requests, pressed, beginSending(noon + 2 * second, {}, seen.request.device));
}

export const accepted = ({ requests }: Storage, seen: Stored) =>
  move(requests, seen, {
    ...{ type: 'record-answer', at: noon + 3 * second, attempt: 1 },
    answer: { kind: 'accepted', graphRequestId: 'g1' },
  });

export const cancelled = ({ requests }: Storage, seen: Stored, at = noon + second) =>
  move(requests, seen, { type: 'cancel', by: seen.request.technician.id, at });
