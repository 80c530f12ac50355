import { desk, forgetful, hasty, look, patient, showScenes } from './look';
import { conversation, ended, forgotten, ranOut } from './scenes';
import { useChromium } from './stage';

const openStage = useChromium();

describe('the card of a request that ended', () => {
  showScenes(openStage, patient, ended);
});

describe('the card of a request whose time ran out', () => {
  showScenes(openStage, hasty, ranOut);
});

describe('the card of a draft that was forgotten', () => {
  showScenes(openStage, forgetful, forgotten);
});

describe('the card of', () => {
  showScenes(openStage, patient, conversation);
});

test('the card that asks to sign in', async () => {
  const stage = await openStage();
  const carl = await stage.open({ ...desk, query: 'person=carl' });
  await carl.speak('en');
  await carl.say('help me with device LINK-3S');
  await carl.button('Sign in').waitFor();
  await look(carl, 'sign-in');
  await stage.close();
});
