import type { Case, CaseEvent } from '../request/case/case';
import type { Entry, Facts } from './audit-entry';

/** The lines that a change of a case leaves in the audit trail, one an event. */
export function caseEntries({ id, number }: Case, events: readonly CaseEvent[]): readonly Entry[] {
  const subject = { kind: 'case', id, number } as const;
  return events.flatMap((event) => {
    const { at } = event;
    const by = 'by' in event ? { by: event.by } : {};
    const entry = { at, type: `case-${event.type}`, ...by, subject, facts: factsOf(event) };
    // People stand in the trail by pseudonym alone, so whoever receives it has a line of their own.
    return event.type === 'handed-over'
      ? [entry, { at, type: 'case-received', by: event.to.id, subject }]
      : [entry];
  });
}

/** The allow-list: codes and numbers. No words of the requester, no reason, no name, no phrase. */
function factsOf(event: CaseEvent): Facts {
  switch (event.type) {
    case 'resolved':
      return { outcome: event.outcome, minutes: event.minutes };
    case 'urgency-set':
      return { urgency: event.urgency };
    case 'session-asked':
    case 'session-ready':
      return { request: event.session.request, guard: event.session.guard.kind };
    case 'session-over':
      return { request: event.request, outcome: event.end };
    case 'disowned':
    case 'owner-not-reached':
      return { request: event.request };
    case 'raised':
    case 'taken':
    case 'released':
    case 'handed-over':
    case 'withdrawn':
    case 'muted':
    case 'unmuted':
    case 'nudged':
      return {};
  }
}
