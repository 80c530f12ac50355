import { languages } from '../../src/i18n/language';
import { spokenLanguage, translate } from '../../src/i18n/translate';
import { violations } from './axe';
import type { Player } from './player';
import { useChromium, type Stage } from './stage';

const openStage = useChromium();
let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** Presses a key until what has the focus is named so. */
async function moveTo({ page }: Player, name: string, key = 'Tab'): Promise<void> {
  const focused = `document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent`;
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    if ((await page.evaluate(focused)) === name) return;
  }
  throw new Error(`${key} does not lead to ${name}`);
}

test('the main job can be done with the keyboard alone', async () => {
  const tom = await stage.open();
  const { keyboard } = tom.page;
  await moveTo(tom, 'Message from Tom Becker to Device Assist');
  await keyboard.type('help me with device LAPTOP-7F3K');
  await keyboard.press('Enter');
  await tom.sees('Request remote assistance?');
  await moveTo(tom, 'Request remote assistance', 'Shift+Tab');
  await keyboard.press('Enter');
  await tom.sees('Session is ready');
  // The focus has stayed with the card: its buttons come next.
  await moveTo(tom, 'Open session');
  await keyboard.press('Enter');
  await tom.page.getByRole('dialog').waitFor();
  await keyboard.press('Escape');
  await moveTo(tom, 'Close');
  await keyboard.press('Space');
  await tom.sees('Closed');
});

/** The bot sends Tom's newest card once more. The page learns of it before it gets to the mark on the wire. */
async function sendAgain({ page }: Player): Promise<void> {
  const { sandbox } = stage.played;
  const { conversation } = sandbox.personalChat('tom').view;
  const card = conversation.messages.findLast(({ from }) => from === 'bot');
  if (card) sandbox.parts.conversations.update(conversation, card, card.activity);
  sandbox.wire.record({ where: 'connector', method: 'PUT', path: '/sent-again', status: 200 });
  await page.locator('#wire').getByText('/sent-again').waitFor();
}

test('a press counts though its card has become newer before the button is let go', async () => {
  const tom = await stage.open();
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.button('Cancel').hover();
  await tom.page.mouse.down();
  await sendAgain(tom);
  await tom.page.mouse.up();
  await tom.sees('Cancelled');
});

test('the button that has the focus keeps it when its card becomes newer', async () => {
  const tom = await stage.open();
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.button('Cancel').focus();
  await sendAgain(tom);
  await tom.reads('edited', tom.card);
  await tom.page.keyboard.press('Enter');
  await tom.sees('Cancelled');
});

test('on a phone nothing has to be scrolled sideways', async () => {
  const tom = await stage.open({ width: 390, height: 844 });
  const width = () => tom.page.evaluate('document.documentElement.scrollWidth');
  expect(await width()).toBe(390);
  for (const device of ['LAPTOP-7F3K', 'OLD-LAPTOP']) {
    await tom.say(`help me with device ${device}`);
    await tom.reads(device, tom.card);
    expect(await width()).toBe(390);
  }
  await tom.press('Request remote assistance');
  await tom.sees('Session is ready');
  await tom.page.getByRole('heading', { name: 'On the wire' }).click();
  await tom.page.getByRole('heading', { name: 'Try this' }).click();
  expect(await width()).toBe(390);
  expect(await violations(tom.page)).toEqual([]);
});

test('what has been typed on a card stays there when the theme changes', async () => {
  const tom = await stage.open({ query: 'theme=dark' });
  await tom.say('help me with device LAPTOP-7F3K');
  const reason = tom.card.getByLabel('Reason (optional, kept in the record)');
  await reason.fill('printer');
  const background = () => tom.page.evaluate('getComputedStyle(document.body).backgroundColor');
  const dark = await background();
  await tom.setTheme('light');
  expect(await background()).not.toBe(dark);
  expect(await reason.inputValue()).toBe('printer');
});

test('the page and everything one can unfold on it have no violation of accessibility', async () => {
  const tom = await stage.open();
  await tom.page.getByRole('button', { name: 'Two people' }).click();
  await tom.other.isThere();
  for (const group of await tom.page
    .locator('nav details details summary')
    .all()
    .then((all) => all.slice(1)))
    await group.click();
  for (const theme of ['light', 'dark'] as const) {
    await tom.setTheme(theme);
    expect(await violations(tom.page)).toEqual([]);
  }
});

test('in each language of the switch the bot answers with the words it has', async () => {
  const tom = await stage.open();
  const options = tom.pane.getByRole('combobox', { name: 'Teams language' }).locator('option');
  const offered = await options.evaluateAll((all: { value: string }[]) => all.map(({ value }) => value));
  expect(offered).toEqual(expect.arrayContaining([...languages]));
  // The same words again would lead to the card that is there.
  const devices = ['LAPTOP-7F3K', 'LAPTOP-7F3X', 'OLD-LAPTOP', 'KIOSK-LOBBY', 'SPARE-11', 'MACBOOK-MARIA'];
  for (const [index, language] of languages.entries()) {
    await tom.speak(language);
    await tom.say(devices[index] ?? '');
    await tom.sees(translate(language, 'confirm.heading'));
    expect(await tom.card.locator('.card').getAttribute('lang')).toBe(spokenLanguage(language));
    expect(await violations(tom.page, '.log > :last-child')).toEqual([]);
  }
});

test('whoever adds the app is greeted', async () => {
  const tina = await stage.open({ query: 'person=tina' });
  await tina.pane.getByRole('button', { name: 'Add the app' }).click();
  await tina.sees('Hello, I am Device Assist');
});

test('one click on a line of "Try this" plays its person and writes it', async () => {
  const page = await stage.open();
  await page.tries('my devices');
  await page.reads('my devices', page.pane.locator('.message.me'));
  await page.page.locator('nav summary', { hasText: 'Signing in' }).click();
  await page.page.getByText('Mia Torres: A second factor is demanded.').click();
  await page.reads('Technician of whom a second factor is demanded.');
  await page.button('Sign in').or(page.card.getByRole('button')).first().waitFor();
});
