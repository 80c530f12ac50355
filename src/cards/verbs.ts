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
] as const;

export type Verb = (typeof verbs)[number];

/** True for a verb of ours; anyone can send any other. */
export const isVerb = (text: unknown): text is Verb => verbs.some((verb) => verb === text);
