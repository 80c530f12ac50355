import type { AssistanceAction, AssistanceSight, Baseline } from './device';
import type { Instant } from './ids';

/** What a look at the device says about our own POST, compared with what was there before it. */
export type Evidence =
  | { readonly kind: 'link'; readonly fingerprint: string }
  | { readonly kind: 'failed'; readonly details: string | undefined }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'none' };

/** Device clocks and Intune's may differ from ours by this much. */
const CLOCK_TOLERANCE = 5 * 60 * 1000;
const UNDER_WAY = new Set(['pending', 'active']);
const GONE_WRONG = new Set(['failed', 'notSupported', 'canceled']);
/** A pending or active action younger than this belongs to somebody who is at it now. */
export const RUNNING_FOR = 15 * 60 * 1000;

export function baselineOf(sight: AssistanceSight): Baseline {
  return {
    ...(sight.link && { linkFingerprint: sight.link.fingerprint }),
    ...(sight.error && { errorFingerprint: sight.error.fingerprint }),
    ...(sight.action && { action: sight.action }),
  };
}

/** Reads a sight as evidence for the POST whose intent was committed at `intentAt`. */
export function readEvidence(baseline: Baseline, sight: AssistanceSight, intentAt: Instant): Evidence {
  const ours = isNewer(sight.action, baseline.action, intentAt) ? sight.action : undefined;
  // Only a new link is ours: an action can be done before Intune has replaced the link of an earlier session.
  if (sight.link && sight.link.fingerprint !== baseline.linkFingerprint)
    return { kind: 'link', fingerprint: sight.link.fingerprint };
  const errorIsNew = sight.error !== undefined && sight.error.fingerprint !== baseline.errorFingerprint;
  if (errorIsNew || (ours && GONE_WRONG.has(ours.state)))
    return { kind: 'failed', details: sight.error?.text };
  return ours ? { kind: 'accepted' } : { kind: 'none' };
}

/** Whether somebody's session on this device is just being made: asking again now would disturb it. */
export function isUnderWay(sight: AssistanceSight, at: Instant): boolean {
  const { action } = sight;
  return (
    action?.startedAt !== undefined && UNDER_WAY.has(action.state) && at - action.startedAt < RUNNING_FOR
  );
}

function isNewer(
  action: AssistanceAction | undefined,
  before: AssistanceAction | undefined,
  intentAt: Instant,
): boolean {
  if (!action || action.state === 'none') return false;
  if (before && action.startedAt === before.startedAt && action.updatedAt === before.updatedAt) return false;
  // Without a start time only a change against the baseline speaks for us.
  return action.startedAt === undefined || action.startedAt >= intentAt - CLOCK_TOLERANCE;
}
