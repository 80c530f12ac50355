import type { Player } from './player';
import type { Stage } from './stage';

/** One state of a card: how one gets there, and the heading it has then. */
export type Scene = {
  readonly name: string;
  /** Key of the person; Tom unless given. */
  readonly as?: string;
  readonly act: (player: Player, stage: Stage) => Promise<void>;
  readonly heading: string;
};

const says = (line: string) => (player: Player) => player.say(line);

const requests = (device: string) => async (player: Player) => {
  await player.say(`help me with device ${device}`);
  await player.reads(device, player.card);
  await player.press('Request remote assistance');
};

/** Asks for a device, waits until the card shows `heading`, and presses a button there. */
const presses = (device: string, heading: string, button: string) => async (player: Player) => {
  await requests(device)(player);
  await player.sees(heading);
  await player.press(button);
};

/** Everything that speaks against a device at once; the first letter is Cyrillic. */
async function draftWithWarnings(player: Player, { played }: Stage): Promise<void> {
  const device = played.device('OLD-LAPTOP').behave({ oldLink: 'https://get.teamviewer.com/sOLD' });
  Object.assign(device.facts, { managementState: 'retirePending' });
  await player.say('help me with device ОLD-LAPTOP');
}

async function losesSight(player: Player, { played }: Stage): Promise<void> {
  const device = played.device('LINK-40S').behave({ linkAfter: 'never' });
  await requests('LINK-40S')(player);
  await player.sees('Requested');
  device.behave({ read: 'claims-challenge' });
}

async function cancels(player: Player): Promise<void> {
  await player.say('help me with device LAPTOP-7F3X');
  await player.press('Cancel');
}

const refused = 'Remote assistance could not be requested';

/** Requests under way. With the patience of real life, their states stay for as long as a picture takes. */
export const underWay: readonly Scene[] = [
  { name: 'draft', act: says('help me with device LAPTOP-7F3K'), heading: 'Request remote assistance?' },
  { name: 'draft-warnings', act: draftWithWarnings, heading: 'Request remote assistance?' },
  { name: 'progress-asking', act: requests('HANGS-1'), heading: 'Asking Intune' },
  { name: 'progress-waiting', act: requests('LINK-NEVER'), heading: 'Requested' },
  { name: 'progress-unclear', act: requests('RESET-BEFORE'), heading: 'Not clear yet' },
  { name: 'ready', act: requests('LINK-3S'), heading: 'Session is ready' },
  { name: 'ready-withheld', act: requests('EVIL-LINK'), heading: 'Session is ready' },
  { name: 'status', act: says('status'), heading: '7 open requests' },
  { name: 'history', act: says('history'), heading: 'Your last requests' },
  // Last: when Graph asks to wait, everything waits that asks Graph for this tenant.
  { name: 'progress-busy', act: requests('THROTTLED-1'), heading: 'Confirmed' },
];

/** Requests that came to an end, or to a question, by themselves or by a press. */
export const ended: readonly Scene[] = [
  { name: 'question-sign-in', act: losesSight, heading: 'Sign in to check' },
  { name: 'refused-role', act: requests('FORBIDDEN-1'), heading: refused },
  { name: 'refused-gone', act: requests('NOT-FOUND-1'), heading: refused },
  { name: 'failed', act: requests('ACTION-FAILED'), heading: 'The session failed' },
  { name: 'closed', act: presses('LINK-FIRST', 'Session is ready', 'Close'), heading: 'Closed' },
  { name: 'withdrawn', act: presses('LINK-NEVER', 'Requested', 'Withdraw'), heading: 'Withdrawn' },
  { name: 'cancelled', act: cancels, heading: 'Cancelled' },
];

/** Everything that is not about one request. */
export const conversation: readonly Scene[] = [
  { name: 'help', act: says('help'), heading: 'Remote assistance for Intune devices' },
  { name: 'pick-devices', act: says('help me with device iPhone'), heading: '5 devices match "iPhone"' },
  { name: 'pick-apps', act: says('devices with Zoom'), heading: 'Apps that match "Zoom"' },
  { name: 'pick-people', act: says('devices of Anna'), heading: 'People who match "Anna"' },
  { name: 'no-match', act: says('help me with device LAPTOP-7F3Z'), heading: 'No device found' },
  { name: 'languages', act: says('language'), heading: 'Choose a language' },
  { name: 'status-empty', as: 'tina', act: says('status'), heading: 'You have no open request.' },
  { name: 'trouble', as: 'nora', act: says('help me with device LINK-3S'), heading: 'That did not work' },
];

/** What comes at the end of a long wait: with short patience it comes at once. */
export const ranOut: readonly Scene[] = [
  { name: 'question-no-link', act: requests('LINK-NEVER'), heading: 'No session link yet' },
  { name: 'question-needs-human', act: requests('SERVER-ERROR-1'), heading: 'Intune did not confirm' },
];

/** A draft that nobody confirms. */
export const forgotten: readonly Scene[] = [
  { name: 'expired', act: says('help me with device LAPTOP-7F3K'), heading: 'Expired' },
];
