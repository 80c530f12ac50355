import type { DeviceSeed } from './device';
import { NO_DATE, NO_GUID } from './device-facts';

const DAY = 24;

const mac = {
  operatingSystem: 'macOS',
  osVersion: '15.1',
  manufacturer: 'Apple',
  model: 'MacBook Pro',
  deviceEnrollmentType: 'appleBulkWithUser',
} as const;
const iPhone = {
  operatingSystem: 'iOS',
  osVersion: '18.1.1',
  manufacturer: 'Apple',
  model: 'iPhone 15',
  deviceEnrollmentType: 'appleBulkWithUser',
  isSupervised: true,
} as const;
const iPad = { ...iPhone, operatingSystem: 'iPadOS', model: 'iPad Air' } as const;
const android = {
  operatingSystem: 'Android',
  osVersion: '15',
  manufacturer: 'samsung',
  model: 'SM-S926B',
  deviceEnrollmentType: 'userEnrollment',
  managementAgent: 'googleCloudDevicePolicyController',
} as const;

/** The devices of the house. Those with a scripted behaviour are in `scripted-devices.ts`. */
export const devices: readonly DeviceSeed[] = [
  {
    name: 'LAPTOP-7F3K',
    owner: 'anna',
    facts: { serialNumber: '5CG3141592', model: 'EliteBook 840 G11', manufacturer: 'HP' },
    shows: 'The happy path: found, confirmed, and the session link comes after three seconds.',
  },
  { name: 'LAPTOP-7F3X', owner: 'bert', facts: { serialNumber: '5CG2718281' } },
  { name: 'R&D-LT-04', owner: 'bert', shows: 'An ampersand in the name.' },
  { name: "O'Brien-PC", owner: 'sean', shows: 'A quote in the name must not end the search text.' },
  { name: 'КАССА-2', owner: 'olga', shows: 'A name in Cyrillic.' },
  {
    name: '**CEO** [click](https://evil.example)',
    owner: 'annika',
    shows: 'A device name that tries to be Markdown: it must stay text.',
  },
  { name: 'LENA-日本-PC', owner: 'yuki' },
  {
    name: 'OLD-LAPTOP',
    owner: 'maria',
    checkedInHoursAgo: 80 * DAY,
    shows: 'Last seen by Intune 80 days ago: the card warns before the press.',
  },
  { name: 'DESKTOP-TWIN', id: 'twin 1', owner: 'anna', shows: 'Two laptops of one name: choose by owner.' },
  {
    name: 'DESKTOP-TWIN',
    id: 'twin 2',
    owner: 'bert',
    facts: { complianceState: 'noncompliant' },
    checkedInHoursAgo: 5 * DAY,
  },
  {
    name: 'KIOSK-LOBBY',
    facts: { deviceEnrollmentType: 'windowsBulkUserless', model: 'OptiPlex 7020' },
    shows: 'Enrolled without a user: nobody would see the prompt.',
  },
  {
    name: 'SPARE-11',
    facts: { azureADDeviceId: NO_GUID, lastSyncDateTime: NO_DATE, enrolledDateTime: NO_DATE },
    shows: 'No primary user, no dates, an all-zero Entra id: nothing of that is shown as fact.',
  },
  {
    name: 'LEAVING-3',
    owner: 'sean',
    facts: { managementState: 'retirePending' },
    shows: 'About to be retired: not managed any more.',
  },
  { name: 'WIPED-9', owner: 'maria', facts: { managementState: 'wipePending', complianceState: 'unknown' } },
  { name: 'MACBOOK-MARIA', owner: 'maria', facts: mac },
  { name: "Yuki's MacBook Air", owner: 'yuki', facts: { ...mac, model: 'MacBook Air' } },
  { name: 'iPhone', id: 'iphone anna', owner: 'anna', facts: iPhone, shows: 'Five phones called "iPhone".' },
  { name: 'iPhone', id: 'iphone bert', owner: 'bert', facts: { ...iPhone, model: 'iPhone 14' } },
  { name: 'iPhone', id: 'iphone yuki', owner: 'yuki', facts: iPhone, checkedInHoursAgo: 2 * DAY },
  { name: 'iPhone', id: 'iphone maria', owner: 'maria', facts: { ...iPhone, model: 'iPhone 16e' } },
  { name: 'iPhone', id: 'iphone spare', facts: { ...iPhone, deviceEnrollmentType: 'appleBulkWithoutUser' } },
  { name: 'iPad', owner: 'sean', facts: iPad },
  {
    name: 'FIELD-TAB-08',
    owner: 'olga',
    facts: { ...android, managedDeviceOwnerType: 'company', model: 'SM-T870' },
    shows: 'Corporate-owned Android: TeamViewer through Intune does not support it.',
  },
  {
    name: 'Pixel 9',
    owner: 'annika',
    facts: { ...android, managedDeviceOwnerType: 'personal', manufacturer: 'Google', model: 'Pixel 9' },
    shows: 'A personal Android with a work profile: supported.',
  },
];
