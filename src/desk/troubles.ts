import type { Cause, HelpRequest, Occupant } from '../request/help-request';
import type { Instant } from '../request/ids';

/**
 * What the world outside may answer instead of doing its work. Errors of Graph, Entra, Teams and the database
 * become one of these at the door of their room; everything else is a bug. Messages hold no token and no name.
 */
export type Trouble = SignInNeeded | NotPermitted | Busy | Unreachable | OutcomeUnknown;

export const isTrouble = (error: unknown): error is Trouble =>
  error instanceof SignInNeeded ||
  error instanceof NotPermitted ||
  error instanceof Busy ||
  error instanceof Unreachable ||
  error instanceof OutcomeUnknown;

/** Why the technician has to sign in; the sign-in card says so. */
export type SignInReason = 'first-time' | 'expired' | 'consent' | 'second-factor' | 'not-possible-here';

/** Only the technician can help: no token, or one that Graph does not take any more. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded';
  constructor(
    readonly reason: SignInReason,
    /** The claims challenge to hand to the sign-in page, as JSON text. */
    readonly claims?: string,
    options?: ErrorOptions,
  ) {
    super(`Sign-in needed: ${reason}`, options);
  }
}

/** They said no, and asking again will not help. */
export class NotPermitted extends Error {
  override name = 'NotPermitted';
  constructor(
    readonly reason: Cause,
    readonly graphRequestId?: string,
    options?: ErrorOptions,
  ) {
    super(`Not permitted: ${reason}`, options);
  }
}

/** Throttled: certainly not carried out, so even a write may be sent again. */
export class Busy extends Error {
  override name = 'Busy';
  constructor(
    readonly party: Party,
    /** When to ask again, where the answer says so. */
    readonly until?: Instant,
    options?: ErrorOptions,
  ) {
    super(`${party} is busy`, options);
  }
}

/** No answer to a read, or a write that certainly never left this process. */
export class Unreachable extends Error {
  override name = 'Unreachable';
  constructor(
    readonly party: Party,
    readonly graphRequestId?: string,
    options?: ErrorOptions,
  ) {
    super(`${party} cannot be reached`, options);
  }
}

/** A write left this process and nobody knows whether it took effect. */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown';
  constructor(
    readonly graphRequestId?: string,
    options?: ErrorOptions,
  ) {
    super('Outcome unknown', options);
  }
}

export type Party = 'intune' | 'sign-in' | 'teams' | 'database';

/** Someone else committed first. Load and decide once more. */
export class VersionConflict extends Error {
  override name = 'VersionConflict';
}

/** The database allows one open session a device; this one is taken. */
export class DeviceOccupied extends Error {
  override name = 'DeviceOccupied';
  constructor(readonly occupant: Occupant) {
    super('Device occupied');
  }
}

/** The same question was asked before, and its card is still open. */
export class AlreadyAsked extends Error {
  override name = 'AlreadyAsked';
  constructor(readonly stored: { readonly request: HelpRequest; readonly version: number }) {
    super('Already asked');
  }
}
