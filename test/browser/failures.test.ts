import { useChromium, type Stage } from './stage';
import type { Player } from './player';

// "Try this", the group "After the press": each line is clicked, confirmed, and ends as it says.

const openStage = useChromium();
let stage: Stage;
let tom: Player;
beforeAll(async () => {
  stage = await openStage();
  // The sandbox's Graph asks for five seconds of patience, real ones.
  for (const { behaviour } of stage.played.sandbox.tenant.devices) behaviour.retryAfter = '1';
  tom = await stage.open();
});
afterAll(() => stage.close());

const READY = 'Session is ready';
const REFUSED = 'Remote assistance could not be requested';
const ASKS = 'Intune did not confirm';

const endings: readonly [device: string, heading: string, says: RegExp][] = [
  ['LINK-40S', READY, /Open session/],
  ['LINK-FIRST', READY, /Open session/],
  ['RESULT-FIRST', READY, /Open session/],
  ['OLD-LINK', READY, /Open session/],
  ['THROTTLED-1', READY, /Open session/],
  ['THROTTLED-BARE', READY, /Open session/],
  ['RESET-AFTER-SEND', READY, /Open session/],
  ['SERVER-ERROR-ACCEPTED', READY, /Open session/],
  ['HANGS-ACCEPTED', READY, /Open session/],
  ['EVIL-LINK', READY, /evil\.example, which is not among the allowed hosts/],
  ['LINK-NEVER', 'No session link yet', /Intune accepted the request, but no session link has come/],
  ['FORBIDDEN-1', REFUSED, /Your Intune role does not let you/],
  ['FORBIDDEN-401', REFUSED, /Your Intune role does not let you/],
  ['NOT-FOUND-1', REFUSED, /does not know this device any more/],
  ['UNSUPPORTED-1', REFUSED, /Graph request ID/],
  ['CONFLICT-1', REFUSED, /Graph request ID/],
  ['CLAIMS-1', REFUSED, /sign in/i],
  ['ACTION-FAILED', 'The session failed', /the device did not respond/],
  ['RESET-BEFORE', ASKS, /Send again/],
  ['SERVER-ERROR-1', ASKS, /Send again/],
  ['HANGS-1', ASKS, /Send again/],
  ['GARBAGE-1', ASKS, /Send again/],
];

test.each(endings)('%s ends with "%s"', async (device, heading, says) => {
  await tom.tries(`help me with device ${device}`);
  await tom.reads(device, tom.card);
  await tom.press('Request remote assistance');
  await tom.sees(heading);
  expect(await tom.text()).toMatch(says);
});

test('every line of the list is played here', async () => {
  const group = tom.page.locator('nav details details').filter({ hasText: 'After the press' });
  const lines = await group.locator('.say').allTextContents();
  const played = endings.map(([device]) => `help me with device ${device}`);
  expect(lines.toSorted()).toEqual(played.toSorted());
});

test('a link on a foreign host cannot be pressed', async () => {
  const card = tom.pane.locator('.message.bot', { hasText: 'EVIL-LINK' });
  await expect(card.getByRole('link').count()).resolves.toBe(0);
});

test('where the outcome is unknown, the technician decides: sent again, it is ready', async () => {
  stage.played.device('GARBAGE-1').behave({ answer: 'accept' });
  const card = tom.pane.locator('.message.bot', { hasText: 'GARBAGE-1' });
  await card.getByRole('button', { name: 'Send again' }).click();
  await card.getByRole('heading', { name: READY }).waitFor();
  expect(stage.played.device('GARBAGE-1').attempts).toBe(2);
});

test('a link that comes late after all is shown where the question stood', async () => {
  const card = tom.pane.locator('.message.bot', { hasText: 'LINK-NEVER' });
  await card.getByRole('button', { name: 'Check again' }).waitFor();
  stage.played.device('LINK-NEVER').behave({ linkAfter: 0 });
  await card.getByRole('heading', { name: READY }).waitFor();
  expect(stage.played.device('LINK-NEVER').attempts).toBe(1);
});
