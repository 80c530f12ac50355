import type { Event, HelpRequest } from '../request/help-request';
import { countUp } from './counters';
import type { Tx } from './database/tables';

/**
 * Writes a row an event, in the transaction that changes the request. No link, no token, no typed text, no reason,
 * no error text and no name gets in: {@link factsOf} names what does.
 */
export async function appendToTrail(tx: Tx, request: HelpRequest, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return;
  const { tenant, id, device } = request;
  const before = (await countUp(tx, tenant, 'last_audit', events.length)) - events.length;
  const rows = events.map((event, index) => ({
    tenant,
    sequence: before + index + 1,
    request: id,
    at: event.at,
    type: event.type,
    person: 'by' in event ? event.by : null,
    device: device.id,
    facts_json: JSON.stringify(factsOf(event, request)),
  }));
  await tx.insertInto('audit').values(rows).execute();
}

type Facts = Readonly<Record<string, string | number>>;

/** The allow-list: what of an event is written down for good. */
function factsOf(event: Event, { number }: HelpRequest): Facts {
  switch (event.type) {
    case 'opened':
      return { number };
    case 'sending-started': {
      // Not the whole address: it may hold a sign-in name.
      const { attempt, leaseUntil, clientRequestId, address } = event;
      return { attempt, leaseUntil, clientRequestId, form: address.form, api: address.api };
    }
    case 'postponed':
      return { why: event.why, notBefore: event.notBefore };
    case 'accepted':
    case 'outcome-lost':
      return traceOf(event);
    case 'session-ready':
      return { releaseAt: event.releaseAt };
    case 'refused':
      return {
        cause: event.cause,
        ...traceOf(event),
        ...(event.occupant && { occupiedBy: event.occupant.number }),
      };
    case 'closed':
      return { outcome: event.outcome };
    case 'confirmed':
    case 'looked':
    case 'sight-lost':
    case 'sight-regained':
    case 'link-overdue':
    case 'human-needed':
    case 'session-failed':
    case 'check-asked':
      return {};
  }
}

const traceOf = ({ graphRequestId }: { readonly graphRequestId?: string }): Facts =>
  graphRequestId === undefined ? {} : { graphRequestId };
