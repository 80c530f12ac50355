import type { Device } from './device';
import type { Instant, TenantId } from './ids';

/** What is known of a person from the newest validated sign-on token. */
export type Person = {
  readonly tenant: TenantId;
  readonly isGuest: boolean;
  readonly roles: readonly string[];
  readonly rolesSeenAt: Instant;
};

/** The newest validated sign-on token counts, and no longer than this. */
export const ROLES_LAST = 60 * 60 * 1000;

export type TechnicianCheck = 'technician' | 'sign-in-again' | 'not-a-technician' | 'guest' | 'other-tenant';

/**
 * Who may act as a technician. With no roles configured anyone of the tenant who is no guest may try:
 * Intune's own answer is the last word.
 */
export function checkTechnician(
  person: Person | undefined,
  rules: { readonly tenant: TenantId; readonly technicianRoles: readonly string[] },
  at: Instant,
): TechnicianCheck {
  if (!person) return 'sign-in-again';
  if (person.tenant !== rules.tenant) return 'other-tenant';
  if (person.isGuest) return 'guest';
  if (rules.technicianRoles.length === 0) return 'technician';
  if (at - person.rolesSeenAt > ROLES_LAST) return 'sign-in-again';
  return person.roles.some((role) => rules.technicianRoles.includes(role))
    ? 'technician'
    : 'not-a-technician';
}

/** The device the technician saw is the one that will be asked: same id, serial number and primary user. */
export function isSameDevice(shown: Device, now: Device): boolean {
  const userOf = ({ user }: Device) => user?.id ?? user?.signInName?.toLowerCase();
  return shown.id === now.id && shown.serialNumber === now.serialNumber && userOf(shown) === userOf(now);
}
