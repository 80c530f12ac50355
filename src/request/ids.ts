/** Ids that must not be mixed up have types of their own; each is made by the function that checks it. */
export type PersonId = string & { readonly is: 'PersonId' };
export type TenantId = string & { readonly is: 'TenantId' };
/** Intune's id of a managed device. */
export type DeviceId = string & { readonly is: 'DeviceId' };
/** The bot's own id of a request, a random UUID. */
export type RequestId = string & { readonly is: 'RequestId' };

/** The bot's own id of a case, a random UUID. */
export type CaseId = string & { readonly is: 'CaseId' };

/** Stands where a person was erased. No id of anybody: the check below refuses it. */
export const NOBODY = '00000000-0000-0000-0000-000000000000' as PersonId;

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The text as a lower-case GUID, or undefined; the all-zero GUID is Graph's way to say "none". */
export function readGuid(text: string | null | undefined): string | undefined {
  const lower = text?.trim().toLowerCase();
  return lower && lower !== NOBODY && guid.test(lower) ? lower : undefined;
}

// The casts below are the only places where these types are made: the check stands in front of each.
export const personId = (text: string | null | undefined) => readGuid(text) as PersonId | undefined;
export const tenantId = (text: string | null | undefined) => readGuid(text) as TenantId | undefined;
export const deviceId = (text: string | null | undefined) => readGuid(text) as DeviceId | undefined;
export const requestId = (text: string | null | undefined) => readGuid(text) as RequestId | undefined;
export const caseId = (text: string | null | undefined) => readGuid(text) as CaseId | undefined;
