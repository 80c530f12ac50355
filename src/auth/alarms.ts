import type { PersonId, TenantId } from '../request/ids';

/** Something that only an operator can put right, or that must never happen. Holds no token, name or secret. */
export type Alarm = {
  readonly event:
    | 'credential-refused' // the login host does not take the secret or certificate of a registration
    | 'sign-in-misconfigured' // the registration, its permissions or the addresses are wrong
    | 'foreign-token'; // an exchange brought a token that is not the expected technician's; it was dropped
  readonly because: string;
  /** The registration that asked. */
  readonly client: string;
  /** Entra's number of the error, AADSTS…. */
  readonly number?: number;
  readonly person?: PersonId;
  readonly tenant?: TenantId;
};

export type OnAlarm = (alarm: Alarm) => void;
