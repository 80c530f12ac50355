import { changesCard, decide, isOver } from '../request/decide';
import { evolve } from '../request/evolve';
import type { Command, Event, HelpRequest, Refusal } from '../request/help-request';
import type { RequestId } from '../request/ids';
import { followRequest } from './case/follow-case';
import type { Desk } from './desk';
import type { Stored } from './ports';
import { DeviceOccupied, isTrouble, Unreachable, VersionConflict } from './troubles';

export type Acted =
  | { readonly ok: true; readonly stored: Stored; readonly events: readonly Event[] }
  | { readonly ok: false; readonly stored: Stored; readonly why: Refusal };

/** Load, decide, commit; when someone was faster, load and decide once more. Undefined: no such request. */
export async function act(desk: Desk, id: RequestId, command: Command): Promise<Acted | undefined> {
  for (let triesLeft = 3; ; triesLeft -= 1) {
    const seen = await desk.requests.load(id);
    if (!seen) return undefined;
    try {
      return await actOn(desk, seen, command);
    } catch (error) {
      if (!(error instanceof VersionConflict) || triesLeft === 0) throw error;
    }
  }
}

/**
 * Decides on what was seen and commits. The commit is the claim: only one of two who saw the same gets past it.
 * @throws {VersionConflict}
 */
export async function actOn(desk: Desk, seen: Stored, command: Command): Promise<Acted> {
  const decision = decide(seen.request, command, desk.rules.limits);
  if (!decision.ok) return { ok: false, stored: seen, why: decision.why };
  const next = decision.events.reduce(evolve, seen.request);
  try {
    const stored = await commitForCertain(desk, seen, next, decision.events);
    await afterwards(desk, stored, decision.events);
    return { ok: true, stored, events: decision.events };
  } catch (error) {
    if (!(error instanceof DeviceOccupied)) throw error;
    // Only an intent can meet an occupied device, and nothing was written: say who is at it.
    const { at } = command;
    return actOn(desk, seen, { type: 'refuse', at, cause: 'occupied', occupant: error.occupant });
  }
}

/** Where nobody knows whether the commit was written, what stands there tells. */
async function commitForCertain(
  { requests }: Desk,
  ...change: Parameters<Desk['requests']['commit']>
): Promise<Stored> {
  try {
    return await requests.commit(...change);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const [seen, next] = change;
    const now = await requests.load(next.id);
    if (now?.version !== seen.version + 1 || JSON.stringify(now.request) !== JSON.stringify(next))
      throw error;
    return now;
  }
}

/** What was committed stands, and goes on, whatever becomes of its case: the timer brings the two together again. */
async function bringCaseInStep(desk: Desk, request: HelpRequest): Promise<void> {
  try {
    const command = await followRequest(desk, request);
    if (command) await act(desk, request.id, command);
  } catch (error) {
    if (!isTrouble(error) && !(error instanceof VersionConflict)) throw error;
    desk.log.warn('case not in step', { request: request.id, error: error.name });
  }
}

async function afterwards(desk: Desk, { request }: Stored, events: readonly Event[]): Promise<void> {
  for (const event of events.filter(changesCard))
    desk.log.info(event.type, {
      ...{ request: request.id, number: request.number, status: request.status },
      ...('cause' in event && { cause: event.cause }),
      ...('graphRequestId' in event && { graphRequestId: event.graphRequestId }),
    });
  if (isOver(request)) await desk.vault.forget(request.id);
  if (!events.some(changesCard)) return;
  await bringCaseInStep(desk, request);
}
