/** Where the parts of the sandbox listen. Filled while they start: each part needs the others' addresses. */
export interface Addresses {
  login: string;
  graph: string;
  connector: string;
  /** Where the bot takes activities, without /api/messages. */
  bot: string;
}

/** The two app registrations that a tenant has for the bot. */
export interface Registrations {
  readonly bot: Registration;
  /** Single sign-on and on-behalf-of. */
  readonly signOn: Registration;
}

export interface Registration {
  readonly id: string;
  secret: string;
}
