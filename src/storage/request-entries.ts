import type { Event, HelpRequest } from '../request/help-request';
import type { Entry, Facts } from './audit-entry';

/** The lines that a change of a request leaves in the audit trail, one an event. */
export function requestEntries(request: HelpRequest, events: readonly Event[]): readonly Entry[] {
  const { id, number, device } = request;
  return events.map((event) => ({
    at: event.at,
    type: event.type,
    ...('by' in event && event.by && { by: event.by }),
    subject: { kind: 'request', id, number },
    device: device.id,
    facts: factsOf(event),
  }));
}

/** The allow-list: what of an event is written down for good. No link, typed text, reason, error text or name. */
function factsOf(event: Event): Facts {
  switch (event.type) {
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
    case 'not-sent-again':
      return {
        cause: event.cause,
        ...traceOf(event),
        ...(event.occupant && { occupiedBy: event.occupant.number }),
      };
    case 'closed':
      return { outcome: event.outcome };
    case 'opened':
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
