import type { CaseCommand, CaseEvent, CaseRefusal } from '../../request/case/case';
import { decideCase } from '../../request/case/decide-case';
import { evolveCase } from '../../request/case/evolve-case';
import type { Desk } from '../desk';
import { VersionConflict } from '../troubles';
import { cardsFor } from './case-cards';
import type { CaseName, StoredCase } from './ports';

export type ActedOnCase =
  | { readonly ok: true; readonly stored: StoredCase; readonly events: readonly CaseEvent[] }
  | { readonly ok: false; readonly stored: StoredCase; readonly why: CaseRefusal };

/** Load, decide, commit; when someone was faster, load and decide once more. Undefined: no such case. */
export async function actOnCase(
  desk: Desk,
  which: CaseName,
  command: CaseCommand,
): Promise<ActedOnCase | undefined> {
  for (let triesLeft = 5; ; triesLeft -= 1) {
    const seen = await desk.cases.load(which.tenant, which.id);
    if (!seen) return undefined;
    try {
      return await decideAndCommit(desk, seen, command);
    } catch (error) {
      if (!(error instanceof VersionConflict) || triesLeft === 0) throw error;
    }
  }
}

/** The commit is the claim: of two technicians who saw the same, one gets past it. */
async function decideAndCommit(desk: Desk, seen: StoredCase, command: CaseCommand): Promise<ActedOnCase> {
  const decision = decideCase(seen.case, command, desk.caseRules.limits);
  if (!decision.ok) return { ok: false, stored: seen, why: decision.why };
  const { events } = decision;
  const next = events.reduce(evolveCase, seen.case);
  const cards = await cardsFor(desk, { seen, next }, events);
  const stored = await desk.cases.commit(seen, { next, events, cards });
  for (const { type } of events)
    desk.log.info(type, { case: next.id, number: next.number, status: next.status });
  return { ok: true, stored, events };
}
