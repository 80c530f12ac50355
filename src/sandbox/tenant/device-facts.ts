import { stableGuid, stableToken } from '../ids';

/** A managedDevice as Graph v1.0 shows it. Only what the sandbox itself reads is named. */
export interface DeviceFacts {
  readonly id: string;
  deviceName: string;
  userId: string;
  userPrincipalName: string;
  operatingSystem: string;
  serialNumber: string;
  [property: string]: unknown;
}

/** Intune's way of saying "no date" and "no id". */
export const NO_DATE = '0001-01-01T00:00:00Z';
export const NO_GUID = '00000000-0000-0000-0000-000000000000';

/** Properties that come only on a GET of one device with the property in $select (facts/graph.md § 3.1, trap 8). */
export const ONLY_WITH_SELECT: Readonly<Record<string, unknown>> = {
  activationLockBypassCode: null,
  ethernetMacAddress: null,
  iccid: null,
  notes: null,
  physicalMemoryInBytes: 0,
  remoteAssistanceSessionUrl: null,
  remoteAssistanceSessionErrorDetails: null,
  udid: null,
};

interface Owner {
  readonly oid: string;
  readonly upn: string;
  readonly name: string;
}

/** A healthy Windows laptop; seeds override what differs. Without an owner all user properties are empty. */
export function ordinaryFacts(
  id: string,
  name: string,
  owner: Owner | undefined,
  syncedAt: Date,
): DeviceFacts {
  return {
    id,
    deviceName: name,
    ...userFacts(owner),
    managedDeviceName: `${owner?.upn.split('@')[0] ?? 'none'}_Windows_3/14/2026_9:26 AM`,
    managedDeviceOwnerType: 'company',
    enrolledDateTime: '2026-03-14T09:26:53Z',
    lastSyncDateTime: syncedAt.toISOString(),
    operatingSystem: 'Windows',
    osVersion: '10.0.26100.6584',
    complianceState: 'compliant',
    jailBroken: 'Unknown',
    managementAgent: 'mdm',
    managementState: 'managed',
    easActivated: true,
    easDeviceId: stableToken(`eas ${id}`, 32).toUpperCase(),
    easActivationDateTime: NO_DATE,
    azureADRegistered: true,
    azureADDeviceId: stableGuid(`entra ${id}`),
    deviceEnrollmentType: 'windowsAzureADJoin',
    deviceRegistrationState: 'registered',
    deviceCategoryDisplayName: 'Office',
    model: 'Latitude 7450',
    manufacturer: 'Dell Inc.',
    serialNumber: stableToken(`serial ${id}`, 10).toUpperCase(),
    isSupervised: false,
    isEncrypted: true,
    exchangeAccessState: 'none',
    exchangeAccessStateReason: 'none',
    exchangeLastSuccessfulSyncDateTime: NO_DATE,
    ...hardwareFacts(id),
  };
}

function userFacts(owner: Owner | undefined) {
  return {
    userId: owner?.oid ?? '',
    userPrincipalName: owner?.upn ?? '',
    userDisplayName: owner?.name ?? '',
    emailAddress: owner?.upn ?? '',
  };
}

function hardwareFacts(id: string) {
  return {
    androidSecurityPatchLevel: '',
    complianceGracePeriodExpirationDateTime: '9999-12-31T23:59:59Z',
    configurationManagerClientEnabledFeatures: null,
    deviceHealthAttestationState: null,
    enrollmentProfileName: '',
    freeStorageSpaceInBytes: 211_000_000_000,
    totalStorageSpaceInBytes: 511_000_000_000,
    imei: '',
    meid: '',
    managementCertificateExpirationDate: '2027-03-14T09:26:53Z',
    partnerReportedThreatState: 'unknown',
    phoneNumber: '',
    requireUserEnrollmentApproval: null,
    subscriberCarrier: '',
    wiFiMacAddress: stableToken(`wifi ${id}`, 12).toUpperCase(),
  };
}
