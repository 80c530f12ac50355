import { stableGuid, stableToken } from '../ids';

/** The tenant that personal Microsoft accounts belong to. */
export const PERSONAL_ACCOUNTS_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** What the login host does instead of exchanging a person's sign-on token (facts/graph.md § 5.2). */
export type ExchangeTrouble =
  | 'mfa-required' // as seen in the field: invalid_grant with claims
  | 'mfa-required-by-the-book' // as documented: interaction_required with claims
  | 'blocked-by-policy'
  | 'blocked-by-policy-with-message'
  | 'assertion-expired'
  | 'assertion-invalid'
  | 'token-revoked'
  | 'not-assigned'
  | 'wrong-secret'
  | 'busy'
  | 'unavailable'
  | 'transient'
  | 'hang'
  | 'reset'
  | 'garbage';

/** What Intune lets the person do: nothing, only look, or ask for remote assistance too. */
export type IntuneRole = 'none' | 'readOnly' | 'helpDeskOperator';

export interface PersonSeed {
  readonly key: string;
  readonly name: string;
  /** One sentence for whoever plays. */
  readonly about: string;
  readonly upn?: string;
  readonly locale?: string;
  readonly timezone?: string;
  readonly tenantId?: string;
  readonly guest?: boolean;
  readonly behaviour?: Partial<PersonBehaviour>;
}

/** What a test may change about a person at any time. */
export interface PersonBehaviour {
  /** App roles in the sign-on token. */
  roles: readonly string[];
  intune: IntuneRole;
  /** Whether the person (or an administrator) agreed to what the bot may do for them. */
  consented: boolean;
  /** What the consent page does on "Accept": let them, or demand an administrator. */
  mayConsent: boolean;
  exchange: ExchangeTrouble | undefined;
  /** How many exchanges the trouble lasts. */
  exchangeTimes: number;
  /** Whether the app is in the person's personal scope: without it the bot cannot write first. */
  installed: boolean;
}

const ordinary: PersonBehaviour = {
  roles: [],
  intune: 'none',
  consented: true,
  mayConsent: true,
  exchange: undefined,
  exchangeTimes: Infinity,
  installed: false,
};

/** Somebody with a Teams client. Keys ("tom") are for tests and players, the rest is what the bot sees. */
export class Person {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly oid: string;
  readonly tid: string;
  readonly upn: string;
  /** The person's id as this bot sees it in Teams. */
  readonly teamsId: string;
  readonly locale: string;
  readonly timezone: string;
  readonly isGuest: boolean;
  readonly behaviour: PersonBehaviour;

  constructor(seed: PersonSeed, home: { readonly tenantId: string; readonly domain: string }) {
    this.key = seed.key;
    this.name = seed.name;
    this.about = seed.about;
    this.oid = stableGuid(`person ${seed.key}`);
    this.tid = seed.tenantId ?? home.tenantId;
    this.upn = seed.upn ?? `${seed.key}@${home.domain}`;
    this.teamsId = `29:1${stableToken(`teams ${seed.key}`, 40)}`;
    this.locale = seed.locale ?? 'en-US';
    this.timezone = seed.timezone ?? 'Europe/Berlin';
    this.isGuest = seed.guest ?? false;
    this.behaviour = { ...ordinary, ...seed.behaviour };
  }

  /** Changes what happens to this person from now on. */
  behave(change: Partial<PersonBehaviour>): this {
    Object.assign(this.behaviour, change);
    return this;
  }

  /** The trouble that this exchange meets, used up if it lasts only so many times. */
  nextExchangeTrouble(): ExchangeTrouble | undefined {
    const trouble = this.behaviour.exchange;
    if (!trouble) return undefined;
    this.behaviour.exchangeTimes -= 1;
    if (this.behaviour.exchangeTimes <= 0) this.behave({ exchange: undefined, exchangeTimes: Infinity });
    return trouble;
  }

  /** An interactive sign-in: consent is given and a demanded second factor shown. */
  signedInInteractively(): void {
    this.behave({ consented: true });
    if (this.behaviour.exchange?.startsWith('mfa-required')) this.behave({ exchange: undefined });
  }

  /** What the directory answers about the person with User.ReadBasic.All. */
  directoryEntry(): Record<string, unknown> {
    const [givenName = '', ...rest] = this.name.split(' ');
    return {
      id: this.oid,
      displayName: this.name,
      givenName,
      surname: rest.join(' '),
      mail: this.upn,
      userPrincipalName: this.upn,
    };
  }
}
