/** What a button of ours can ask for. It stands in `action.verb` of the `adaptiveCard/action` invoke. */
export const verbs = [
  'request-assistance',
  'another-device',
  'cancel',
  'check-again',
  'send-again',
  'close',
  'try-again',
  'pick',
  'my-devices',
  'status',
  'history',
  'sign-in',
  // Of help requests
  'case-view',
  'case-take',
  'case-release',
  'case-hand-over',
  'case-hand-over-to',
  'case-withdraw',
  'case-resolve',
  'case-urgent',
  'case-normal',
  'case-mute',
  'case-unmute',
  'case-disown',
  'case-devices',
  'case-find',
  'case-open',
  'case-raise',
  'queue',
  'my-requests',
] as const;

export type Verb = (typeof verbs)[number];

/** True for a verb of ours; anyone can send any other. */
export const isVerb = (text: unknown): text is Verb => verbs.some((verb) => verb === text);
