import { useChromium, type Stage } from './stage';

const openStage = useChromium();
let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

test('consent is missing: the card leads through it, and the message goes on by itself', async () => {
  const carl = await stage.open({ query: 'person=carl' });
  await carl.speak('en');
  await carl.say('help me with device LINK-3S');
  await carl.press('Sign in');
  const window = carl.page.getByRole('dialog');
  await window.getByText('Read and write Microsoft Intune devices').waitFor();
  await window.getByRole('button', { name: 'Accept' }).click();
  await window.getByText('You are signed in as Carl Weiss').waitFor();
  await window.getByRole('button', { name: 'Close' }).click();
  await carl.sees('Request remote assistance?');
});

test('whoever cancels the consent is told that nothing was changed', async () => {
  const carl = await stage.open({ query: 'person=carl' });
  await carl.speak('en');
  await carl.say('help me with device LINK-3S');
  await carl.press('Sign in');
  const window = carl.page.getByRole('dialog');
  await window.getByRole('button', { name: 'Cancel' }).click();
  await window.getByText('The sign-in was cancelled').waitFor();
  await window.getByRole('button', { name: 'Close' }).click();
  await expect(carl.button('Request remote assistance').count()).resolves.toBe(0);
});

test.each([
  ['nora', /Your Intune role does not let you request remote assistance/],
  ['bruno', /A Conditional Access policy of your organization does not allow this/],
  ['anna', /Your account does not have the technician role/],
  ['gus', /Guests cannot request remote assistance/],
])('%s is not allowed, and is told why', async (person, why) => {
  const they = await stage.open({ query: `person=${person}` });
  await they.speak('en');
  await they.say('help me with device LINK-3S');
  await they.reads(why);
  expect(stage.played.posts()).toEqual([]);
});

test('a message from another tenant is not let in', async () => {
  const pat = await stage.open({ query: 'person=pat' });
  await pat.say('help me with device LINK-3S');
  await pat.page.getByRole('status').getByText('The bot did not take this (403).').waitFor();
  await expect(pat.pane.locator('.message.bot').count()).resolves.toBe(0);
});
