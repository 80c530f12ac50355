import type { AssistanceBehaviour, DeviceSeed } from './device';

/** All of one person, whose own laptop was seen after them: it comes first in a choice. */
function scripted(name: string, shows: string, behaviour: Partial<AssistanceBehaviour>): DeviceSeed {
  return { name, owner: 'anna', shows, behaviour, checkedInHoursAgo: 3 };
}

/** Devices that misbehave on purpose, named after what they do. */
export const scriptedDevices: readonly DeviceSeed[] = [
  scripted('LINK-3S', 'The link comes after three seconds.', { linkAfter: 3 }),
  scripted('LINK-40S', 'The link comes after forty seconds.', { linkAfter: 40, resultAfter: 40 }),
  scripted('LINK-NEVER', 'Intune accepts, and no link ever comes.', {
    linkAfter: 'never',
    resultAfter: 'never',
  }),
  scripted('LINK-FIRST', 'The link is there before the action result.', { linkAfter: 1, resultAfter: 8 }),
  scripted('RESULT-FIRST', 'The action result is there before the link.', { linkAfter: 8, resultAfter: 1 }),
  scripted('OLD-LINK', 'Carries the link of an earlier session: it must not be shown as the new one.', {
    oldLink: 'https://get.teamviewer.com/sOLDSESSION',
    linkAfter: 5,
  }),
  scripted('EVIL-LINK', 'The link leads to a foreign host: it is withheld.', {
    link: 'https://get.teamviewer.com.evil.example/s1',
  }),
  scripted('FORBIDDEN-1', 'Intune refuses: the role is missing for this device.', { answer: 'forbidden' }),
  scripted('FORBIDDEN-401', 'The same refusal, but as 401, as Intune sometimes says it.', {
    answer: 'forbidden-as-401',
  }),
  scripted('THROTTLED-1', 'Graph is busy once and says for how long.', { answer: 'throttled', times: 1 }),
  scripted('THROTTLED-BARE', 'Graph is busy once and does not say for how long.', {
    answer: 'throttled-bare',
    times: 1,
  }),
  scripted('RESET-AFTER-SEND', 'Intune accepts, and the connection breaks before it can say so.', {
    answer: 'reset',
    acceptsAnyway: true,
  }),
  scripted('RESET-BEFORE', 'The connection breaks and Intune never got it.', { answer: 'reset' }),
  scripted('SERVER-ERROR-ACCEPTED', '502, and yet Intune carries it out.', {
    answer: 'bad-gateway',
    acceptsAnyway: true,
  }),
  scripted('SERVER-ERROR-1', '500, and Intune did nothing.', { answer: 'server-error' }),
  scripted('NOT-FOUND-1', 'Gone between the search and the press.', { answer: 'not-found' }),
  scripted('UNSUPPORTED-1', 'Intune refuses this device and does not say why.', { answer: 'bad-request' }),
  scripted('CONFLICT-1', 'Intune answers 409.', { answer: 'conflict' }),
  scripted('CLAIMS-1', 'Graph demands a fresh sign-in (claims challenge).', { answer: 'claims-challenge' }),
  scripted('ACTION-FAILED', 'Accepted, and two seconds later the action has failed.', {
    linkAfter: 'never',
    resultAfter: 2,
    result: 'failed',
    errorDetails: 'Session could not be created: the device did not respond.',
  }),
  scripted('HANGS-1', 'Graph never answers.', { answer: 'hang' }),
  scripted('HANGS-ACCEPTED', 'Intune accepts, Graph never answers.', { answer: 'hang', acceptsAnyway: true }),
  scripted('GARBAGE-1', 'A proxy answers 200 with a web page.', { answer: 'garbage' }),
];
