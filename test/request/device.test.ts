import { warningsFor } from '../../src/request/device';
import { checkTechnician } from '../../src/request/who-may';
import { laptop, minute, noon, tenant } from './stories';

const DAY = 24 * 60 * minute;

test.each([
  ['nothing, when all is well', laptop, 'LAPTOP-7F3K', []],
  ['nothing, when only upper and lower case differ', laptop, 'laptop-7f3k', []],
  ['nothing, when the serial number was typed', laptop, '5cg1234xyz', []],
  ['another spelling', laptop, 'LАPTOP-7F3K', ['other-spelling']],
  ['a check-in eight days ago', { ...laptop, lastSyncAt: noon - 8 * DAY }, undefined, ['stale-check-in']],
  [
    'corporate-owned Android',
    { ...laptop, operatingSystem: 'AndroidForWork', ownerType: 'company' },
    undefined,
    ['corporate-android'],
  ],
  [
    'an enrolment without a user',
    { ...laptop, enrollmentType: 'windowsBulkUserless' },
    undefined,
    ['enrolled-without-user'],
  ],
  ['not managed any more', { ...laptop, managementState: 'retirePending' }, undefined, ['not-managed']],
])('warns of %s', (_, device, typed, warnings) => {
  expect(warningsFor(device, typed, noon)).toEqual(warnings);
});

test('warns of a device without a primary user', () => {
  const { user: _nobody, ...shared } = laptop;
  expect(warningsFor(shared, undefined, noon)).toEqual(['no-primary-user']);
});

test('warns when Intune does not know when the device checked in', () => {
  const { lastSyncAt: _never, ...silent } = laptop;
  expect(warningsFor(silent, undefined, noon)).toEqual(['stale-check-in']);
});

describe('who may act as a technician', () => {
  const rules = { tenant, technicianRoles: ['Helpdesk.Technician'] };
  const person = { tenant, isGuest: false, roles: ['Helpdesk.Technician'], rolesSeenAt: noon };

  test.each([
    ['one with the role', person, rules, 'technician'],
    ['one without the role', { ...person, roles: [] }, rules, 'not-a-technician'],
    [
      'anyone of the tenant, when no role is configured',
      { ...person, roles: [] },
      { tenant, technicianRoles: [] },
      'technician',
    ],
    ['no guest, whatever the role', { ...person, isGuest: true }, rules, 'guest'],
    [
      'nobody whose role was seen more than an hour ago',
      { ...person, rolesSeenAt: noon - 61 * minute },
      rules,
      'sign-in-again',
    ],
    ['nobody who never signed in', undefined, rules, 'sign-in-again'],
  ])('%s', (_, someone, policy, expected) => {
    expect(checkTechnician(someone, policy, noon)).toBe(expected);
  });
});
