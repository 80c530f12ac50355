import type { DeviceId, Instant, PersonId } from './ids';

/** What the help desk knows of a device: Graph's `managedDevice`, with "nothing" left out instead of spelled out. */
export type Device = {
  readonly id: DeviceId;
  readonly name: string;
  readonly serialNumber?: string;
  /** The primary user; absent on a shared device. */
  readonly user?: { readonly id?: PersonId; readonly name?: string; readonly signInName?: string };
  readonly manufacturer?: string;
  readonly model?: string;
  readonly operatingSystem?: string;
  readonly osVersion?: string;
  /** `company`, `personal`, `unknown`, or a value Graph may add: unknown strings are text. */
  readonly ownerType?: string;
  readonly complianceState?: string;
  readonly managementState?: string;
  readonly enrollmentType?: string;
  readonly lastSyncAt?: Instant;
  readonly entraDeviceId?: string;
};

/**
 * How a device is addressed in Graph, in every form that the documentation of `requestRemoteAssistance` names.
 * Source: learn.microsoft.com/graph/api/intune-devices-manageddevice-requestremoteassistance (v1.0 and beta).
 */
export type DeviceAddress =
  | { readonly form: 'direct'; readonly api: GraphApi; readonly device: DeviceId }
  | {
      readonly form: 'user';
      readonly api: GraphApi;
      /** Object id or sign-in name; Graph takes both. */
      readonly user: string;
      readonly device: DeviceId;
    }
  | { readonly form: 'app'; readonly api: 'v1.0'; readonly app: string; readonly device: DeviceId }
  | { readonly form: 'script-run'; readonly api: 'beta'; readonly script: string; readonly run: string }
  | {
      readonly form: 'script-run-app';
      readonly api: 'beta';
      readonly script: string;
      readonly run: string;
      readonly app: string;
      readonly device: DeviceId;
    };

export type GraphApi = 'v1.0' | 'beta';

/** A device together with the way on which it was found. */
export type FoundDevice = { readonly device: Device; readonly address: DeviceAddress };

/** What one look at a device tells about remote assistance (GET by id with `$select`). */
export type AssistanceSight = {
  /** `remoteAssistanceSessionUrl`; `fingerprint` tells two links apart without keeping either. */
  readonly link?: { readonly url: string; readonly fingerprint: string };
  /** Fingerprint of `remoteAssistanceSessionErrorDetails`, and its text for the technician's card. */
  readonly error?: { readonly text: string; readonly fingerprint: string };
  /** The newest result of a remote-assistance action among `deviceActionResults`. */
  readonly action?: AssistanceAction;
};

export type AssistanceAction = {
  /** Graph's `actionState`: none, pending, canceled, active, done, failed, notSupported, or a newer word. */
  readonly state: string;
  readonly startedAt?: Instant;
  readonly updatedAt?: Instant;
};

/** What was there before we asked; kept with the intent so that old traces are not taken for ours. */
export type Baseline = {
  readonly linkFingerprint?: string;
  readonly errorFingerprint?: string;
  readonly action?: AssistanceAction;
};

export type DeviceWarning =
  | 'stale-check-in'
  | 'corporate-android'
  | 'enrolled-without-user'
  | 'no-primary-user'
  | 'not-managed'
  | 'other-spelling'
  | 'old-session-link';

/** Check-ins older than this are worth a warning before the press. */
export const STALE_AFTER_DAYS = 7;

const DAY = 24 * 60 * 60 * 1000;
// Enrolments without a user show no prompt in Company Portal: learn.microsoft.com/intune, TeamViewer connector page.
const USERLESS = new Set(['deviceenrollmentmanager', 'windowsbulkuserless', 'windowsbulkazuredomainjoin']);

/** What speaks against this device, in the order in which a technician should read it. */
export function warningsFor(device: Device, typed: string | undefined, at: Instant): DeviceWarning[] {
  const warnings: DeviceWarning[] = [];
  if (typed !== undefined && !sameSpelling(device, typed)) warnings.push('other-spelling');
  if (device.managementState !== undefined && device.managementState !== 'managed')
    warnings.push('not-managed');
  if (isCorporateAndroid(device)) warnings.push('corporate-android');
  if (USERLESS.has(device.enrollmentType?.toLowerCase() ?? '')) warnings.push('enrolled-without-user');
  else if (!device.user) warnings.push('no-primary-user');
  if (device.lastSyncAt === undefined || at - device.lastSyncAt > STALE_AFTER_DAYS * DAY)
    warnings.push('stale-check-in');
  return warnings;
}

// The connector does not reach corporate-owned Android (same page).
function isCorporateAndroid(device: Device): boolean {
  return device.operatingSystem?.toLowerCase().includes('android') === true && device.ownerType === 'company';
}

/** A different case is no different spelling; a look-alike letter or a shortened name is. */
function sameSpelling(device: Device, typed: string): boolean {
  const wanted = typed.normalize('NFC').toLocaleLowerCase('en');
  return [device.name, device.serialNumber, device.id, device.entraDeviceId].some(
    (known) => known?.normalize('NFC').toLocaleLowerCase('en') === wanted,
  );
}
